"""jalon fmt: tidies when asked, shows and checks without writing, and leaves alone what it cannot be sure of."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.conftest import Jalon
from tui.store.write.starter import shipped

UNTIDY = """\
events:
# of the second
- id: b
  date: 2025-02
  title: B   # so it is
- id: a
  date: ~2025-~01
  title: A
"""
TIDY = """\
events:
- id: a
  date: 2025-01~
  title: A

# of the second
- id: b
  date: 2025-02
  title: B   # so it is
"""
DONE = "1 event moved, 1 date respelt, 1 gap made one blank line"
DUE = "would change: 1 event to move, 1 date to respell, 1 gap to make one blank line"
DIFF = """\
--- story.yaml
+++ story.yaml
@@ -1,8 +1,9 @@
 events:
+- id: a
+  date: 2025-01~
+  title: A
+
 # of the second
 - id: b
   date: 2025-02
   title: B   # so it is
-- id: a
-  date: ~2025-~01
-  title: A
"""


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is not tidy, in the folder where we are."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.yaml").write_text(UNTIDY, encoding="utf-8")
    return tmp_path / "story.yaml"


def stamp(path: Path) -> tuple[int, int, bytes]:
    """What would be another if a file had been written."""
    status = path.stat()
    return status.st_mtime_ns, status.st_ino, path.read_bytes()


def test_a_file_is_tidied_and_what_was_done_is_said(story: Path, say: Say) -> None:
    story.chmod(0o640)
    assert say("fmt", "story.yaml") == ("", f"story.yaml: {DONE}\n", 0)
    assert story.read_text(encoding="utf-8") == TIDY
    assert story.stat().st_mode & 0o777 == 0o640


def test_a_tidy_file_is_not_touched(story: Path, say: Say) -> None:
    story.write_text(TIDY, encoding="utf-8")
    before = stamp(story)
    assert say("fmt", "story.yaml") == ("", "story.yaml: nothing to change\n", 0)
    assert say("fmt", "--check", "--diff", "story.yaml") == ("", "story.yaml: nothing to change\n", 0)
    assert stamp(story) == before


def test_checking_writes_nothing_and_fails(story: Path, say: Say) -> None:
    before = stamp(story)
    assert say("fmt", "--check", "story.yaml") == ("", f"story.yaml: {DUE}\n", 1)
    assert stamp(story) == before


def test_a_difference_is_shown_and_nothing_written(story: Path, say: Say) -> None:
    before = stamp(story)
    assert say("fmt", "--diff", "story.yaml") == (DIFF, f"story.yaml: {DUE}\n", 0)
    assert say("fmt", "--diff", "--check", "story.yaml") == (DIFF, f"story.yaml: {DUE}\n", 1)
    coloured = say("fmt", "--diff", "--color", "always", "story.yaml").out
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == DIFF
    assert stamp(story) == before


def test_the_file_of_this_folder_is_the_one_that_is_meant(story: Path, say: Say) -> None:
    story.rename("events.yaml")
    assert say("fmt") == ("", f"events.yaml: {DONE}\n", 0)


def test_standard_input_comes_out_tidy(jalon: Jalon) -> None:
    assert jalon("fmt", "-", input=UNTIDY) == (TIDY, f"standard input: {DONE}\n", 0)
    assert jalon("fmt", "-", input=TIDY.replace("\n", "\r\n")).stdout == TIDY.replace("\n", "\r\n")
    assert jalon("fmt", "-", "--check", input=UNTIDY) == ("", f"standard input: {DUE}\n", 1)
    assert jalon("fmt", "-", "--diff", input=UNTIDY).stdout == DIFF.replace("story.yaml", "standard input")


def test_what_is_not_sound_is_left_alone(story: Path, say: Say) -> None:
    story.write_text("events:\n- date:2025\n  title: A\n", encoding="utf-8")
    before = stamp(story)
    said = say("fmt", "story.yaml")
    assert (said.out, said.code) == ("", 2)
    assert said.err == (
        'jalon: story.yaml:2:7: there is no space after "date:"; jalon check story.yaml tells more, and until that is '
        "mended fmt leaves the file as it is\n"
    )
    assert stamp(story) == before


def test_nothing_comes_out_of_standard_input_that_is_not_sound(jalon: Jalon) -> None:
    ran = jalon("fmt", "-", input="events:\n- date:2025\n  title: A\n")
    assert (ran.stdout, ran.code) == ("", 2)


def test_several_files_are_tidied_and_the_worst_decides(story: Path, say: Say) -> None:
    Path("bad.yaml").write_text("events: [\n", encoding="utf-8")
    Path("flow.yaml").write_text("events: [{date: 2025, title: A}]\n", encoding="utf-8")
    said = say("fmt", "bad.yaml", "none.yaml", "flow.yaml", "story.yaml", "--check")
    assert [line.split(":")[0] for line in said.err.splitlines()] == ["jalon", "jalon", "flow.yaml", "story.yaml"]
    reason = 'its events do not stand under "events:" in lines of their own, and are left as they are'
    assert f"flow.yaml: {reason}\n" in said.err
    assert (said.out, said.code) == ("", 2)
    assert say("fmt", "flow.yaml", "story.yaml").code == 0
    assert story.read_text(encoding="utf-8") == TIDY


def test_a_file_that_may_not_be_written_is_said(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert say("fmt", "story.yaml") == ("", "jalon: story.yaml is not saved: it may only be read\n", 2)
    assert story.read_text(encoding="utf-8") == UNTIDY


def test_the_timeline_that_comes_with_jalon_is_never_written(
    tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    cure = "; jalon init --shipped makes a copy of it, ./events.yaml\n"
    message = "the timeline that comes with jalon stays as it is"
    assert say("fmt") == ("", f"jalon: there is no events.yaml here, and {message}{cure}", 2)
    assert say("fmt", shipped()) == ("", f"jalon: {message}{cure}", 2)
    assert say("fmt", "--check").code == 0
    assert say("init", "--shipped").code == 0
    assert say("fmt") == ("", "events.yaml: nothing to change\n", 0)


def test_standard_input_is_read_once(say: Say) -> None:
    said = say("fmt", "-", "-")
    assert (said.err, said.code) == ("jalon: standard input is named twice, and can be read once\n", 2)
