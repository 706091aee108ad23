"""The words of jalon in the reader's language: whole sentences with named places, from the catalogue in force.

English is the language of the code, so nothing is loaded for it. `{name}` in a sentence is a place: a value is put
there as it is, whatever braces it has. Braces that are no place stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

LANGUAGES = {"en": "English", "fr": "français", "nl": "Nederlands"}
"""The languages that jalon speaks, each with its own name for itself."""


if TYPE_CHECKING:  # to make a protocol takes a third of a millisecond, and nobody asks for it at run time
    from typing import Protocol

    class Catalogue(Protocol):
        """The translations of one language, as `gettext.GNUTranslations` has them; what lacks one is in English."""

        def gettext(self, message: str) -> str:
            """The translation of a sentence."""

        def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
            """The translation for a number, of a sentence in its singular and its plural."""

        def pgettext(self, context: str, message: str) -> str:
            """The translation of a sentence that has several, by a word on what is meant."""


_in_force: Catalogue | None = None
_spoken = "en"


def use(catalogue: Catalogue | None, language: str = "en") -> None:
    """Have all words from this catalogue of a language; None for English."""
    global _in_force, _spoken
    _in_force, _spoken = catalogue, "en" if catalogue is None else language


def spoken() -> str:
    """The language that all words are in."""
    return _spoken


def in_force() -> Catalogue | None:
    """The catalogue that all words come from; None for English."""
    return _in_force


def _(message: str, /, **places: object) -> str:
    """A sentence in the reader's language, its places filled."""
    return _filled(message if _in_force is None else _in_force.gettext(message), places)


def numbered(one: str, many: str, number: int, /, **places: object) -> str:
    """A sentence about a number of things, by the plural rule of the language; `{number}` is the number."""
    catalogue = _in_force
    said = (one if number == 1 else many) if catalogue is None else catalogue.ngettext(one, many, number)
    return _filled(said, {"number": thousands(number), **places})


def in_context(context: str, message: str, /, **places: object) -> str:
    """A sentence whose English has two meanings: the context tells translators which one is meant."""
    return _filled(message if _in_force is None else _in_force.pgettext(context, message), places)


def clauses(*said: str) -> str:
    """Some clauses as one sentence, parted as the language has it."""
    whole, *others = said
    for one in others:
        whole = _("{clause}; {next}", clause=whole, next=one)
    return whole


def translatable(message: str) -> str:
    """The sentence itself, marked for the catalogues: a constant, which is translated by `_` where it is used."""
    return message


def forms(one: str, many: str) -> tuple[str, str]:
    """The singular and the plural of a sentence, marked for the catalogues: for `numbered(*forms, number)`."""
    return one, many


def thousands(number: int) -> str:
    """A number of things with its thousands apart, as the language has it: `12,345`."""
    return f"{number:,}".replace(",", in_context("between thousands", ",")) if abs(number) > 999 else str(number)


class Worded(str):
    """A sentence that is kept, and shown later: it is English, and knows how it was made, to be `translated`.

    `str()` of it, and of an exception that has it, is the same one. Within an f-string it is in the reader's language.
    """

    __slots__ = ("forms", "number", "places")
    forms: tuple[str, ...]
    """The sentence with its places; of a number of things singular and plural."""
    number: int | None
    places: dict[str, object]

    def __str__(self) -> str:
        return self

    def __format__(self, spec: str, /) -> str:
        return str.__format__(translated(self), spec)


def worded(message: str, /, **places: object) -> Worded:
    """A sentence to keep, such as what is wrong with a file; `translated` turns it when it is shown."""
    return _worded(_filled(message, places if _in_force is None else _in_english(places)), (message,), None, places)


def worded_number(one: str, many: str, number: int, /, **places: object) -> Worded:
    """A sentence to keep about a number of things."""
    english = {"number": f"{number:,}", **_in_english(places)}
    return _worded(_filled(one if number == 1 else many, english), (one, many), number, places)


def abridged(english: str, meaning: Worded, /, **places: object) -> Worded:
    """A text to keep that is shorter, or otherwise said, in English: elsewhere the meaning, with these places."""
    return _worded(english, meaning.forms, meaning.number, {**meaning.places, **places})


def translated(text: str) -> str:
    """The text in the reader's language, if jalon worded it; any other comes back as it is."""
    if _in_force is None or not isinstance(text, Worded):
        return text
    if text.number is None:
        return _(*text.forms, **text.places)
    one, many = text.forms
    return numbered(one, many, text.number, **text.places)


def reason_of(error: BaseException) -> str:
    """The message of an error in the reader's language; `str(error)` has it in English."""
    said = error.args[0] if error.args else ""
    return translated(said) if isinstance(said, str) else str(error)


def _worded(english: str, forms: tuple[str, ...], number: int | None, places: dict[str, object]) -> Worded:
    made = Worded(english)
    made.forms, made.number, made.places = forms, number, places
    return made


def _in_english(places: dict[str, object]) -> dict[str, object]:
    """The values of places, those that jalon worded in English whatever language is in force."""
    return {name: value[:] if isinstance(value, Worded) else value for name, value in places.items()}


def _filled(message: str, places: dict[str, object]) -> str:
    """The sentence with its places filled, in one pass: what a value holds is never looked at."""
    if not places:
        return message
    first, *parts = message.split("{")
    filled = [first]
    for part in parts:
        name, brace, rest = part.partition("}")
        filled.append(f"{places[name]}{rest}" if brace and name in places else f"{{{part}")
    return "".join(filled)
