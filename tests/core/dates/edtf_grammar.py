"""Valid EDTF, made at random from the grammar of levels 0 to 2, for laws that hold of every date."""

from __future__ import annotations

from hypothesis import strategies as st

from tui.core.dates.calendar import month_length

MARKS = st.sampled_from(["", "", "", "~", "?", "%"])


@st.composite
def years(draw: st.DrawFn) -> str:
    """Four digits, with a sign now and then."""
    number = draw(st.one_of(st.integers(1800, 2100), st.integers(-9999, 9999)))
    return f"-{-number:04d}" if number < 0 else f"{number:04d}"


@st.composite
def days(draw: st.DrawFn) -> str:
    """A day that exists."""
    year = draw(years())
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, month_length(int(year), month)))
    return f"{year}-{month:02d}-{day:02d}"


@st.composite
def plain(draw: st.DrawFn) -> str:
    """A day, a month or a year."""
    return draw(days())[: draw(st.sampled_from([None, None, -3, -6]))]


@st.composite
def marked(draw: st.DrawFn) -> str:
    """The same with doubt about the whole."""
    return draw(plain()) + draw(MARKS)


@st.composite
def partly_marked(draw: st.DrawFn) -> str:
    """Doubt about some parts, before them or behind."""
    parts = draw(days()).rsplit("-", 2)[: draw(st.integers(2, 3))]
    marked_parts = []
    for part in parts:
        mark = draw(MARKS)
        marked_parts.append(mark + part if draw(st.booleans()) else part + mark)
    return "-".join(marked_parts)


@st.composite
def unspecified(draw: st.DrawFn) -> str:
    """X for digits from the right of a year, for a whole month, for a day or its last digit."""
    year = draw(years())
    holes = draw(st.integers(0, 3))
    year = year[: len(year) - holes] + "X" * holes
    month = draw(st.sampled_from(["", "XX", "04", "12", "0X", "1X"]))
    if not month:
        return year if holes else year[:-1] + "X"
    day = draw(st.sampled_from(["", "XX", "0X", "1X", "25"])) if month[0] != "0" or month == "04" else ""
    text = "-".join(filter(None, (year, month, day)))
    return text if "X" in text else f"{year}-XX"


seasons = st.builds("{}-{}{}".format, years(), st.integers(21, 41), MARKS)

long_years = st.one_of(
    st.builds("Y{}{}".format, st.sampled_from(["", "-"]), st.integers(10_000, 10**12)),
    st.builds("Y{}{}E{}".format, st.sampled_from(["", "-"]), st.integers(1, 999), st.integers(3, 12)),
    st.builds("Y{}S{}".format, st.integers(10_000, 10**12), st.integers(1, 12)),
    st.builds("{}S{}".format, years(), st.integers(1, 4)),
)

times = st.builds(
    "{}T{:02d}:{:02d}{}{}".format,
    days(),
    st.integers(0, 23),
    st.integers(0, 59),
    st.builds(":{:02d}".format, st.integers(0, 59)),
    st.sampled_from(["", "Z", "+01:00", "-04", "+05:30"]),
)

single = st.one_of(plain(), marked(), partly_marked(), unspecified(), seasons, long_years)


def _in_order(texts: list[str]) -> list[str]:
    """Dates by their year, month and day, so that nothing runs backwards."""

    def key(text: str) -> list[int]:
        bare = text.rstrip("~?%")
        sign = -1 if bare[0] == "-" else 1
        year, *rest = map(int, bare.lstrip("-").split("-"))
        return [sign * year, *rest]

    return sorted(texts, key=key)


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """Two dates, or one with an open or an unknown side."""
    side = st.one_of(plain(), marked())
    first, last = _in_order([draw(side), draw(side)])
    shape = draw(st.sampled_from(["{0}/{1}", "{0}/..", "../{1}", "{0}/", "/{1}"]))
    return shape.format(first, last)


@st.composite
def sets(draw: st.DrawFn) -> str:
    """Brackets around members and stretches, the outermost open now and then."""
    written = _in_order(draw(st.lists(plain(), min_size=2, max_size=5)))
    items = [*written]
    if draw(st.booleans()) and len(items) > 2:
        items[0:2] = [f"{written[0]}..{written[1]}"]
    if draw(st.booleans()):
        items[-1] = f"{items[-1]}.." if ".." not in items[-1] else items[-1]
    elif draw(st.booleans()):
        items[0] = f"..{items[0]}" if ".." not in items[0] else items[0]
    shape = draw(st.sampled_from(["[{}]", "{{{}}}"]))
    return shape.format(",".join(items))


dates = st.one_of(single, times, intervals(), sets())
