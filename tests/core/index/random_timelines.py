"""Timelines and queries by chance: doubt, open dates, rival claims, casts, sources with and without a day."""

from __future__ import annotations

from random import Random

from tui.core.dates.calendar import day_number, iso
from tui.core.dates.edtf import undated
from tui.core.dates.parse import parse_date
from tui.core.query.predicates import ReaderMarks
from tui.core.query.tree import AS_OF, DATES, Group, Node, Query, Term, Text
from tui.core.timeline.model import STATUSES, Actor, Citation, Claim, Event, Passage, Source, Timeline, Value

FIRST, LAST = day_number(2024, 11, 1), day_number(2026, 12, 31)
ACTORS = ("ikanbi", "setca", "total", "ghost")
COUNTRIES = ("BE", "FR", "MA")
KINDS = ("Law", "contract", "reaction")
TAGS = ("jobs", "jobs & wages", "Échéance")
PLACES = ("Liège", "La Louvière")
WORDS = ("Les", "appels", "Échéance", "handover", "the", "union", "150", "strike", "liege", "été")
PUBLISHERS = ("RTL Info", "Trends", "Bladi.net")
DAY, MONTH = "2025-08-21", "2025-08"
FLAGS = {
    "is": ("disputed", "planned", "overdue", "interval", "point", "undated", "uncertain", "vague", "starred", "read",
           "proved", "unproved"),
    "has": ("claims", "passage", "archive", "copy", "date_note", "note"),
}


class Chance:
    """What chance gives, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - not for secrets

    def some(self, values: tuple[str, ...], most: int) -> tuple[str, ...]:
        return tuple(self.random.sample(values, self.random.randint(0, most)))

    def day(self) -> int:
        return self.random.randint(FIRST, LAST)

    def date(self) -> str:
        """A date in one of the forms of EDTF; days come again, so that orders within a day matter."""
        random = self.random
        first, last = sorted((self.day() // 20 * 20, self.day() // 20 * 20))
        day, later, month, until = iso(first), iso(last), iso(first)[:7], iso(last)[:7]
        plain = (day, f"{day}T{random.randint(10, 23)}:30", f"{day}{random.choice('~?%')}", month, day[:4], f"{month}~")
        open_ones = (f"[..{day}]", f"[{day}..]", f"[{day}..{later}]", f"{day}/..", f"../{day}", f"{day}/", f"/{day}")
        others = (f"{day}/{later}", f"{month}/{until}", f"{month}/{later}~", "202X", f"{{{day},{later}}}", "../..")
        return random.choice(random.choices((plain, open_ones, others), (5, 2, 2))[0])

    # ---- A timeline

    def source(self, name: str) -> Source:
        random = self.random
        return Source(
            name,
            {"en": f"Article {name}"},
            random.choice((*PUBLISHERS, None)),
            published=parse_date(self.date()) if random.random() < 0.7 else None,
            seen=parse_date(iso(self.day())) if random.random() < 0.5 else None,
            language=random.choice(("en", "fr", None)),
            archives=random.choice(((), ("copies/page.html",))),
        )

    def cited(self, sources: tuple[str, ...], most: int) -> tuple[Citation, ...]:
        passage = Passage("", "le 31 décembre") if self.random.random() < 0.3 else None
        return tuple(Citation(one, passage) for one in self.some(sources, most))

    def claims(self, sources: tuple[str, ...]) -> tuple[Claim, ...]:
        rivals = {
            "date": (iso(self.day()), DAY, MONTH),
            "status": ("planned", "reported", "cancelled"),
            "jobs": ("150", "163", "about 150", "100-200"),
        }
        names = self.some(tuple(rivals), 2)
        given = {name: self.some(rivals[name], 3) for name in names}
        made = {name: tuple(Value(one, self.cited(sources, 2)) for one in some) for name, some in given.items()}
        return tuple(Claim(name, values) for name, values in made.items() if values)

    def event(self, name: str, line: int, sources: tuple[str, ...]) -> Event:
        random = self.random
        return Event(
            name,
            undated() if random.random() < 0.1 else parse_date(self.date()),
            {"en": " ".join(random.choices(WORDS, k=3)), "fr": random.choice(WORDS)},
            date_note={"en": "deduced"} if random.random() < 0.1 else {},
            kind=random.choice((*KINDS, None)),
            status=random.choice(STATUSES),
            actors=self.some(ACTORS, 2),
            countries=self.some(COUNTRIES, 2),
            places=self.some(PLACES, 1),
            tags=self.some(TAGS, 2),
            texts={"en": random.choice(WORDS)} if random.random() < 0.3 else {},
            claims=self.claims(sources) if random.random() < 0.4 else (),
            citations=self.cited(sources, 3),
            line=line,
            about=(f"e{random.randint(0, 20)}",) if random.random() < 0.2 else (),
            told=self.some(ACTORS, 1),
            data={"strikers": value} if (value := random.choice(("", "", "many", *"3579"))) else {},
        )

    def timeline(self, size: int) -> Timeline:
        """Events as read from a file; of some files several stand on one line."""
        sources = tuple(f"s{n}" for n in range(6))
        names = [f"e{n}" for n in range(size)]
        self.random.shuffle(names)
        on_a_line = self.random.choice((1, 1, 3))
        events = [self.event(name, 10 + at // on_a_line, sources) for at, name in enumerate(names)]
        known = {name: Actor(name, {"en": f"{name} Company"}, aliases=("the union",)) for name in ACTORS[:3]}
        ordered = tuple(sorted(events, key=lambda one: one.date.sort_key))
        sourced = {one: self.source(one) for one in sources}
        return Timeline("t", {"en": "By chance"}, "en", ordered, known, sourced, data={"strikers": "people"})

    # ---- A query

    def term(self) -> Node:
        random = self.random
        field = random.choice((*CHOICES, *DATES, *FLAGS, "text", "text"))
        negative = random.random() < 0.3
        if field == "text":
            return Text(random.choice((*WORDS, "e", "company", "163")), negative)
        if field in DATES:
            return Term(field, (random.choice((DAY, MONTH, "2025", "2025/2026", "../2025", "2026/..")),), negative)
        values = FLAGS.get(field) or CHOICES[field]
        return Term(field, tuple(random.sample(values, random.randint(1, 2))), negative)

    def query(self) -> Query:
        """Up to three terms, at times a group, at times as published by a day."""
        random = self.random
        nodes: list[Node] = [self.term() for _ in range(random.choice((0, 1, 1, 2, 3)))]
        if random.random() < 0.2:
            alternatives = tuple(Query((self.term(),)) for _ in range(2))
            nodes.append(Group(alternatives, random.random() < 0.3))
        if random.random() < 0.35:
            nodes.append(Term(AS_OF, (iso(self.day()),)))
        return Query(tuple(nodes))

    def own(self) -> ReaderMarks:
        """A reader's marks, also on events that are gone."""
        names = tuple(f"e{n}" for n in range(60))
        return ReaderMarks(*(frozenset(self.some(names, 20)) for _ in range(3)))


CHOICES = {
    "actor": ACTORS,
    "country": COUNTRIES,
    "kind": (*KINDS, "*a*", "L*"),
    "source": ("s0", "s1", "s2"),
    "status": STATUSES,
    "place": ("liege", "louviere"),
    "tag": ("jobs", "wages", "echeance", "*", "*job*", "é*e"),
    "publisher": ("rtl", "net"),
    "language": ("en", "fr"),
    "year": ("2025", "2026", "1999"),
    "strikers": (">3", "<=5", "2..6", "7", "..4", "*", "many", "m*"),
    "id": ("e1", "e2", "e3", "gone"),
}
