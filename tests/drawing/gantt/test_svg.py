"""Elements of a picture: whatever they hold is text, and text takes no more room than it is given."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from hypothesis import given
from hypothesis import strategies as st

from tests.core.timelines import HOSTILE
from tui.drawing.gantt.svg import element, escaped, group, number, text_width


def test_elements_and_their_attributes() -> None:
    assert element("rect", x=1, y=2.04, class_="a b", stroke_width=None) == '<rect x="1" y="2" class="a b"/>'
    assert element("text", "a < b & c", text_anchor="end") == '<text text-anchor="end">a &lt; b &amp; c</text>'
    assert group([element("line", x1=0)], "A & B", id="g") == '<g id="g"><title>A &amp; B</title><line x1="0"/></g>'
    assert [number(value) for value in (1, 1.0, 1.25, "x")] == ["1", "1", "1.2", "x"]


@given(st.one_of(st.text(st.characters()), st.sampled_from(HOSTILE)))
def test_any_text_is_read_back_as_text_alone(text: str) -> None:
    read = ElementTree.fromstring(element("text", text, title=text))  # noqa: S314 - our own
    assert (read.tag, list(read), list(read.attrib)) == ("text", [], ["title"])
    allowed = "".join(char if escaped(char) != "\ufffd" else "\ufffd" for char in text)
    assert (read.text or "").replace("\n", "\r") == allowed.replace("\r\n", "\r").replace("\n", "\r")


def test_wide_letters_take_more_room_than_narrow_ones() -> None:
    assert text_width("iii", 10) < text_width("aaa", 10) < text_width("mmm", 10) < text_width("漢漢漢", 10)
    assert text_width("", 10) == 0
    assert text_width("aaaa", 20) == 2 * text_width("aaaa", 10)
