"""Hostile and unlucky files beside a sound one of their size: `python -m bench.attacks`, or some by name.

Each is read and checked in a process of its own. Reading may take three times as long as that of a sound file with as
many characters, a refusal a second and 200 MB, and what is said of a file has a ceiling.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

EVENTS = 4_000
TIMES = 3
"""The factor by which a file may take longer than a sound one of its size."""
FLOOR = 0.3
"""Seconds that any may take: below it the clock says little."""

HEAD = "timeline: {id: x, title: y}\nevents:\n"
PROSE = "It has a text too, which goes on for a while so that the file is as long as files are."


def event(number: int, title: str = "", more: str = "") -> str:
    """An event as people write it, with something odd in its title or below."""
    title = title or f"An event of number {number} that has a title"
    day = f"20{number % 100:02d}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    return f"- id: e{number}\n  date: {day}\n  title: {title}\n  text: {PROSE}\n  countries: [BE, FR]\n{more}\n"


def events(count: int, title: str = "", more: str = "") -> str:
    """So many of them; `%d` is the number of each."""
    each = (event(n, title.replace("%d", str(n)), more.replace("%d", str(n))) for n in range(count))
    return HEAD + "".join(each)


def lines(count: int, each: str, above: str = "events:\n") -> str:
    """So many small things for each event; `%d` is the number of each."""
    return above + "".join(each.replace("%d", str(n)) for n in range(count))


def bomb(text: str, uses: int) -> str:
    """A text that many aliases stand for."""
    return f'{HEAD}- &e {{date: 2025, title: &t "{text}"}}\n' + "- {date: 2025, title: *t}\n" * uses


def replaced(count: int, old: str, new: str) -> str:
    """Sound events with the same slip in each."""
    return events(count).replace(old, new)


SOURCE = "sources:\n  s:\n    title: t\n    url: https://example.org/\n    passages:\n"

ATTACKS: dict[str, Callable[[int], str]] = {
    # what stands for more than is written
    "a long text behind many aliases": lambda n: bomb("x" * min(n * 100, 900_000), n // 2),
    "a long list behind many aliases": lambda n: f"{HEAD}- tags: &t [{'x, ' * n}x]\n" + "- {tags: *t}\n" * n,
    "aliases of aliases": lambda n: (
        f"a: &a [{'x, ' * 9}x]\n"
        + "".join(f"{b}: &{b} [{f'*{a}, ' * 9}*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + events(n)
    ),
    # a slip of syntax in each event
    "a quote open in every event": lambda n: events(n, '"An event of number %d that has a title'),
    "a colon in every title": lambda n: events(n, "An event: of number %d that has a title"),
    "a bracket open in every event": lambda n: events(n, "[An event of number %d"),
    "a tab in every event": lambda n: events(n, "", "\tkind: x\n"),
    "a bad escape in every event": lambda n: events(n, '"C:\\Users %d"'),
    "no space after a colon": lambda n: replaced(n, "title: ", "title:"),
    "no colon after a key": lambda n: replaced(n, "title: ", "title "),
    "no dash before an event": lambda n: replaced(n, "- id", "  id"),
    "an indent too small": lambda n: replaced(n, "  title", " title"),
    "a title that begins with an at sign": lambda n: events(n, "@title %d"),
    "brackets nest too deep in every event": lambda n: events(n, "[" * 70 + "]" * 70),
    "brackets nest just too deep in every event": lambda n: events(n, "[" * 63 + "]" * 63),
    "a line with a percent sign below every event": lambda n: events(n, "", "%FOO %d\n"),
    "an item further left than its list": lambda n: events(n).replace("- id", "    - id", 1),
    "control characters": lambda n: events(n, "a\x01b"),
    "merge conflicts": lambda n: events(n, "", "<<<<<<< a\n=======\n>>>>>>> b\n"),
    # one slip in a large thing
    "one quote open before a long text": lambda n: f'{HEAD}{event(1)}- id: x\n  title: "{"word and word " * n * 10}\n',
    "one quote open before many lines": lambda n: f'{HEAD}{event(1)}- id: x\n  title: "{PROSE}\n    ' * 2 + PROSE * n,
    "one bracket open before many items": lambda n: lines(n * 3, '{id: e%d, date: 2025, title: "t"\n', "events: [\n"),
    # documents, directives, anchors
    "many documents": lambda n: events(n, "", "---\n"),
    "many timelines": lambda n: "".join(f"---\n{HEAD}{event(i)}" for i in range(n)),
    "many ends of a document": lambda n: events(n, "", "...\n"),
    "many directives": lambda n: lines(n * 12, "%TAG !a%d! tag:example.org,2000:\n", "") + "---\n" + events(1),
    "many directives after the end": lambda n: events(1) + lines(n * 12, "%TAG !a%d! tag:a,2000:\n", "...\n") + "---\n",
    "unused anchors": lambda n: events(n, "&a%d A title"),
    "unknown aliases": lambda n: events(n, "*a%d"),
    "tags": lambda n: events(n, "!a t"),
    "merge keys": lambda n: events(n, "", "  <<: {a: b}\n"),
    # what is sound YAML and no timeline
    "unknown keys": lambda n: events(n, "", "  unheard%d: x\n"),
    "unknown keys of one event": lambda n: lines(n * 15, "  key%d: v\n", f"{HEAD}- id: e\n"),
    "unknown sections": lambda n: lines(n * 15, "section%d: v\n", events(1)),
    "unknown sections alone": lambda n: lines(n * 15, "k%d:\n", ""),
    "indented headings": lambda n: lines(n * 8, "  sources:\n    a%d: b\n", "timeline:\n  id: x\n"),
    "repeated keys": lambda n: events(n, "", "  title: t\n"),
    "keys that are lists": lambda n: events(n, "", "  [a]: b\n"),
    "one id for all": lambda n: HEAD + event(1) * n,
    "unknown actors": lambda n: "actors: {a: {name: A}}\n" + events(n, "", "  actors: [b%d]\n"),
    "unknown events": lambda n: events(n, "", "  about: [b%d]\n"),
    "unknown passages": lambda n: lines(n, "      p%d: a … b\n", SOURCE) + events(n, "", "  sources: [s#q%d]\n"),
    "bad dates": lambda n: lines(n * 10, "- {date: x%d, title: t}\n"),
    "texts for events": lambda n: lines(n * 40, "- a\n"),
    "texts for events between brackets": lambda n: f"events: [{'a,' * n * 40}]\n",
    "events of nothing": lambda n: lines(n * 30, "- {}\n"),
    "events of a bad date alone": lambda n: lines(n * 20, "- date: x\n"),
    "stray lines": lambda n: lines(n * 10, "stray line %d\n", events(1)),
    "lines of text": lambda n: "just some text\n" * n * 10,
    "objects without a list": lambda n: lines(n * 3, '{"id": "e%d", "date": "2025", "title": "t"}\n', ""),
    "a table": lambda n: lines(n * 4, 'e%d,2025-01-01,"A title, of: it"\n', "id,date,title\n"),
}
"""The attacks, by name: a number of events makes a text, longer by so much."""


def probe() -> int:
    """Read and check what stands on standard input; seconds, megabytes, events and problems on standard output."""
    import resource
    import time

    from tui.store.read import check
    from tui.store.read.timeline import read

    data = sys.stdin.buffer.read()
    began = time.process_time()
    reading = read(data, "attack.yaml")
    found = check.problems(reading, None)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(seconds, peak, len(reading.timeline.events), len(found))
    return 0


def measured(text: str) -> tuple[float, float, int, int]:
    """Seconds, megabytes, events and problems of a text in a process of its own."""
    command = [sys.executable, "-m", "bench.attacks", "--probe"]
    said = subprocess.run(command, input=text.encode(), capture_output=True, check=True, timeout=60).stdout.split()
    return float(said[0]), float(said[1]), int(said[2]), int(said[3])


def main(chosen: list[str]) -> int:
    """Try those that are named, or all; 1 if one of them takes too long."""
    sound = events(EVENTS)
    base, peak, *_ = measured(sound)
    print(f"{'a sound file':46}{len(sound) / 1e6:6.2f} MB {base:6.2f} s        {peak:5.0f} MB")
    failed = 0
    for name, made in ATTACKS.items():
        if chosen and name not in chosen:
            continue
        text = made(EVENTS)
        seconds, peak, shown, told = measured(text)
        times = seconds / (base * len(text) / len(sound))
        is_slow = times > TIMES and seconds > FLOOR
        failed += is_slow
        figures = f"{len(text) / 1e6:6.2f} MB {seconds:6.2f} s {times:5.1f} × {peak:5.0f} MB"
        print(f"{name:46}{figures}  {shown:6} events {told:6} problems{'  TOO SLOW' if is_slow else ''}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(probe() if sys.argv[1:] == ["--probe"] else main(sys.argv[1:]))
