"""A file before and after, as `diff -u` shows it and `patch` takes it."""

from __future__ import annotations

from difflib import unified_diff

from hypothesis import given
from hypothesis import strategies as st

from tui.printing.patch import patch


def text(before: list[str], rows: list[int | None], after: list[str] | None = None) -> str:
    """A patch without its colours; lines that are not new are those of before."""
    lines = after or ["new\n" if row is None else before[row] for row in rows]
    return "".join("".join(span.text for span in line) + "\n" for line in patch(before, lines, rows, "x.yaml"))


def test_nothing_is_shown_when_nothing_changes() -> None:
    assert text(["a\n", "b\n"], [0, 1]) == ""


def test_what_moves_goes_whole_and_the_rest_stays() -> None:
    before = [f"{letter}\n" for letter in "abcdefghijkl"]
    assert text(before, [0, 1, 2, 3, 6, 4, 5, 7, 8, 9, 10, 11]) == (
        "--- x.yaml\n+++ x.yaml\n@@ -2,9 +2,9 @@\n b\n c\n d\n+g\n e\n f\n-g\n h\n i\n j\n"
    )


def test_changes_far_apart_stand_in_hunks_of_their_own() -> None:
    before = [f"{n}\n" for n in range(20)]
    assert text(before, [*range(20)], ["x\n", *before[1:19], "y\n"]) == (
        "--- x.yaml\n+++ x.yaml\n@@ -1,4 +1,4 @@\n-0\n+x\n 1\n 2\n 3\n@@ -17,4 +17,4 @@\n 16\n 17\n 18\n-19\n+y\n"
    )


def test_a_last_line_without_an_end_is_said_to_be_one() -> None:
    assert text(["a\n", "b"], [1, 0], ["b\n", "a"]) == (
        "--- x.yaml\n+++ x.yaml\n@@ -1,2 +1,2 @@\n"
        "-a\n-b\n\\ No newline at end of file\n+b\n+a\n\\ No newline at end of file\n"
    )


def test_nothing_in_it_steers_a_terminal() -> None:
    assert text(["\x1b]52;x\x07\u202e\ta\r\n"], [0, None]) == (
        "--- x.yaml\n+++ x.yaml\n@@ -1,1 +1,2 @@\n ␛]52;x␇<U+202E>\ta\n+new\n"
    )


def test_what_goes_and_what_comes_have_colours_of_their_own() -> None:
    lines = list(patch(["a\n"], ["b\n"], [None], "x.yaml"))
    assert [line[0].role for line in lines] == ["strong", "strong", "dim", "alarm", "kept"]


@given(st.integers(0, 12).flatmap(lambda n: st.permutations(range(n))), st.sets(st.integers(0, 12)))
def test_following_it_leads_from_the_one_to_the_other(order: list[int], new: set[int]) -> None:
    before = [f"{n}\n" for n in range(len(order))]
    rows: list[int | None] = list(order)
    for place in sorted(new):
        rows.insert(place, None)
    after = ["new\n" if row is None else before[row] for row in rows]
    assert followed(before, text(before, rows)) == after
    least = list(unified_diff(before, after))
    assert len(text(before, rows).splitlines()) <= max(len(least) * 2, 1)


def followed(before: list[str], shown: str) -> list[str]:
    """The lines that a patch makes of those before."""
    after: list[str] = []
    at = 0
    for line in shown.splitlines(keepends=True)[2:]:
        if line.startswith("@@"):
            begin, length = map(int, line.split()[1][1:].split(","))
            start = begin - 1 if length else begin
            after += before[at:start]
            at = start
        elif line[0] in " -":
            assert before[at] == line[1:]
            after += [line[1:]] if line[0] == " " else []
            at += 1
        else:
            after.append(line[1:])
    return after + before[at:]
