"""jalon schema: the schema on standard output, or beside a file that then names it in its first line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import STORY, Say
from tests.conftest import Jalon
from tui.store.read.schema import NAME, schema

LINE = "# yaml-language-server: $schema=events.schema.json\n"


def test_the_schema_is_printed(say: Say) -> None:
    said = say("schema")
    assert json.loads(said.out) == schema()
    assert (said.err, said.code) == ("", 0)


def test_it_is_put_beside_the_file_that_then_names_it(story: Path, say: Say) -> None:
    assert say("schema", "--write") == (
        "", "events.schema.json is written\nevents.yaml names it in its first line\n", 0,
    )  # fmt: skip
    assert (story / "events.yaml").read_text(encoding="utf-8") == LINE + STORY
    assert json.loads((story / NAME).read_text(encoding="utf-8")) == schema()


def test_a_second_time_nothing_changes(story: Path, say: Say) -> None:
    say("schema", "--write")
    assert say("schema", "--write", "events.yaml") == ("", "events.schema.json is up to date\n", 0)
    assert (story / "events.yaml").read_text(encoding="utf-8") == LINE + STORY


def test_a_file_in_another_folder_has_its_schema_there(story: Path, say: Say) -> None:
    (story / "deep").mkdir()
    (story / "deep" / "x.yaml").write_text(STORY, encoding="utf-8")
    assert say("schema", "--write", "deep/x.yaml").err.startswith("deep/events.schema.json is written\n")
    assert (story / "deep" / NAME).exists()
    assert not (story / NAME).exists()


def test_a_schema_that_is_named_already_stays(story: Path, say: Say) -> None:
    text = f"# mine\n#yaml-language-server:   $schema=./other.json\n{STORY}"
    (story / "events.yaml").write_text(text, encoding="utf-8")
    assert say("schema", "--write").err == (
        "events.schema.json is written\nevents.yaml names another schema: ./other.json\n"
    )
    assert (story / "events.yaml").read_text(encoding="utf-8") == text


def test_a_schema_of_an_older_jalon_is_made_anew(story: Path, say: Say) -> None:
    old = {**schema(), "title": "An older one"}
    (story / NAME).write_text(json.dumps(old), encoding="utf-8")
    assert say("schema", "--write").code == 0
    assert json.loads((story / NAME).read_text(encoding="utf-8")) == schema()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["x.yaml"], "the schema is the same for every file; --write puts it beside a file: jalon schema --write x"),
        (["--write", "-"], "nothing can be put beside standard input; jalon schema prints the schema"),
        (["--write", "none.yaml"], "none.yaml: there is no such file"),
        (["--write", "latin.yaml"], "latin.yaml: not text in UTF-8"),
    ],
)
def test_what_cannot_be_done_is_said(args: list[str], message: str, story: Path, say: Say) -> None:
    (story / "latin.yaml").write_bytes(b"a: \xe9t\xe9\n")
    said = say("schema", *args)
    assert (said.out, said.code) == ("", 2)
    assert message in said.err
    assert not (story / NAME).exists()


def test_nothing_is_put_beside_the_shipped_timeline(tmp_path: Path, jalon: Jalon) -> None:
    ran = jalon("schema", "--write")
    assert (ran.stdout, ran.code) == ("", 2)
    assert "there is no events.yaml in this folder; name a FILE" in ran.stderr


def test_a_file_that_jalon_did_not_make_is_not_replaced(story: Path, say: Say) -> None:
    (story / NAME).write_text('{"mine": true}', encoding="utf-8")
    said = say("schema", "--write")
    assert (said.code, said.err) == (
        2, "jalon: events.schema.json is not saved: there is one already, and jalon did not make it\n",
    )  # fmt: skip
    assert (story / "events.yaml").read_text(encoding="utf-8") == STORY
    (story / NAME).unlink()
    (story / NAME).mkdir()
    assert say("schema", "--write").code == 2
