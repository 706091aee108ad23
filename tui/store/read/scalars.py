"""Readers of texts, of words of a closed list, and of lists of what another reader reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container
from itertools import chain
from operator import attrgetter
from typing import Any

from tui.core.problems.problem import Cure, Place
from tui.core.text.messages import Worded, worded
from tui.core.text.nearest import asked, closest
from tui.store.read.context import Context, Knows, Reader
from tui.store.yaml.nodes import Node, Scalar, YamlMapping, YamlSequence

_SHAPES: dict[type, str] = {Scalar: worded("a text"), YamlMapping: worded("a mapping"), YamlSequence: worded("a list")}
_PLAIN = frozenset("–—’…€").union(
    map(
        chr,
        chain(
            range(0x20, 0x7F), range(0xA1, 0xAB), [0xAC], range(0xAE, 0xBB), range(0xBC, 0x300), range(0x388, 0x3CF),
            range(0x400, 0x460), range(0x5D0, 0x5EB), range(0x620, 0x64B),
        ),
    )
)  # fmt: skip
"""Composed letters and signs that need not be looked at in a name; a pattern of them takes 3 ms to compile."""

_NAMES_PART = re.compile("[,;]")
_IDS_PART = re.compile(r"[,;/&+|\s]")
"""The signs that may stand between names, and between ids, that are several."""

written = attrgetter("value")
"""The text of a scalar; AttributeError for other nodes."""

# ---- Shapes


def scalar_of(node: Node, context: Context) -> Scalar | None:
    """A node that holds one value; None when it is empty, or is something else, which is said."""
    if node.__class__ is Scalar:
        return None if not node.style and node.value in ("", "~") else node
    wrong(node, worded("one text is expected here"), context)
    return None


def mapping_of(node: Node, what: str, context: Context) -> YamlMapping | None:
    """A mapping; None when it is empty, or is something else, which is said."""
    if isinstance(node, YamlMapping):
        return node
    if not isinstance(node, Scalar) or scalar_of(node, context):
        wrong(node, worded("{what} is expected here", what=what), context)
    return None


def items_of(node: Node, context: Context) -> list[Any]:
    """The nodes of a list; one value may stand for a list of one."""
    if node.__class__ is YamlSequence:
        return node.items
    if node.__class__ is Scalar:
        return [node] if scalar_of(node, context) else []
    wrong(node, worded("a text or a list of texts is expected here"), context)
    return []


def is_blank(node: Node) -> bool:
    """True when a node is a text with nothing in it."""
    return isinstance(node, Scalar) and not node.value.strip("~ \n")


def wrong(node: Node, expected: str, context: Context) -> None:
    """Say that a node is something else than is expected, and what it was perhaps meant to be."""
    if isinstance(node, YamlMapping) and "text" in expected and _is_stray_colon(node, context):
        return
    if context.tally.counts("wrong-type"):
        return
    what = _SHAPES[node.__class__]
    hint = None
    if "list" in expected:
        hint = worded("a list stands in [ ], or in lines that begin with -")
    elif "text" in expected and not isinstance(node, Scalar) and node.flow and len(node[0]) == 1:
        mark = "{" if isinstance(node, YamlMapping) else "["
        hint = worded('leave out the brackets, or put quotes around a text that begins with "{mark}"', mark=mark)
    context.error(node, "wrong-type", worded("{expected}, not {what}", expected=expected, what=what), hint)


def _is_stray_colon(node: YamlMapping, context: Context) -> bool:
    """Say, of a mapping where a text is due, that it is a text with a colon in it; False if it is not."""
    key, _ = next(iter(node.pairs.values()), (None, None))
    if key is None or key.style:
        return False
    end: Any = key.end_mark
    rest = context.text[end.index : end.index + 20]
    if context.text[node.start.index : node.start.index + 1] == "{" or not rest.lstrip(" \u00a0").startswith(":"):
        return False
    column = end.column + rest.index(":") + 1
    place = Place(end.line + 1, column, end.line + 1, column + 1)
    shown = " : " if rest[0] != ":" else ": "
    message = worded('"{mark}" needs quotes, or ">-" before the text', mark=shown)
    context.error(place, "unquoted-colon", message, None, _whole_line(node, place, context))
    return True


def _whole_line(node: YamlMapping, place: Place, context: Context) -> tuple[Cure, ...]:
    """Quotes around a text with a colon in it that has a line of its own."""
    from tui.store.typed.line_cures import is_surely_text, quoted  # only a mistake needs it

    line = context.lines[place.line - 1]
    is_alone = len(node.pairs) == 1 and node.start.line == place.line - 1 and not set(line).intersection("#[{")
    end = len(line.rstrip())
    begin = (node.start.line, node.start.column)
    is_sure = is_surely_text(line[node.start.column : end])
    return (quoted(context.lines, begin, (place.line - 1, end), is_sure),) if is_alone else ()


# ---- Texts


def read_text(node: Node, context: Context) -> str | None:
    """A text of any length, with its own lines."""
    if node.__class__ is not Scalar:
        scalar_of(node, context)
        return None
    text: str = node.value
    return None if text == "~" and not node.style else text.strip() or None


def read_line(node: Node, context: Context) -> str | None:
    """A text on one line."""
    if node.__class__ is not Scalar:
        scalar_of(node, context)
        return None
    text: str = node.value
    if text == "~" and not node.style:
        return None
    return (joined(text) if "\n" in text or "\t" in text else text.strip()) or None


def joined(text: str) -> str:
    """A text on one line: its line ends, tabs and spaces are one space wherever they stand."""
    if "\n" in text or "\t" in text:
        text = text.replace("\n", " ").replace("\t", " ")
    return " ".join([part for part in text.split(" ") if part]) if "  " in text else text.strip(" ")


def read_name(node: Node, context: Context) -> str | None:
    """A text on one line that tells one thing from another."""
    text = read_line(node, context)
    return text if text is None or text.isascii() else named(text, node, context)


def read_called(node: Node, context: Context) -> str | None:
    """The name of something for those who read it: the quotes are its own."""
    text = read_line(node, context)
    return text if text is None or text.isascii() else in_one_form(text)


def in_one_form(text: str) -> str:
    """A name in composed letters and with plain spaces."""
    if _PLAIN.issuperset(text):
        return text
    from tui.core.text.identity import identity

    return identity(text)


def named(text: str, node: Any, context: Context) -> str:
    """A name in the form in which names are compared; what nobody sees in it is said, and quotes around it are."""
    if _PLAIN.issuperset(text):
        return text
    from tui.store.read.meant import name_of  # few files need it

    return name_of(text, node, context)


def own_name(key: Scalar, taken: Container[str], context: Context) -> str:
    """The name that a key is; that it is taken, be it in other letters that look the same, is said."""
    name = key.value if key.value.isascii() else named(key.value, key, context)
    if name in taken:
        context.error(
            key, "duplicate-key", worded('"{key}" stands here a second time', key=name), worded("keep one of the two")
        )
    return name


def meant(text: str, is_sound: Callable[[str], bool], node: Any, context: Context) -> str | None:
    """The likely meaning of a text that is no sound value, which is said; None when it is anybody's guess."""
    if text.isascii():
        return None
    from tui.store.read.meant import meant_by  # only a mistake needs it

    return meant_by(text, is_sound, node, context)


def one_of(choices: Collection[str], code: str, wrong_word: Worded) -> Reader:
    """A reader of one word of a closed list; another word is a problem of that code, with that sentence."""

    def read_word(node: Node, context: Context) -> str | None:
        text = read_line(node, context)
        if text is None or text in choices:
            return text
        if (other := meant(text, choices.__contains__, node, context)) is not None:
            return other
        near = None if code in context.tally.full else closest(text, choices)
        hint = asked(near) or worded("one of {known}", known=", ".join(choices))
        context.error(node, code, worded(*wrong_word.forms, text=text), hint, context.instead(node, near))
        return None

    return read_word


def list_of(read: Reader, knows: Knows | None = None, commas: bool = False) -> Reader:
    """A reader of lists, and of one item that stands for a list: what `read` makes of each item, each once.

    `knows` tells which items there are to be named; with `commas` one item may hold a comma, as places do.
    Ten thousand events name the same few actors: what was fine is looked up from then on, a list by the texts that are
    written in it, an item by its text.
    """

    def read_list(node: Any, context: Context) -> tuple[str, ...] | None:
        known = context.lists[read]
        try:
            if node.__class__ is not YamlSequence:
                return known[node.value]
            items: list[Any] = node.items
            if len(items) == 1:
                return known[items[0].value]
            texts = tuple(map(written, items))
            found = known.get(texts)
            if found is None:
                found = tuple(chain.from_iterable(map(known.__getitem__, texts)))
                if not found or len(set(found)) < len(found):
                    return _read_items(node.items, read, context, len(context.problems), True)
                known[texts] = found
            return found
        except (AttributeError, KeyError):  # a list in the list, or an item that was not seen before
            so_far = len(context.problems)
            items = items_of(node, context) if commas else listed(node, knows, context)
            return _read_items(items, read, context, so_far, node.__class__ is YamlSequence)

    return read_list


def listed(node: Node, knows: Knows | None, context: Context) -> list[Any]:
    """The nodes of a list; one that is several with commas between them is taken apart, which is said."""
    items = items_of(node, context)
    parting = _NAMES_PART if knows is None else _IDS_PART
    for item in items:
        if item.__class__ is Scalar and parting.search(item.value):
            from tui.store.read.meant import apart  # mostly a mistake

            return apart(items, isinstance(node, YamlSequence), knows, context)
    return items


def _read_items(items: list[Any], read: Reader, context: Context, so_far: int, is_list: bool) -> tuple[str, ...] | None:
    """The items of a list, of which those that stand twice are said; if all are fine, each is known from now on.

    `so_far` is how many problems there were before it; no list is one text that stands for one, or nothing.
    """
    found: dict[str, Any] = {}
    for item in items:
        text = read(item, context)
        if text in found:
            context.warn(item, "duplicate-value", worded('"{text}" stands here twice', text=text))
        elif text is not None:
            found[text] = item
        elif is_list:
            say_if_empty(item, context)
    if len(found) == len(items) and len(context.problems) == so_far:
        context.lists[read].update(
            (item.value, (text,)) for text, item in found.items() if item.value != "~" and "," not in item.value
        )
    return tuple(found) or None


def say_if_empty(item: Node, context: Context) -> None:
    """Say of an item of a list that there is nothing in it."""
    if is_blank(item) and not context.is_lost(item):
        context.warn(
            item, "empty-value", worded("this item of the list is empty"), worded("leave it out, or say what it is")
        )
