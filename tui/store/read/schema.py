"""The JSON Schema (2020-12) of a file of events, made from the very table that files are read with.

Editors read YAML 1.2, in which `2026` is a number, `[..2025]` a list and an empty value null: what jalon takes as text
is allowed to be all of these. jalon check finds much that no schema can say.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui.core.dates.edtf import UNDATED_WORDS
from tui.core.problems.problem import CODES, SILENCEABLE
from tui.core.timeline import country_names
from tui.core.timeline.model import ACTOR_KINDS, GROUPS, REQUIREMENTS, STATUSES
from tui.store.read.context import Field
from tui.store.read.schema_words import FIELD_HELP
from tui.store.read.tables import TABLES

Schema = dict[str, Any]

NAME = "events.schema.json"
"""The file that it is put into, beside the files that it is for."""
COMMENT = "Made by jalon schema --write from the fields that jalon reads; a newer jalon makes it anew."

NOTHING: Schema = {"type": "null"}
TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
QUOTED = "For other programs than jalon, quote a set ([..] or {..}) and a year before 0."
"""The sentence that is added to the description of a date."""
_LANGUAGE = "[a-z]{2,3}"
_WORDS_OF_DATES = r"^[-+0-9XYESTZ?~%.,:/\[\]{}\s]*$"
"""The characters that a date can hold at all."""
_UNDATED = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:].replace('.', '[.]')}[.]?" for word in UNDATED_WORDS)


def schema() -> Schema:
    """The schema, as JSON has it."""
    shapes = {kind: _mapping(kind, table) for kind, table in TABLES.items()}
    shapes["event"] |= {"required": ["title"], "anyOf": [{"required": ["date"]}, {"required": ["undated"]}]}
    shapes["source"] |= {"anyOf": [{"required": ["title"]}, {"required": ["url"]}]}
    shapes["actor"] |= {"anyOf": [{"required": ["name"]}, {"not": {"propertyNames": {"not": {"pattern": "^name_"}}}}]}
    claim = shapes.pop("claim")
    claim["properties"]["keep"] = _ref("text") | {"description": "The value you retain, as it is written above."}
    claim["additionalProperties"] = _ref("citations")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": COMMENT,
        "title": "A timeline of jalon",
        "description": "Events with their dates, the actors in them, and the sources that say so.",
        "type": "object",
        "properties": _sections(),
        "required": ["events"],
        "additionalProperties": False,
        "$defs": {**_values(), **shapes, "claims": _by_name(_or_nothing(claim))},
    }


def _sections() -> Schema:
    return {
        "timeline": _or_nothing(_ref("timeline")) | {"description": "What the file is about."},
        "actors": _by_name({"anyOf": [{"type": "string"}, _ref("actor")]})
        | {"description": "Who the events concern, by id; a name alone will do."},
        "sources": _by_name(_ref("source"))
        | {
            "description": 'Articles, laws, pages, by id; without a "#", for a citation is source#passage.',
            "propertyNames": {"pattern": "^[^#]+$"},
        },
        "events": {
            "description": "What happened, in any order; jalon puts it in order of time.",
            "type": ["array", "null"],
            "items": _ref("event"),
        },
        "views": _by_name(_ref("view")) | {"description": "Filters worth a name."},
        "publish": _or_nothing(_ref("publish")) | {"description": "What a page needs before jalon publish makes it."},
    }


# ---- Mappings, from the table of the reader


def _mapping(kind: str, table: Mapping[str, Field]) -> Schema:
    """A mapping with its fields; those of texts have twins in other languages, such as `title_fr`."""
    properties, twins = {}, {}
    for key, field in table.items():
        said, *examples = FIELD_HELP[kind, key]
        shape = _ref(field.shape)
        if field.is_list:
            shape = {"anyOf": [shape, {"type": "array", "items": shape}]}
        if kind == "event" and key in ("date", "title"):
            shape = {"allOf": [shape, {"not": NOTHING}]}
        if field.shape.endswith("date"):
            said = f"{said} {QUOTED}"
        properties[key] = shape | {"description": said} | ({"examples": examples} if examples else {})
        if field.language is not None:
            twins[f"^{key}_{_LANGUAGE}$"] = _ref("text") | {"description": f"{key} in another language."}
    shape = {"type": "object", "properties": properties, "additionalProperties": False}
    return shape | ({"patternProperties": twins} if twins else {})


_YES_OR_NO = "^([Yy][Ee][Ss]|[Oo][Uu][Ii]|[Tt][Rr][Uu][Ee]|[Nn][Oo]|[Nn][Oo][Nn]|[Ff][Aa][Ll][Ss][Ee])$"


# ---- Values


def _values() -> Schema:
    citation = {
        "anyOf": [
            {"type": ["string", "number"]},
            {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": _ref("text")},
        ],
        "description": "source, source#passage, an address, or source: first words … last words.",
    }
    return {
        "text": TEXT,
        "date": _date(),
        "event-date": {"anyOf": [{"type": "string", "pattern": f"^({_UNDATED})$"}, *_date()["anyOf"]]},
        "language": _or_nothing({"type": "string", "pattern": f"^{_LANGUAGE}(-[A-Za-z0-9]{{2,8}})*$"}),
        "country": {"enum": [*sorted(country_names.NAMES), None]},
        "address": _or_nothing({"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"}),
        "status": {"enum": [*STATUSES, None]},
        "yes-or-no": {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": _YES_OR_NO}, NOTHING]},
        "grouping": {"enum": [*GROUPS, None]},
        "order": {"type": ["string", "null"]},
        "requirement": {"enum": [*REQUIREMENTS, None]},
        "reasons": _by_name({"type": ["string", "number", "boolean"], "minLength": 1}),
        "exhibit": {"type": ["integer", "null"], "minimum": 1},
        "units": _by_name(_ref("text")),
        "data": _by_name(_ref("text")),
        "actor-kind": {"enum": [*ACTOR_KINDS, None]},
        "passages": _by_name(_ref("text")),
        "citation": citation,
        "citations": {"anyOf": [_ref("citation"), {"type": "array", "items": _ref("citation")}, NOTHING]},
        "silence": {
            "type": ["object", "null"],
            "properties": {
                code: {"type": ["string", "number", "boolean"], "minLength": 1, "description": CODES[code]}
                for code in SILENCEABLE
            },
            "additionalProperties": False,
        },
    }


def _date() -> Schema:
    """A date as YAML 1.2 has it: text, a year that is a number, or a set that needs quotes everywhere but in jalon."""
    return {
        "anyOf": [
            {"type": "string", "pattern": _WORDS_OF_DATES, "patternErrorMessage": "This is no date in EDTF."},
            {"type": "integer"},
            {"type": "array", "items": {"type": ["string", "integer"]}},
            {"type": "object", "additionalProperties": NOTHING},
            NOTHING,
        ],
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _or_nothing(shape: Schema) -> Schema:
    return {"anyOf": [shape, NOTHING]}


def _by_name(shape: Schema) -> Schema:
    """A mapping of names to things."""
    return {"type": ["object", "null"], "additionalProperties": shape}
