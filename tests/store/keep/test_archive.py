"""A copy is named in the file by the fewest signs that can do it, and not one other byte is touched."""

from __future__ import annotations

import pytest

from tui.store.keep.archive import with_copy
from tui.store.read.timeline import read
from tui.store.write.insert import NoPlace

COPY = "copies/a/2026-11-30.warc.gz"
EVENTS = "events:\n  - date: 2025\n    title: It begins\n    sources: [a]\n"


def named(text: str, copy: str = COPY) -> str:
    data = text.encode()
    before = read(data, "events.yaml")
    after, reading = with_copy(data, before, before.timeline.sources["a"], copy)
    assert reading.timeline.sources["a"].archives[-1] == copy
    return after.decode()


A_SOURCE = "sources:\n  a:\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    title: A\n    url: https://a.be/x  # seen\n    seen: 2025\n",
         "    title: A\n    url: https://a.be/x  # seen\n    archive: COPY\n    seen: 2025\n"),
        ("    title: A\n    url: 'https://a.be/x'\n\n",
         "    title: A\n    url: 'https://a.be/x'\n    archive: COPY\n\n"),
        ("    title: A\n", "    title: A\n    archive: COPY\n"),
        ("    title: A long\n      title\n", "    title: A long\n      title\n    archive: COPY\n"),
        ("    title: |-\n      A\n      b\n", "    archive: COPY\n    title: |-\n      A\n      b\n"),
        ("    title: |-\n      A\n    seen: 2025\n", "    title: |-\n      A\n    seen: 2025\n    archive: COPY\n"),
        ("    url: https://a.be/x\n    passages:\n      one: b … c\n",
         "    url: https://a.be/x\n    archive: COPY\n    passages:\n      one: b … c\n"),
        ("    url: https://a.be/x\n    archive: https://archive.ph/x  # mine\n    seen: 2025\n",
         "    url: https://a.be/x\n    archive:\n      - https://archive.ph/x  # mine\n"
         "      - COPY\n    seen: 2025\n"),
        ("    title: A\n    archive:\n      a.html\n", "    title: A\n    archive:\n      - a.html\n      - COPY\n"),
        ("    title: A\n    archive:  # none yet\n", "    title: A\n    archive: COPY  # none yet\n"),
        ("    title: A\n    archive:   \"a.html\"\n", "    title: A\n    archive:\n      - \"a.html\"\n      - COPY\n"),
        ("    title: A\n    archive: [a.html]\n", "    title: A\n    archive: [a.html, COPY]\n"),
        ("    title: A\n    archive: [ a.html , ]\n", "    title: A\n    archive: [ a.html , COPY ]\n"),
        ("    title: A\n    archive: [\n      a.html,\n    ]\n",
         "    title: A\n    archive: [\n      a.html,\n    COPY]\n"),
        ("    title: A\n    archive: []\n", "    title: A\n    archive: [COPY]\n"),
        ("    title: A\n    archive:\n    - a.html\n    - b.html  # two\n    seen: 2025\n",
         "    title: A\n    archive:\n    - a.html\n    - b.html  # two\n    - COPY\n    seen: 2025\n"),
        ("    title: A\n    archive:\n        - a.html\n",
         "    title: A\n    archive:\n        - a.html\n        - COPY\n"),
    ],
)  # fmt: skip
def test_a_copy_is_named_and_nothing_else_is_touched(before: str, after: str) -> None:
    for end in ("\n", "\r\n"):
        whole = (A_SOURCE + before + EVENTS).replace("\n", end)
        assert named(whole) == (A_SOURCE + after.replace("COPY", COPY) + EVENTS).replace("\n", end)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  a: {title: A, url: 'https://a.be/x'}\n", "  a: {title: A, url: 'https://a.be/x', archive: COPY}\n"),
        ("  a: { title: A, }\n", "  a: { title: A, archive: COPY }\n"),
        ("  a: {title: A, archive: a.html}  # b\n", "  a: {title: A, archive: [a.html, COPY]}  # b\n"),
        ("  a: {title: A, archive: [a.html]}\n", "  a: {title: A, archive: [a.html, COPY]}\n"),
        ("  a: {title: A, archive: }\n", "  a: {title: A, archive: COPY }\n"),
    ],
)
def test_a_source_between_brackets_gets_it_between_its_brackets(before: str, after: str) -> None:
    assert named(f"sources:\n{before}{EVENTS}") == f"sources:\n{after.replace('COPY', COPY)}{EVENTS}"


def test_the_last_line_of_a_file_need_not_end() -> None:
    text = f"{EVENTS}sources:\n  a:\n    title: A"
    assert named(text) == f"{text}\n    archive: {COPY}"


def test_a_byte_order_mark_and_letters_of_all_kinds_stay() -> None:
    text = "\ufeff" + f"# 🧵 {'é' * 30}\nsources:\n  a: {{title: '🧵 日本', archive: 'é.html'}}\n{EVENTS}"
    assert named(text) == text.replace("'é.html'", f"['é.html', {COPY}]")


def test_a_name_that_needs_quotes_has_them() -> None:
    assert "    archive: 'copies/a: b.html'\n" in named(f"{A_SOURCE}    title: A\n{EVENTS}", "copies/a: b.html")


@pytest.mark.parametrize(
    "text",
    [
        "sources:\n  b: &x {title: A}\n  a: *x\n",
        "sources:\n  b: {title: B, archive: &x b.html}\n  a: {title: A, archive: *x}\n",
        "sources:\n  a:\n    title: A\n    archive: {b: c}\n",
        "sources:\n  a:\n    title: A\n    archive:\n      - >-\n        a.html\n",
    ],
)
def test_what_cannot_be_done_without_harm_is_left_to_the_person(text: str) -> None:
    with pytest.raises(NoPlace, match="cannot be changed as it is written"):
        named(text + EVENTS)


def test_a_file_that_is_not_sound_is_mended_first() -> None:
    with pytest.raises(NoPlace, match="not sound as YAML"):
        named(f"timeline:\n  title: [\n{A_SOURCE}    title: A\n{EVENTS}")


def test_a_fault_further_down_is_no_hindrance() -> None:
    text = f"{A_SOURCE}    title: A\n{EVENTS}  - date: 2025\n    title: [\n"
    assert named(text) == text.replace("title: A\n", f"title: A\n    archive: {COPY}\n")
