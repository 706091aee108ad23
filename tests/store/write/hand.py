"""Files as people write them by hand: no two alike, and all of them timelines."""

from __future__ import annotations

from hypothesis import strategies as st

YEARS = ("1999", "2018~", "2020-05-01", "2020-05", "[..2021-03]", "2021/2022", "2022-01-01T08:00", "202X", "2031")
TITLES = ("Plain", "'Quoted : here'", ">-\n{}  Folded : here\n{}  and on", '"a # b"', "|\n{}  - one\n\n{}  # two")
COMMENTS = ("# of the next", "#no space", "  # deeper", "# ─── heading ───")


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """The bytes of a file: sections and events in any manner, any comments, any line ends."""
    parts = [
        draw(st.sampled_from(["", "# A file of mine\n", "# yaml-language-server: $schema=x\n# mine\n\n"])),
        draw(st.sampled_from(["", "timeline:\n  title: T\n  language: en\n", "timeline: {title: T}\n\n"])),
        draw(st.sampled_from(["", "\n# Sources\n\nsources:\n", "sources: {}\n", draw(sources())])),
        draw(st.sampled_from(["", "events:\n", "events: []\n", draw(events()), draw(events())])),
        draw(st.sampled_from(["", "\n\n# ─── Views ───\n\nviews:\n  a: {query: x}\n", "views: {}\n"])),
    ]
    if not any(part.lstrip("\n").startswith(("timeline", "sources", "events", "views", "# Sources")) for part in parts):
        parts.append("events:\n")
    text = "".join(parts)
    if draw(st.booleans()):
        text = text.rstrip("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if draw(st.booleans()) else b"") + text.encode()


@st.composite
def sources(draw: st.DrawFn) -> str:
    """A section of sources."""
    blank = "\n" * draw(st.integers(0, 2))
    entries = [
        "  a:\n    title: A\n    url: https://a.example/1\n",
        "  b: {title: B}\n",
        "  c:\n    url: https://x.example/\n",
    ]
    chosen = draw(st.lists(st.sampled_from(entries), min_size=1, max_size=3, unique=True))
    return "sources:\n" + blank + blank.join(chosen)


@st.composite
def events(draw: st.DrawFn) -> str:
    """A list of events: one manner of dashes and blank lines, and whatever comments."""
    dash, gap = draw(st.sampled_from([0, 2, 4])), draw(st.sampled_from([2, 2, 4]))
    blank = "\n" * draw(st.integers(0, 2))
    chosen = draw(st.lists(st.sampled_from(YEARS), min_size=1, max_size=5))
    if draw(st.booleans()):
        chosen.sort()
    text = "events:" + draw(st.sampled_from(["\n", "  # all of them\n", "\n\n"]))
    for number, date in enumerate(chosen):
        text += blank if number else ""
        text += draw(st.sampled_from(["", "", "# Part\n\n", "# of it\n", "# a\n# b\n", "\n# Part\n# Two\n\n"]))
        text += draw(event(number, date, dash, gap))
        text += draw(st.sampled_from(["", "", "", f"{' ' * (dash + gap)}# below it\n", "# after it\n\n"]))
    return text


@st.composite
def event(draw: st.DrawFn, number: int, date: str, dash: int, gap: int) -> str:
    """One event, its keys in any order."""
    indent = " " * (dash + gap)
    title = draw(st.sampled_from(TITLES)).replace("{}", indent)
    fields = [f"date: {date}", f"title: {title}"]
    fields += draw(
        st.lists(
            st.sampled_from([f"id: e{number}", "countries: BE", "tags:\n{}- a", "text: x", "actors: [m]"]), unique=True
        )
    )
    fields = [field.replace("{}", indent) for field in draw(st.permutations(fields))]
    if draw(st.integers(0, 9)) == 0:
        return f"{' ' * dash}-{' ' * (gap - 1)}{{date: '{date}', title: Flow}}\n"
    return f"{' ' * dash}-{' ' * (gap - 1)}" + f"\n{indent}".join(fields) + "\n"
