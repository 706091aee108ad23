"""jalon diff: between two files, two versions, two days."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import STORY
from tests.store.system.test_git import git

if TYPE_CHECKING:
    from tests.cli.conftest import Say

CHANGED = STORY.replace("date: 2025-12-31", "date: 2026-01").replace("163 people", "about 150 people")

DIFFERENCE = """\
events.yaml → new.yaml
2 events changed

~ 25 August 2025  The union speaks
  union
    ~ jobs  disputed no more
      - 163 people  RTL
      + about 150 people  RTL

~ January 2026  The contract ends
  end
    date  31 December 2025 → January 2026 (moved 1 day on)
"""


@pytest.fixture
def new(story: Path) -> Path:
    """The same story, changed."""
    path = story / "new.yaml"
    path.write_text(CHANGED, encoding="utf-8")
    return path


def test_two_files(new: Path, say: Say) -> None:
    assert say("diff", "events.yaml", "new.yaml") == (DIFFERENCE, "", 0)


def test_two_that_are_the_same(story: Path, say: Say) -> None:
    assert say("diff", "events.yaml", "events.yaml").out == "events.yaml → events.yaml\nnothing differs\n"


def test_as_data(new: Path, say: Say) -> None:
    told = json.loads(say("diff", "events.yaml", "new.yaml", "--format", "json").out)
    assert told["old"] == {"name": "events.yaml", "as_of": None}
    assert [(one["change"], one["id"]) for one in told["events"]] == [("changed", "union"), ("changed", "end")]
    assert (told["sources"], told["actors"], told["timeline"]) == ([], [], [])


def test_in_ascii(new: Path, say: Say) -> None:
    assert say("diff", "events.yaml", "new.yaml", "--ascii").out == DIFFERENCE.replace("→", "->")


def test_versions_that_git_keeps(new: Path, say: Say) -> None:
    git(new.parent, "init", "-q")
    git(new.parent, "add", "events.yaml")
    git(new.parent, "commit", "-q", "-m", "one")
    assert say("diff", "--git", "HEAD").out == "events.yaml in HEAD → events.yaml\nnothing differs\n"
    (new.parent / "events.yaml").write_text(CHANGED, encoding="utf-8")
    told = DIFFERENCE.split("\n", 1)[1]
    assert say("diff", "--git", "HEAD").out == "events.yaml in HEAD → events.yaml\n" + told
    assert say("diff", "--git", "HEAD", "events.yaml").out == "events.yaml in HEAD → events.yaml\n" + told
    git(new.parent, "commit", "-q", "-a", "-m", "two")
    two = "events.yaml in HEAD~1 → events.yaml in HEAD\n" + told
    assert say("diff", "--git", "HEAD~1", "HEAD").out == two
    assert say("diff", "--git", "HEAD~1", "HEAD", "events.yaml").out == two
    ranged = two.replace("events.yaml in HEAD~1", "events.yaml in HEAD~1", 1)
    assert say("diff", "--git", "HEAD~1..HEAD").out == say("diff", "--git", "HEAD~1..").out == ranged
    assert say("diff", "--git", "HEAD~1...HEAD", "events.yaml").out.splitlines()[1:] == ranged.splitlines()[1:]
    assert say("diff", "--git", "HEAD", "new.yaml") == ("", "jalon: new.yaml is not in HEAD\n", 2)
    assert say("diff", "--git", "nope") == ("", 'jalon: git knows no revision "nope" here\n', 2)
    assert say("diff", "--git", "--", "-x").err == 'jalon: "-x" is no revision\n'


def test_what_was_published_between_two_days(story: Path, say: Say) -> None:
    said = say("diff", "--days", "2025-08-24", "2025-08-25", "--width", "60")
    assert (said.err, said.code) == ("", 0)
    assert said.out.startswith(
        "as published by 24 August 2025 → as published by 25 August\n2025\n3 events came · 1 source came\n"
    )
    assert "+ 11 August 2026  The ban\n  ban\n    planned, RTL\n" in said.out
    asked = say("diff", "--days", "2025-08-24", "2025-08-25", "-q", "country:FR", "--format", "json")
    told = json.loads(asked.out)
    assert [one["id"] for one in told["events"]] == ["ban"]
    assert (told["old"]["as_of"], told["new"]["as_of"]) == ("2025-08-24", "2025-08-25")
    assert say("diff", "--days", "2025-08-24", "2025-08-25", "events.yaml", "--width", "60").out == said.out
    assert say("diff", "events.yaml", "--days", "2025-08-24", "2025-08-25", "--width", "60").out == said.out
    assert "in parentheses" not in said.out, "nothing stands in any"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "which files? none is named; jalon diff OLD NEW"),
        (("events.yaml",), "two files are compared; jalon diff OLD NEW"),
        (("events.yaml", "what"), '"what" is not a file; jalon diff --git REV compares with a version'),
        (("2025-08-26", "2025-08-27"), '"2025-08-26" is not a file; jalon diff --days DAY1 DAY2'),
        (("events.yaml", "none.yaml"), "none.yaml: there is no such file"),
        (("-", "-"), "standard input is named twice, and can be read once"),
        (("--git",), "which revision? none is named; jalon diff --git [FILE] REV [REV]"),
        (("--git", "HEAD", "-"), "standard input has no versions"),
        (("--git", "--days", "HEAD"), "either --git or --days"),
        (("--days", "events.yaml", "2025-08-26"), "two days are compared; jalon diff --days [FILE] DAY1 DAY2"),
        (("--days", "2025-08-26"), "two days are compared; jalon diff --days [FILE] DAY1 DAY2"),
        (("--days", "2025-08-27", "2025-08-26"), "2025-08-26 is before 2025-08-27; the earlier day comes first"),
        (("--days", "2025", "2026-01-01"), '"2025": not one certain day; such as 2025-12-31'),
        (
            ("--days", "2025-08-26", "2025-08-27", "-q", "as-of:2025-08-26"),
            '"as-of:" has no place in the query of a comparison: as-of:2025-08-26; the two days stand before it',
        ),
        (
            ("events.yaml", "events.yaml", "-q", "a"),
            "-q goes with --days; jalon diff --days [FILE] DAY1 DAY2 -q QUERY",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused(story: Path, say: Say, words: tuple[str, ...], says: str) -> None:
    assert say("diff", *words) == ("", f"jalon: {says}\n", 2)


def test_a_file_with_faults_is_compared_by_what_is_good_in_it(new: Path, say: Say) -> None:
    new.write_text(CHANGED + "- date: never\n  title: x\n", encoding="utf-8")
    said = say("diff", "events.yaml", "new.yaml")
    assert said.out == DIFFERENCE
    assert said.err == "new.yaml: 1 error: jalon check new.yaml\n"
    assert said.code == 0


def test_what_is_private_is_withheld_and_said(new: Path, say: Say) -> None:
    secret = CHANGED + "- {id: secret, date: 2025, title: Secret, sources: rtl, private: true}\n"
    new.write_text(secret, encoding="utf-8")
    said = say("diff", "events.yaml", "new.yaml")
    assert said.out == DIFFERENCE
    assert "withheld as private: 1 event" in said.err
    assert "Secret" in say("diff", "events.yaml", "new.yaml", "--with-private").out
    days = say("diff", "--days", "2025-08-24", "2025-08-25", "new.yaml")
    assert "Secret" not in days.out
    assert "withheld as private: 1 event" in days.err


def test_what_the_timeline_says_of_all_is_told_of_the_timeline_and_of_each_event(story: Path, say: Say) -> None:
    text = (story / "events.yaml").read_text(encoding="utf-8").replace("  countries: FR\n", "")
    for name, head in (("one", ""), ("two", "  countries: [FR]\n  source_language: nl\n")):
        (story / f"{name}.yaml").write_text(text.replace("  language: en\n", f"  language: en\n{head}", 1))
    found = json.loads(say("diff", "one.yaml", "two.yaml", "--format", "json").out)
    fields = {one["field"] for one in found["timeline"]}
    assert {"countries", "source_language"} <= fields
    assert [one["id"] for one in found["events"]] == ["ban"]


MARKDOWN = """\
### events.yaml → new.yaml
2 events changed

- `~` **25 August 2025: The union speaks**
  - union
  - `~` jobs: disputed no more
    - `-` 163 people: RTL
    - `+` about 150 people: RTL

- `~` **January 2026: The contract ends**
  - end
  - date: 31 December 2025 → January 2026 (moved 1 day on)
"""


def test_for_a_review_a_difference_is_a_list_in_markdown(new: Path, say: Say) -> None:
    assert say("diff", "events.yaml", "new.yaml", "--format", "markdown") == (MARKDOWN, "", 0)
