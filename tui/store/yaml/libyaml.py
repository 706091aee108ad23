"""The parser of PyYAML that is written in C, with no more of PyYAML than it needs.

The package brings readers, scanners and resolvers in Python, which nobody here uses and which take as long to import as
an empty Python takes to start. The C module wants of them only the errors that it raises. Who imports `yaml` later gets
all of it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

WHOLE = ("error", "tokens", "events", "nodes")
"""The modules that the C module needs."""
MARKED = ("scanner", "parser", "composer", "constructor")
"""The modules of which it needs an error that says where it happened."""
UNMARKED = ("reader", "emitter", "serializer", "representer")
"""The modules of which it needs another error."""


def _import_alone() -> None:
    """Import the C module into a package that holds nothing else, which goes away again."""
    found = find_spec("yaml")
    package = ModuleType("yaml")
    package.__path__ = list((found and found.submodule_search_locations) or ())
    sys.modules["yaml"] = package
    try:
        for name in WHOLE:
            setattr(package, name, import_module(f"yaml.{name}"))
        for names, base in ((MARKED, package.error.MarkedYAMLError), (UNMARKED, package.error.YAMLError)):
            for name in names:
                error = f"{name.title()}Error"  # no words: a class of PyYAML
                setattr(package, name, SimpleNamespace(**{error: type(error, (base,), {})}))
        import_module("yaml._yaml")
    except (ImportError, AttributeError):  # another version, which wants more: it gets all
        for name in [name for name in sys.modules if name.startswith("yaml.")]:
            del sys.modules[name]
    finally:
        del sys.modules["yaml"]


if not TYPE_CHECKING and "yaml" not in sys.modules and "yaml._yaml" not in sys.modules:
    _import_alone()

from yaml._yaml import CParser  # noqa: E402 - it is there, alone or with the whole package
from yaml.error import Mark, MarkedYAMLError, YAMLError  # noqa: E402 - with it
from yaml.events import (  # noqa: E402 - with it
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.nodes import MappingNode, ScalarNode, SequenceNode  # noqa: E402 - with it

if TYPE_CHECKING:
    from yaml.reader import ReaderError
else:
    from yaml._yaml import ReaderError  # the one that it raises


class TextComposer(CParser):
    """Composes nodes of a text, each scalar of which stays the text that it is."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002 - PyYAML's signature
        """The tag of a node: none has one."""
        return ""

    def descend_resolver(self, node: object, index: object) -> None:
        """Nothing depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """The same."""


__all__ = [
    "AliasEvent", "CParser", "CollectionEndEvent", "CollectionStartEvent", "DocumentEndEvent", "DocumentStartEvent",
    "MappingEndEvent", "MappingNode", "MappingStartEvent", "Mark", "MarkedYAMLError", "ReaderError", "ScalarEvent",
    "ScalarNode", "SequenceEndEvent", "SequenceNode", "SequenceStartEvent", "TextComposer", "YAMLError",
]  # fmt: skip
