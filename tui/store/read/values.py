"""Readers of dates, yes or no, countries, languages, addresses, and of the hints that a file silences."""

from __future__ import annotations

import re
from contextlib import suppress

from tui.core.citation import addresses
from tui.core.dates.edtf import Date, DateError, parse_strict_edtf
from tui.core.dates.parse import parse_date, parse_undated
from tui.core.problems.problem import CODES, SILENCEABLE
from tui.core.text.messages import worded
from tui.core.text.nearest import asked, closest
from tui.core.timeline.model import Silence
from tui.store.read.context import Context
from tui.store.read.scalars import is_blank, mapping_of, meant, read_line, read_text, wrong
from tui.store.yaml.nodes import Node, Scalar, place_of

_DOCUMENT = re.compile(r"[^:\\?#]*[^:\\/?#]\.(?:html?|xhtml|pdf|txt|md|warc(?:\.gz)?|wacz)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LANGUAGES = {
    "english": "en", "anglais": "en", "french": "fr", "français": "fr", "francais": "fr", "dutch": "nl",
    "nederlands": "nl", "néerlandais": "nl", "spanish": "es", "espagnol": "es", "german": "de", "allemand": "de",
    "arabic": "ar", "arabe": "ar", "italian": "it", "italien": "it", "portuguese": "pt", "portugais": "pt",
}  # fmt: skip
MOST_DIGITS = 9
"""Of the number of an exhibit."""
YES = ("true", "yes", "oui")
_ANSWERS = {**dict.fromkeys(YES, True), "false": False, "no": False, "non": False}


def read_date(node: Node, context: Context) -> Date | None:
    """A date as EDTF has it."""
    if node.__class__ is not Scalar:
        wrong(node, worded("a date is expected here"), context)
        return None
    text: str = node.value
    try:
        if "bad-date" in context.tally.full:  # no cure is sought
            return parse_strict_edtf(text.strip())
        return parse_date(text)
    except DateError as error:
        if "\n" in text and text[:1] in ("[", "{"):  # over several lines between brackets, where blanks are free
            with suppress(DateError):
                return parse_date("".join(text.split()))
        if (other := meant(text, is_date, node, context)) is not None:
            return parse_date(other)
        is_said = not text.strip() or (text == "~" and not node.style) or context.tally.counts("bad-date")
        if not is_said:
            say_bad_date(node, error, context)
        return None


def say_bad_date(node: Scalar, error: DateError, context: Context) -> None:
    """Say why a text is no date, in its place, and what was perhaps meant."""
    from tui.store.yaml.node_cures import instead  # only a mistake needs it

    cures = instead(node, error.dates, context.text, is_sure=error.is_sure, is_date=True)
    place = context.within(node, error.position, error.length)
    context.error(place, "bad-date", error.message, error.hint, cures)


def is_date(text: str) -> bool:
    """True when a text is a date as EDTF has it."""
    try:
        parse_date(text)
    except DateError:
        return False
    return True


def read_event_date(node: Node, context: Context) -> Date | None:
    """The date of an event, which may say in words that none is known."""
    if node.__class__ is Scalar and node.value.lstrip()[:1].isalpha():
        date = parse_undated(node.value)
        if date is not None:
            return date
    return read_date(node, context)


def read_answer(node: Node, context: Context) -> bool | None:
    """Yes or no; None for what is unclear, which is said."""
    text = read_line(node, context)
    if text is None:
        return None
    answer = _ANSWERS.get((meant(text, lambda bare: bare.lower() in _ANSWERS, node, context) or text).lower())
    if answer is None:
        context.error(
            node,
            "not-yes-or-no",
            worded('"{text}" is neither true nor false', text=text),
            worded("true, or leave it out"),
        )
    return answer


def read_exhibit(node: Node, context: Context) -> int | None:
    """The number of an exhibit: a whole number from 1 on."""
    text = read_line(node, context)
    if text is None:
        return None
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS and int(text) > 0:
        return int(text)
    figures = re.fullmatch(r"\D*?(0*[1-9][0-9]{0,8})\D*", text)
    hint = worded('did you mean "{name}"?', name=int(figures[1])) if figures else None
    context.error(node, "bad-exhibit", worded('"{text}" is no number of an exhibit, such as 12', text=text), hint)
    return None


def read_private(node: Node, context: Context) -> bool | None:
    """True for what stays private; so does what is unclear, so that nothing gets out."""
    answer = read_answer(node, context)
    is_nothing = answer is None and isinstance(node, Scalar) and read_line(node, context) is None
    return None if is_nothing else answer is not False


def read_country(node: Node, context: Context) -> str | None:
    """A country's code: ISO 3166-1 alpha-2, XK or EU."""
    text = read_line(node, context)
    if text is None:
        return None
    from tui.core.timeline import countries

    if countries.is_code(text):
        return text
    if (other := meant(text, countries.is_code, node, context)) is not None:
        return other
    if not context.tally.counts("unknown-country"):
        message = worded('"{text}" is not the code of a country', text=text)
        code = None if text.casefold() == "no" else countries.closest(text)
        cures = context.instead(node, code, is_sure=countries.find(text) is not None)
        context.error(node, "unknown-country", message, countries.cure(text), cures)
    return None


def knows_country(text: str, _: Context) -> bool:
    """True when a text is a country, be it by another name than its code."""
    from tui.core.timeline import countries

    return countries.is_code(text.upper()) or countries.closest(text) is not None


def read_language(node: Node, context: Context) -> str | None:
    """A language's code, such as `fr`."""
    text = read_line(node, context)
    if text is None or _LANGUAGE.fullmatch(text):
        return text
    if (other := meant(text, lambda bare: _LANGUAGE.fullmatch(bare) is not None, node, context)) is not None:
        return other
    code = _LANGUAGES.get(text.casefold()) or (text.lower() if _LANGUAGE.fullmatch(text.lower()) else None)
    hint = (
        worded('did you mean "{name}"?', name=code)
        if code
        else worded("a language is two or three letters, such as fr")
    )
    message = worded('"{text}" is not the code of a language', text=text)
    context.error(node, "bad-language", message, hint, context.instead(node, code, is_sure=True))
    return None


def read_address(node: Node, context: Context) -> str | None:
    """An address of the web that may be opened."""
    text = read_line(node, context)
    if text is None:
        return None
    fault, doubt = addresses.fault(text), addresses.doubt(text)
    if fault or doubt:
        if (other := meant(text, lambda bare: addresses.fault(bare) is None, node, context)) is not None:
            return other
        from tui.core.citation import pasted  # only a mistake needs it

        say = context.error if fault else context.warn
        hint = pasted.hint(text) or _copy_hint(text)
        say(node, "bad-address", fault or doubt or "", hint, context.instead(node, pasted.cure(text)))
    return None if fault else text


def _copy_hint(text: str) -> str | None:
    """The cure for an address that is the name of a document beside the file."""
    is_document = _DOCUMENT.fullmatch(text) and not text.startswith(("/", "-"))
    return worded("archive: {file}", file=text) if is_document else None


def meant_address(text: str) -> bool:
    """True when a text in typographic quotes is an address."""
    return not text.isascii() and addresses.is_web(text.lstrip("“„«‘\u200b\u00a0 "))


def read_copy(node: Node, context: Context) -> str | None:
    """The place of a source's copy: an address, or a file beside the timeline's."""
    text = read_line(node, context)
    if text is None or addresses.is_web(text) or meant_address(text):
        return text and read_address(node, context)
    is_address = "//" in text or text.startswith(("<", "[", "www."))
    if is_address or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", text) or text.startswith(("/", "\\", "-")):
        from tui.core.citation import pasted  # only a mistake needs it

        message = worded("an archive is an http(s) address or a file beside this one")
        context.error(node, "bad-address", message, pasted.hint(text), context.instead(node, pasted.cure(text)))
        return None
    if ".." in re.split(r"[/\\]", text):
        message = worded("a copy lies in the folder of this file, or in a folder within it")
        context.error(node, "bad-copy", message, worded("put a copy beside this file, and name that"))
        return None
    return text


def read_silence(node: Node, context: Context) -> tuple[Silence, ...] | None:
    """Codes of hints, each with the reason why it is not to be given: `{single-source: only SETCa spoke that day}`."""
    mapping = mapping_of(node, worded("a mapping of codes to reasons"), context)
    found = []
    for code, (key, value) in mapping.pairs.items() if mapping else ():
        if is_blank(value) and not context.is_lost(value, key):
            message = worded('"{code}" is silenced without a reason', code=code)
            context.error(key, "missing-reason", message, worded("say why, for whoever reads the file next"))
        reason = read_text(value, context)
        if code not in CODES:
            near = closest(code, SILENCEABLE)
            hint = asked(near) or worded("jalon check --explain lists the codes")
            message = worded('"{code}" is the code of nothing', code=code)
            context.error(key, "unknown-code", message, hint, context.instead(key, near))
        elif code not in SILENCEABLE:
            context.error(key, "unknown-code", worded('"{code}" is a fault to mend, and cannot be silenced', code=code))
        elif reason:
            found.append(Silence(code, reason, place_of(key)))
    return tuple(found) or None


def _no_path(word: str) -> str:
    """The reason why a word can be the path of no file that is included; empty for one that can."""
    if "://" in word:
        return worded("an address is not included")
    is_absolute = word.startswith(("/", "~", "\\")) or word[1:2] == ":"
    return worded("a path begins at the folder of the file") if is_absolute else ""


def read_included(node: Node, context: Context) -> str | None:
    """A file that is read with this one; that it cannot be is said."""
    word = read_line(node, context)
    reason = context.refused.get(word or "") or (word and _no_path(word))
    if reason:
        context.error(node, "bad-include", worded('"{file}" is not included: {reason}', file=word, reason=reason))
    return word
