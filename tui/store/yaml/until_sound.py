"""Parsing that goes on: whatever the parser stumbles over is taken out of the text, and it begins again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tui.store.yaml.composer import DepthError
from tui.store.yaml.libyaml import MarkedYAMLError, ReaderError
from tui.store.yaml.recovery import Recovery

T = TypeVar("T")


def until_sound(recovery: Recovery, parse: Callable[[str], T]) -> T:
    """The answer for the text that is left once `parse` stumbles no more; lines keep their numbers."""
    while True:
        try:
            return parse(recovery.text)
        except MarkedYAMLError as error:
            recovery.blank(error)
        except ReaderError:
            recovery.replace_controls()
        except DepthError as error:
            recovery.blank_deep_nesting(error)
