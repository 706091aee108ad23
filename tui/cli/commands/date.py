"""jalon date: how a date is understood, or why it is none."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import click

from tui.cli.base import streams
from tui.cli.base.options import LANGUAGES, takes_in_vain
from tui.cli.base.request import STANDARD_INPUT, Refusal
from tui.core.dates.bounds_in_words import bounds, days_in_words
from tui.core.dates.edtf import Date, DateError
from tui.core.dates.edtf_member import DaySpan
from tui.core.dates.parse import parse_date
from tui.core.dates.words import in_words
from tui.core.text.clean import clean
from tui.core.text.messages import _, forms, in_context, spoken, translatable, translated, worded, worded_number

_NEGATIVE = re.compile("-[0-9X]")
"""The beginning of a year before year 0: no option begins so."""

LONGEST = 1_000_000
"""Bytes in one line of standard input."""
LARGEST = 256 * 1024 * 1024
"""Bytes of standard input in all."""
SHOWN = 60
"""Bytes of a line that is too long."""

NO_DATE = forms("a line of more than {number} byte is no date", "a line of more than {number} bytes is no date")
_TOO_LONG = DateError(worded_number(*NO_DATE, LONGEST), 0, SHOWN)
_NO_UTF8 = DateError(worded("not text in UTF-8"), 0, 0)


class DateAnswer(NamedTuple):
    """A text, and the date that it is or the reason why it is none."""

    text: str
    date: Date | None
    error: DateError | None


class Dates(click.Command):
    """A command whose arguments may begin with a minus sign, before and after its options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take each word as a TEXT that is no option of this command, `-2025` among them."""
        takes_value = {
            name for one in self.params if isinstance(one, click.Option) and not one.is_flag for name in one.opts
        }
        options: list[str] = []
        texts: list[str] = []
        words = iter(args)
        for word in words:
            if word == "--":
                texts += words
            elif not word.startswith("-") or word == STANDARD_INPUT or _NEGATIVE.match(word):
                texts.append(word)
            else:
                options.append(word)
                options += [next(words, "")] if word in takes_value else []
        return super().parse_args(ctx, [*options, "--", *texts])


@click.command("date", cls=Dates)
@click.argument("texts", nargs=-1, required=True, metavar="TEXT…")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language of the words; else both.")
@takes_in_vain("--color", "--today")
def command(texts: tuple[str, ...], as_json: bool, language: str | None) -> int:
    """Explain how jalon understands each TEXT as a date: its bounds, its precision, in words.

    TEXT is EDTF (ISO 8601-2): 2025-12-31, 2026-08~, 2025-10/2026-03-31, [..2025-08-21]. With - as TEXT it reads
    standard input, one date on each line. The exit code is 1 if any of them is not a date.
    """
    from tui.store.system import environment

    is_wrong = False
    for number, answer in enumerate(_answers(texts)):
        is_wrong = is_wrong or answer.date is None
        if as_json:
            streams.write_json(_record(answer, environment.language(language)), is_line=True)
        else:
            block = _block(answer, (language,) if language else tuple(dict.fromkeys(("en", "fr", spoken()))))
            sys.stdout.write("\n" * (number > 0) + "".join(f"{line}\n" for line in block))
    return streams.FAILED if is_wrong else streams.OK


def _answers(texts: Iterable[str]) -> Iterator[DateAnswer]:
    """The answer to each text, in order; exactly one for every line of standard input."""
    for text in texts:
        if text != STANDARD_INPUT:
            yield _answer(text)
            continue
        if sys.stdin is None:
            raise Refusal(_("standard input is closed"))
        for number, line in enumerate(_lines()):
            yield _answer_line(line.removesuffix(b"\n").removesuffix(b"\r"), is_first=number == 0)


def _lines() -> Iterator[bytes]:
    """The lines of standard input; of one that is too long only the beginning."""
    size = 0
    is_rest = False
    while piece := sys.stdin.buffer.readline(LONGEST + 1):
        size += len(piece)
        if size > LARGEST:
            raise Refusal(_("standard input is too large (more than {size} MB)", size=LARGEST // 1024 // 1024))
        if not is_rest:
            yield piece
        is_rest = not piece.endswith(b"\n")


def _answer_line(line: bytes, is_first: bool) -> DateAnswer:
    if len(line) > LONGEST:
        return DateAnswer(line[:SHOWN].decode("utf-8", errors="replace"), None, _TOO_LONG)
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return DateAnswer(line.decode("utf-8", errors="replace"), None, _NO_UTF8)
    return _answer(text.removeprefix("\ufeff") if is_first else text)


def _answer(text: str) -> DateAnswer:
    try:
        return DateAnswer(text, parse_date(text), None)
    except DateError as error:
        return DateAnswer(text, None, error)


def _record(answer: DateAnswer, language: str) -> dict[str, object]:
    """The answer as one JSON object; days inclusive, null where open."""
    text, date, error = answer
    hint = None if date is None else _second_thought(date)
    return {
        "text": text,
        "valid": date is not None,
        "error": None if error is None else "; ".join(filter(None, (error.message, error.hint))),
        "start": None if date is None else _bounds(date.start),
        "end": None if date is None else _bounds(date.end),
        "precision": None if date is None else date.precision,
        "words": None if date is None else in_words(date, language),
        **({"hint": hint} if hint else {}),
    }


def _bounds(span: DaySpan) -> dict[str, str | None]:
    earliest, latest = bounds(span)
    return {"earliest": earliest, "latest": latest}


# ---- For people ----


def _block(answer: DateAnswer, languages: Iterable[str]) -> list[str]:
    """The lines that explain one text."""
    text, date, error = answer
    if date is None or error is not None:
        return _explained(text, error or _NO_UTF8)
    rows = [(_("starts"), days_in_words(date.start)), (_("ends"), days_in_words(date.end))]
    if not date.interval:
        rows = [(_("point"), days_in_words(date.start))]
    rows.append((_("precision"), _precision(date.precision)))
    if date.time is not None:
        times = dict.fromkeys(filter(None, (date.time, date.end_time)))
        rows.append((_("time"), _local(tuple(times))))
    said = dict.fromkeys(in_words(date, language) for language in languages)
    rows += zip((_("in words"), *[""] * (len(said) - 1)), said, strict=True)
    rows += [(_("hint"), hint)] if (hint := _second_thought(date)) else []
    return [_shown(date.text), *_rows(rows)]


_PRECISIONS = frozenset(
    {
        translatable("second"),
        translatable("minute"),
        translatable("day"),
        translatable("month"),
        translatable("season"),
        translatable("quarter"),
        translatable("quadrimester"),
        translatable("semester"),
        translatable("year"),
        translatable("decade"),
        translatable("century"),
        translatable("millennium"),
        translatable("unknown"),
    }
)


def _precision(unit: str) -> str:
    """The precision of a date as a reader is told it; of what has no date it is none."""
    return _(unit) if unit in _PRECISIONS else in_context("precision", "none")


def _local(times: tuple[str, ...]) -> str:
    """A time of day, or the two of an interval."""
    if len(times) == 1:
        return _("{time}, local to the text", time=times[0])
    first, last = times
    return _("{first} to {last}, local to the text", first=first, last=last)


def _second_thought(date: Date) -> str | None:
    """The advice on a date that is right but may have been meant otherwise."""
    from tui.core.dates.canonical import with_marks_behind, with_modern_years
    from tui.core.dates.hints import dates_suggestion

    meant = with_marks_behind(with_modern_years(date.text))
    return None if meant == date.text else dates_suggestion([meant])


def _rows(rows: Sequence[tuple[str, str]]) -> list[str]:
    widest = max([9, *(len(name) for name, _value in rows)])
    return [f"  {name:<{widest}}  {value}" for name, value in rows]


def _explained(text: str, error: DateError) -> list[str]:
    """A text that is no date, carets under the place, why, and the cure."""
    before, place = text[: error.position], text[error.position : error.position + error.length]
    carets = " " * _cells(_shown(before)) + "^" * max(_cells(_shown(place)), 1)
    lines = [_shown(text), carets, *_rows([(_("error"), clean(translated(error.message)))])]
    return [*lines, *_rows([(_("hint"), clean(translated(error.hint)))])] if error.hint else lines


def _shown(text: str) -> str:
    """The text on one line, with what steers or hides made visible."""
    return clean(text).replace("\n", "␊").replace("\t", "␉")


def _cells(text: str) -> int:
    """The width of a text whose controls have been made visible, in cells."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)
