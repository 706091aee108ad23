"""What the codes mean that are about single values, and the names that stand for things."""

from __future__ import annotations

from tui.core.problems.problem import ERROR

WORDS: dict[str, tuple[str, ...]] = {
    "bad-id": (
        ERROR,
        'A citation is source#passage, so that a source whose id holds a "#" cannot be cited.',
        """
sources:
  rtl#1: {title: RTL item, seen: 2025-08-26}
events: []
""",
        """
sources:
  rtl-1: {title: RTL item, seen: 2025-08-26}
events: []
""",
    ),
    "bad-date": (
        ERROR,
        "Dates are EDTF (ISO 8601-2): 2025-12-31, 2025-12, 202X, 2025-08-25~ for about, 2025-10/2026-03 from and "
        "to, [..2025-08-21] by. Words are not read, for they would be guessed; the hint often has the date that "
        "was meant, and jalon date explains any.",
        """
- id: end
  date: 31/12/2025
  title: The contract ends
""",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
""",
    ),
    "not-yes-or-no": (
        ERROR,
        "What is private stays out of all that is printed, copied and exported. An answer that is unclear is taken "
        "for a yes, lest it gets out.",
        """
sources:
  memo: {title: A memo, private: perhaps, seen: 2025-08-26}
events: []
""",
        """
sources:
  memo: {title: A memo, private: true, seen: 2025-08-26}
events: []
""",
    ),
    "bad-address": (
        ERROR,
        "Only addresses of the web are ever opened, http:// or https:// with a host, without spaces, controls or "
        "a user's name: anything else could start another program.",
        """
sources:
  rtl: {title: RTL item, url: www.rtl.example/item, seen: 2025-08-26}
events: []
""",
        """
sources:
  rtl: {title: RTL item, url: https://www.rtl.example/item, seen: 2025-08-26}
events: []
""",
    ),
    "bad-language": (
        ERROR,
        "A language is its code of two or three letters (ISO 639), such as fr or nl, so that sources can be asked "
        "for by language.",
        """
sources:
  rtl: {title: RTL item, language: French, seen: 2025-08-26}
events: []
""",
        """
sources:
  rtl: {title: RTL item, language: fr, seen: 2025-08-26}
events: []
""",
    ),
    "unknown-event": (
        ERROR,
        "What an event is about is another event of the file, by its id, wherever it stands. A text about the event "
        'stands under "text".',
        """
- id: union
  date: 2025-08-25
  title: The union confirms it
  about: contract-ends
- id: contract-end
  date: 2025-12-31
  title: The contract ends
""",
        """
- id: union
  date: 2025-08-25
  title: The union confirms it
  about: contract-end
- id: contract-end
  date: 2025-12-31
  title: The contract ends
""",
    ),
    "about-itself": (
        ERROR,
        "An event announces, reports or reacts to another; about itself it says nothing.",
        """
- id: union
  date: 2025-08-25
  title: The union confirms it
  about: union
""",
        """
- id: union
  date: 2025-08-25
  title: The union confirms it
""",
    ),
    "unknown-actor": (
        ERROR,
        'Once a file has a section "actors", every actor of an event is one of its ids: a slip would make two of '
        "one. Add the actor, or use the id that is suggested.",
        """
actors:
  ikanbi: IKANBI
events:
- id: a
  date: 2025
  title: A
  actors: [ikanby]
""",
        """
actors:
  ikanbi: IKANBI
events:
- id: a
  date: 2025
  title: A
  actors: [ikanbi]
""",
    ),
    "unknown-country": (
        ERROR,
        "A country is its code of two letters (ISO 3166-1), XK for Kosovo or EU for the union, so that the same "
        "country is never two.",
        """
- id: a
  date: 2025
  title: A
  countries: [Belgium]
""",
        """
- id: a
  date: 2025
  title: A
  countries: [BE]
""",
    ),
    "unknown-status": (
        ERROR,
        "An event is reported (a source says that it happened; also when nothing is said), planned (announced), "
        "in-force (a rule that applies), inferred (deduced; date_note says how) or cancelled.",
        """
- id: a
  date: 2025
  title: A
  status: announced
""",
        """
- id: a
  date: 2025
  title: A
  status: planned
""",
    ),
    "unknown-group": (
        ERROR,
        "A view groups events by actor, country, kind, source or tag; without a word on it, by actor.",
        """
events:
- id: a
  date: 2025
  title: A
views:
  work: {query: "", group: place}
""",
        """
events:
- id: a
  date: 2025
  title: A
views:
  work: {query: "", group: country}
""",
    ),
    "unknown-kind": (
        ERROR,
        "An actor is a company, union, person, government, regulator, federation or publisher. The kind of an "
        "event is free.",
        """
actors:
  setca: {name: SETCa, kind: syndicate}
events:
- id: a
  date: 2025
  title: A
  actors: setca
""",
        """
actors:
  setca: {name: SETCa, kind: union}
events:
- id: a
  date: 2025
  title: A
  actors: setca
""",
    ),
    "bad-query": (
        ERROR,
        "A view keeps a query, and this one asks for what the file does not have or cannot be read. jalon print "
        "-q tries any query.",
        """
events:
- id: a
  date: 2025
  title: A
  kind: law
views:
  laws: {query: "knid:law"}
""",
        """
events:
- id: a
  date: 2025
  title: A
  kind: law
views:
  laws: {query: "kind:law"}
""",
    ),
}
"""By code: the severity, why it matters, and for most a wrong example and a right one."""
