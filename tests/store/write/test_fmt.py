"""Tidying moves lines and changes nothing that they say."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from textwrap import indent

import pytest

from tests.conftest import ROOT
from tui.store.read.timeline import read
from tui.store.system.read_bytes import Unreadable
from tui.store.write.comment_rows import CommentRows
from tui.store.write.fmt import UNSOUND, NotTidied, tidied
from tui.store.yaml.file_layout import file_layout


def tidy(text: str) -> str:
    """A text as it comes out; tidying that again changes nothing."""
    data = tidied(text.encode(), "story.yaml").data
    again = tidied(data, "story.yaml")
    assert (again.data, again.is_changed) == (data, False)
    return data.decode()


def test_events_are_put_in_order_of_time() -> None:
    before = "events:\n- id: b\n  date: 2025-02\n  title: B\n\n- id: a\n  date: 2025-01\n  title: A\n"
    assert tidy(before) == "events:\n- id: a\n  date: 2025-01\n  title: A\n\n- id: b\n  date: 2025-02\n  title: B\n"


E = {
    "a": "- id: a\n  date: 2025-01\n  title: A\n",
    "b": "- id: b\n  date: 2025-02\n  title: B\n",
    "c": "- id: c\n  date: 2025-03\n  title: C\n",
    "n": "- id: n\n  title: without a date\n",
    "m": "- id: m\n  date: sometime\n  title: with none that can be read\n",
}
"""Events by id; in what follows, a line that is a letter stands for one."""


def spelt(short: str) -> str:
    """A list of events, each written as its letter."""
    return "events:\n" + "".join(E.get(line.strip(), line) for line in short.splitlines(keepends=True))


SAMPLES = {
    "what is in order stays": ("a\n\nb\n\nc\n", "a\n\nb\n\nc\n"),
    "one blank line between events": ("a\nb\n\n\n\nc\n", "a\n\nb\n\nc\n"),
    "blank lines above the first and below the last stay": ("\n\nb\na\n\n\n", "\n\na\n\nb\n\n\n"),
    "a comment directly above an event goes with it": (
        "# of c\nc\n\n# of a\n# too\na\n", "# of a\n# too\na\n\n# of c\nc\n",
    ),
    "so it does without a blank line before it": ("b\n# of a\na\n", "# of a\na\n\nb\n"),
    "however it is indented": ("b\n\n    # of a\na\n", "    # of a\na\n\nb\n"),
    "a comment set off by blank lines opens a section": (
        "\n# One\n\nc\n\n# Two\n\nb\n\na\n", "\n# One\n\nc\n\n# Two\n\na\n\nb\n",
    ),
    "and keeps the space around it": ("c\n\n\n\n# Two\n\n\nb\n\na\n", "c\n\n\n\n# Two\n\n\na\n\nb\n"),
    "a section may begin with a comment of its first event": (
        "c\n\n# Two\n\n# of b\nb\n\na\n", "c\n\n# Two\n\na\n\n# of b\nb\n",
    ),
    "several comments set off open one section": ("c\n\n# Two\n\n# ----\n\nb\na\n", "c\n\n# Two\n\n# ----\n\na\n\nb\n"),
    "an event that is commented out parts its neighbours": ("c\n\n#- id: x\n#  date: 1999\n\na\n", None),
    "a comment indented like keys belongs to the event above": (
        "b\n  # kind: law\na\n", "a\n\nb\n  # kind: law\n",
    ),
    "also behind a blank line": ("b\n\n  # kind: law\n\n  # more\n\na\n", "a\n\nb\n\n  # kind: law\n\n  # more\n"),
    "and the next one's comment right under it is the next one's": (
        "b\n  # kind: law\n# of a\na\n", "# of a\na\n\nb\n  # kind: law\n",
    ),
    "a comment right under an event, and apart from the next, is the event's": (
        "b\n# after b\n\na\n", "a\n\nb\n# after b\n",
    ),
    "of the last one only what is indented": (
        "c\n\nb\n  # of b\n# the end\n", "b\n  # of b\n\nc\n# the end\n",
    ),
    "the last comment stays the last": ("c\n\nb\n# vim: set et:\n", "b\n\nc\n# vim: set et:\n"),
    "also where a section follows": ("b\na\n# the end\n\nviews:\n", "a\n\nb\n# the end\n\nviews:\n"),
    "a region keeps its events": (
        "#region B\nc\nb\n#endregion\n#region A\na\n#endregion\n",
        "#region B\nb\n\nc\n#endregion\n#region A\na\n#endregion\n",
    ),
    "with their comments": (
        "# Region\n# of c\nc\n# of b\nb\n  # too\n# endregion\n",
        "# Region\n# of b\nb\n  # too\n\n# of c\nc\n# endregion\n",
    ),
    "and stays in another": (
        "#region\n#region x\nc\n#endregion x\nb\na\n  #endregion\n",
        "#region\n#region x\nc\n#endregion x\na\n\nb\n  #endregion\n",
    ),
    "with the space around its ends": (
        "\n#region\n\n\nb\na\n\n\n#endregion\n\nc\n", "\n#region\n\n\na\n\nb\n\n\n#endregion\n\nc\n",
    ),
    "nothing passes an event in which one begins": (
        "c\n- id: x\n  #region\n  date: 2025-02\n  title: X\nb\na\n#endregion\n",
        "c\n- id: x\n  #region\n  date: 2025-02\n  title: X\na\n\nb\n#endregion\n",
    ),
    "a whole one in an event goes with it": (
        "c\n- id: x\n  #region\n  date: 2025-02\n  #endregion\n  title: X\n",
        "- id: x\n  #region\n  date: 2025-02\n  #endregion\n  title: X\n\nc\n",
    ),
    "a region without an end is a comment like any": ("b\n# region of Liège\na\n", "# region of Liège\na\n\nb\n"),
    "so is an end alone": ("b\n#endregion\na\n", "#endregion\na\n\nb\n"),
    "the end of the document stays below what is said of it": ("b\na\n... # end\n# c\n", "a\n\nb\n... # end\n# c\n"),
    "what stands apart below the last stays": ("c\nb\n\n# the end\n", "b\n\nc\n\n# the end\n"),
    "a comment under the key stays": ("# of all\n\nb\n\na\n", "# of all\n\na\n\nb\n"),
    "what heads the next section of the file stays": ("b\n\na\n\n# Views\nviews:\n", "a\n\nb\n\n# Views\nviews:\n"),
    "also without a blank line": ("b\na\n# Views\nviews:\n", "a\n\nb\n# Views\nviews:\n"),
    "the end of the document stays": ("b\na\n# end\n...\n", "a\n\nb\n# end\n...\n"),
    "one without a date follows the one before it": ("c\n\nn\n\nm\n\na\n", "a\n\nc\n\nn\n\nm\n"),
    "or stays the first": ("n\n\nb\n\na\n", "n\n\na\n\nb\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_comments_and_blank_lines(name: str) -> None:
    before, after = SAMPLES[name]
    assert tidy(spelt(before)) == spelt(after if after is not None else before)


def test_the_more_precise_comes_first_then_the_order_of_the_file() -> None:
    dates = ("2025", "2025-01", "2025-01-01", "2025-01/2025-02", "2025-01-01", "2025-01-01T08:00", "[..2024-12]")
    before = "events:\n" + "\n".join(f"- date: {date}\n  id: e{n}\n  title: T\n" for n, date in enumerate(dates))
    found = [line.split("e")[-1] for line in tidy(before).splitlines() if line.startswith("  id:")]
    assert found == ["6", "5", "2", "4", "1", "3", "0"]


A = "title: A"
SAME: dict[str, Callable[[str], str]] = {
    "CR LF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "a byte-order mark": lambda text: f"\ufeff{text}",
    "the want of a line end": lambda text: text.rstrip("\n"),
    "quotes": lambda text: text.replace(A, "title: 'A'").replace("2025-02", '"2025-02"'),
    "folding": lambda text: text.replace(A, "title: >-\n    A\n    and\n\n    so on"),
    "comments behind a value": lambda text: text.replace("date: 2025-01", "date: 2025-01   # about  "),
    "blanks at the end of a line": lambda text: text.replace(A, "title: A  "),
    "a dash far from its key": lambda text: text.replace(E["a"], "-   id: a\n    date: 2025-01\n    title: A\n"),
    "a dash alone": lambda text: text.replace("- id: a\n", "- # first\n  id: a\n"),
    "indented dashes": lambda text: "events:\n" + indent(text[8:], "  "),
    "an event in brackets": lambda text: text.replace(E["a"], "- {date: [..2024],\n   # why\n   title: A}\n"),
    "a # and blank lines within a text": lambda text: text.replace(A, "text: |\n    # 1\n\n    - id: x\n\n\n    # 2"),
    "a text in quotes over several lines": lambda text: text.replace(A, 'title: "A\n\n    # none\n    - id: x"'),
    "characters that only YAML takes for line ends": lambda text: text.replace(A, "title: A\u2028B\x85C"),
    "a line of one of these": lambda text: text.replace(A, "title: A\n  \u2028\n  kind: b"),
    "an empty value": lambda text: text.replace(A, "title: A\n  note:"),
    "a key without a value": lambda text: text.replace(A, "title: A\n  ? note"),
    "a line end of another kind": lambda text: text.replace(f"{A}\n", f"{A}\r\n"),
    "a document that is marked as such": lambda text: f"%YAML 1.1\n---\n{text}",
    "a key with a comment and an anchor": lambda text: text.replace("events:", "events: &all # of them"),
}
"""What is kept, and how a file comes by it."""


@pytest.mark.parametrize("name", SAME)
def test_what_is_kept_to_the_letter(name: str) -> None:
    assert tidy(SAME[name](spelt("b\n\na\n"))) == SAME[name](spelt("a\n\nb\n"))


def test_a_lone_cr_before_a_blank_line_does_not_become_one_line_end_with_it() -> None:
    assert tidy(spelt("b\n\na\n")[:-1] + "\r") == spelt("a\n\nb\n").replace("title: A\n\n", "title: A\r\r\n")


def test_dates_get_their_one_spelling() -> None:
    before = (
        "sources:\n  s:\n    title: S\n    published: ~2025\n    seen: '~2025-~01'   # why\n"
        "events:\n- id: a\n  date: [..~2025]  # by\n  title: ~2025\n  claims:\n    date:\n      ~2025: s\n"
    )
    done = tidied(before.encode(), "story.yaml")
    assert (done.respelt, done.moved, done.spaced) == (3, 0, 0)
    assert done.data.decode() == (
        "sources:\n  s:\n    title: S\n    published: 2025~\n    seen: '2025-01~'   # why\n"
        "events:\n- id: a\n  date: [..2025~]  # by\n  title: ~2025\n  claims:\n    date:\n      ~2025: s\n"
    )


def test_a_date_may_get_its_spelling_behind_what_looks_like_a_comment() -> None:
    before = "events:\n- {title: 'Number #1 # 2', date: ~2025}   # ~\n"
    assert tidy(before) == before.replace("~2025", "2025~")


def test_an_alias_never_passes_its_anchor() -> None:
    before = (
        "events:\n- id: c\n  date: 2025-03\n  title: C\n  tags: &t [x]\n\n- id: b\n  date: 2025-02\n  title: B\n"
        "  tags: *t\n\n- id: a\n  date: 2025-01\n  title: A\n\n- id: d\n  date: 2025-02\n  title: D\n"
    )
    assert ids(tidy(before)) == ["a", "c", "b", "d"]


def test_an_anchor_that_is_set_anew_passes_nobody_who_meant_the_first() -> None:
    tags = {"e": "&t [x]", "d": "*t", "c": "&t [y]", "b": "*t", "a": "[z]"}
    before = "".join(
        f"- id: {name}\n  date: 2025-0{5 - n}\n  title: T\n  tags: {tagged}\n\n"
        for n, (name, tagged) in enumerate(tags.items())
    )
    assert ids(tidy("events:\n" + before)) == ["a", "e", "d", "c", "b"]


def test_a_date_may_be_an_alias_or_have_an_anchor() -> None:
    before = (
        "timeline: {title: &when 2025-01}\nevents:\n- id: b\n  date: &b ~2025-02\n  title: B\n\n"
        "- id: a\n  date: *when\n  title: A\n"
    )
    assert ids(tidy(before)) == ["a", "b"]


def test_of_two_events_with_one_id_the_first_stays_the_first() -> None:
    before = spelt("c\nb\na\n").replace("id: b", "id: c")
    assert tidy(before) == spelt("a\n\nc\n\nb\n").replace("id: b", "id: c")


def test_events_without_ids_keep_the_names_that_they_get() -> None:
    dated = "- date: 2025-0{}\n  title: T\n"
    before = "events:\n" + dated.format(2) + "  text: one\n" + dated.format(1) + dated.format(2)
    assert [line for line in tidy(before).splitlines() if "date" in line or "text" in line] == [
        "- date: 2025-01", "- date: 2025-02", "  text: one", "- date: 2025-02",
    ]  # fmt: skip


def test_an_event_that_ends_in_blank_lines_that_count_is_a_wall() -> None:
    wall = E["b"] + "  text: |+\n    one\n\n\n"
    before = "events:\n" + E["c"] + wall + E["c"].replace("id: c", "id: d") + E["a"]
    assert tidy(before) == "events:\n" + E["c"] + wall + E["a"] + "\n" + E["c"].replace("id: c", "id: d")


def test_events_between_brackets_are_left_alone() -> None:
    for text in (
        "events: [{date: 2025-02, title: B}, {date: 2025-01, title: A}]\n",
        "? events\n: - {date: 2025-02, title: B}\n  - {date: 2025-01, title: A}\n",
        "{events: [{date: 2025-02, title: B}]}\n",
        "evens:\n- date: 2025-02\n  title: B\n",
    ):
        done = tidied(text.encode(), "story.yaml")
        assert (done.is_list, done.is_changed, done.data) == (False, False, text.encode())


@pytest.mark.parametrize(
    "text", ["events: []\n", "events:\n", "events:\n# none yet\n", "timeline:\n  title: T\nevents: ~\n"]
)
def test_without_events_there_is_nothing_to_change(text: str) -> None:
    done = tidied(text.encode(), "story.yaml")
    assert (done.is_list, done.is_changed, done.data) == (True, False, text.encode())


def test_items_that_are_no_events_stay_behind_their_neighbours() -> None:
    before = "events:\n- x\n- id: b\n  date: 2025-02\n  title: B\n-\n- - y\n- id: a\n  date: 2025-01\n  title: A\n"
    assert tidy(before) == (
        "events:\n- x\n\n- id: a\n  date: 2025-01\n  title: A\n\n- id: b\n  date: 2025-02\n  title: B\n\n-\n\n- - y\n"
    )


def test_what_moved_is_counted_as_few_as_it_takes() -> None:
    done = tidied(spelt("b\n\nc\n\na\n").encode(), "story.yaml")
    assert (done.moved, done.respelt, done.spaced, done.is_changed) == (1, 0, 0, True)
    done = tidied(spelt("a\nb\n\n\nc\n").encode(), "story.yaml")
    assert (done.moved, done.respelt, done.spaced, done.is_changed) == (0, 0, 2, True)


REFUSED = {
    "events:\n- date:2025\n  title: A\n": 'story.yaml:2:7: there is no space after "date:"',
    "events:\n- date: 2025\n  title: A\n  date: 2026\n": 'story.yaml:4:3: "date" stands here a second time',
    "events:\n- date: 2025\n  title: 'A\n": "story.yaml:3:10: the quote ' is opened here and never closed",
    "events:\n- date: 2025\n  title: A\n\tkind: x\n": "story.yaml:4:1: a tab indents this line",
    "events:\n- date: 2025\n  title: *a\n": 'story.yaml:3:10: nothing above is anchored as "&a"',
    "events:\n- date: 2025\n  title: A\n---\nevents: []\n": "story.yaml:4:1:",
    "<<<<<<< HEAD\nevents: []\n": "story.yaml:1:1:",
    "- date: 2025\n  title: A\n": 'story.yaml:1:1: this is a list without "events:"',
    "events: :\n- date: 2025\n  title: A\n": "story.yaml:1:9: a list of events",
    "title: A\n": 'story.yaml:1:1: there is no "events:" in this file',
    "": "story.yaml:1:1: there is nothing in this file",
    "events: " + "[" * 100 + "]" * 100 + "\n": "story.yaml:1:",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_sound_is_left_alone(text: str) -> None:
    with pytest.raises(NotTidied) as refusal:
        tidied(text.encode(), "story.yaml")
    assert str(refusal.value).startswith(REFUSED[text])


def test_what_is_no_text_cannot_be_read() -> None:
    with pytest.raises(Unreadable):
        tidied(b"events: \xff", "story.yaml")


def test_what_would_not_say_the_same_is_refused() -> None:
    """An event that is an alias has the date of another, and for all that stands behind its neighbour."""
    before = (
        "events:\n- &a\n  id: a\n  date: 2025-03\n  title: A\n- id: y\n  date: 2025-05\n  title: Y\n- *a\n"
        "- id: x\n  date: 2025-03\n  title: X\n"
    )
    with pytest.raises(NotTidied) as refusal:
        tidied(before.encode(), "story.yaml")
    assert str(refusal.value) == (
        'story.yaml: in order of time it would not say the same of the event "a-2" in line 2, so it is left as it is'
    )


def test_the_codes_that_are_refused_are_codes() -> None:
    from tui.core.problems.problem import CODES

    assert set(CODES) >= UNSOUND


def test_the_shipped_timeline_is_tidy() -> None:
    data = (ROOT / "events.yaml").read_bytes()
    assert tidied(data, "events.yaml").data == data


@pytest.mark.parametrize("seed", range(3))
def test_the_shipped_timeline_is_tidied_however_it_is_shuffled(seed: int) -> None:
    data = (ROOT / "events.yaml").read_bytes()
    rows = data.decode().split("\n")
    blocks = CommentRows(rows).blocks(file_layout(data.decode()).sections["events"])
    shuffled: list[str] = []
    for fixed, section in zip(blocks.fixed, [*blocks.sections, []], strict=True):
        entries = [[rows[row] for row in entry.lines] for entry in section]
        Random(seed).shuffle(entries)  # noqa: S311 - the same order each time
        shuffled += [*(rows[row] for row in fixed), *[row for entry in entries for row in [*entry, ""]][:-1]]
    done = tidied("\n".join(shuffled).encode(), "events.yaml")
    assert done.moved
    assert sorted(done.data.decode().split("\n")) == sorted(rows)
    assert read(done.data, "events.yaml").problems == ()


def ids(text: str) -> list[str]:
    """The ids of the events, as they come."""
    return [line.removeprefix("- id: ") for line in text.splitlines() if line.startswith("- id: ")]


def test_times_without_an_offset_keep_their_places_among_those_that_say_one() -> None:
    dates = ("25T21:00Z", "25T22:00+02:00", "25T20:30", "26T00:30+09:00", "25T19:00")
    text = "".join(f"- id: e{number}\n  date: 2025-08-{date}\n  title: T\n\n" for number, date in enumerate(dates))
    lines = tidy(f"events:\n{text}").splitlines()
    assert [line[16:] for line in lines if "date" in line] == [
        "26T00:30+09:00", "25T19:00", "25T22:00+02:00", "25T20:30", "25T21:00Z",
    ]  # fmt: skip


def test_what_has_no_date_comes_last_however_that_is_said() -> None:
    given = """\
events:
- id: a
  undated: true
  title: A

- id: b
  date: sans date
  title: B

- id: c
  date: 2026
  title: C

- id: d
  undated: false
  date: 2025
  title: D
"""
    a, b, c, d = given.removeprefix("events:\n").rstrip("\n").split("\n\n")
    assert tidied(given.encode(), "x.yaml").data.decode() == "events:\n" + "\n\n".join((d, c, a, b)) + "\n"
