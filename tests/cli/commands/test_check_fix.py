"""jalon check --fix: mends what has one meaning, writes as the other writers do, and says what is left."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.conftest import Jalon
from tests.store.yaml.test_recovery import TEN_MISTAKES
from tui.store.write import mend

MENDED = "3 problems mended (1 inner-quotes, 1 unknown-country, 1 unquoted-colon)"
AFTER = (
    TEN_MISTAKES.replace("be}", "BE}")
    .replace("Transféré au Maroc : 150 emplois", '"Transféré au Maroc : 150 emplois"')
    .replace('"oui"', '\\"oui\\"')
)
DIFF = """\
--- story.yaml
+++ story.yaml
@@ -8,7 +8,7 @@
   title: A month that is none
 - id: two
   date: 2025-08-25
-  title: Transféré au Maroc : 150 emplois
+  title: "Transféré au Maroc : 150 emplois"
 - id: three
   date: 2025-08-25
   title: Good but for its parts
"""


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with ten mistakes, in the folder where we are."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "story.yaml"
    path.write_bytes(TEN_MISTAKES.encode())
    return path


def test_a_file_is_mended_and_what_is_left_is_said(story: Path, say: Say) -> None:
    said = say("check", "--fix", "story.yaml")
    assert story.read_bytes() == AFTER.encode()
    assert said.err == f"story.yaml: {MENDED}\nstory.yaml: 4 events, 8 errors\n"
    assert (said.code, said.out.count("error[")) == (1, 8)
    again = say("check", "--fix", "story.yaml")
    assert again.err == "story.yaml: nothing to mend\nstory.yaml: 4 events, 8 errors\n"
    assert story.read_bytes() == AFTER.encode()


def test_a_difference_is_shown_and_nothing_is_written(story: Path, say: Say) -> None:
    said = say("check", "--diff", "--only", "unquoted-colon", "story.yaml")
    assert said.out == DIFF
    assert said.err.startswith("story.yaml: 1 problem to mend (1 unquoted-colon)\n")
    assert story.read_bytes() == TEN_MISTAKES.encode()


@pytest.mark.parametrize(
    ("args", "mended"),
    [
        (("--only", "unquoted-colon,bad-date"), "1 problem mended (1 unquoted-colon)"),
        (("--ignore", "unquoted-colon", "--ignore", "inner-quotes"), "1 problem mended (1 unknown-country)"),
        (("--only", "hint"), "nothing to mend"),
        (("--unsafe-fixes", "--only", "unknown-actor"), "1 problem mended (1 unknown-actor)"),
    ],
)
def test_what_is_mended_can_be_chosen(story: Path, say: Say, args: tuple[str, ...], mended: str) -> None:
    assert say("check", "--fix", *args, "story.yaml").err.startswith(f"story.yaml: {mended}\n")


def test_standard_input_is_mended_to_standard_output(jalon: Jalon) -> None:
    done = jalon("check", "--fix", "-", input=TEN_MISTAKES)
    assert done.stdout == AFTER
    assert done.stderr == f"standard input: {MENDED}\nstandard input: 4 events, 8 errors\n"


def test_guesses_are_not_made_by_themselves(story: Path, say: Say) -> None:
    said = say("check", "--unsafe-fixes", "story.yaml")
    assert (said.err, said.code) == ("jalon: --unsafe-fixes is for --fix; --fix --unsafe-fixes\n", 2)
    assert say("check", "--diff", "--json", "story.yaml").code == 2
    assert story.read_bytes() == TEN_MISTAKES.encode()


def test_a_link_and_permissions_stay(story: Path, say: Say) -> None:
    story.chmod(0o640)
    link = story.with_name("link.yaml")
    link.symlink_to(story)
    say("check", "--fix", "link.yaml")
    assert link.is_symlink()
    assert story.read_bytes() == AFTER.encode()
    assert story.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_file_that_may_only_be_read_stays(story: Path, say: Say) -> None:
    story.chmod(0o400)
    said = say("check", "--fix", "story.yaml")
    assert (said.err, said.code) == ("jalon: story.yaml is not saved: it may only be read\n", 2)


def test_what_an_editor_saves_meanwhile_stays(
    story: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = mend.mended

    def slow(*args: object, **named: object) -> mend.Mended:
        outcome = real(*args, **named)  # type: ignore[arg-type]  # as they came
        story.write_text("events:\n- date: 2025\n  title: Mine\n")
        return outcome

    monkeypatch.setattr(mend, "mended", slow)
    said = say("check", "--fix", "story.yaml")
    assert "it has changed since it was read" in said.err
    assert said.code == 2
    assert story.read_text() == "events:\n- date: 2025\n  title: Mine\n"


def test_the_shipped_timeline_is_not_written(story: Path, say: Say) -> None:
    said = say("check", "--fix")
    assert said.code == 2
    assert "the timeline that comes with jalon stays as it is" in said.err


def test_what_cannot_be_read_is_said(story: Path, say: Say) -> None:
    story.write_bytes(b"title: \xe9t\xe9\n")
    said = say("check", "--fix", "story.yaml")
    assert said.code == 2
    assert "not text in UTF-8" in said.err
