"""The states of a passage in a copy of its source."""

from __future__ import annotations

PROVED = "proved"
REPEATED = "repeated"
ALTERED = "altered"
ABSENT = "absent"
UNREAD = "unread"
NO_COPY = "no-copy"

STATES = (PROVED, REPEATED, ALTERED, ABSENT, UNREAD, NO_COPY)
"""All of them, the best first."""
FOUND = frozenset((PROVED, REPEATED))
"""Those in which the words stand in the copy."""
FAILED = frozenset((ALTERED, ABSENT, UNREAD))
"""Those which `jalon prove` is not content with."""
