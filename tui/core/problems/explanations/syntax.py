"""What the codes mean that are about how a line is written: quotes, colons, brackets, indentation."""

from __future__ import annotations

from tui.core.problems.problem import ERROR, WARNING

WORDS: dict[str, tuple[str, ...]] = {
    "syntax": (
        ERROR,
        "YAML cannot read this line. jalon leaves it out and goes on, so that the rest of the file is checked in "
        "the same run; what is said after it may come of it.",
        """
- id: contract-end
  date: 2025-12-31
  title: The contract ends
  tags: [jobs, liege]]
""",
        """
- id: contract-end
  date: 2025-12-31
  title: The contract ends
  tags: [jobs, liege]
""",
    ),
    "syntax-limit": (
        ERROR,
        "After a hundred errors of syntax the file is probably not what it seems, and nothing more is read. Mend "
        "those that are said, then check again.",
    ),
    "unquoted-colon": (
        ERROR,
        "To YAML a colon followed by a space ends a key, also in the middle of a sentence; French puts one before "
        'every explanation. Put quotes around the text, or put it on the next line under ">-".',
        """
- id: jobs
  date: 2025-08-25
  title: Transfert au Maroc : 150 emplois menacés
""",
        """
- id: jobs
  date: 2025-08-25
  title: "Transfert au Maroc : 150 emplois menacés"
""",
    ),
    "unquoted-comma": (
        ERROR,
        "Between brackets a comma ends a text. A title or an address that holds one needs quotes there, or lines "
        "of its own instead of the brackets.",
        """
- {id: deal, date: 2025-12-08, title: Unions sign, the staff approves}
""",
        """
- {id: deal, date: 2025-12-08, title: "Unions sign, the staff approves"}
""",
    ),
    "unquoted-start": (
        ERROR,
        "A few characters mean something to YAML at the beginning of a text: @ ` % & * ! | > [ { - ? and quotes. "
        "A text that begins with one needs quotes.",
        """
- id: ad
  date: 2025
  title: [Interview] The manager speaks
  kind: @rtbf
""",
        """
- id: ad
  date: 2025
  title: "[Interview] The manager speaks"
  kind: "@rtbf"
""",
    ),
    "cut-by-hash": (
        WARNING,
        "A # after a space begins a comment: what follows it is not part of the text. If it was meant to be, the "
        "text needs quotes; if it is a comment, a space after the # says so. Where the text goes on in the next "
        "line it is an error, for then that line belongs to nothing.",
        """
- id: strike
  date: 2025-11-03
  title: Strike #2 begins
""",
        """
- id: strike
  date: 2025-11-03
  title: "Strike #2 begins"
""",
    ),
    "inner-quotes": (
        ERROR,
        "The first quote of the same kind ends the text, and what follows belongs to nothing. Use other quotes "
        "within it (« » or ’), or put a \\ before each of them.",
        """
- id: reply
  date: 2025
  title: "The firm says "no" again"
""",
        """
- id: reply
  date: 2025
  title: The firm says "no" again
""",
    ),
    "unclosed-quote": (
        ERROR,
        "A quote that is opened takes everything after it for its text, to the next quote of its kind. jalon "
        "leaves out the item that it stands in and reads the next ones.",
        """
- id: reply
  date: 2025
  title: "The firm says no
  kind: statement
""",
        """
- id: reply
  date: 2025
  title: "The firm says no"
  kind: statement
""",
    ),
    "unclosed-bracket": (
        ERROR,
        "A bracket that is opened takes the lines after it for its items. Close it, or write one item a line, "
        'each after "- ".',
        """
- id: reply
  date: 2025
  title: The firm says no
  tags: [jobs, liege
  kind: statement
""",
        """
- id: reply
  date: 2025
  title: The firm says no
  tags: [jobs, liege]
  kind: statement
""",
    ),
    "missing-space": (
        ERROR,
        "A key ends with a colon and a space, and an item begins with a dash and a space. Without the space YAML "
        "takes both for text.",
        """
- id: reply
  date: 2025
  title:The firm says no
""",
        """
- id: reply
  date: 2025
  title: The firm says no
""",
    ),
    "missing-colon": (
        ERROR,
        "A key without its colon is text to YAML, and belongs to the line above it or to nothing.",
        """
- id: reply
  date: 2025
  title The firm says no
""",
        """
- id: reply
  date: 2025
  title: The firm says no
""",
    ),
    "bad-indentation": (
        ERROR,
        "How far a line is indented says what it belongs to. The keys of one event stand exactly under each "
        "other, indented with spaces.",
        """
- id: reply
  date: 2025
  title: The firm says no
   kind: statement
""",
        """
- id: reply
  date: 2025
  title: The firm says no
  kind: statement
""",
    ),
    "tab": (
        ERROR,
        "Tabs are as wide as each editor likes, so YAML allows only spaces before the text of a line. Most "
        "editors can be told to type spaces for a tab.",
        """
- id: reply
  date: 2025
\ttitle: The firm says no
""",
        """
- id: reply
  date: 2025
  title: The firm says no
""",
    ),
    "bad-escape": (
        ERROR,
        "In double quotes a backslash begins an escape such as \\n. For the character itself write \\\\, or use "
        "single quotes, in which it means nothing.",
        """
- id: path
  date: 2025
  title: "The folder C:\\data leaks"
""",
        """
- id: path
  date: 2025
  title: 'The folder C:\\data leaks'
""",
    ),
}
"""By code: the severity, why it matters, and for most a wrong example and a right one."""
