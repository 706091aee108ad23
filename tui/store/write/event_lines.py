"""An event or a source as the lines of YAML that a person would write, in the manner of those beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.core.entry.title_in_address import title_in
from tui.core.timeline.model import Citation, Event, Source
from tui.store.write.claim_lines import claims_value
from tui.store.yaml.file_layout import Item
from tui.store.yaml.quote import WIDTH, paragraph, scalar

EVENT_KEYS = (
    "id", "date", "undated", "date_note", "title", "short", "key", "private", "kind", "status", "about", "actors",
    "told", "says", "countries", "place", "tags", "data", "text", "claims", "sources",
)  # fmt: skip
SOURCE_KEYS = (
    "title", "publisher", "author", "published", "seen", "language", "country", "url", "archive", "note",
)  # fmt: skip


class YamlStyle(NamedTuple):
    """The style in which the neighbours are written."""

    dash: int = 0
    """The column of the dash of an event, or of the name of a source."""
    gap: int = 2
    """Columns from there to the keys."""
    neighbours: tuple[Item, ...] = ()
    """The nearest first."""

    @classmethod
    def of(cls, column: int, items: Sequence[Item], at: int) -> YamlStyle:
        """The manner of a list whose items stand at that column, near the item of that number."""
        near = sorted(range(max(0, at - 25), min(len(items), at + 25)), key=lambda n: (abs(n - at), n))
        neighbours = tuple(items[n] for n in near if items[n].fields)
        gap = neighbours[0].column - column if neighbours else 2
        return cls(column, max(gap, 2), neighbours)

    @property
    def keys(self) -> int:
        """The column of the keys."""
        return self.dash + self.gap

    def like(self, key: str, *, alone: bool) -> str:
        """The manner of a key's values nearby, one alone or several; between brackets where nobody has any."""
        telling = ("text", "[1]") if alone else ("[]",)
        found = (manner for item in self.neighbours for name, manner in item.fields if name == key)
        return next((manner for manner in found if manner[:1] == "-" or manner in telling), "[]")

    def ordered(self, usual: Sequence[str]) -> list[str]:
        """Keys in the order of the nearest neighbour's, each that it lacks behind all that it usually follows."""
        if not self.neighbours:
            return list(usual)
        own = tuple(key for key, _ in self.neighbours[0].fields if key in usual)
        return _ordered(own, tuple(usual))


@lru_cache(maxsize=256)
def _ordered(own: tuple[str, ...], usual: tuple[str, ...]) -> list[str]:
    """Keys in the order of some of them, each other behind all that it usually follows; nobody may change the list."""
    found = list(dict.fromkeys(own))
    for number, key in enumerate(usual):
        if key not in found:
            found.insert(max((found.index(one) + 1 for one in usual[:number]), default=0), key)
    return found


Value = list[str]
"""The text behind a key, then the lines below it, indented as far as they are to stand right of the key."""


def event_lines(event: Event, language: str, manner: YamlStyle) -> list[str]:
    """An event as an item of the list; `language` is the file's own."""
    lines = item_lines(event_fields(event, language, manner), EVENT_KEYS, manner)
    return [" " * manner.dash + "-".ljust(manner.gap) + lines[0][manner.keys :], *lines[1:]]


def event_fields(event: Event, language: str, manner: YamlStyle) -> dict[str, Value]:
    """The text behind each key of an event."""
    lists = {
        "about": event.about,
        "actors": event.actors,
        "told": event.told,
        "says": event.says,
        "countries": event.countries,
        "place": event.places,
        "tags": event.tags,
    }
    fields: dict[str, Value] = {"id": [scalar(event.id)], "date": [scalar(event.date.text, literal=True)]}
    for own, text in event.titles.items():
        fields[_twin("title", own, language)] = _title(text, manner.keys)
    for own, text in event.shorts.items():
        fields[_twin("short", own, language)] = [scalar(text)]
    for key, is_so in (("key", event.key), ("private", event.private)):
        if is_so:
            fields[key] = ["true"]
    if event.kind:
        fields["kind"] = [scalar(event.kind)]
    if event.status != "reported":
        fields["status"] = [event.status]
    for key, values in lists.items():
        if values:
            fields[key] = _several(key, values, manner)
    if event.data:
        written = ((name, value if value.isascii() and value.isdigit() else scalar(value, flow=True))
                   for name, value in event.data.items())  # fmt: skip
        pairs = (f"{scalar(name, flow=True)}: {value}" for name, value in written)
        fields["data"] = [f"{{{', '.join(pairs)}}}"]
    for key, words in (("date_note", event.date_note), ("text", event.texts)):
        for own, text in words.items():
            fields[_twin(key, own, language)] = _indented(paragraph(text, manner.keys + 2))
    if event.claims:
        fields["claims"] = claims_value(event.claims, language)
    if event.citations:
        fields["sources"] = citations_value(event.citations, manner)
    return fields


def citations_value(citations: Sequence[Citation], manner: YamlStyle) -> Value:
    """The citations of an event; where one has a passage in place, a line each."""
    if not any(one.passage and not one.passage.name for one in citations):
        return _several("sources", tuple(one.written for one in citations), manner)
    return ["", *(f"- {_cited(one)}" for one in citations)]


def _cited(citation: Citation) -> str:
    """A citation as an item of a list: by name, or a source with the words of its passage behind it."""
    if citation.passage is None or citation.passage.name:
        return scalar(citation.written)
    source, _, _ = citation.written.partition(": ")
    return f"{scalar(source)}: {scalar(citation.passage.located)}"


FROM_ADDRESS = "# from the address"  # no words: a comment of the file, which has one language


def source_lines(source: Source, manner: YamlStyle, *, is_told: bool = False) -> list[str]:
    """A new source as an entry of its section.

    Its date is one that its address tells, and so may its title be, unless somebody told them (`is_told`).
    """
    fields = source_fields(source, manner, is_told=is_told)
    return [f"{' ' * manner.dash}{scalar(source.id)}:", *item_lines(fields, SOURCE_KEYS, manner)]


def source_fields(source: Source, manner: YamlStyle, *, is_told: bool) -> dict[str, Value]:
    """The text behind each key of a source."""
    names = ("publisher", "author", "language", "country", "url")
    words = {name: getattr(source, name) for name in names}
    fields: dict[str, Value] = {key: [scalar(text)] for key, text in words.items() if text}
    for title in source.titles.values():
        in_address = not is_told and title in {title_in(source.url or "", own) for own in (source.language, "fr")}
        fields["title"] = [f"{scalar(title)}  {FROM_ADDRESS}"] if in_address else _title(title, manner.keys)
    if source.published:
        remark = "" if is_told else f"  {FROM_ADDRESS}"
        fields["published"] = [scalar(source.published.text, literal=True) + remark]
    if source.seen:
        fields["seen"] = [scalar(source.seen.text, literal=True)]
    if source.archives:
        several = ["", *(f"- {scalar(one)}" for one in source.archives)]
        fields["archive"] = several if len(source.archives) > 1 else [scalar(source.archives[0])]
    for text in source.note.values():
        fields["note"] = _indented(paragraph(text, manner.keys + 2))
    return fields


def item_lines(fields: dict[str, Value], usual: Sequence[str], manner: YamlStyle) -> list[str]:
    """The lines of a mapping, its keys in the order of those beside it."""
    twins = [key for key in fields if key not in usual]
    order = usual
    if twins:
        order = [key for name in usual for key in (name, *(twin for twin in twins if twin.startswith(f"{name}_")))]
    indent = " " * manner.keys
    lines: list[str] = []
    for key in filter(fields.__contains__, manner.ordered(order)):
        first, *others = fields[key]
        lines.append(f"{indent}{key}: {first}" if first else f"{indent}{key}:")
        lines += [f"{indent}{other}" if other else "" for other in others]
    return lines


def _twin(key: str, own: str, language: str) -> str:
    return key if own == language else f"{key}_{own}"


def _title(text: str, column: int) -> Value:
    """A title on one line, or folded where it is long."""
    written = scalar(text)
    return [written] if len(written) + column + 8 <= WIDTH else _indented(paragraph(text, column + 2))


def _indented(lines: list[str]) -> Value:
    return [lines[0], *(f"  {line}" if line else "" for line in lines[1:])]


def _several(key: str, values: Sequence[str], manner: YamlStyle) -> Value:
    """Values as the neighbours have theirs: one alone bare or between brackets, several between them or a line each."""
    like = manner.like(key, alone=len(values) == 1)
    if len(values) == 1 and (like == "text" or (key == "place" and not like.startswith("-"))):
        return [scalar(values[0])]
    between = f"[{', '.join(scalar(value, flow=True) for value in values)}]"
    if not like.startswith("-") and manner.keys + len(key) + 2 + len(between) <= WIDTH:
        return [between]
    far = " " * int(like[1:]) if like.startswith("-") else ""
    return ["", *(f"{far}- {scalar(value)}" for value in values)]


def saved_view_yaml(query: str, name: str = "a-name") -> str:
    """The lines that keep a query in a file under a name, as YAML; in quotes, since a query is full of colons."""
    escaped = query.replace("\\", "\\\\").replace('"', '\\"')
    return f'views:\n  {name}: {{query: "{escaped}"}}\n'
