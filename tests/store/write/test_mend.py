"""A file is mended by the cures of its problems: what has one meaning, and not one other byte."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.yaml.test_recovery import TEN_MISTAKES
from tui.core.problems.problem import HINT
from tui.store.read import check
from tui.store.read.timeline import read
from tui.store.write.mend import Mended, likeliest_cure, lines_before, lines_of, mended, sure_cure

TODAY = 20787
HEAD = """\
timeline: {id: a-story-of-its-own, title: T}
actors:
  ikanbi: {name: iKanbi Belgium, country: BE, aliases: [Ikanbi]}
  setca: SETCa
sources:
  rtl: {title: RTL, url: https://rtl.example/1, seen: 2025-08-26, passages: {jobs: environ … personnes}}
events:
- id: before
  date: 2025-01-01
  title: Before
  actors: [ikanbi, setca]
  sources: [rtl#jobs]
"""
EVENT = "- id: x\n  date: 2025-08-25\n  title: T\n"
TAIL = "- id: after\n  date: 2025-12-31\n  title: After\n  actors: ikanbi\n"


def mend(text: str | bytes, choose: object = sure_cure) -> Mended:
    data = text.encode() if isinstance(text, str) else text
    return mended(data, "x.yaml", TODAY, choose)  # type: ignore[arg-type]  # one of two functions


def of_event(lines: str) -> str:
    return f"{HEAD}{EVENT}{lines}{TAIL}"


MUST = {
    "a colon": ("  text: Maroc : 150 emplois\n", '  text: "Maroc : 150 emplois"\n'),
    "a colon without a space before it": ("  text: Maroc: 150\n", '  text: "Maroc: 150"\n'),
    "a colon and double quotes": ('  text: Le "Soir" : non\n', "  text: 'Le \"Soir\" : non'\n"),
    "a colon, both quotes": ('  text: L\'"été" : non\n', "  text: 'L''\"été\" : non'\n"),
    "a colon behind a no-break space": (
        "  text: Maroc\u00a0: 150\u202f000\n",
        '  text: "Maroc\u00a0: 150\u202f000"\n',
    ),
    "a colon before a comment": ("  text: Maroc : 150   # ask\n", '  text: "Maroc : 150"   # ask\n'),
    "a colon in a longer text": (
        "  text: Le patron l'a dit\n    hier : il part,\n    et vite\n",
        "  text: \"Le patron l'a dit\n    hier : il part,\n    et vite\"\n",
    ),
    "a colon in a text below its key": (
        "  text:\n    Le patron : il part\n    et vite\n",
        "  text: >-\n    Le patron : il part\n    et vite\n",
    ),
    "a colon in a title between brackets": (
        "- {id: y, date: 2025, title: a : b}\n",
        '- {id: y, date: 2025, title: "a : b"}\n',
    ),
    "a sign of YAML": ("  text: @rtbf le dit\n", '  text: "@rtbf le dit"\n'),
    "a per cent": ("  text: % en hausse\n", '  text: "% en hausse"\n'),
    "a bracket": ("  text: [Exclusif] il part\n", '  text: "[Exclusif] il part"\n'),
    "quotes within quotes": ('  text: "Il a dit "oui" hier"\n', '  text: "Il a dit \\"oui\\" hier"\n'),
    "a quotation at the beginning": ('  text: "Non", dit-elle\n', "  text: '\"Non\", dit-elle'\n"),
    "an apostrophe in quotes": ("  text: 'Il l'a dit'\n", "  text: 'Il l''a dit'\n"),
    "a quote that is not closed": ('  text: "Maroc : 150 emplois\n', '  text: "Maroc : 150 emplois"\n'),
    "a quote closed by one of a page": ('  text: "Maroc : 150”\n', '  text: "Maroc : 150"\n'),
    "a bracket that is not closed": ("  tags: [jobs, law\n", "  tags: [jobs, law]\n"),
    "a bracket too many": ("  tags: [jobs, law]]\n", "  tags: [jobs, law]\n"),
    "no space after a colon": ("  kind:strike\n", "  kind: strike\n"),
    "no space after a dash": ("-id: y\n  date: 2025\n  title: Y\n", "- id: y\n  date: 2025\n  title: Y\n"),
    "a dash of a page": ("— id: y\n  date: 2025\n  title: Y\n", "- id: y\n  date: 2025\n  title: Y\n"),
    "no colon": ("  kind strike\n", "  kind: strike\n"),
    "a tab": ("\tkind: strike\n", "  kind: strike\n"),
    "tabs over several lines": (
        "\tclaims:\n\t\tjobs:\n\t\t\t150: rtl\n",
        "  claims:\n    jobs:\n      150: rtl\n",
    ),
    "a line one column too far": ("   kind: strike\n", "  kind: strike\n"),
    "no-break spaces": ("  kind:\u00a0strike\n", "  kind: strike\n"),
    "no-break spaces that indent": ("\u00a0\u00a0kind: strike\n", "  kind: strike\n"),
    "a no-break space that indents a text": (
        "  text: >-\n    one\n  \u00a0 two\n",
        "  text: >-\n    one\n    two\n",
    ),
    "a backslash": ('  text: "C:\\dossier"\n', '  text: "C:\\\\dossier"\n'),
    "an escaped apostrophe": ('  text: "l\\\'accord"\n', '  text: "l\'accord"\n'),
    "a control character": ("  text: a\x07 b\n", "  text: a b\n"),
    "an alias": ("  actors: [Ikanbi]\n", "  actors: [ikanbi]\n"),
    "a name between quotes": ('  actors: ["iKanbi Belgium"]\n', '  actors: ["ikanbi"]\n'),
    "a name without brackets": ("  actors: Ikanbi\n", "  actors: ikanbi\n"),
    "a list without brackets": ("  actors: ikanbi, setca\n", "  actors: [ikanbi, setca]\n"),
    "an item that is a list": ("  actors:\n  - ikanbi, setca\n", "  actors:\n  - ikanbi\n  - setca\n"),
    "a country by its name": ("  countries: [Belgique]\n", "  countries: [BE]\n"),
    "a country in small letters": ("  countries: be\n", "  countries: BE\n"),
    "quotes of a page around an id": ("  actors: [“ikanbi”]\n", "  actors: [ikanbi]\n"),
    "quotes of a page around a status": ("  status: «planned»\n", "  status: planned\n"),
    "a space that nobody sees": ("  actors: [ikan\u200bbi]\n", "  actors: [ikanbi]\n"),
    "a sign of direction in a text": ("  text: a \u202eb\n", "  text: a b\n"),
    "a soft hyphen in a text": ("  text: appel\u00adlants\n", "  text: appellants\n"),
    "a hash between brackets": ("  tags: [#metoo, jobs]\n", '  tags: ["#metoo", jobs]\n'),
    "an address with a comma": (
        "  sources: [https://a.example/x,y]\n",
        '  sources: ["https://a.example/x,y"]\n',
    ),
    "a comma in a text between brackets": (
        "- {id: y, date: 2025, title: Liège, en Belgique}\n",
        '- {id: y, date: 2025, title: "Liège, en Belgique"}\n',
    ),
    "a status in capitals": ("  status: Planned\n", "  status: planned\n"),
    "a key in capitals": ("  Kind: strike\n", "  kind: strike\n"),
}
"""What is wrong in an event, and how it is mended."""

DATES = {
    "25 août 2025": "2025-08-25", "August 2025": "2025-08", "25/08/2025": "2025-08-25", "2025-8-5": "2025-08-05",
    "20250825": "2025-08-25", "2025–08–25": "2025-08-25", "2025-08-25 22:30": "2025-08-25T22:30", "202x": "202X",
    "by August 2025": "[..2025-08]", "vers le 25 août 2025": "2025-08-25~", "spring 2025": "2025-21",
    "2025/present": "2025/..", '"25 août 2025"': '"2025-08-25"',
}  # fmt: skip

NEVER = {
    "a date of two meanings": "  date_note: x\n- id: y\n  date: 03/04/2025\n  title: Y\n",
    "a third of a month": "- id: y\n  date: fin août 2025\n  title: Y\n",
    "a month that is none": "- id: y\n  date: 2025-13\n  title: Y\n",
    "day and month changed over": "- id: y\n  date: 2025-25-08\n  title: Y\n",
    "a year of two digits": "- id: y\n  date: 25 août 25\n  title: Y\n",
    "a letter for a digit": "- id: y\n  date: 2025-O8-25\n  title: Y\n",
    "a day of one digit beside a month of two": "- id: y\n  date: 2025-08-2\n  title: Y\n",
    "a day of a spreadsheet": "- id: y\n  date: 45894\n  title: Y\n",
    "a date that was not finished": "- id: y\n  date: 2025-08-\n  title: Y\n",
    "two keys in one line": "  text: Il part kind: strike\n",
    "an actor that looks alike": "  actors: [ikanby]\n",
    "a source that looks alike": "  sources: [rtk]\n",
    "a status that looks alike": "  status: planed\n",
    "a key that looks alike": "  texte: x\n",
    "a country that may be meant": "  countries: [Holland, UK]\n",
    "no, or Norway": "  countries: no\n",
    "a hash that may begin a comment": "  text: La grève #1\n",
    "a hash for a value": "  kind: #todo ask\n",
    "a quotation within quotes of a page": "  text: “Non” : dit-elle, “non”\n",
    "an anchor that may be one": "  kind: &k strike\n",
    "an alias that may be one": "  kind: *strike\n",
    "a list of two on one line": "  actors: - ikanbi\n",
    "an id twice": "- id: x\n  date: 2025\n  title: Y\n",
    "a conflict": "<<<<<<< a\n  kind: a\n=======\n  kind: b\n>>>>>>> b\n",
    "no id": "- date: 2025\n  title: Y\n",
    "tags with commas": "  tags: jobs, law\n",
    "a half of a character": '  text: "\\ud83d"\n',
    "a quote that goes on": '  text: "Maroc : 150\n    emplois\n',
    "an apostrophe that opens": "  text: 'Maroc : l'accord\n",
    "a list behind a second colon": "  actors: x : [ikanbi]\n",
    "a date behind a second colon": "  claims:\n    jobs:\n      150: rtl\n- id: y\n  date: x : 2025\n  title: Y\n",
    "a block behind a second colon": "  text: x : >-\n    Some words\n",
    "an item that is glued to its dash, within a claim": (
        "  claims:\n    calls:\n      all in Dutch:\n      - rtl\n      -rtl#jobs\n      half: [rtl]\n"
    ),
    "a key with a part of its text": '  title_fr "Le démarchage : le décret"\n',
    "lines of which the first is astray": (
        "- id: y\n  date: 2025\n  title: Y\n  claims:\n    jobs:\n     because: x\n      150: rtl\n      160: rtl\n"
    ),
    "a stray line": "TODO ask Anne\n",
    "a line far out": "       kind: strike\n",
}
"""What is wrong in an event, and only a person knows what was meant."""

SOUND = {
    "no-break spaces in a text": "  text: Maroc\u00a0; 150\u202f000\n",
    "quotes of a page in a text": "  text: “Non”, dit-elle « oui »\n",
    "joiners of Persian and of pictures": "  text: می\u200cروم 👨\u200d👩\n",
    "signs of direction where they are of use": "  text: \u200fשלום\u200f\n",
    "a colon in quotes, a block, a URL": "  text: >-\n    a : b # c\n  place: https://x.example:80/\n",
    "an alias of an anchor": "  kind: &k strike\n  tags: [*k]\n",
    "a comment with everything": "  # kind:strike — “a : b\tc\u200b\n",
    "dates that fmt would respell": "- id: y\n  date: ~2025-~01\n  title: Y\n",
}
"""What is as it should be."""


@pytest.mark.parametrize(("wrong", "right"), MUST.values(), ids=MUST)
def test_what_has_one_meaning_is_mended_and_nothing_else(wrong: str, right: str) -> None:
    outcome = mend(of_event(wrong))
    assert outcome.data.decode() == of_event(right)
    assert [one.code for one in outcome.problems if one.severity != HINT] == []
    assert outcome.cured.total() >= 1


@pytest.mark.parametrize(("wrong", "right"), DATES.items(), ids=DATES)
def test_a_date_in_words_that_can_mean_one_is_written_as_that(wrong: str, right: str) -> None:
    outcome = mend(f"{HEAD}- id: y\n  date: {wrong}  # so\n  title: Y\n{TAIL}")
    assert outcome.data.decode() == f"{HEAD}- id: y\n  date: {right}  # so\n  title: Y\n{TAIL}"


@pytest.mark.parametrize("lines", NEVER.values(), ids=NEVER)
def test_what_only_a_person_can_decide_stays(lines: str) -> None:
    text = of_event(lines)
    outcome = mend(text)
    assert outcome.data.decode() == text
    assert outcome.problems == check.problems(read(text.encode(), "x.yaml"), TODAY)


@pytest.mark.parametrize("lines", SOUND.values(), ids=SOUND)
def test_what_is_sound_stays(lines: str) -> None:
    text = of_event(lines)
    assert mend(text).data.decode() == text
    assert mend(text, likeliest_cure).data.decode() == text


LEFT = [
    (4, "bad-address"), (7, "bad-date"), (15, "unknown-status"), (16, "unknown-actor"), (17, "unknown-passage"),
    (17, "unknown-source"), (18, "unknown-key"), (22, "duplicate-id"),
]  # fmt: skip


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_of_ten_mistakes_those_are_left_that_only_a_person_can_decide(end: str, mark: bytes) -> None:
    outcome = mend(mark + TEN_MISTAKES.replace("\n", end).encode())
    title = "Transféré au Maroc : 150 emplois"
    quoted = TEN_MISTAKES.replace(title, f'"{title}"').replace('"oui"', '\\"oui\\"')
    mended_text = quoted.replace("be}", "BE}")
    assert outcome.data == mark + mended_text.replace("\n", end).encode()
    assert [(one.place.line, one.code) for one in outcome.problems if one.severity != HINT] == LEFT
    assert outcome.cured == {"unknown-country": 1, "unquoted-colon": 1, "inner-quotes": 1}


def test_what_is_probably_meant_is_mended_when_one_asks_for_it() -> None:
    outcome = mend(TEN_MISTAKES, likeliest_cure)
    for right in ("url: https://rtl.be/x", "status: planned", "actors: [ikanbi]", "  text: …"):
        assert right in outcome.data.decode()
    left = [one.code for one in outcome.problems if one.severity != HINT]
    assert left == ["bad-date", "unknown-passage", "unknown-source", "duplicate-id"]


def test_an_id_is_given_when_one_asks_for_guesses() -> None:
    text = HEAD + "- date: 2025-02-01\n  title: Y\n- {date: 2025-03-01, title: Z}\n"
    assert mend(text).data.decode() == text
    with_ids = "- id: 2025-02-01-y\n  date: 2025-02-01\n  title: Y\n- {id: 2025-03-01-z, date: 2025-03-01, title: Z}\n"
    assert mend(text, likeliest_cure).data.decode() == HEAD + with_ids


def test_many_mistakes_are_mended_in_one_go() -> None:
    text = HEAD + "".join(f"- id: y{n}\n  date: {n % 28 + 1} août 2025\n  title: a : {n}\n" for n in range(250))
    outcome = mend(text)
    assert outcome.cured == {"unquoted-colon": 250, "bad-date": 250}
    assert len(outcome.reading.timeline.events) == 251
    assert not outcome.reading.problems


PARTS = st.lists(
    st.sampled_from(
        [*(wrong for wrong, _ in MUST.values()), *NEVER.values(), *SOUND.values(), "\n", "# a comment\n"]
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(PARTS, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_whatever_is_mended_nothing_else_changes_and_once_is_enough(
    parts: list[str], end: str, guesses: bool
) -> None:
    text = HEAD + "".join(f"- id: e{n}\n  date: 2025-08-25\n  title: T\n{part}" for n, part in enumerate(parts)) + TAIL
    data = text.replace("\n", end).encode()
    choose = likeliest_cure if guesses else sure_cure
    outcome = mend(data, choose)
    assert mend(outcome.data, choose).data == outcome.data
    before, after = read(data, "x.yaml"), read(outcome.data, "x.yaml")
    assert len(grave(after.problems)) <= len(grave(before.problems))
    of_values = {"bad-date", "name-for-id", "unknown-country"} & outcome.cured.keys()
    assert guesses or of_values or _words(outcome.data) == _words(data)
    said = {event.id: event.titles for event in after.timeline.events}
    assert [said.get(f"e{n}") for n in range(len(parts))] == [{"en": "T"}] * len(parts)
    assert said["before"] == {"en": "Before"}
    assert {event.id for event in before.timeline.events} <= said.keys()
    assert outcome.data.startswith(HEAD.replace("\n", end).encode())
    assert outcome.data.endswith(TAIL.replace("\n", end).encode())


def grave(problems: Sequence[object]) -> list[object]:
    return [one for one in problems if one.severity != HINT]  # type: ignore[attr-defined]  # they are problems


def _words(data: bytes) -> str:
    return "".join(sign.lower() for sign in data.decode() if sign.isalnum() and sign.isascii())


def test_what_makes_a_file_worse_is_left_out_and_the_rest_is_done() -> None:
    text = of_event("  text: Maroc : 150\n") + "- id: z\n  date: 2025-08-25\n  title: 'a : l'accord\n"
    outcome = mend(text, likeliest_cure)
    assert '"Maroc : 150"' in outcome.data.decode()


BROKEN = {
    "a claim that lost its heading": (
        "  claims:\n    date:\n      2025-08-25: rtl\n     votes: of May\n      14 May 2025: rtl\n",
        "14 May 2025",
    ),
    "an event with a line that cannot be read": ("  )}: x\n  [kind: y\n  actors: Ikanbi\n", "actors: Ikanbi"),
}


@pytest.mark.parametrize(("lines", "stays"), BROKEN.values(), ids=BROKEN)
def test_a_value_stays_as_long_as_what_it_stands_in_is_broken(lines: str, stays: str) -> None:
    assert stays in mend(of_event(lines)).data.decode()


def test_names_stay_as_long_as_what_they_may_name_is_broken() -> None:
    lost = "  fmes: [FMES\n  x: {name: X, aliases: [FMES]}"
    text = of_event("  actors: [fmes]\n").replace("  setca: SETCa", lost)
    assert mend(text).data.decode() == text
    assert "name-for-id" in {one.code for one in mend(text).problems}


def test_lines_are_found_again_behind_those_that_are_new() -> None:
    before, after = lines_of(b"a\nb\nc\nd\ne"), lines_of(b"\xef\xbb\xbfa\nB\nx\nc\ne\nf")
    assert lines_before(before, after) == [0, None, None, 2, 4, None] or lines_before(before, after)[0] == 0
    assert lines_before(before, before) == [0, 1, 2, 3, 4]
