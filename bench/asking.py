"""The time of an answer over 100,000 events, beside `grep -c` and SQLite's FTS5 on the same texts."""

from __future__ import annotations

import gc
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from bench.figures import Figure, ratio, report, taken_in_turn, told
from bench.generate import HUNDRED_THOUSAND, TODAY, generated
from tui.core.dates.calendar import day_number
from tui.core.index.index import Index
from tui.core.index.selection import select
from tui.core.index.term_rows import term_rows
from tui.core.query.parser import parse_query
from tui.store.read.timeline import read

ROUNDS = 9
ROWS_IN_SIGHT = 40

FACETS = (
    ("one country", "country:BE"),
    ("three facets", "country:BE,FR -kind:strike status:planned"),
    ("all but a kind", "-kind:strike"),
)
WORDS = (("rare", "2026"), ("common", "kasbah"), ("everywhere", "the"))

FACET_MS, WORD_MS, COUNTS_MS = 5, 60, 30
"""The time that an answer may take, in milliseconds."""


Clock = Callable[[], float]


class Asked:
    """An index that forgets its last answer before each question, as when a reader asks something new."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def answer(self, text: str) -> int:
        """The number of events that a query gives, and those of them that a screen shows first."""
        selection = select(self.index, parse_query(text, self.index.names))
        selection.rows(0, ROWS_IN_SIGHT)
        return len(selection)

    def clocked(self, text: str, clock: Clock = time.perf_counter) -> float:
        """Seconds until a query is answered."""
        term_rows(self.index).forget()
        return clocked(partial(self.answer, text), clock)

    def counts(self, text: str, clock: Clock = time.perf_counter) -> float:
        """Seconds until every facet of an answer is counted."""
        return clocked(select(self.index, parse_query(text, self.index.names)).facets, clock)


def clocked(work: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    """Seconds that some work takes."""
    began = clock()
    work()
    return clock() - began


def indexed() -> Index:
    """The generated timeline, with every column made that a question needs."""
    timeline = read(generated(HUNDRED_THOUSAND).read_bytes(), "generated.yaml").timeline
    index = Index(timeline, day_number(TODAY.year, TODAY.month, TODAY.day))
    for text in ("country:BE", "the", "is:planned", "in:2025"):
        select(index, parse_query(text, index.names)).facets()
    select(index, parse_query("country:BE", index.names)).facets()
    gc.freeze()
    return index


def beside(rows: list[str], folder: str) -> tuple[Path, sqlite3.Connection]:
    """The same texts for the others: a line an event, and a table of trigrams, which find within words too."""
    path = Path(folder) / "texts"
    lines = [row.replace("\n", " ") for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE said USING fts5(text, tokenize='trigram', detail='full')")
    database.executemany("INSERT INTO said VALUES (?)", ((line,) for line in lines))
    return path, database


def grep(path: Path, word: str) -> None:
    """Count the lines that hold a word; into a pipe, for with nobody to tell grep stops at the first."""
    subprocess.run(["grep", "-c", "-F", word, path], stdout=subprocess.PIPE, env={"LC_ALL": "C"}, check=False)


def fts5(database: sqlite3.Connection, word: str) -> None:
    """The rows that hold a word."""
    database.execute("SELECT rowid FROM said WHERE said MATCH ?", (f'"{word}"',)).fetchall()


def figures(rounds: int = ROUNDS) -> list[Figure]:
    """Milliseconds of ours, and for the words how they compare."""
    told("asking")
    asked = Asked(indexed())
    found = [measured(f"ask: {name}", partial(asked.clocked, text), rounds, FACET_MS, text) for name, text in FACETS]
    found += [measured(f"count: {name}", partial(asked.counts, text), rounds, COUNTS_MS, text) for name, text in FACETS]
    with tempfile.TemporaryDirectory() as folder:
        path, database = beside(asked.index.said.rows, folder)
        for name, word in WORDS:
            cases = {
                "jalon": partial(asked.clocked, word),
                "grep": partial(clocked, partial(grep, path, word)),
                "fts5": partial(clocked, partial(fts5, database, word)),
            }
            times = taken_in_turn(cases, rounds)
            detail = f'"{word}": {asked.answer(word):,} events'
            found.append(measured(f"ask: a word, {name}", partial(asked.clocked, word), rounds, WORD_MS, detail))
            found.append(ratio(f"a word, {name}", times, "jalon", "grep", 4))
            found.append(ratio(f"a word, {name}", times, "jalon", "fts5", 400))
    return found


def measured(what: str, work: Callable[[Clock], float], rounds: int, budget: float, detail: str) -> Figure:
    """The median in milliseconds of the processor, of which others at work on the machine take none."""
    return Figure(what, median(work(time.process_time) for _ in range(rounds)) * 1000, budget, "ms", detail)


if __name__ == "__main__":
    sys.exit(report(figures()))
