"""The reason why a text is no date, and its likely meaning: digits in another order here, words in spoken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from tui.core.dates.calendar import computer_moment, dates_of_week, day_number, is_leap, iso, spreadsheet_moment
from tui.core.dates.edtf import UNDATED_WORDS, DateError, parse_strict_edtf
from tui.core.dates.interval_hints import SLASH, STAYS, Guess, is_date, open_words, short_end, unslashed
from tui.core.dates.shorthand import PIVOT, four_digits, known_parts, ten_power, with_plain_dashes, with_unknown_digits
from tui.core.dates.spoken import edtf_candidates
from tui.core.text.messages import worded

TWO_DIGITS = worded(
    "years have four digits (of two, {first} to 99 are read as 19.., 00 to {last} as 20..)", first=PIVOT, last=PIVOT - 1
)
EPOCH = worded("a clock of computers counts seconds from 1970-01-01")
SERIAL = worded("years have four digits; a spreadsheet counts days from 1899-12-30")
LONGEST = 200
"""Longer texts are no slip of the pen: no cure is looked for, in characters."""
NO_DATE = worded("not a date")
ORDER = worded("a date is written year, month, day, joined by -")


def explain(text: str, error: DateError) -> DateError:
    """Reason, place and cure for a text that the grammar refuses."""
    if not text:
        return DateError(worded("a date is missing"), 0, 0)
    if error.hint is None and len(text) <= LONGEST:
        for guess in _GUESSES:
            found = guess(text)
            told = found and _told(text, error, guess, found)
            if told is not None:
                return told
    return _without_cure(text, error)


def _told(text: str, error: DateError, guess: Callable[[str], Guess | None], found: Guess) -> DateError | None:
    """The reason, the place and the cure that a guess gives; None where it comes to nothing."""
    dates = valid(found.dates)
    hint = dates_suggestion(dates)
    if found.reason is None:
        if not dates:
            return None
        told = DateError(error.message, error.position, error.length, hint)
    elif dates or not found.dates:
        length = len(text) - found.position if found.length is None else found.length
        told = DateError(found.reason, found.position, length, hint, () if guess in _SLIPS else dates)
    else:
        return DateError(_refused(found.dates[0]), 0, len(text)) if guess is _words else None
    told.dates = dates[:3]
    told.is_sure = len(dates) == 1 and found.reason != TWO_DIGITS and _is_only_reading(guess, text, dates[0])
    return told


def _is_only_reading(guess: Callable[[str], Guess | None], text: str, date: str) -> bool:
    """True when a guess has one meaning: words and other signs for the same have, another order of digits has not."""
    if guess in (_times, _spaces, _compact):
        return re.sub("[^0-9]", "", text) == re.sub("[^0-9]", "", date)
    if guess is _padded:  # of one digit beside two another may be missing
        return re.match("-?[0-9]{4}-[0-9](?![0-9])", text) is not None
    return guess in (_words, _invisible, _unspecified, _foreign_characters, open_words, _capitals)


def _refused(date: str) -> str:
    """The reason why a date is none, as the parser gives it."""
    try:
        parse_strict_edtf(date)
    except DateError as error:
        return error.message
    return NO_DATE


def valid(dates: Iterable[str]) -> list[str]:
    """Those that are dates, each once."""
    return [date for date in dict.fromkeys(dates) if is_date(date)]


def dates_suggestion(dates: list[str]) -> str | None:
    """The question that offers some dates; None when there are none."""
    if not dates:
        return None
    quoted = (f'"{date}"' if "?" in date else date for date in dates[:3])
    first, *others = quoted
    if len(others) == 2:
        return worded("did you mean {one} or {other} or {third}?", one=first, other=others[0], third=others[1])
    if others:
        return worded("did you mean {one} or {other}?", one=first, other=others[0])
    return worded("did you mean {date}?", date=first)


def _without_cure(text: str, error: DateError) -> DateError:
    """The parser's reason, or the first character that no date has."""
    if re.fullmatch("[0-9]{1,2}/[0-9]{1,2}/[0-9]{1,4}", text):
        return DateError(ORDER, 0, len(text))
    stranger = re.search(r"[^0-9XYESTZ~?%:.,/\[\]{}+-]", text)
    if stranger is None or error.message != NO_DATE:
        return DateError(error.message, error.position, error.length, error.hint)
    at, char = stranger.start(), stranger[0]
    if char.isalpha():
        return DateError(worded("not a date: it is written 2025, 2025-08 or 2025-08-25"), 0, len(text))
    if char == " ":
        return DateError(worded("a space has no place in a date"), at, 1)
    return DateError(_out_of_place(f'"{char}"' if char.isprintable() else f"U+{ord(char):04X}"), at, 1)


def _out_of_place(character: str) -> str:
    return worded("{character} has no place in a date", character=character)


_NOT_KNOWN = frozenset((*UNDATED_WORDS, "?", "tbd", "tba"))
_SAME_DAY = frozenset(
    ("″", "〃", '"', "''", "ditto", "idem", "same day", "same date", "le même jour", "même jour")  # no words: read
)
_MOVING = frozenset(("today", "now", "yesterday", "tomorrow", "present", "aujourd'hui", "hier", "demain", "maintenant"))


def _unknown(text: str) -> Guess | None:
    """Words for not knowing, or for a day that moves."""
    word = text.strip(" .!").casefold()
    if word in _NOT_KNOWN or re.fullmatch("0+(?:[/-]0+)+", word):
        return Guess(worded("a date needs at least a bound; one known only up to a day is written [..2025-12-31]"), [])
    if word in _SAME_DAY or text[0] in "″〃":
        return Guess(
            worded("{sign} stands for the day of the row above: write that day itself", sign=text.split()[0]), []
        )
    if word.replace("’", "'") in _MOVING:
        return Guess(STAYS, [])
    return None


def _foreign_characters(text: str) -> Guess | None:
    """Digits of other scripts, other spaces, dashes for hyphens or slashes."""
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    if plain != text:
        at = next(i for i, char in enumerate(text) if char.isdecimal() and not char.isascii())
        spaceless = re.sub(r"\s", "", unicodedata.normalize("NFKC", plain))
        return Guess(worded("the digits of a date are 0 to 9"), [spaceless, *with_plain_dashes(plain)], at, 1)
    if re.search(r"[‐-―−－～⁄∕]", text) is None:
        return None
    dates = with_plain_dashes(text)
    at = next(i for i, char in enumerate(text) if char in "‐‑‒–—―−－～⁄∕")
    found = valid(dates)
    if not found:
        return None
    reason = SLASH if "/" in found[0] else worded("the parts of a date are joined by -")
    return Guess(reason, dates, at, 1)


def _spaces(text: str) -> Guess | None:
    """White space within, or around a hyphen that means a slash."""
    found = re.search(r"\s", text)
    if found is None:
        return None
    dates = [
        re.sub(r"\s", "", text),
        re.sub(r"\s+-\s+", "/", text),
        re.sub(r"(?<=[0-9])\s+(?=[0-9]{2}:)", "T", text),
        re.sub(r"(?<=[0-9])\s+(?=[0-9]{2}(\s|$))", "-", text),
    ]
    if not valid(dates):
        return None
    return Guess(worded("a date has no spaces"), dates, found.start(), found.end() - found.start())


def _capitals(text: str) -> Guess | None:
    """Small letters for capitals, and u for X as in EDTF's draft."""
    found = re.search(r"[xyestuz]", text)
    dates = [text.upper(), re.sub("[uU]", "X", text).upper()]
    if found is None or not valid(dates):
        return None
    return Guess(worded("X, Y, E, S, T and Z are capitals in a date"), dates, found.start(), 1)


_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


def _invisible(text: str) -> Guess | None:
    """Signs that nobody sees, as pages and chats have them: joiners, marks of direction, a byte order mark."""
    found = _INVISIBLE.search(text)
    if found is None:
        return None
    bare = _INVISIBLE.sub("", text).strip()
    try:
        dates = [parse_strict_edtf(bare).text]
    except DateError as error:
        dates = [*explain(bare, error).readings]
    return Guess(_out_of_place(f"U+{ord(found[0]):04X}"), dates, found.start(), 1)


def _zeros(text: str) -> Guess | None:
    """A month or a day 00 for one that is not known, a year with a plus, `Y1.3E10`: what databases write."""
    date = ten_power(text) or known_parts(text)
    if date == text or not is_date(date):
        return None
    return Guess(worded("a year has no +") if is_date(text.removeprefix("+")) else None, [date], 0, 1)


def _unspecified(text: str) -> Guess | None:
    """A sign for each digit that is not known: `2025-08-??`, `199?`, `19--`."""
    date = "/".join(map(with_unknown_digits, text.split("/")))
    return Guess(worded("a digit that is not known is written X"), [date]) if is_date(date) and date != text else None


def _marks(text: str) -> Guess | None:
    """Several marks of doubt in a row, or marks where they are not read."""
    found = re.search(r"[~?%]{2,}", text)
    if found is not None:
        mark = found[0][0] if len(set(found[0])) == 1 else "%"
        reason = worded("one mark is enough: % is both ~ and ?")
        return Guess(reason, [text.replace(found[0], mark)], found.start(), len(found[0]))
    return None


def _padded(text: str) -> Guess | None:
    """Months and days of one digit."""
    padded = re.sub(r"(?<=-)([0-9])(?![0-9X])", r"0\1", text)
    if padded != text and is_date(padded):
        found = re.search(r"(?<=-)[0-9](?![0-9X])", text)
        return Guess(worded("months and days have two digits"), [padded], found.start() if found else 0, 1)
    return None


def _year_digits(text: str) -> Guess | None:
    """Years of fewer than four digits, or of more."""
    if found := re.fullmatch(r"['’]?([0-9]{2})((?:-[0-9]{2})?[~?%]?)", text):
        return Guess(TWO_DIGITS, [four_digits(found[1]) + found[2]], 0, 2)
    found = re.fullmatch(r"(-?)([0-9]{1,3})((?:-[0-9]{2}){0,2}[~?%]?)", text)
    if found is not None and (found[1] or len(found[2]) != 2):
        return Guess(worded("years have four digits"), [f"{found[1]}{found[2].zfill(4)}{found[3]}"], 0, found.end(2))
    if moment := computer_moment(text):
        return Guess(EPOCH, [moment])
    found = re.fullmatch(r"[+]?(-?(?:[1-9][0-9]{4,18}|0[0-9]{4,7}))([~?%]?)", text)
    if found is not None and len(found[1]) not in (6, 8):
        bare = found[1].lstrip("-0").zfill(4)
        long = f"Y{'-' if found[1][0] == '-' else ''}{bare}" if len(bare) > 4 else bare
        return Guess(worded("years have four digits, or a Y before more"), [long + found[2]], 0, found.end(1))
    return None


def _compact(text: str) -> Guess | None:
    """`20250825`, `202508`, week `2025-W34`, day of the year `2025-237`, a spreadsheet's day `45894`."""
    if moment := spreadsheet_moment(text):
        return Guess(SERIAL, [moment])
    found = re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})?(T[0-9:]+)?([~?%]?)", text)
    if found is not None:
        dates = ["-".join(filter(None, found.group(1, 2, 3))) + (found[4] or "") + found[5]]
        if found[3] is None:
            dates.append(f"Y{text}" if text[0] != "0" else text[1:])
        return Guess(worded("the parts of a date are joined by -"), dates)
    found = re.fullmatch(r"([0-9]{4})-?[Ww]([0-9]{2})(?:-?([1-7]))?", text)
    if found is not None:
        return Guess(
            worded("weeks are not read: write their days"), dates_of_week(int(found[1]), int(found[2]), found[3])
        )
    found = re.fullmatch(r"([0-9]{4})-([0-9]{3})", text)
    if found is not None and 1 <= int(found[2]) <= 365 + is_leap(int(found[1])):
        day = iso(day_number(int(found[1]), 1, 1) + int(found[2]) - 1)
        return Guess(worded("months and days have two digits"), [day])
    return None


def _letters(text: str) -> Guess | None:
    """Letters that look like digits: `2025-O8`."""
    found = re.search("[OolI]", text)
    date = text.translate({ord("O"): "0", ord("o"): "0", ord("l"): "1", ord("I"): "1"})
    if found is None or not is_date(date):
        return None
    return Guess(worded('the letter "{found}" stands where a digit should', found=found[0]), [date], found.start(), 1)


def _swapped(text: str) -> Guess | None:
    """Month and day changed over, or the ends of an interval; a day after the month's last."""
    found = re.fullmatch(r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})([~?%]?)", text)
    if found is not None:
        year, month, day, mark = found.groups()
        last = next((str(n) for n in (31, 30, 29, 28) if is_date(f"{year}-{month}-{n}")), day)
        return Guess(None, [f"{year}-{day}-{month}{mark}"] if day < month else [f"{year}-{month}-{last}{mark}"])
    one, slash, other = text.partition("/")
    if slash and text[0] not in "[{":
        return Guess(None, [f"{other}/{one}"])
    found = re.fullmatch(r"\[(.+)\.\.(.+)\]", text)
    return Guess(None, [f"[{found[2]}..{found[1]}]"]) if found else None


def _brackets(text: str) -> Guess | None:
    """A bracket that is not closed, or a slash within brackets."""
    closing = {"[": "]", "{": "}"}.get(text[0])
    if closing is None:
        return None
    closed = text if text[-1] == closing else text + closing
    return Guess(None, [closed, closed.replace("/", "..")])


_TIMED = re.compile(
    r"([0-9-]+)(?:[T ]| +(?:à|a|at|@) *)([0-9]{1,2})(?:[:hH]([0-9]{2})?)?(:[0-9]{2})?"
    r"(?:[.,][0-9]+)?(Z|[+-][0-9:]+)?([~?%]?)"
)


def _times(text: str) -> Guess | None:
    """Hours alone, `22h30`, fractions of a second, marks behind a time, an end without its day."""
    short = re.fullmatch(r"([0-9-]+)(T[^/]+)/(?:\1)?T?([0-9]{2}:[^/T]*)", text)
    if short is not None and is_date(short[1] + short[2]):  # an end without its day, or over midnight
        ends = (short[1], iso(parse_strict_edtf(short[1]).end.end or 0))
        return Guess(None, valid(f"{short[1]}{short[2]}/{day}T{short[3]}" for day in ends)[:1])
    found = _TIMED.fullmatch(text)
    if found is None:
        return None
    day, hours, minutes, seconds, offset, mark = found.groups(default="")
    if hours == "24" and minutes in ("", "00") and is_date(day):
        return Guess(None, [f"{iso(parse_strict_edtf(day).end.end or 0)}T00:00"])
    if offset in ("-00:00", "-00", "-0000"):
        offset = "Z"
    elif len(offset) == 5 and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    return Guess(None, [f"{day}T{hours:0>2}:{minutes or '00'}{seconds}{offset}"] if not mark else [f"{day}{mark}"])


def _words(text: str) -> Guess | None:
    """A date in English or French words, or in digits with others between."""
    found = edtf_candidates(text)
    if found is None or found == [text]:
        return None
    if not found:
        return Guess(worded("the year is missing"), [])
    if not re.search("[0-9]{3}", text) and found[0].strip("[.~")[:4].isdigit() and not re.search("[IVX]", text):
        return Guess(TWO_DIGITS, found)
    is_worded = re.search(r"[^\W\d_]{3}", text) or (re.search(r"[^\W\d_]", text) and not _CLOCK.search(text))
    joined = SLASH if "/" in found[0] and "/" not in text else ORDER
    return Guess(worded("a date is written in digits, not in words") if is_worded else joined, found)


_CLOCK = re.compile(r"[0-9] ?[:h]|T[0-9]", re.IGNORECASE)
_SLIPS = (_marks, _letters, _year_digits)
"""Guesses at what is wrongly written, not at another way of writing: no query takes them for an answer."""
_GUESSES: tuple[Callable[[str], Guess | None], ...] = (
    _invisible, _unknown, _zeros, short_end, _unspecified, _marks, _foreign_characters, _times, _spaces, open_words,
    _padded, _compact, _year_digits, unslashed, _letters, _swapped, _brackets, _capitals, _words,
)  # fmt: skip
