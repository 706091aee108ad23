"""Looking for garbage, which no key should wait for: most of it goes by itself, the rest has time.

Python would look whenever so many things have come that stay, which is in the middle of answering a key.
"""

from __future__ import annotations

import gc

REST = 3.0
"""Seconds, at least, without a key or the mouse after which the reader rests."""
AT_THE_LATEST = 60.0
"""Seconds after which garbage is looked for though the reader never rests."""
WORTH_A_LOOK = 2_000
"""Things that came and did not go, from which on a look is worth its time."""


def freeze_objects() -> None:
    """From the first screen on: look only when told to, and not at what stands now, which stays."""
    gc.disable()
    gc.freeze()


def unfreeze_objects() -> None:
    """Let go of the objects that stood so far: the next look is at them too."""
    gc.unfreeze()


def collect_garbage(*, nothing_is_open: bool) -> None:
    """Look at all that came since; what is left while nothing is open that will close is not looked at again.

    A hundred thousand events that were just read take a second, all that comes after them a few hundredths.
    """
    if gc.get_count()[0] > WORTH_A_LOOK:
        gc.collect()
        if nothing_is_open:
            gc.freeze()
