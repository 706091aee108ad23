"""The JSON Schema takes what jalon takes, and has every field that jalon reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from jsonschema import Draft202012Validator

from bench.generate import timeline
from tests.conftest import ROOT
from tests.core.dates.edtf_grammar import dates
from tests.store.read.test_timeline import WHOLE
from tui.core.problems.problem import CODES, ERROR, SILENCEABLE
from tui.store.read.schema import NAME, schema
from tui.store.read.schema_words import FIELD_HELP
from tui.store.read.tables import TABLES
from tui.store.read.timeline import read
from tui.store.system.explanations import explanation
from tui.store.write import modeline

SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA)


class Core(yaml.SafeLoader):
    """YAML as editors read it: by the core schema of YAML 1.2, where far fewer words are no text than in 1.1."""


Core.yaml_implicit_resolvers = {}
for tag, pattern in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)
Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def as_json(data: object) -> object:
    """Data with keys that are all texts, as a validator of JSON takes them."""
    if isinstance(data, dict):
        return {str(key): as_json(value) for key, value in data.items()}
    return [as_json(one) for one in data] if isinstance(data, list) else data


def complaints(text: str) -> list[str]:
    """What a validator says of a file."""
    data = as_json(yaml.load(text, Loader=Core))  # noqa: S506 - a SafeLoader
    return [f"{'.'.join(map(str, one.absolute_path))}: {one.message}" for one in VALIDATOR.iter_errors(data)]


def fields(of: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, shape in SCHEMA["$defs"].items():
        if "properties" in shape and name != "silence":
            yield name, shape
    yield "claim", SCHEMA["$defs"]["claims"]["additionalProperties"]["anyOf"][0]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_has_the_fields_that_are_read_and_their_twins() -> None:
    shapes = dict(fields(SCHEMA))
    assert set(shapes) == set(TABLES)
    for name, table in TABLES.items():
        added = {"keep"} if name == "claim" else set()
        assert set(shapes[name]["properties"]) == set(table) | added
        twins = {key for key, field in table.items() if field.language is not None}
        assert set(shapes[name].get("patternProperties", {})) == {f"^{key}_[a-z]{{2,3}}$" for key in twins}


def test_nothing_is_described_that_is_not_read() -> None:
    read_at_all = {(name, key) for name, table in TABLES.items() for key in table}
    assert set(FIELD_HELP) == read_at_all


def test_every_field_has_a_description_and_every_example_is_right() -> None:
    for _, shape in fields(SCHEMA):
        for field in shape["properties"].values():
            assert field["description"]
            validator = Draft202012Validator({**field, "$defs": SCHEMA["$defs"]})
            for example in field.get("examples", []):
                assert [one.message for one in validator.iter_errors(example)] == []


def test_what_can_be_silenced_is_named() -> None:
    assert set(SCHEMA["$defs"]["silence"]["properties"]) == set(SILENCEABLE)


GOOD = [
    (ROOT / "events.yaml").read_text(encoding="utf-8"),
    WHOLE,
    "\n".join(timeline(60, seed=1)),
    "events:\n- date: 2026\n  title: 2026\n  tags: [yes, 12, NO]\n  text:\n  countries: NO\n",
    "events:\n- date: [..2025-05-14]\n  title: A\n- date: {1960,1961-12}\n  title: B\n- date: -0043\n  title: C\n",
    "events:\n",
    *re.findall(
        r"^```yaml\n(.*?)^```", (ROOT / "docs" / "format.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    ),
    *(
        one.right if "events:" in one.right else f"events:\n{one.right}\n"
        for one in map(explanation, CODES)
        if one is not None and one.right
    ),
]


@pytest.mark.parametrize("text", GOOD, ids=range(len(GOOD)))
def test_what_jalon_takes_is_valid(text: str) -> None:
    assert [one for one in read(text.encode(), "good.yaml").problems if one.severity == ERROR] == []
    assert complaints(text) == []


@given(dates)
def test_every_date_is_valid(date: str) -> None:
    assert complaints(f"events:\n- {{title: A, date: '{date}'}}\n") == []


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("events:\n- date: 2025\n", "events.0: 'title' is a required property"),
        ("events:\n- title: A\n  date:\n", "events.0.date"),
        ("events:\n- {date: 2025, title: A, titel_fr: B}\n", "events.0: 'titel_fr' does not match any of"),
        ("events:\n- {date: end of August, title: A}\n", "events.0.date"),
        ("events:\n- {date: 2025, title: A, status: announced}\n", "events.0.status"),
        ("events:\n- {date: 2025, title: A, countries: [Belgium]}\n", "events.0.countries"),
        ("events:\n- {date: 2025, title: [A]}\n", "events.0.title"),
        ("events:\n- {date: 2025, title: A, silence: {lone: x}}\n", "events.0.silence"),
        ("events: []\nactors: {a: {kind: union}}\n", "actors.a"),
        ("events: []\nactors: {a: {name: A, kind: syndicate}}\n", "actors.a"),
        ("events: []\nsources: {a: {publisher: A}}\n", "sources.a"),
        ("events: []\nsources: {a#b: {title: A}}\n", "sources"),
        ("events: []\nsources: {a: {url: 'ftp://x'}}\n", "sources.a.url"),
        ("timeline: {title: T}\n", ": 'events' is a required property"),
        ("events: []\nevenements: []\n", ": Additional properties"),
    ],
)
def test_what_jalon_refuses_is_not(text: str, where: str) -> None:
    assert any(one.severity == ERROR for one in read(text.encode(), "bad.yaml").problems)
    assert any(one.startswith(where) for one in complaints(text)), complaints(text)


def test_the_schema_beside_the_shipped_timeline_is_the_one_that_is_made_now() -> None:
    assert (ROOT / NAME).read_text(encoding="utf-8") == modeline.text()
    assert modeline.named_schema((ROOT / "events.yaml").read_text(encoding="utf-8")) == NAME
    assert json.loads(modeline.text()) == SCHEMA
