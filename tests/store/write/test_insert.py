"""What is new is put where it belongs, and not one other byte of the file is touched."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.store.write.hand import files
from tui.core.dates.calendar import parse_day
from tui.core.entry.draft import EventDraft, event_from_draft
from tui.core.problems.problem import HINT
from tui.core.timeline.model import Timeline
from tui.store.read.timeline import read
from tui.store.write import add
from tui.store.write.add import NoPlace, Opened

TODAY = parse_day("2026-11-22") or 0


def opened(data: bytes) -> Opened:
    return Opened("events.yaml", data, read(data, "events.yaml"))


def added(file_text: str | bytes, /, **draft: str | Sequence[str]) -> str:
    """The file with a new event of those fields."""
    file = opened(file_text.encode() if isinstance(file_text, str) else file_text)
    fields: EventDraft = {key: [value] if isinstance(value, str) else value for key, value in draft.items()}
    new = event_from_draft(fields, file.ground(TODAY))
    assert new.event is not None, new.faults
    return add.added(file, new.event, new.sources).data.decode()


def inserted(before: str, after: str) -> str:
    """What stands in `after` between what is all of `before`."""
    same = next((n for n, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), len(before))
    rest = len(before) - same
    while rest and not (after.endswith(before[-rest:]) and after.startswith(before[: len(before) - rest])):
        rest -= 1
    assert after.startswith(before[: len(before) - rest])
    assert len(after) > len(before)
    return after[len(before) - rest : len(after) - rest]


# ---- Where it goes

STORY = """\
# A story

events:

# Before

- id: one
  date: 2025-01-05
  title: One
  text: |
    # no comment

    - nor an event
  # of one

# of two
- id: two
  date: 2025-02
  title: Two

# ─── Spring ───
# and on

- id: three
  date: 2025-04-01
  title: Three  # here


# Views

views: {}
"""


@pytest.mark.parametrize(
    ("date", "before", "after"),
    [
        ("2024", "# Before\n\n", "\n- id: one\n"),
        ("2025-01-05", "  # of one\n\n", "\n# of two\n"),
        ("2025-01-20", "  # of one\n\n", "\n# of two\n"),
        ("2025-02", "  title: Two\n\n", "\n# ─── Spring"),
        ("2025-03-01", "  title: Two\n\n", "\n# ─── Spring"),
        ("2025-04-01T10:00", "# and on\n\n", "\n- id: three\n"),
        ("2025-04/2025-05", "  title: Three  # here\n\n", "\n\n# Views"),
        ("2030", "  title: Three  # here\n\n", "\n\n# Views"),
    ],
)
def test_an_event_goes_after_the_last_that_it_follows_in_time(date: str, before: str, after: str) -> None:
    whole = added(STORY, date=date, title="New", id="new")
    planned = "  status: planned\n" if date == "2030" else ""
    event = f"- id: new\n  date: {date}\n  title: New\n{planned}"
    assert f"{before}{event}{after}" in whole
    assert len(inserted(STORY, whole)) == len(f"{event}\n")


def test_a_list_with_the_latest_first_stays_so() -> None:
    text = "events:\n- {date: 2025, title: A}\n- {date: 2023, title: B}\n- {date: 2020, title: C}\n"
    assert added(text, date="2024", title="X").index("title: X") < text.index("- {date: 2023") + 60
    lines = added(text, date="2023", title="X", id="x").splitlines()
    assert lines[2:5] == ["- id: x", "  date: 2023", "  title: X"]
    assert added(text, date="2019", title="X", id="x").endswith("- id: x\n  date: 2019\n  title: X\n")


def test_a_comment_within_an_event_stays_with_it_whichever_way_the_list_goes() -> None:
    text = "events:\n- date: 2023\n  title: B\n  # of B\n# of A\n- date: 2020\n  title: A\n  # of A too\n"
    new = "- id: x\n  date: 2021\n  title: X\n"
    assert added(text, date="2021", title="X", id="x") == text.replace("# of A\n-", f"{new}# of A\n-")


def test_what_ends_the_list_stays_below_a_new_event() -> None:
    new = "- id: x\n  date: 2021\n  title: X\n"
    for end in ("# vim: set et:\n", "...\n", "# end\n... # end\n# more\n", "  # of A\n\n  # too\n", "#endregion\n"):
        text = f"events:\n#region\n- date: 2020\n  title: A\n{end}"
        own = end if end.startswith(" ") else ""
        assert added(text, date="2021", title="X", id="x") == text.removesuffix(end) + f"{own}\n{new}{end[len(own) :]}"
    assert added("views: {}\n...\n", date="2021", title="X", id="x") == f"views: {{}}\n\nevents:\n{new}...\n"


def test_one_event_out_of_order_leads_no_other_astray() -> None:
    text = "".join(f"- date: {year}\n  title: T{year}\n" for year in (2020, 2021, 2030, 2022, 2023))
    lines = added(f"events:\n{text}", date="2022-06", title="X").splitlines()
    assert lines[lines.index("  title: X") - 3] == "  title: T2022"


# ---- How it is written


def test_it_is_written_as_its_neighbours_are() -> None:
    text = """\
events:
    -   date: 2020
        id: a
        title: A
        countries: BE
        sources:
          - https://a.example/
        actors: [x]
    -   date: 2021
        id: b
        title: B
"""
    whole = added(
        text, date="2020-05", title="C", id="c", countries="FR", actors="x",
        sources=["https://b.example/news-xx", "https://c.example/yy"],
    )  # fmt: skip
    assert (
        """\
    -   date: 2020-05
        id: c
        title: C
        countries: FR
        sources:
          - b-xx
          - c-yy
        actors: [x]
    -   date: 2021
"""
        in whole
    )


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Plain", "Plain"),
        ("L'été de 2025", "L'été de 2025"),
        ("Maroc : 150 emplois", "'Maroc : 150 emplois'"),
        ("L'été : fini", '"L\'été : fini"'),
        ("Strike #1", "'Strike #1'"),
        ("Strike#1", "Strike#1"),
        ("2026", "'2026'"),
        ("yes", "yes"),
        ("null", "'null'"),
        ("~", "'~'"),
        ("- a dash", "'- a dash'"),
        ("-5 degrees", "-5 degrees"),
        ("[sic]", "'[sic]'"),
        ("ends with:", "'ends with:'"),
        ("http://a.example", "http://a.example"),
        ('"quoted" words', "'\"quoted\" words'"),
        ("a \\ b: 'c' \"d\"", '"a \\\\ b: \'c\' \\"d\\""'),
        ("two\n lines\there", "two lines here"),
        ("Maroc\u00a0: 150", "'Maroc\u00a0: 150'"),
        ("Maroc\u00a0!", "Maroc\u00a0!"),
    ],
)
def test_a_title_gets_quotes_only_where_it_needs_them(title: str, written: str) -> None:
    assert f"  title: {written}\n" in added("events:\n- date: 2020\n  title: A\n", date="2021", title=title)


def test_long_texts_are_folded_and_lines_are_kept() -> None:
    text = "Le personnel apprend : rien. " * 10
    whole = added("events: []\n", date="2020", title=text, text=f"{text}\n\n  two # not a comment")
    assert "  title: >-\n    Le personnel" in whole
    assert "  text: |-\n    Le personnel" in whole
    assert "\n\n      two # not a comment\n" in whole
    assert max(map(len, whole.splitlines()[:6])) <= 106


# ---- Odd files


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "events:\n{}\n"),
        ("# only words\n", "# only words\n\nevents:\n{}\n"),
        ("events:\n", "events:\n{}\n"),
        ("events:", "events:\n{}"),
        ("events: []\n", "events:\n{}\n"),
        ("events: [ ]  # none yet", "events:  # none yet\n{}"),
        ("events: # none\n# in order\n\nviews: {}\n", "events: # none\n# in order\n{}\n\nviews: {{}}\n"),
        ("events:\nviews: {}\n", "events:\n{}\n\nviews: {{}}\n"),
        ("actors: {a: A}\n", "actors: {{a: A}}\n\nevents:\n{}\n"),
        ("events:\r\n- date: 2019\r\n  title: A\r\n", "events:\r\n- date: 2019\r\n  title: A\r\n\r\n{}\r\n"),
        ("events:\n- date: 2019\n  title: A", "events:\n- date: 2019\n  title: A\n\n{}"),
    ],
)  # fmt: skip
def test_odd_files_are_added_to(before: str, after: str) -> None:
    event = "\r\n".join(["- id: x", "  date: 2020", "  title: X"])
    event = event if "\r" in before else event.replace("\r", "")
    assert added(before, date="2020", title="X", id="x") == after.format(event)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Mine\nevents:\n{}", "# Mine\nsources:\n{}\n\nevents:\n{}"),
        ("views: {{}}\n\n# Events\n\nevents:\n{}", "views: {{}}\n\nsources:\n{}\n\n# Events\n\nevents:\n{}"),
        ("timeline:\n  title: T\nevents:\n{}", "timeline:\n  title: T\nsources:\n{}\nevents:\n{}"),
        ("sources: {{}}\nevents:\n{}", "sources:\n{}\n\nevents:\n{}"),
        ("sources:\n\nevents:\n{}", "sources:\n{}\n\nevents:\n{}"),
        ("events:\n{}\nsources:\n", "events:\n{1}\nsources:\n{0}\n"),
    ],
)  # fmt: skip
def test_a_section_of_sources_is_made_where_there_is_none(before: str, after: str) -> None:
    old, new = "- date: 2019\n  title: A\n", "- id: x\n  date: 2020\n  title: X\n  sources: [rtl-x1]\n"
    source = "  rtl-x1:\n    seen: 2026-11-22\n    url: https://rtl.example/x1"
    whole = added(before.format(old), date="2020", title="X", id="x", sources="https://rtl.example/x1")
    assert whole == after.format(source, f"{old}\n{new}")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("events: [{date: 2020, title: A}]\n", "no list with a dash an event"),
        ("events: {a: {date: 2020}}\n", "no list with a dash an event"),
        ("{events: []}\n", "between { and }"),
        ("- date: 2020\n  title: A\n", 'it has no "events:"'),
        ("services:\n  web: {image: x}\n", 'it has no "events:"'),
        ("only words\n", 'it has no "events:"'),
        ("evnts:\n- date: 2020\n  title: A\n", 'it has no "events:"'),
        ("actors: {a: A}\nevnts:\n- date: 2020\n  title: A\n", "not as it should be"),
        ("sources: {a: {title: A}}\nevents: []\n", "between brackets"),
        ("sources: [a]\nevents: []\n", "between brackets"),
        ("sources:\n- a\nevents: []\n", "holds a list"),
        (
            "events:\n<<<<<<< HEAD\n- date: 2020\n  title: A\n=======\n- date: 2020\n  title: B\n>>>>>>> theirs\n",
            "line 2: a merge conflict begins here",
        ),
    ],
)
def test_where_there_is_no_place_the_file_is_left_alone(text: str, reason: str) -> None:
    with pytest.raises(NoPlace, match=reason):
        added(text, date="2020", title="X", sources="https://a.example/x")


def test_what_is_wrong_elsewhere_stays_as_it_is() -> None:
    text = "actors: {a: A}\nevents:\n- date: 2020\n  title: A\n  actors: [b]\n- date: soon\n  title: B\n"
    text += "- date: 2022\n  title: C : D\n"
    whole = added(text, date="2021", title="X", id="x")
    assert inserted(text, whole) == "- id: x\n  date: 2021\n  title: X\n"


# ---- Laws

HOSTILE = ["a: b", "x #y", "# z", "- d", "? q", "*a", "&a", "!t", "%p", "@x", "`x", "{a}", "[b]", "a, b", "'", '"',
           "it's", "\\n", "yes", "NO", "null", "1e3", "0x1F", "12:30", "---", "...", "<<", "=", "|", ">", ">-", "a:",
           ":a", "é\u00a0: è", "\u202etrap", "日本", "🙂", "a\tb", " padded ", "--- a", "~"]  # fmt: skip
WORDS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=30))
DATES = st.sampled_from(
    ["1999", "2020-05-01", "2021-06~", "[..2022]", "{2020,2021-12}", "2021/2023", "2024-01-05T10:00", "-0043", "203X?"]
)  # fmt: skip
DRAFTS = st.fixed_dictionaries(
    {"date": DATES.map(lambda one: [one]), "title": WORDS.filter(str.strip).map(lambda one: [one])},
    optional={
        "title_fr": WORDS.map(lambda one: [one]),
        "kind": WORDS.map(lambda one: [one]),
        "status": st.sampled_from([["planned"], ["in-force"]]),
        "countries": st.sampled_from([["BE"], ["NO", "FR"], ["Belgium,MA"]]),
        "place": st.lists(WORDS, max_size=2),
        "tags": st.lists(WORDS, max_size=3),
        "text": st.lists(st.one_of(WORDS, st.lists(WORDS, max_size=40).map(" ".join)), min_size=1, max_size=4).map(
            lambda some: ["\n".join(some)]
        ),
        "sources": st.sampled_from(
            [["https://new.example/2025/08/25/a-b,12.html?utm_source=x"], ["https://x.example/"], ["https://x.example:8080/y"]]
        ),
    },
)  # fmt: skip


def lines_of(data: bytes) -> list[bytes]:
    return [line.rstrip(b"\r\n") for line in data.removeprefix(b"\xef\xbb\xbf").splitlines()]


def holds_in_order(part: list[bytes], whole: list[bytes]) -> bool:
    rest = iter(whole)
    return all(line in rest for line in part)


def test_what_the_file_says_elsewhere_may_move_down() -> None:
    silence = "  silence: {single-source: nobody else wrote}\n"
    text = f"events:\n- id: a\n  date: 2020\n  title: A\n{silence}timeline:\n  title: T\n{silence}"
    whole = added(text, date="2019", title="X", id="x")
    assert whole == text.replace("- id: a\n", "- id: x\n  date: 2019\n  title: X\n\n- id: a\n")


def placeless(timeline: Timeline) -> tuple[object, ...]:
    return (
        [event._replace(line=0) for event in timeline.events],
        {own: source._replace(line=0) for own, source in timeline.sources.items()},
        {own: actor._replace(line=0) for own, actor in timeline.actors.items()},
        timeline._replace(events=(), sources={}, actors={}),
    )


@given(files(), DRAFTS)
def test_whatever_is_added_to_whatever_file_all_else_stays(data: bytes, draft: EventDraft) -> None:
    file = opened(data)
    new = event_from_draft(draft, file.ground(TODAY))
    assert new.event is not None, new.faults
    after = add.added(file, new.event, new.sources)
    kept = data.replace(b"events: []", b"events:")
    if new.sources:
        kept = kept.replace(b"sources: {}", b"sources:")
    assert holds_in_order(lines_of(kept), lines_of(after.data))
    assert after.data.endswith(b"\n") == data.endswith(b"\n") or not data
    assert after.data.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    assert (b"\r" in after.data) == (b"\r" in data) or b"\n" not in data
    if not new.sources and kept == data:
        inserted(data.decode(), after.data.decode())
    was, now = placeless(file.reading.timeline), placeless(after.reading.timeline)
    now[0].remove(new.event)  # type: ignore[attr-defined]  # a list of events
    for source in new.sources:
        del now[1][source.id]  # type: ignore[attr-defined]  # sources by id
    assert was == now
    faults = [problem for problem in after.reading.problems if problem.severity != HINT]
    assert len(faults) <= sum(problem.severity != HINT for problem in file.reading.problems)
    once_more = event_from_draft({**draft, "sources": ()}, after.ground(TODAY))
    assert once_more.event is not None
    assert once_more.event.id not in {event.id for event in after.reading.timeline.events}
    add.added(after, once_more.event)


@pytest.mark.parametrize("seed", range(60))
def test_a_file_that_is_broken_is_added_to_without_loss_or_left_alone(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - the same faults each time
    lines = (ROOT / "events.yaml").read_text(encoding="utf-8").splitlines(keepends=True)[960:1130]
    for _ in range(random.randint(1, 4)):
        row = random.randrange(len(lines))
        at = random.randrange(len(lines[row]))
        lines[row] = (
            lines[row][:at]
            + random.choice([":", " ", "- ", "'", '"', "[", "]", "{", "#", "\t", "&", "*", "", "\n"])
            + lines[row][at + random.randint(0, 2) :]
        )
    data = "".join(lines).encode()
    file = opened(data)
    new = event_from_draft({"date": ["2024-09-30"], "title": ["New : title"]}, file.ground(TODAY))
    assert new.event is not None
    try:
        after = add.added(file, new.event)
    except NoPlace:
        return
    assert "'New : title'" in inserted(data.decode(), after.data.decode())


# ---- Without a date, and by instants


def order(file_text: str, **draft: str) -> list[str]:
    return [row.split()[-1] for row in added(file_text, title="N", id="n", **draft).splitlines() if "id:" in row]


def listing(*dates: str) -> str:
    return "events:\n" + "".join(f"- id: e{at}\n  date: {date}\n  title: T\n" for at, date in enumerate(dates))


@pytest.mark.parametrize(
    ("dates", "new", "ids"),
    [
        (["2024", "2026"], "unknown", ["e0", "e1", "n"]),
        (["2026", "2024"], "sans date", ["e0", "e1", "n"]),
        (["2024", "2026", "unknown"], "2025", ["e0", "n", "e1", "e2"]),
        (["2024", "2026", "unknown"], "2027", ["e0", "e1", "n", "e2"]),
        (["2026", "2024", "2022", "n.d."], "2021", ["e0", "e1", "e2", "n", "e3"]),
        (["2026", "2024", "2022", "n.d."], "2027", ["n", "e0", "e1", "e2", "e3"]),
        (["unknown"], "2025", ["n", "e0"]),
        (["2025-08-25T20:00Z", "2025-08-25T21:00Z"], "2025-08-25T23:30+05:30", ["n", "e0", "e1"]),
        (["2025-08-25T10:00Z", "2025-08-25T21:00Z"], "2025-08-25T19:30-05:00", ["e0", "e1", "n"]),
    ],
)
def test_what_has_no_date_comes_last_and_instants_tell_the_order(dates: list[str], new: str, ids: list[str]) -> None:
    assert order(listing(*dates), date=new) == ids
