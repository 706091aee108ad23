"""The catalogues of jalon's own words, one a language: text in a checkout, compiled where jalon is installed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tui.core.text import messages
from tui.store.system.environment import shipped_path

if TYPE_CHECKING:
    from tui.core.text.messages import Catalogue


def speak(language: str) -> None:
    """Say everything in this language from here on; in English where it has no catalogue."""
    messages.use(None if language == "en" else catalogue(language), language)


@cache
def catalogue(language: str) -> Catalogue | None:
    """The catalogue of a language that jalon speaks; None for English and for any other."""
    if language == "en" or language not in messages.LANGUAGES:
        return None
    from gettext import GNUTranslations
    from io import BytesIO

    path = f"{shipped_path('locale')}/{language}/LC_MESSAGES/jalon"
    try:
        with open(f"{path}.mo", "rb") as compiled:
            return GNUTranslations(compiled)
    except FileNotFoundError:
        pass
    from tui.store.system.po_file import compiled_catalogue

    try:
        with open(f"{path}.po", encoding="utf-8") as text:
            return GNUTranslations(BytesIO(compiled_catalogue(text.read())))
    except FileNotFoundError:
        return None
