"""The phrases of dates by language."""

from __future__ import annotations

from functools import cache

from tui.core.dates.phrases_en import English


@cache
def phrases(language: str) -> English:
    """The phrases of a language (`fr`, `fr_BE`, `fr-BE`); English for one that has none here."""
    if language[:2].lower() == "fr":
        from tui.core.dates.phrases_fr import French  # only who reads French needs it

        return French()
    return English()
