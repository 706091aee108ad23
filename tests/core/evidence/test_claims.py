"""What the values of a claim say, and whether two of them can both be true."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.evidence.claims import compatible, disputed, less_precise
from tui.core.evidence.numbers import ONE
from tui.core.evidence.values import ValueReading, reading
from tui.core.timeline.model import Claim, Value


def claim(*values: str, name: str = "jobs at risk") -> Claim:
    return Claim(name, tuple(map(Value, values)))


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("150", 150, ""),
        ("150 people", 150, "people"),
        ("150 People", 150, "people"),
        ("150.0", 150, ""),
        ("90,000", 90_000, ""),
        ("90.000", 90_000, ""),
        ("90 000 personnes", 90_000, "personnes"),
        ("90\u00a0000", 90_000, ""),
        ("90\u202f000", 90_000, ""),
        ("90'000", 90_000, ""),
        ("90’000", 90_000, ""),
        ("1,234,567", 1_234_567, ""),
        ("1.234.567,5", 1_234_567.5, ""),
        ("1 234,5", 1_234.5, ""),
        ("2,5", 2.5, ""),
        ("2.5 %", 2.5, "%"),
        ("0,125", 0.125, ""),
        ("0.2 %", 0.2, "%"),
        ("3.125 %", 3.125, "%"),
        ("13.4 bn MAD", 13_400_000_000, "mad"),
        ("13,4 milliards MAD", 13_400_000_000, "mad"),
        ("13,4 milliards de dirhams", 13_400_000_000, "dirhams"),
        ("13,400 million MAD", 13_400_000_000, "mad"),
        ("1.234 bn", 1_234_000_000, ""),
        ("15%", 15, "%"),
        ("15 pour cent", 15, "%"),
        ("15 percent", 15, "%"),
        ("€5 bn", 5_000_000_000, "eur"),
        ("5 milliards d'euros", 5_000_000_000, "eur"),
        ("-3 %", -3, "%"),
        ("−3 %", -3, "%"),
        ("٩٠", 90, ""),
        ("0", 0, ""),
        ("seven years", 7, "years"),
        ("deux", 2, ""),
        ("dix-sept ans", 17, "ans"),
        ("vingt", 20, ""),
        ("mille emplois", 1000, "emplois"),
        ("a million euros", 1_000_000, "eur"),
        ("un an", 1, "an"),
        ("150k", 150_000, ""),
        ("150 K€", 150_000, "eur"),
        ("1.5M", 1_500_000, ""),
        ("1,5 M", 1_500_000, ""),
        ("1.5 m", 1.5, "m"),
        ("£1.5m", 1_500_000, "gbp"),
        ("1.5m people", 1_500_000, "people"),
        ("1,5 Md€", 1_500_000_000, "eur"),
        ("1 500 MEUR", 1_500_000_000, "eur"),
        ("$1.5B", 1_500_000_000, "$"),
        ("13,4 MMDH", 13_400_000_000, "dh"),
        ("13,4 MDH", 13_400_000, "dh"),
        ("5 mm", 5, "mm"),
        ("150 km", 150, "km"),
        ("15pct", 15, "%"),
        ("15 percent of jobs", 15, "% of jobs"),
    ],
)
def test_a_number_is_read_in_the_notations_of_two_languages(text: str, number: float, unit: str) -> None:
    read = reading(text)
    assert (read.low, read.high, read.unit) == (number * ONE, number * ONE, unit)
    assert not read.approximate


@pytest.mark.parametrize(
    "text",
    [
        "about 150 people", "around 150 people", "~150 people", "≈ 150 people", "nearly 163", "almost 163",
        "environ 150", "près de 150", "presque 150", "some 150", "c. 150", "à peu près 150", "roughly 150",
    ],
)  # fmt: skip
def test_about_a_number_is_that_number_and_less_precise(text: str) -> None:
    read = reading(text)
    assert read.approximate
    assert read.low == read.high is not None


@pytest.mark.parametrize(
    ("text", "low", "high", "open_low", "open_high"),
    [
        ("more than 90,000", 90_000, None, True, False),
        ("over 90,000", 90_000, None, True, False),
        ("plus de 90 000", 90_000, None, True, False),
        ("at least 7", 7, None, False, False),
        ("au moins 7", 7, None, False, False),
        ("90,000+", 90_000, None, False, False),
        ("up to 8", None, 8, False, False),
        ("at most 8", None, 8, False, False),
        ("jusqu'à 8", None, 8, False, False),
        ("jusqu’à 8", None, 8, False, False),
        ("less than 15 %", None, 15, False, True),
        ("moins de 15 %", None, 15, False, True),
        ("more than about 90,000", 90_000, None, True, False),
        ("15–20 %", 15, 20, False, False),
        ("15-20 %", 15, 20, False, False),
        ("15 to 20 %", 15, 20, False, False),
        ("15 à 20 %", 15, 20, False, False),
        ("between 15 and 20 %", 15, 20, False, False),
        ("entre 15 et 20 %", 15, 20, False, False),
        ("de 15 à 20 %", 15, 20, False, False),
        ("about 15–20 %", 15, 20, False, False),
        ("15 % – 20 %", 15, 20, False, False),
        ("-5 to -3 °C", -5, -3, False, False),
    ],
)
def test_a_bound_or_a_range_leaves_a_stretch_open(
    text: str, low: int | None, high: int | None, open_low: bool, open_high: bool
) -> None:
    read = reading(text)
    assert read.low == (None if low is None else low * ONE)
    assert read.high == (None if high is None else high * ONE)
    assert (read.low_open, read.high_open) == (open_low, open_high)


def test_the_unit_and_the_scale_at_the_end_of_a_range_are_said_of_both_ends() -> None:
    read = reading("1.2–1.5 bn MAD")
    assert (read.low, read.high, read.unit) == (1_200_000_000 * ONE, 1_500_000_000 * ONE, "mad")


@pytest.mark.parametrize(
    "text",
    [
        "two thirds", "deux tiers", "un tiers", "a plan", "deux ou trois", "two or three", "trois quarts", "six cents",
        "un accord", "one of them", "two million five hundred", "May", "sept 2025", "a", "cents", "hundred",
        "twenty two two", "twenty thirty", "sixty-twelve", "two cents", "one cent", "deux et trois ans", "thousands",
        "des centaines", "two-tier", "dix-huitième", "five-year plan", "mille-feuille", "deux sur trois",
        "two out of three", "one in ten", "seven-eleven", "trois-quarts", "one-off",
        "", "~", "about", "more than", "about half", "Daniel Coene", "0044", "12:30", "7/10",
        "2025-08-11", "20-15", "1.2.3", "150,", "1..5", "-", "9" * 41, "1." + "1" * 13, "between 15", "3-year-old",
    ],
)  # fmt: skip
def test_whatever_else_is_words(text: str) -> None:
    assert reading(text).unit is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("150 people", "150.0 people"),
        ("150 people", "about 150 people"),
        ("150 people", "environ 150"),
        ("150", "150 people"),
        ("150 people", "up to 150 people"),
        ("about 150 people", "up to 150 people"),
        ("more than 7 years", "at least 8 years"),
        ("more than 7 years", "7.5 years"),
        ("at least 7 years", "7 years"),
        ("less than 15 %", "more than 14.99 %"),
        ("15–20 %", "18 %"),
        ("1 year", "up to 2 years"),
        ("1 an", "moins de 2 ans"),
        ("15–20 %", "20–25 %"),
        ("13.4 bn MAD", "13,4 milliards MAD"),
        ("90,000", "90.000"),
        ("Liège", "liege"),
        ("Le Maroc", "le  MAROC"),
    ],
)
def test_values_are_compatible_when_one_reading_fits_both(one: str, other: str) -> None:
    assert compatible(reading(one), reading(other))
    assert not disputed(claim(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("150 people", "163 people"),
        ("about 150 people", "163 people"),
        ("about 150 people", "about 160 people"),
        ("7 years", "more than 7 years"),
        ("15 %", "less than 15 %"),
        ("more than 15 %", "15 %"),
        ("15–20 %", "21 %"),
        ("up to 8", "at least 9"),
        ("150 people", "150 jobs"),
        ("150 people", "150 %"),
        ("Coene", "Kohn"),
        ("about half", "half"),
        ("half", "50 %"),
        ("90,000", "90"),
    ],
)
def test_values_clash_when_no_reading_fits_both(one: str, other: str) -> None:
    assert not compatible(reading(one), reading(other))
    assert disputed(claim(one, other))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2026-08", "2026-08-11", True),
        ("2024-09-25", "2024", True),
        ("2025-08-25~", "2025-08-25", True),
        ("2025-10/2026-03", "2026-03-31", True),
        ("[..2025-08-21]", "2025-08", True),
        ("[2025-08-21..2025-08-25]", "2025-08-25", True),
        ("2025-10/..", "2030", True),
        ("2025-12-31", "2026-01-01", False),
        ("2025-08-25~", "2025-08-26", False),
        ("[..2025-08-21]", "2025-08-22", False),
        ("2025", "2026", False),
        ("end of August", "2025-08", False),
        ("end of August", "End of August", True),
    ],
)
def test_dates_are_compatible_when_their_days_overlap(one: str, other: str, expected: bool) -> None:
    assert disputed(claim(one, other, name="date")) is not expected


def test_dates_are_only_read_in_the_claim_named_date() -> None:
    assert disputed(claim("2026-08", "2026-08-11", name="day of the vote"))


def test_a_claim_of_one_value_or_none_is_never_disputed() -> None:
    assert not disputed(claim())
    assert not disputed(claim("150 people"))


def test_a_clash_of_any_pair_is_a_dispute() -> None:
    assert disputed(claim("about 150", "150", "up to 200", "163"))
    assert not disputed(claim("about 150", "150", "up to 200", "more than 100"))


@pytest.mark.parametrize(
    ("values", "marked"),
    [
        (("150", "about 150"), {1}),
        (("150", "up to 150", "163"), {1}),
        (("18 %", "15–20 %", "less than 50 %"), {1, 2}),
        (("15–20 %", "10–30 %"), {1}),
        (("more than 90,000", "at least 100,000"), set()),
        (("150", "150.0"), set()),
        (("150", "163"), set()),
        (("Liège", "liege", "Namur"), set()),
        (("150",), set()),
    ],
)
def test_the_less_precise_of_compatible_values_is_marked(values: tuple[str, ...], marked: set[int]) -> None:
    assert less_precise(claim(*values)) == marked


def test_of_compatible_dates_the_wider_and_the_doubtful_are_less_precise() -> None:
    assert less_precise(claim("2026-08-11", "2026-08", "2026-08-11~", "2025", name="date")) == {1, 2}


def test_an_interval_is_as_precise_as_its_ends() -> None:
    assert less_precise(claim("2025-10/2026-03-31", "2025-10/2026-03", name="date")) == {1}
    assert less_precise(claim("2025-10/2026-03-31", "2025-10/..", "2025-10/", name="date")) == {1, 2}


# ---- Laws ----------------------------------------------------------------------------------------------------

NUMBERS = st.sampled_from(["7", "8", "7.5", "8.0", "1,000", "1 000", "1.000", "seven", "huit", "a"])
PREFIXES = st.sampled_from(["", "about ", "~", "more than ", "at least ", "up to ", "less than ", "moins de "])
UNITS = st.sampled_from(["", " people", " %", " bn", "k", "M", " Md€", " ans", " years", "m people"])
RANGES = st.builds("{}–{}".format, st.integers(0, 9), st.integers(5, 12))
TEXTS = st.one_of(
    st.builds("{}{}{}".format, PREFIXES, NUMBERS | RANGES, UNITS),
    st.sampled_from(["half", "Liège", "liege", "2026-08", "2026-08-11", "[..2026-08-12]", "2026/..", "2027~"]),
    st.text(max_size=12),
)
NAMES = st.sampled_from(["jobs", "date", "status"])


@given(TEXTS, TEXTS, NAMES)
def test_compatibility_is_symmetric(one: str, other: str, name: str) -> None:
    first, second = reading(one, name), reading(other, name)
    assert compatible(first, second) == compatible(second, first)


@given(TEXTS, NAMES)
def test_every_value_is_compatible_with_itself(text: str, name: str) -> None:
    assert compatible(reading(text, name), reading(text, name))


@given(st.lists(TEXTS, max_size=6), NAMES)
def test_a_claim_is_disputed_exactly_when_some_pair_is_incompatible(values: list[str], name: str) -> None:
    readings = [reading(value, name) for value in values]
    clash = any(not compatible(one, other) for one, other in combinations(readings, 2))
    assert disputed(claim(*values, name=name)) is clash


@given(st.lists(TEXTS, max_size=6), NAMES)
def test_a_value_is_less_precise_exactly_when_a_sharper_one_is_compatible(values: list[str], name: str) -> None:
    readings = [reading(value, name) for value in values]

    def outdone(one: ValueReading) -> bool:
        return one.unit is not None and any(
            other.unit is not None and other.vagueness < one.vagueness and compatible(one, other) for other in readings
        )

    expected = {place for place, one in enumerate(readings) if outdone(one)} if len(values) > 1 else set()
    assert less_precise(claim(*values, name=name)) == expected


@given(st.text())
def test_any_text_at_all_can_be_read(text: str) -> None:
    read = reading(text)
    assert read.low is None or read.high is None or read.low <= read.high
    assert reading(text, "date").text == read.text


# ---- Two languages, one amount

ONE_AMOUNT = [
    "1,5 Md€ | 1.5 bn € | €1.5 billion | 1,5 milliard d'euros | 1,5 milliard d’euros | 1 500 M€ | 1500 millions d'euros"
    " | EUR 1.5bn | €1.5B | 1.5 billion euros | 1,5 Mrd EUR | 1.5bn€ | 1500 MEUR | 1,5 mld euros | 1500000 k€ | 1.5 B€",
    "1.5 Mrd. Euro | 1,5 Md€",
    "1.5M | 1500000 | 1,5 M | 1.5 million | 1 500 000 | 1.5 mn | 1,5 Mio | 1.500.000 | 1.5 million | 1500k",
    "150k | 150000 | 150 K | 150 000 | 150K | 150 mille | 150,000 | 150 thousand | 0.15 M",
    "£1.5m | 1.5 m £ | £1.5 million | 1,5 million de livres | GBP 1.5m | 1.5m pounds | £1.5M",
    "13,4 MMDH | 13.4 bn MAD | 13,4 milliards de dirhams | 13 400 MDH | 13.4 MM DH | 13,4 Mrd DH | MAD 13.4 bn",
    "$1.5bn | 1,5 milliard de dollars | US$ 1.5 billion | 1.5 bn USD | 1.5 billion US dollars",
    "15 % | 15pct | 15 pour cent | 15 percent | 15 per cent | 15 pct | 15% | 15 p.c.",
    "15 % of jobs | 15 pour cent des emplois | 15% des emplois | 15 percent of the jobs",
    "7 ans | 7 jaar | 7 years | seven years | sept ans | Sept années | 7 year | 7",
    "meer dan 7 jaar | plus de 7 ans | more than 7 years | more than seven years | plus de sept ans | over 7 years",
    "two months | deux mois | 2 mois | 2 months",
    "trois semaines | 3 weeks | three weeks",
    "12 jours | douze jours | 12 days | twelve days",
    "un an | 1 year | one year | a year | 1 an | une année",
    "un million d'euros | €1 million | 1 M€ | a million euros | one million euros | 1000 k€ | 1m€",
    "deux millions de personnes | two million people | 2m people | 2 M personnes",
    "150 emplois | 150 jobs | 150 postes | 150",
    "150 personnes | 150 people | 150 persons",
    "vingt personnes | twenty people | 20 people",
    "dix-sept ans | 17 ans | seventeen years",
    "500 salariés | 500 employees | 500 employés",
    "3 pp | 3 points de pourcentage | 3 percentage points",
    "une heure | 1 h | 1 hour | one hour",
    "tussen 2 en 3 jaar | 2 tot 3 jaar | 2-3 ans",
    "entre deux et trois ans | two to three years | 2–3 ans | between 2 and 3 years | de 2 à 3 ans",
    "moins d'un an | less than a year | less than 1 year | moins d'1 an",
    "mille emplois | 1000 jobs | 1k jobs | a thousand jobs",
    "2 | two | deux",
    "150k+ | 150000+ | 150 000+ | at least 150k",
    "environ 1,5 Md€ | about €1.5bn | ~1.5 bn €",
    "31 décembre 2025 | 31 December 2025 | 2025-12-31 | December 31, 2025 | le 31 décembre 2025 | 31 Dec 2025",
    "décembre 2025 | December 2025 | 2025-12",
    "31.12.2025 | 31/12/2025 | 31 décembre 2025 | 31-12-2025",
    "1,5 M€ par an | €1.5m a year | €1.5 million per year | 1.5 million euros per year | 1,5 million d'euros par an",
    "40 heures par semaine | 40 hours a week | 40 h/week | 40 hours per week",
    "1er janvier 2026 | 1 January 2026 | January 1st, 2026",
    "12 mois | 12 months | 1 year | un an | douze mois | one year",
    "18 mois | 18 months | 1.5 years | dix-huit mois",
    "two weeks | 14 jours | deux semaines | 14 days | quatorze jours",
    "48 h | 2 days | deux jours | 48 heures",
    "plus de 12 mois | more than a year",
    "vingt et un ans | 21 years | twenty-one years | vingt-et-un ans",
    "deux cents emplois | 200 jobs | two hundred jobs | deux cents postes | 200",
    "deux mille cinq cents | 2,500 | two thousand five hundred | 2 500 | 2.5k",
    "quatre-vingt-dix-sept | 97 | ninety-seven | nonante-sept",
    "soixante-quinze | 75 | seventy-five | septante-cinq",
    "mille neuf cents | 1900 | one thousand nine hundred",
    "a dozen countries | 12 pays | une douzaine de pays | twelve countries",
    "une centaine d'emplois | 100 jobs | a hundred jobs | one hundred jobs",
    "two hundred million euros | deux cents millions d'euros | 200 M€ | €0.2bn",
    "twice a year | 2 fois par an | deux fois par an | two times a year",
    "200 € par tonne | €200 per tonne | 200 € la tonne | €200 a tonne | 200 €/t",
    "15 € de l'heure | €15 an hour | 15 euros per hour | 15 €/h | 15 € par heure",
    "15-20 M€ | €15-20 million | between €15m and €20m | 15 à 20 millions d'euros",
    "-5 % | moins 5 % | minus 5% | - 5 % | −5 pct",
    "C$5m | CAD 5 million | 5 millions de dollars canadiens | CA$5m",
    "A$5m | AUD 5 million | 5 million Australian dollars",
    "¥500bn | 500 milliards de yens | 500 bn yen | JPY 500 billion",
    "₹10 lakh | 1,000,000 rupees | INR 1 million",
    "5 Md FCFA | 5 milliards de francs CFA | XOF 5bn",
    "3,2 Md$ US | US$3.2bn | 3,2 milliards de dollars américains",
    "2 MWh | 2000 kWh | 2 mégawattheures",
    "5 km | 5,000 m | 5 kilometres",
    "3 kt | 3000 tonnes | 3,000,000 kg",
    "12 p. cent | 12 % | 12 Prozent",
    "5 Milliarden Euro | 5 Md€ | 5 miljard euro",
    "T3 2025 | Q3 2025 | 3e trimestre 2025 | third quarter of 2025",
    "printemps 2025 | spring 2025",
    "fin 2025 | end of 2025 | late 2025",
    "1er semestre 2025 | H1 2025 | first half of 2025",
    "2½ years | 2.5 years | 2 ½ ans | 2 1/2 years | 2 1⁄2 years | two and a half years | deux ans et demi | 30 mois",
    "½ % | 0.5 % | 0,5 pour cent | 1⁄2 %",
    "1½ bn € | 1,5 Md€ | €1.5bn | 1.5 milliard d'euros",
    "un an et demi | a year and a half | 1½ an | 18 months | one and a half years",
    "half a million | un demi-million | 500,000 | 0.5 million | ½ million",
    "deux millions et demi | 2.5 million | two and a half million | 2½ million",
    "half an hour | une demi-heure | 30 minutes | 30 min",
    "half a dozen | une demi-douzaine | 6 | six",
    "2¼ hours | 2,25 h | 135 minutes",
    "3¾ % | 3.75 %",
    "2⅛ inches | 2.1250 inches",
    "about 2½ years | 2.5 years | environ 2 ans et demi",
    "more than 2½ years | 3 years | plus de deux ans et demi",
    "2½–3 years | 2.5 to 3 years | 33 months",
    "a fortnight | two weeks | 14 days",
    "½ | 1/2",
]


@pytest.mark.parametrize("days", ["15 jours", "14 days", "two weeks", "a fortnight", "quinze jours", "2 semaines"])
def test_two_weeks_are_fifteen_days_in_french(days: str) -> None:
    assert compatible(reading("une quinzaine de jours"), reading(days))
    assert compatible(reading("quinze jours"), reading(days))
    assert not compatible(reading("une quinzaine de jours"), reading("16 jours"))
    assert not compatible(reading("une quinzaine de salariés"), reading("14 salariés"))
    assert compatible(reading("huit jours"), reading("a week"))


@pytest.mark.parametrize("amounts", ONE_AMOUNT)
def test_one_amount_in_two_languages_and_many_notations_is_no_dispute(amounts: str) -> None:
    for one, other in combinations(amounts.split(" | "), 2):
        assert not disputed(claim(one, other)), (one, other)
        assert compatible(reading(other), reading(one)), (one, other)


@pytest.mark.parametrize(
    "amounts",
    [
        "1,5 Md€ | 1.5 M€", "1.5M | 1.5k", "150k | 150", "1.5 m | 1500000", "7 ans | 7 mois", "7 years | 8 ans",
        "15 % | 15 points", "€5 m | $5 m", "150 emplois | 150 personnes", "seven years | sept mois",
        "vingt et un ans | 20 ans", "deux cents | 2", "deux mille cinq cents | 2000", "twenty-five | 20",
        "quatre-vingts ans | 4 ans", "two thirds | 2", "un accord | 1", "31 décembre 2025 | 30 December 2025",
        "décembre 2025 | December 2024", "31 décembre 2025 | 31", "13,4 MMDH | 13,4 MDH", "150 km | 150 k",
        "5 kg | 5 k", "5 mm | 5 000 000", "plus de 7 ans | 7 years", "dix-sept ans | 10 ans", "sept 2025 | 7",
        "1.5 bn € | 1.6 bn €", "1.5 bn € | 1.5 bn $", "two weeks | two months", "un mois | un an", "a year | two years",
        "15 % of jobs | 15 % of people", "500 salariés | 500 jobs", "2 M€ | 2 Md€", "150 K€ | 150 €", "3 h | 3 min",
        "5 villes | 5 pays", "moins d'un an | more than two years", "1 500 M€ | 1,5 M€",
        "12 mois | 2 years", "11 months | 1 year", "30 days | 1 month", "4 weeks | 1 month", "365 days | 1 year",
        "deux cents | 2 cents", "six cents | 6 cents", "two hundred | 2", "quatre-vingts | 20", "cent vingt | 100",
        "quatre-vingt-dix | 80", "1.5M | 1.5m", "C$5 | US$5", "A$5 | US$5", "HK$5 | $5", "¥5 | €5", "₹5 | ¥5",
        "-5 % | 5 %", "moins de 5 % | 6 %", "5 MW | 5 MWh", "5 kW | 5 MW", "3 kt | 3 t", "5 km | 5 m",
        "10 min | 10 m",
        "2 fois par an | 2 fois par mois", "5 € par heure | 5 € par mois", "twice a year | twice", "50 cents | 50 €",
        "Q3 2025 | Q4 2025", "H1 2025 | Q3 2025", "spring 2025 | summer 2025", "T3 2025 | T3 2024", "fin 2025 | 2025",
        "une douzaine | 10", "a dozen | a hundred", "€15-20 million | 21 M€", "5 francs belges | 5 francs français",
        "05/06/2025 | 2025-06-05", "1,5 M€ par an | €1.5m a month",
        "2½ years | 2 years", "2½ years | 21 years", "½ % | 12 %", "1⅛ % | 1125 %", "2⅛ km | 2125 km", "1/2 % | 0.5 %",
        "un an et demi | un an", "half a million | a million", "½ of staff | 0.5", "half a day | 12 hours",
        "7/10 | 0.7", "1/2 | 0.5", "2 1/2 | 2.5", "31/2 years | 15.5 years", "1½ years | 1½ months",
        "une quinzaine | two weeks",
        "two-and-a-half men | 2.5 men", "a year and a half-day | 18 months", "12 1/2 2025 | 12.5",
    ],
)  # fmt: skip
def test_what_is_really_different_still_disagrees(amounts: str) -> None:
    one, other = amounts.split(" | ")
    assert disputed(claim(one, other))
    assert not compatible(reading(other), reading(one))


@pytest.mark.parametrize(
    "values",
    [
        ("12 août", "12 August", "August 12th", "le 12 août", "lundi 12 aout"),
        ("août", "August", "in August"),
        ("10–12 août", "10-12 August"),
        ("18h12", "18:12", "18 h 12", "6:12 pm", "6.12 p.m.", "à 18h12", "at 18:12", "18u12"),
        ("6 pm", "18:00", "18h00"),
        ("le 12 août à 18h", "12 August at 6pm"),
    ],
)
def test_a_day_without_a_year_and_a_time_of_day_are_the_same_in_both_languages(values: tuple[str, ...]) -> None:
    assert not disputed(claim(*values))


@pytest.mark.parametrize(
    ("one", "other"),
    [("12 août", "13 August"), ("18h12", "18:13"), ("6 am", "6 pm"), ("August", "September"), ("0:00", "24:00")],
)
def test_another_day_or_time_is_another_value(one: str, other: str) -> None:
    assert disputed(claim(one, other))


@pytest.mark.parametrize("text", ["12 marins", "12 months", "5 décembres", "9 m", "18 h", "4 marks"])
def test_what_only_begins_as_a_month_or_a_time_is_a_number_with_its_unit(text: str) -> None:
    assert reading(text).unit
