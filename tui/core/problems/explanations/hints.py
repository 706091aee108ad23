"""What the codes of hints mean: how a sound file could be more honest."""

from __future__ import annotations

from tui.core.problems.problem import HINT

WORDS: dict[str, tuple[str, ...]] = {
    "false-precision": (
        HINT,
        "Spreadsheets and forms make the first of a month, or 1 January, of a date that was only a month or a "
        "year. At least three reported events stand on such a day, and by chance so many would not. Where only "
        "the month is known, write the month. A date_note, or a claim on the date, says why it is that day; plans "
        "and rules, which often begin on a first, are left alone.",
        """
- {id: a, date: 2024-03-01, title: A centre opens in Rabat}
- {id: b, date: 2024-06-01, title: The union is founded}
- {id: c, date: 2025-02-01, title: Staff reaches 900}
- {id: d, date: 2025-08-25, title: The contract is cancelled}
""",
        """
- {id: a, date: 2024-03, title: A centre opens in Rabat}
- {id: b, date: 2024-06, title: The union is founded}
- {id: c, date: 2025-02-01, title: Staff reaches 900}
- {id: d, date: 2025-08-25, title: The contract is cancelled}
""",
    ),
    "single-source": (
        HINT,
        "What one source says may be a slip, or a press release. Find a second, or say why there can be none: the "
        "event may be the article itself. Where more than ten, and more than half, rest on one source, that is said "
        "once.",
        """
sources:
  rtl: {title: RTL item, publisher: RTL, seen: 2025-08-26}
events:
- id: union-speaks
  date: 2025-08-25
  title: The union speaks
  sources: rtl
""",
        """
sources:
  rtl: {title: RTL item, publisher: RTL, seen: 2025-08-26}
events:
- id: union-speaks
  date: 2025-08-25
  title: The union speaks
  sources: rtl
  silence:
    single-source: only RTL was there that day
""",
    ),
    "no-source": (
        HINT,
        "Most events of this file say who says so, and this one does not. A file without any sources is a plain "
        "chronology, and nothing is said of it.",
        """
- {id: a, date: 2025-08-25, title: The union speaks, sources: "https://example.org/1"}
- {id: b, date: 2025-08-26, title: The firm answers, sources: "https://example.org/2"}
- {id: c, date: 2025-08-27, title: The minister reacts}
""",
        """
- {id: a, date: 2025-08-25, title: The union speaks, sources: "https://example.org/1"}
- {id: b, date: 2025-08-26, title: The firm answers, sources: "https://example.org/2"}
- {id: c, date: 2025-08-27, title: The minister reacts, sources: "https://example.org/3"}
""",
    ),
    "one-publisher": (
        HINT,
        "Several articles of one house often go back to one reporter: they are many sources for the reader, and "
        "one for the fact. Publishers are compared blind to case and accents; where none is given the site of the "
        "address is.",
        """
sources:
  rtl-1: {title: RTL item, publisher: RTL, seen: 2025-08-26}
  rtl-2: {title: RTL follow-up, publisher: RTL, seen: 2025-08-26}
events:
- id: union-speaks
  date: 2025-08-25
  title: The union speaks
  sources: [rtl-1, rtl-2]
""",
        """
sources:
  rtl-1: {title: RTL item, publisher: RTL, seen: 2025-08-26}
  trends: {title: Trends item, publisher: Trends, seen: 2025-08-26}
events:
- id: union-speaks
  date: 2025-08-25
  title: The union speaks
  sources: [rtl-1, trends]
""",
    ),
    "undated-source": (
        HINT,
        "When did it say so? Without the day it was published, or at least the day you saw it, a source has no "
        "part in what was known when. The day you saw it is always known: it is the latest that it can have been "
        "published.",
        """
sources:
  rtl: {title: RTL item}
events:
- {id: a, date: 2025-08-25, title: The union speaks, sources: rtl}
""",
        """
sources:
  rtl: {title: RTL item, seen: 2025-08-26}
events:
- {id: a, date: 2025-08-25, title: The union speaks, sources: rtl}
""",
    ),
    "after-its-sources": (
        HINT,
        "Whoever wrote before an event can only have announced it. If all its sources were out before its first "
        "possible day, the event is planned, until a later source says that it happened. An open or doubtful date "
        "says nothing.",
        """
sources:
  rtl: {title: RTL item, published: 2025-08-25}
events:
- {id: end, date: 2025-12-31, title: The contract ends, sources: rtl}
""",
        """
sources:
  rtl: {title: RTL item, published: 2025-08-25}
events:
- {id: end, date: 2025-12-31, title: The contract ends, status: planned, sources: rtl}
""",
    ),
    "overdue-plan": (
        HINT,
        "The last day on which it can have happened is past, and the file still says that it is planned. Did it "
        "happen? A source that says so changes its status; if none is found, silence this and say so.",
        """
- id: end
  date: 1999-12-31
  title: The contract ends
  status: planned
""",
        """
- id: end
  date: 1999-12-31
  title: The contract ends
  status: planned
  silence: {overdue-plan: no later source was found}
""",
    ),
    "unused-passage": (
        HINT,
        "Somebody located these words on the page, and no event cites them: either an event lacks its evidence, "
        "or the passage is left over.",
        """
sources:
  rtl:
    title: RTL item
    seen: 2025-08-26
    passages: {jobs: environ 150 personnes, end: à échéance le 31 décembre}
events:
- {id: a, date: 2025-08-25, title: The union speaks, sources: rtl#jobs}
""",
        """
sources:
  rtl:
    title: RTL item
    seen: 2025-08-26
    passages: {jobs: environ 150 personnes, end: à échéance le 31 décembre}
events:
- {id: a, date: 2025-08-25, title: The union speaks, sources: ["rtl#jobs", "rtl#end"]}
""",
    ),
    "unused-actor": (
        HINT,
        "No event concerns this actor, and no source is published by it. An event may have forgotten it, or it is "
        "left over.",
        """
actors:
  setca: SETCa
  ikanbi: IKANBI
events:
- {id: a, date: 2025-08-25, title: The union speaks, actors: setca}
""",
        """
actors:
  setca: SETCa
  ikanbi: IKANBI
events:
- {id: a, date: 2025-08-25, title: The union speaks, actors: [setca, ikanbi]}
""",
    ),
    "missing-country": (
        HINT,
        "Whoever asks for a country does not find this event, though an actor of it is from there. It is said of "
        "an event where the actor's country stands in most of his events, and once of an actor whose country "
        "stands in none of them; otherwise the actor simply acts abroad.",
        """
actors:
  setca: {name: SETCa, country: BE}
events:
- {id: a, date: 2025-08-25, title: The union speaks, actors: setca, countries: [BE]}
- {id: b, date: 2025-08-26, title: Its delegate answers, actors: setca, countries: [MA]}
""",
        """
actors:
  setca: {name: SETCa, country: BE}
events:
- {id: a, date: 2025-08-25, title: The union speaks, actors: setca, countries: [BE]}
- {id: b, date: 2025-08-26, title: Its delegate answers, actors: setca, countries: [MA, BE]}
""",
    ),
    "near-duplicate": (
        HINT,
        "Two events have a day in common, and titles with the same words but for one: one more, or one that is "
        "spelt a little otherwise. They are left alone when their figures, all their actors or all their "
        "countries differ. If they are two, their titles should say in what.",
        """
- {id: a, date: 2025-08-25, title: The union confirms the end of the contract}
- {id: b, date: 2025-08, title: The union confirmed the end of the contract}
""",
        """
- {id: a, date: 2025-08-25, title: The union confirms the end of the contract}
- {id: b, date: 2025-08, title: The firm informs its staff}
""",
    ),
}
"""By code: the severity, why it matters, and for most a wrong example and a right one."""
