"""Makes timelines of any length out of nothing but a seed: like one kept by hand, and valid.

python -m bench.generate [--events 10000] [--seed 1] OUT
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench import words

FIRST, LAST = date(1950, 1, 1), date(2030, 12, 31)
TODAY = date(2026, 11, 22)

TEN_THOUSAND, HUNDRED_THOUSAND = 10_000, 100_000
"""Events in the file that figures are taken on: 5.9 MB."""

DATA = Path(__file__).resolve().parent / "data"


class Name(NamedTuple):
    """An actor or a source that events refer to."""

    id: str
    name: str
    passages: tuple[str, ...] = ()


def timeline(events: int, seed: int) -> Iterator[str]:
    """The lines of an `events.yaml`: one actor for fifty events, one source for twenty."""
    random = Random(seed)
    yield from head(events)
    actors = [actor(random, number) for number in range(1, 11 + events // 50)]
    yield from section("actors", (lines for _, lines in actors))
    sources = [source(random, number) for number in range(1, 11 + events // 20)]
    yield from section("sources", (lines for _, lines in sources))
    moments = Moments(random)
    names, cited = [name for name, _ in actors], [name for name, _ in sources]
    days = sorted(moments.day() for _ in range(events))
    entries = (event(random, f"{n}", day, moments, names, cited) for n, day in enumerate(days, start=1))
    yield from section("events", entries)
    yield from ("views:", '  jobs: {query: "tag:jobs", group: actor}')


def head(events: int) -> Iterator[str]:
    """The head of the timeline."""
    yield "timeline:"
    yield "  id: generated"
    yield f"  title: {events:,} generated events"
    yield f"  title_fr: {events:,} événements fabriqués"
    yield "  language: en"
    yield "  about: >"
    yield "    Nothing of this ever happened."
    yield ""


def section(name: str, entries: Iterator[list[str]] | Iterator[Iterator[str]]) -> Iterator[str]:
    """A part of the file with its entries, and an empty line after it."""
    yield f"{name}:"
    for lines in entries:
        yield from lines
    yield ""


# ---- Who, and who says so ----------------------------------------------------------------------------------


def actor(random: Random, number: int) -> tuple[Name, list[str]]:
    """An actor; a few are a name alone."""
    stem, (trade, kind) = random.choice(words.STEMS), random.choice(words.TRADES)
    name = Name(f"{fold(stem)}-{number}", f"{stem} {trade} {number}")
    if random.random() < 0.1:
        person = f"{random.choice(words.FIRST_NAMES)} {stem}"
        return name._replace(name=person), [f"  {name.id}: {person}"]
    lines = [f"  {name.id}:", f"    name: {name.name}", f"    kind: {kind}"]
    lines.append(f"    country: {random.choice(words.TOWNS)[1]}")
    if random.random() < 0.4:
        lines.append(f"    aliases: [{stem} {number}, {stem[:3].upper()}{number}]")
    return name, lines


def source(random: Random, number: int) -> tuple[Name, list[str]]:
    """An article with up to four passages; one in five is undated."""
    publisher = random.choice(words.PUBLISHERS)
    passages = random.sample(words.PASSAGES, random.randint(0, 4))
    name = Name(f"{fold(publisher.split()[-1])}-{number}", publisher, tuple(label for label, _ in passages))
    day = FIRST + timedelta(random.randrange((TODAY - FIRST).days))
    lines = [f"  {name.id}:", "    title: >-"]
    lines.append(f"      {random.choice(words.STEMS)} : {random.choice(words.SENTENCES)[1]}")
    lines += [f"    publisher: {publisher}", f"    url: https://example.org/{day:%Y/%m}/{number}"]
    if random.random() < 0.8:
        lines.append(f"    published: {day}{random.choice(('', '', '', '~'))}")
    lines += [f"    seen: {TODAY}", f"    language: {random.choice(('fr', 'fr', 'en'))}"]
    lines.append(f"    country: {random.choice(words.TOWNS)[1]}")
    if passages:
        lines.append("    passages:")
        lines += [f"      {label}: {text}" for label, text in passages]
    return name, lines


# ---- When --------------------------------------------------------------------------------------------------


class Moments:
    """Days that come in clusters, as news does, written in every form that a date may take."""

    def __init__(self, random: Random) -> None:
        self.random = random
        span = (LAST - FIRST).days
        self.centres = [(random.randrange(span), random.choice((20, 90, 400))) for _ in range(60)]

    def day(self) -> date:
        """A day near the middle of some cluster, or one in seven times any day."""
        span = (LAST - FIRST).days
        if self.random.random() < 1 / 7:
            return FIRST + timedelta(self.random.randrange(span))
        centre, width = self.random.choice(self.centres)
        return FIRST + timedelta(min(max(round(self.random.gauss(centre, width)), 0), span))

    def later(self, day: date, most: int) -> date:
        """A day after that one, by at most so many days."""
        return day + timedelta(self.random.randint(1, most))

    def written(self, day: date) -> str:
        """The day in EDTF, more or less precisely."""
        (form,) = self.random.choices(FORMS, WEIGHTS)
        return form(self, day)


FORMS_BY_WEIGHT: tuple[tuple[int, Callable[[Moments, date], str]], ...] = (
    (45, lambda _, d: f"{d}"),
    (11, lambda _, d: f"{d:%Y-%m}"),
    (4, lambda _, d: f"{d:%Y}"),
    (6, lambda _, d: f"{d}~"),
    (2, lambda _, d: f"{d}?"),
    (2, lambda _, d: f"{d:%Y-%m}~"),
    (1, lambda _, d: f"{d:%Y}%"),
    (1, lambda _, d: f"{d:%Y}"[:3] + "X"),
    (1, lambda _, d: f"{d:%Y-%m}-XX"),
    (1, lambda _, d: f"{d:%Y}-XX-{min(d.day, 28):02}"),
    (1, lambda _, d: f"{d:%Y}-?{d:%m-%d}"),
    (2, lambda m, d: f"{d:%Y}-{m.random.randint(21, 24)}"),
    (3, lambda m, d: f"{d}T{m.random.randrange(24):02}:{m.random.randrange(60):02}"),
    (5, lambda m, d: f"{d}/{m.later(d, 40)}"),
    (4, lambda m, d: f"{d:%Y-%m}/{m.later(d, 400):%Y-%m}"),
    (1, lambda m, d: f"{d:%Y-%m}~/{m.later(d, 900)}?"),
    (2, lambda _, d: f"{d}/.."),
    (4, lambda _, d: f"[..{d}]"),
    (3, lambda m, d: f"[{d}..{m.later(d, 12)}]"),
    (1, lambda m, d: f"[{d},{m.later(d, 9)}]"),
    (1, lambda m, d: f"{{{d},{m.later(d, 60)}}}"),
)
WEIGHTS = [weight for weight, _ in FORMS_BY_WEIGHT]
FORMS = [form for _, form in FORMS_BY_WEIGHT]


# ---- What --------------------------------------------------------------------------------------------------


def event(
    random: Random, number: str, day: date, moments: Moments, actors: list[Name], sources: list[Name]
) -> Iterator[str]:
    """One event, with from one to five things that say so."""
    town, country = random.choice(words.TOWNS)
    who, other = random.sample(actors, 2)
    kind, english, french = random.choice(words.DEEDS)
    facts = {"n": random.randint(2, 900), "town": town, "other": other.name}
    written = moments.written(day)
    yield f"- id: {kind}-{number}"
    yield f"  date: {written}"
    if random.random() < 0.1:
        yield "  date_note: the article names the day of the week only"
    yield f"  title: {who.name} {english.format(**facts)}"
    if random.random() < 0.55:
        yield f"  title_fr: {who.name} {french.format(**facts)}"
    yield f"  kind: {kind}"
    yield from status(random, day)
    yield f"  actors: [{who.id}, {other.id}]" if "{other}" in english else f"  actors: {who.id}"
    second = random.choice(words.TOWNS)[1]
    yield f"  countries: [{country}, {second}]" if second != country else f"  countries: [{country}]"
    if random.random() < 0.6:
        yield f"  place: {town}"
    if random.random() < 0.5:
        yield f"  tags: [{', '.join(random.sample(words.TAGS, random.randint(1, 2)))}]"
    yield from text(random)
    if random.random() < 0.18:
        yield from claims(random, day, written, sources)
    yield "  sources:"
    for each in random.sample(sources, random.choice((1, 1, 2, 2, 3, 4, 5))):
        yield f"  - {citation(random, each)}"


def status(random: Random, day: date) -> Iterator[str]:
    """The status of an event: what is to come is planned; of the rest, most is reported and need not say so."""
    chosen = random.choices(("", "in-force", "inferred", "planned", "cancelled"), (80, 6, 7, 4, 3))[0]
    if day > TODAY:
        chosen = "planned"
    if chosen:
        yield f"  status: {chosen}"


def text(random: Random) -> Iterator[str]:
    """One to three sentences, for some events in two languages, folded as a person would."""
    chosen = random.sample(words.SENTENCES, random.choice((1, 2, 2, 3)))
    for field, language in (("text", 0), ("text_fr", 1))[: 2 if random.random() < 0.3 else 1]:
        yield f"  {field}: >"
        paragraph = " ".join(sentence[language] for sentence in chosen)
        yield from textwrap.wrap(paragraph, 96, initial_indent="    ", subsequent_indent="    ")


def claims(random: Random, day: date, written: str, sources: list[Name]) -> Iterator[str]:
    """Something of which two or three values are said, one of them kept; now and then the date itself."""
    yield "  claims:"
    if written == f"{day}" and random.random() < 0.3:
        yield "    date:"
        yield f"      {written}: {cites(random, sources)}"
        yield f"      {day:%Y-%m}: {cites(random, sources)}"
    yield f"    {random.choice(words.CLAIMED)}:"
    n, quantity = random.randint(2, 900), random.choice(words.QUANTITIES)
    values = [quantity.format(n=n + step, m=n + step + 25) for step in (0, 13, 26)[: random.randint(2, 3)]]
    for value in values:
        yield f"      {value}: {cites(random, sources)}"
    if random.random() < 0.5:
        yield f"      keep: {values[0]}"
        yield "      because: the only one that is broken down"


def cites(random: Random, sources: list[Name]) -> str:
    """One or two citations in brackets."""
    return f"[{', '.join(named(random, each) for each in random.sample(sources, random.randint(1, 2)))}]"


def citation(random: Random, cited: Name) -> str:
    """A citation, one in eight with its passage in place."""
    if random.random() < 1 / 8:
        return f"{cited.id}: {random.choice(words.PASSAGES)[1]}"
    return named(random, cited)


def named(random: Random, cited: Name) -> str:
    """A source, with the name of a passage where it has one."""
    return f"{cited.id}#{random.choice(cited.passages)}" if cited.passages else cited.id


def fold(name: str) -> str:
    """A name as an id: small letters without their accents."""
    plain = str.maketrans("ÉÈÊéèêçô'", "eeeeeeco-")
    return name.translate(plain).lower()


def generated(events: int, seed: int = 1) -> Path:
    """A generated timeline, made anew only when what makes it has changed since."""
    path = DATA / f"{events}-{seed}.yaml"
    made_by = max(Path(name).stat().st_mtime for name in (__file__, words.__file__))
    if not path.exists() or path.stat().st_mtime < made_by:
        write(path, events, seed)
    return path


def write(path: Path, events: int, seed: int) -> None:
    """Write a timeline, and the folder for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(timeline(events, seed)) + "\n", encoding="utf-8")


def main() -> None:
    """Writes one generated timeline."""
    parser = argparse.ArgumentParser(prog="python -m bench.generate", description=main.__doc__)
    parser.add_argument("--events", type=int, default=TEN_THOUSAND)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    write(options.out, options.events, options.seed)


if __name__ == "__main__":
    main()
