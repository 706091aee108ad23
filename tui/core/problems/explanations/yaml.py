"""What the codes mean that are about a file as a whole, and about what YAML allows and a timeline has no use for."""

from __future__ import annotations

from tui.core.problems.problem import ERROR, WARNING

WORDS: dict[str, tuple[str, ...]] = {
    "unreadable": (
        ERROR,
        "A timeline is a regular file of text in UTF-8, of 256 MB at most. What is no such file (a folder, a "
        "picture, text in Latin-1 or UTF-16, one cut within a character) cannot be read at all: save it as UTF-8.",
    ),
    "control-character": (
        ERROR,
        "Some characters are orders to a terminal: they move its cursor, change its title, write to its "
        "clipboard. A text has no use for them, and whoever prints it unawares obeys them. They usually come from "
        "a copied page or log: remove them.",
    ),
    "conflict-marker": (
        ERROR,
        "git could not unite two versions of these lines and left both. jalon reads both sides so that the rest "
        "can be checked, but only you know which to keep.",
        """
events:
<<<<<<< HEAD
- id: a
  date: 2025
  title: One side
=======
- id: b
  date: 2025
  title: The other
>>>>>>> theirs
""",
        """
events:
- id: b
  date: 2025
  title: The other
""",
    ),
    "deep-nesting": (
        ERROR,
        "No timeline needs more than 64 levels of brackets or indentation, and some YAML readers crash on them: "
        "what nests deeper is left out.",
    ),
    "too-long": (
        ERROR,
        "A text of more than a million characters is left out: it is a slip, or a document that belongs beside "
        "the timeline, where a source can name it under archive.",
    ),
    "second-document": (
        ERROR,
        'A line "---" begins another YAML document. A timeline is one document, and such lines usually come from '
        "two files that were joined: remove it.",
        """
events:
- id: a
  date: 2025
  title: A
---
- id: b
  date: 2026
  title: B
""",
        """
events:
- id: a
  date: 2025
  title: A
- id: b
  date: 2026
  title: B
""",
    ),
    "bad-key": (
        ERROR,
        "YAML allows a list or a mapping for a key; jalon has no use for one. A text that begins with a bracket "
        "needs quotes.",
        """
- id: a
  date: 2025
  title: A
  [jobs, liege]: x
""",
        """
- id: a
  date: 2025
  title: A
  tags: [jobs, liege]
""",
    ),
    "duplicate-key": (
        ERROR,
        "Of two values under one key most YAML readers keep the last without a word. jalon keeps the first and "
        'says so: one of them would be lost. Where an id repeats, a "- " before the second event is usually '
        "missing.",
        """
- id: a
  date: 2025
  title: First words
  title: Second thoughts
""",
        """
- id: a
  date: 2025
  title: Second thoughts
""",
    ),
    "merge-key": (
        ERROR,
        '"<<" copies the keys of one mapping into another, in YAML 1.1 only, and can be made to fill the memory. '
        "Write the keys out.",
        """
- &first
  id: a
  date: 2025
  title: A
- <<: *first
  id: b
""",
        """
- id: a
  date: 2025
  title: A
- id: b
  date: 2025
  title: A
""",
    ),
    "tag": (
        ERROR,
        "A word that begins with ! tells a YAML reader which type to make. jalon knows the type of every field, "
        "and reads no tags. A text that begins with ! needs quotes.",
        """
- id: a
  date: !!str 2025
  title: A
""",
        """
- id: a
  date: 2025
  title: A
""",
    ),
    "unknown-alias": (
        ERROR,
        "A word that begins with * stands for what is anchored elsewhere with &, and nothing is. A text that "
        "begins with * needs quotes.",
        """
- id: a
  date: 2025
  title: A
  tags: [*jobs]
""",
        """
- id: a
  date: 2025
  title: A
  tags: ["*jobs"]
""",
    ),
    "unused-anchor": (
        WARNING,
        "A word that begins with & names an anchor, and is not part of the text. Nothing refers to it, so that it "
        "was probably meant as text: put quotes around it.",
        """
- id: a
  date: 2025
  title: &Co opens in Liège
""",
        """
- id: a
  date: 2025
  title: "&Co opens in Liège"
""",
    ),
    "alias-cycle": (
        ERROR,
        "An alias that stands within what it stands for has no end. It stands for nothing here: write out what "
        "was meant.",
        """
- id: a
  date: 2025
  title: A
  tags: &tags [jobs, *tags]
""",
        """
- id: a
  date: 2025
  title: A
  tags: [jobs]
""",
    ),
    "alias-bomb": (
        ERROR,
        "A few lines of aliases to aliases can stand for more than any memory holds. What they stand for may be "
        "at most 200,000 values beyond the file's own; the rest is left out.",
    ),
}
"""By code: the severity, why it matters, and for most a wrong example and a right one."""
