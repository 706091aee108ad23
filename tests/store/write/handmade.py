"""Files of events such as people write, made by lot, with an account of which comment stands with which event."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

DATES = (
    "2024", "2025-01", "2025-01-05", "2025-01/2025-03", "~2025-~01", "[..2025-02-01]", "2025-02~", "{2023,2024-05}",
)  # fmt: skip
FIELDS = (
    "title: '# no comment'",
    'title: "over\n\n{i}two # lines"',
    "text: >-\n{i}  # no comment\n\n{i}  - id: x\n{i}    date: 1999",
    "text: |\n{i}  one\n\n\n{i}  two",
    "kind: law   # {c}",
    "# {c}\n{i}tags: [a, b]",
    "tags:\n{i}- a   # {c}\n{i}# {c}\n\n{i}- b",
    "claims:\n{i}  jobs:\n{i}    150: s  # {c}\n\n{i}    # {c}\n{i}    160: t",
    "sources: [\n{i}  s,   # {c}\n{i}  t]",
    "date_note: 'it''s \\'",
    "place: [Liège, a\u2028b, 日本]",
    "status:",
    "status: planned",
    "silence: {overdue-plan: not yet, no-source: mine}",
    "silence:\n{i}  single-source: why   # {c}",
    "private: yes",
    "about: [e0.]",
    "told: [a]",
    "says: a",
    "short: T",
    "key: true",
    "data: {strikers: 300}   # {c}",
    "undated: true",
    "actors: [a, b]",
    "countries: BE",
    "title_fr: Titre",
    "claims:\n{i}  status:\n{i}    planned: 's: one … two'\n{i}    keep: planned\n{i}    because: x",
)
"""What an event may say besides, every field of the format; `{i}` is the indentation of its keys, `{c}` a comment like
no other."""
HEADS = (
    "timeline: {title: T}   # no matter\nsources:\n  s: {title: S, published: ~2025}\n  t: {title: T}\n\n",
    """\
timeline: {id: t, title: T, title_fr: T, language: en, about: A, view: v, countries: [FR], source_language: fr,
  exhibits: 12, include: cast.yaml, silence: {no-source: mine}, data: {strikers: people}}
actors:
  a: {name: A, short: A, part_of: b, kind: company, country: BE, aliases: [AA], about: x, silence: {unused-actor: why}}
  b:
    name: B
    silence:
      unused-actor: why   # no matter
sources:
  s:
    title: S
    publisher: P
    author: A
    url: https://s.example/1
    archive: https://web.archive.org/web/2025/https://s.example/1
    published: ~2025   # no matter
    published_note: N
    seen: 2026-01-01
    language: fr
    country: BE
    passages: {p: one … two}
    note: N
    silence: {unused-passage: why}
    gone: 2026-02
    exhibit: 12
    private: yes
  t: {title: T}

""",
)
ENDS = ("", "\n# the end\n", "views:\n  v: {query: x, group: tag, order: newest}\n", "\n# views\nviews: {}\n", "...\n")


class Told(NamedTuple):
    """What is known of an event in the file that was made."""

    section: int
    date: str | None
    above: list[str]
    """The comments that stand right above it."""
    within: list[str]
    """The comments in it and below it that are its own."""
    loose: list[str]
    """The comments right below it that stay the last of the list if it is the last event."""


class Handmade(NamedTuple):
    """A file, and what was put into it."""

    data: bytes
    indent: str
    """What stands before the dashes."""
    events: dict[str, Told]
    heads: list[list[str]]
    """The comments that open each section."""


class Writer:
    """Writes a file by lot, and keeps account of it."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.indent = " " * draw(st.sampled_from([0, 0, 2, 4]))
        self.dash = f"{self.indent}{draw(st.sampled_from(['- ', '- ', '-   ']))}"
        self.keys = " " * len(self.dash)
        self.text = f"{draw(st.sampled_from(HEADS))}events:\n"
        self.events: dict[str, Told] = {}
        self.comments = 0

    def happens(self, one_in: int) -> bool:
        """Whether something is so, once in so many times."""
        return self.draw(st.integers(1, one_in)) == 1

    def comment(self) -> str:
        """A comment like no other."""
        self.comments += 1
        return f"comment-{self.comments}."

    def blank(self, least: int) -> None:
        """Add blank lines."""
        self.text += "\n" * self.draw(st.sampled_from([least, 1, 1, 2, 3]))

    def head(self, comments: list[str]) -> None:
        """Add the comments that open a section, set off from what is above and below."""
        for comment in comments:
            self.blank(0 if self.text.endswith("#\n") else 1)
            self.text += f"{self.indent}# {comment} #\n"
        self.blank(1)

    def event(self, section: int) -> None:
        """Add an event with its comments."""
        told = Told(section, self.draw(st.sampled_from([*DATES, None])), [], [], [])
        name = f"e{len(self.events)}."
        self.events[name] = told
        fields = self.fields(name, told)
        self.above(told)
        if self.happens(8) and not any("\n" in one or "#" in one or one[-1] == ":" for one in fields):
            self.text += f"{self.dash}{{{', '.join(fields)}}}\n"
        else:
            self.text += self.dash.rstrip() + f"\n{self.keys}" if fields[0][0] == "#" else self.dash
            self.text += f"\n{self.keys}".join(fields) + "\n"
        self.below(told)
        self.blank(0)

    def fields(self, name: str, told: Told) -> list[str]:
        """What the event says, in any order, its own comments put into it."""
        most = self.draw(st.sampled_from([3, 3, 3, len(FIELDS)]))
        drawn = self.draw(st.lists(st.sampled_from(FIELDS), max_size=most, unique_by=_key))
        fields = [f"id: {name}", *([f"date: {told.date}"] if told.date else [])]
        fields += [] if any(_key(field) == "title" for field in drawn) else ["title: T"]
        for field in drawn:
            while "{c}" in field:
                told.within.append(self.comment())
                field = field.replace("{c}", told.within[-1], 1)
            fields.append(field.replace("{i}", self.keys))
        return self.draw(st.permutations(fields))

    def above(self, told: Told) -> None:
        """Add the comments that stand right above an event, which need a blank line above if indented further."""
        column = self.draw(st.sampled_from([self.indent, self.indent, "", self.keys]))
        for _ in range(self.draw(st.sampled_from([0, 0, 1, 2]))):
            if not told.above and column == self.keys and not self.text.endswith("\n\n"):
                self.text += "\n"
            told.above.append(self.comment())
            self.text += f"{column}# {told.above[-1]}\n"

    def below(self, told: Told) -> None:
        """Add the comments below an event that are its own: indented as its keys, or parted from the next."""
        if self.happens(4):
            told.within.append(self.comment())
            self.text += f"{self.keys}# {told.within[-1]}\n"
        if self.happens(6):
            told.within.append(self.comment())
            self.text += f"\n{self.keys}# {told.within[-1]}\n\n"
        elif self.happens(6):
            told.loose.append(self.comment())
            self.text += f"{self.indent}# {told.loose[-1]}\n\n"


def _key(field: str) -> str:
    return field.split("{i}")[field[0] == "#"].split(":")[0]


@st.composite
def handmade(draw: st.DrawFn) -> Handmade:
    """A file of up to three sections of up to five events."""
    writer = Writer(draw)
    heads: list[list[str]] = []
    for section in range(draw(st.integers(1, 3))):
        heads.append([writer.comment() for _ in range(draw(st.integers(1 if section else 0, 2)))])
        if heads[-1]:
            writer.head(heads[-1])
        for _ in range(draw(st.integers(1, 5))):
            writer.event(section)
    text = writer.text + draw(st.sampled_from(ENDS))
    text = text.rstrip("\n") if writer.happens(4) else text
    text = text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))
    return Handmade(("\ufeff" * writer.happens(4) + text).encode(), writer.indent, writer.events, heads)
