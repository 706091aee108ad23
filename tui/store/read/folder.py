"""Several files to one timeline: each is a document of one stream, and what they hold adds up."""

from __future__ import annotations

import os
import re
from typing import Any

from tui.core.problems.file_lines import FileLines
from tui.core.problems.problem import ERROR, Place, Problem
from tui.core.text.messages import worded
from tui.core.timeline.model import SECTIONS, Timeline
from tui.core.timeline.order import in_time_order
from tui.store.files.joined import JoinedFiles
from tui.store.read.context import Context
from tui.store.read.events import read_event
from tui.store.read.sections import read_each_section
from tui.store.yaml.composer import Composer
from tui.store.yaml.conflict_markers import one_document
from tui.store.yaml.file_layout import ParserWalk
from tui.store.yaml.libyaml import MappingStartEvent
from tui.store.yaml.nodes import Scalar, YamlMapping
from tui.store.yaml.recovery import Recovery
from tui.store.yaml.until_sound import until_sound

_NAMES = "|".join(SECTIONS)
_SECTION = re.compile(rf"^[\"']?(?:{_NAMES})[\"']?[ ]*:")
_IN_FLOW = re.compile(rf"[{{,]\s*[\"']?(?:{_NAMES})[\"']?\s*:")
_MARKER = re.compile(r"^(?:---|\.\.\.)(?=[ \t\n]|\Z)", re.MULTILINE)


def read_documents(composer: Composer, context: Context, data: JoinedFiles) -> list[str]:
    """Read every file into the context; the names of those that hold no events."""
    lines, starts = data.lines, data.lines.starts
    number = 0
    composer.line_of_file = lambda line: lines.at(line)[1]
    left_out: list[str] = []
    while (root := composer.next_document()) is not None:
        line = root.start_mark.line + 1
        while number + 1 < len(starts) and starts[number + 1] <= line:
            number += 1
        is_event = data.files[number].is_event
        if root.__class__ is MappingStartEvent and not is_event and _has_sections(root, number, context, lines):
            read_each_section(composer, context)
            continue
        node = composer.node(root)
        if is_event and isinstance(node, YamlMapping):
            _read_one(node, lines.names[number], context)
        elif not (isinstance(node, Scalar) and not node.value):
            left_out.append(lines.names[number])
    for node in context.later or ():
        read_event(node, context)
    return left_out


def _has_sections(root: Any, number: int, context: Context, lines: FileLines) -> bool:
    """True when one of the keys of a file's mapping, which has just begun, is that of a section."""
    first, stop = (*lines.starts, len(context.lines) + 1)[number : number + 2]
    rows = context.lines[max(first - 1, root.start_mark.line) : stop - 1]
    if root.flow_style:
        return _IN_FLOW.search("\n".join(rows)) is not None
    return any(map(_SECTION.match, rows))


def _read_one(node: YamlMapping, name: str, context: Context) -> None:
    """Read a file that is an event; without an id of its own it has the file's name."""
    if "id" not in node.pairs:
        stem: Any = os.path.splitext(os.path.basename(name))[0]
        mark: Any = node.start
        own = Scalar(None, None, (True, False), stem, mark, mark)
        node = node._replace(pairs={"id": (own, own), **node.pairs})
    if context.later is None:
        read_event(node, context)
    else:
        context.later.append(node)


def in_order_of_paths(timeline: Timeline, data: JoinedFiles) -> Timeline:
    """The timeline with events of one time as they would stand had the files been read in the order of their paths."""
    if list(data.order) == sorted(data.order):
        return timeline
    events = sorted(timeline.events, key=lambda event: (data.order[data.lines.number(event.line)], event.line))
    return timeline._replace(events=tuple(in_time_order(events, lambda event: event.date)))


def mended(text: str, lines: FileLines) -> tuple[str, list[Problem], str]:
    """The text of several files in which each is sound by itself: what has no syntax is blanked, as in one file.

    With it go the problems, and the text that went.
    """
    rows = text.split("\n")
    problems: list[Problem] = []
    gone: list[str] = []
    ends = [*(start - 2 for start in lines.starts[1:]), len(rows) - text.endswith("\n")]
    for start, end in zip(lines.starts, ends, strict=True):
        own = "\n".join(rows[start - 1 : end]) + "\n"
        recovery = _sound(own)
        if recovery is None:
            continue
        rows[start - 1 : end] = recovery.text.split("\n")[: end - start + 1]
        problems += [one.further(start - 1) for one in recovery.problems]
        gone.append(recovery.gone)
    return "\n".join(rows), problems, "\n".join(gone)


def without_file(text: str, lines: FileLines, line: int) -> tuple[str, Problem]:
    """The text without the file that a line is from, and the problem that nothing of it can be read."""
    rows, number = text.split("\n"), lines.number(line)
    start, stop = (*lines.starts, len(rows) + 2)[number : number + 2]
    rows[start - 1 : stop - 2] = [""] * len(rows[start - 1 : stop - 2])
    message = worded("nothing from line {line} on could be read", line=1)
    return "\n".join(rows), Problem(Place(start, 1, start, 2), "syntax-limit", ERROR, message)


def _sound(text: str) -> Recovery | None:
    """A text that the parser agrees with, as one document; None for one that needs nothing."""
    recovery = Recovery(text)

    def parse(_left: str) -> None:
        _be_one_document(recovery)
        ParserWalk(recovery.text).layout()

    until_sound(recovery, parse)
    return recovery if recovery.text != text or recovery.problems else None


def _be_one_document(recovery: Recovery) -> None:
    found = _MARKER.findall(recovery.text)
    if found and (len(found) > 1 or not recovery.text.startswith("---")):
        recovery.text, problems = one_document(recovery.text)
        recovery.add(*problems)
