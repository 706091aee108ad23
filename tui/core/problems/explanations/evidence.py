"""What the codes mean that are about sources, passages and claims."""

from __future__ import annotations

from tui.core.problems.problem import ERROR, WARNING

WORDS: dict[str, tuple[str, ...]] = {
    "bad-passage": (
        ERROR,
        "A passage is found on its page by its first words and its last, with … between them, or by one exact "
        "phrase. More than one … leaves it open where to look.",
        """
sources:
  rtl:
    title: RTL item
    seen: 2025-08-26
    passages:
      jobs: environ 150 … employées … les contrats
events:
- id: a
  date: 2025
  title: A
  sources: rtl#jobs
""",
        """
sources:
  rtl:
    title: RTL item
    seen: 2025-08-26
    passages:
      jobs: environ 150 … les contrats
events:
- id: a
  date: 2025
  title: A
  sources: rtl#jobs
""",
    ),
    "unknown-source": (
        ERROR,
        'What an event cites is a source under "sources", by its id, or an address. A citation of nothing proves '
        "nothing.",
        """
sources:
  rtl: {title: RTL item, seen: 2025-08-26}
events:
- id: a
  date: 2025
  title: A
  sources: [rlt]
""",
        """
sources:
  rtl: {title: RTL item, seen: 2025-08-26}
events:
- id: a
  date: 2025
  title: A
  sources: [rtl]
""",
    ),
    "unknown-passage": (
        ERROR,
        "After the # stands the name of a passage of that source. The source counts as cited; where in it is lost.",
        """
sources:
  rtl: {title: RTL item, seen: 2025-08-26, passages: {jobs: environ 150 personnes}}
events:
- id: a
  date: 2025
  title: A
  sources: [rtl#job]
""",
        """
sources:
  rtl: {title: RTL item, seen: 2025-08-26, passages: {jobs: environ 150 personnes}}
events:
- id: a
  date: 2025
  title: A
  sources: [rtl#jobs]
""",
    ),
    "unknown-value": (
        ERROR,
        '"keep" repeats the value that the curator retains, as it is written above it: another figure would be a '
        "third claim that nobody made.",
        """
- id: a
  date: 2025
  title: A
  claims:
    jobs:
      150 people: https://example.org/article
      163 people: https://example.com/report
      keep: 160 people
""",
        """
- id: a
  date: 2025
  title: A
  claims:
    jobs:
      150 people: https://example.org/article
      163 people: https://example.com/report
      keep: 150 people
""",
    ),
    "bare-comparison": (
        WARNING,
        'A claimed value is words and numbers. ">" begins a block of text in YAML, and would be lost by a slip; '
        '"more than 90" is understood as a range.',
        """
- id: a
  date: 2025
  title: A
  claims:
    jobs:
      "> 90": https://example.org/article
""",
        """
- id: a
  date: 2025
  title: A
  claims:
    jobs:
      more than 90: https://example.org/article
""",
    ),
    "unsourced-value": (
        WARNING,
        "A claim is what somebody says. A value with nobody beside it is a rumour: cite who says so, leave it "
        "out, or silence this with the reason.",
        """
- id: a
  date: 2025
  title: A
  claims:
    jobs:
      150 people: []
""",
        """
- id: a
  date: 2025
  title: A
  claims:
    jobs:
      150 people: https://example.org/article
""",
    ),
    "kept-differs": (
        WARNING,
        "A claim named date or status holds rival dates or statuses, and the event's own field is the one that is "
        "retained. If the claim keeps another one, the file says two things.",
        """
- id: a
  date: 2025-12-31
  title: A
  claims:
    date:
      2025-12-31: https://example.org/article
      2026-01-01: https://example.com/report
      keep: 2026-01-01
""",
        """
- id: a
  date: 2025-12-31
  title: A
  claims:
    date:
      2025-12-31: https://example.org/article
      2026-01-01: https://example.com/report
      keep: 2025-12-31
""",
    ),
    "gone-too-early": (
        WARNING,
        'Nobody sees a page that is gone: either "seen" or "gone" is wrong.',
        """
sources:
  rtl: {title: RTL item, seen: 2025-12-21, gone: 2025-12-01}
events: []
""",
        """
sources:
  rtl: {title: RTL item, seen: 2025-12-21, gone: 2026-05}
events: []
""",
    ),
    "seen-too-early": (
        WARNING,
        'Nobody reads what is not yet published: either "seen" or "published" is wrong, and with it what was '
        "known on a given day.",
        """
sources:
  rtl: {title: RTL item, published: 2025-08-26, seen: 2025-08-25}
events: []
""",
        """
sources:
  rtl: {title: RTL item, published: 2025-08-25, seen: 2025-08-26}
events: []
""",
    ),
    "same-address": (
        WARNING,
        "Two sources with one address are one, and an event that cites both seems better supported than it is.",
        """
sources:
  rtl: {title: RTL item, url: https://rtl.example/1, seen: 2025-08-26}
  rtl-again: {title: RTL item, url: https://rtl.example/1, seen: 2025-08-27}
events: []
""",
        """
sources:
  rtl: {title: RTL item, url: https://rtl.example/1, seen: 2025-08-26}
events: []
""",
    ),
}
"""By code: the severity, why it matters, and for most a wrong example and a right one."""
