"""What the codes mean that are about the shape of a timeline: its sections, keys and names."""

from __future__ import annotations

from tui.core.problems.problem import ERROR, HINT, WARNING

WORDS: dict[str, tuple[str, ...]] = {
    "empty-file": (
        ERROR,
        "There is nothing to show. If there should be, the file was perhaps emptied by a program that was about "
        "to write it; else begin with one event.",
        """
# nothing but a comment
""",
        """
events:
- date: 2025-12-31
  title: The contract ends
""",
    ),
    "not-a-file-of-events": (
        ERROR,
        'A timeline has a section "events:", a list. Without it the file is probably of another kind, and nothing '
        "else is said of it.",
        """
name: something else
version: 3
""",
        """
events:
- date: 2025-12-31
  title: The contract ends
""",
    ),
    "unknown-key": (
        ERROR,
        "What stands under a key that jalon does not know would be lost without a word, so it is said. Keys are "
        "English and in small letters; texts may have a twin in another language, such as title_fr.",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
  contries: [BE]
""",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
  countries: [BE]
""",
    ),
    "wrong-type": (
        ERROR,
        "The field takes another shape: a text, a list in brackets or after dashes, or a mapping of names to values.",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
  kind: [contract, jobs]
""",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
  kind: contract
  tags: [jobs]
""",
    ),
    "missing-id": (
        HINT,
        "Notes, stars, links and git find an event again by its id, whatever becomes of its date and title. "
        "Without one it is called after both, and loses its name when either changes. The hint offers an id to "
        "copy.",
        """
- date: 2025-12-31
  title: The contract ends
""",
        """
- id: contract-end
  date: 2025-12-31
  title: The contract ends
""",
    ),
    "missing-date": (
        ERROR,
        "An event without a date has no place in a timeline. A date may say very little: 202X is a decade, "
        "[..2025-12-31] any day until then.",
        """
- id: end
  title: The contract ends
""",
        """
- id: end
  date: 202X
  title: The contract ends
""",
    ),
    "missing-title": (
        ERROR,
        "An event needs a title in the language of the file, and a source a title or an address: there is nothing "
        "to show for it otherwise.",
        """
- id: end
  date: 2025-12-31
""",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
""",
    ),
    "missing-name": (
        ERROR,
        "An actor is shown by its name. A name alone, without a mapping, will do.",
        """
actors:
  setca:
    kind: union
events:
- id: end
  date: 2025-12-31
  title: The contract ends
  actors: setca
""",
        """
actors:
  setca: SETCa
events:
- id: end
  date: 2025-12-31
  title: The contract ends
  actors: setca
""",
    ),
    "duplicate-id": (
        ERROR,
        "Two events with one id cannot be told apart by whoever cites one of them. Both are kept; the second gets "
        "another id for now.",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
- id: end
  date: 2026-03-31
  title: The transition ends
""",
        """
- id: contract-end
  date: 2025-12-31
  title: The contract ends
- id: transition-end
  date: 2026-03-31
  title: The transition ends
""",
    ),
    "duplicate-value": (
        WARNING,
        "The same value twice in a list counts once; the second was perhaps meant to be another.",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
  countries: [BE, BE]
""",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
  countries: [BE, MA]
""",
    ),
    "unknown-code": (
        ERROR,
        "A silence is for hints, by their codes, and for values without a source. What is wrong cannot be "
        "silenced, only mended.",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
  silence: {lone-source: nobody else was there}
""",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
  sources: https://example.org/article
  silence: {single-source: nobody else was there}
""",
    ),
    "missing-reason": (
        ERROR,
        "A silence says why: whoever reads the file next has to judge whether the reason still holds.",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
  sources: https://example.org/article
  silence: {single-source: }
""",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
  sources: https://example.org/article
  silence: {single-source: nobody else was there}
""",
    ),
    "unused-silence": (
        HINT,
        "What was silenced is no longer there, or not here. A silence that is left behind would one day hide "
        "something new.",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
  sources: [https://example.org/article, https://example.com/report]
  silence: {single-source: nobody else was there}
""",
        """
- id: end
  date: 2025-12-31
  title: The contract ends
  sources: [https://example.org/article, https://example.com/report]
""",
    ),
}
"""By code: the severity, why it matters, and for most a wrong example and a right one."""
