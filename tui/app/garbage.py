"""Looking for garbage, which no key should wait for: most of it goes by itself, the rest has time.

Python would look whenever so many things have come that stay, which is in the middle of answering a key.
"""

from __future__ import annotations

import gc

REST = 3.0
"""Seconds without a key after which the reader rests."""
WORTH_A_LOOK = 2_000
"""Things that came and did not go, from which on a look is worth its time."""


def look_at_rest() -> None:
    """Look at nothing by itself any more, and never at what stands now: the timeline, which stays, is no garbage.

    What of it is let go later goes all the same, unless it holds itself; `Index.let_go` sees to that.
    """
    gc.disable()
    gc.freeze()


def look() -> None:
    """Look at all that came since; the answers that are kept of 100,000 events take a tenth of a second."""
    if gc.get_count()[0] > WORTH_A_LOOK:
        gc.collect()
