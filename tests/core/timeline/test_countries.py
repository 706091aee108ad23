"""Countries by code and name, and the one that was probably meant."""

from __future__ import annotations

import pytest

from tui.core.text.clean import clean
from tui.core.text.fold import fold_key
from tui.core.timeline.countries import closest, cure, find, is_code, name
from tui.core.timeline.country_guesses import _ADJECTIVES, _OTHERS, _REGIONS
from tui.core.timeline.country_names import NAMES
from tui.core.timeline.country_names_ar_de_es import NAMES as ELSEWHERE
from tui.core.timeline.country_words import ROWS


def test_the_table_is_iso_3166_with_kosovo_and_the_european_union() -> None:
    assert len(NAMES) == 249 + 2
    assert is_code("XK")
    assert is_code("EU")
    assert not {"ZZ", "EZ", "UN", "QO", "XA", "UK"} & set(NAMES)


def test_no_name_means_two_countries_and_none_hides_anything() -> None:
    by_key: dict[str, str] = {}
    for code, names in NAMES.items():
        for each in names:
            assert by_key.setdefault(fold_key(each), code) == code
            assert clean(each) == each != ""


def test_languages_that_jalon_does_not_speak_have_a_name_for_each_country_too() -> None:
    assert list(ELSEWHERE) == list(NAMES)
    for language in ("ar", "de", "es"):
        names = [name(code, language) for code in NAMES]
        assert len(set(map(fold_key, names))) == len(names)
        assert [each for each in names if clean(each) != each or not each] == []


@pytest.mark.parametrize(
    ("code", "language", "expected"),
    [
        ("BE", "en", "Belgium"),
        ("BE", "fr", "Belgique"),
        ("NO", "fr", "Norvège"),
        ("EU", "en", "European Union"),
        ("TW", "fr", "Taïwan"),
        ("MA", "nl", "Marokko"),
        ("MA", "de", "Marokko"),
        ("MA", "es", "Marruecos"),
        ("MA", "ar", "المغرب"),
        ("HK", "ar", "هونغ كونغ"),
        ("MA", "it", "Morocco"),  # English stands in for other languages
        ("ZZ", "de", "ZZ"),
        ("ZZ", "en", "ZZ"),
    ],
)
def test_a_name_in_the_readers_language(code: str, language: str, expected: str) -> None:
    assert name(code, language) == expected


@pytest.mark.parametrize("code", ["be", "Be", "B", "BEL", "", "UK", "ZZ"])
def test_the_file_writes_codes_in_two_capitals(code: str) -> None:
    assert not is_code(code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("BE", "BE"),
        ("be", "BE"),
        ("belgique", "BE"),
        ("BELGIUM", "BE"),
        ("Etats-Unis", "US"),
        ("cote d'ivoire", "CI"),
        ("Pays Bas", "NL"),
        ("no", "NO"),
        ("UK", None),
        ("Belg", None),
        ("", None),
        ("-", None),
    ],
)
def test_finding_is_exact_after_folding(text: str, code: str | None) -> None:
    assert find(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UK", "GB"),
        ("usa", "US"),
        ("Holland", "NL"),
        ("Belgiqe", "BE"),
        ("Marroco", "MA"),
        ("frnace", "FR"),
        ("Belg", "BE"),
        ("Ivory Coast", "CI"),
        ("fr", "FR"),
        ("zz", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_what_was_probably_meant(text: str, code: str | None) -> None:
    assert closest(text) == code


# ---- What was meant by what is no code

MEANT = {
    "BE": "BEL bel Belgian Belgians belge belges Belgisch Belgische België Belgien Belgium Belgique belgië Belgiqe",
    "NL": "NLD Dutch néerlandais néerlandaise hollandais Nederlands Nederlandse Nederland Holland Pays-Bas NED",
    "FR": "FRA French français française françaises Frans Franse Frankrijk frnace",
    "DE": "DEU German allemand allemande allemands Duits Duitse Duitsland Deutschland GER",
    "GB": "GBR British britannique britanniques Brits Britse UK Verenigd-Koninkrijk Royaume-Uni Britain",
    "CH": "CHE Swiss suisse suisses Zwitsers Zwitserse Zwitserland Schweiz SUI",
    "MA": "MAR Moroccan marocain marocaine marocaines Marokkaans Marokkaanse Marokko Marroco",
    "IT": "ITA Italian italien italienne italiennes Italiaans Italiaanse Italië Italia",
    "US": "USA American américain américaine Amerikaans Amerikaanse U.S.A. us",
    "CA": "CAN Canadian canadien canadienne Canadees Canadese",
    "NE": "NER nigérien nigérienne", "NG": "NGA Nigerian nigérian nigériane Nigeriaans",
    "CN": "CHN Chinese chinois chinoise Chinees", "TR": "TUR Turkish turc turque Turks Turkse Türkiye Turkije",
    "GR": "GRC Greek grec grecque Grieks Griekse Griekenland EL", "DO": "DOM dominicaine Dominican",
    "IE": "IRL Irish irlandais Iers Ierland Irland", "AT": "AUT Austrian autrichienne Oostenrijk Oostenrijkse",
    "EU": "EUE european européenne UE Europese", "XK": "XKX Kosovo", "SZ": "SWZ Swaziland Eswatini",
}  # fmt: skip


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in MEANT.items() for text in texts.split()])
def test_codes_names_and_adjectives_of_three_languages_lead_to_the_country(code: str, text: str) -> None:
    assert cure(text) == f'did you mean "{code}"?'


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("NL", "the Netherlands|les Pays-Bas|Kingdom of the Netherlands|HOL"),
        ("BE", "la Belgique|Kingdom of Belgium|Royaume de Belgique|Be.|\U0001f1e7\U0001f1ea"),
        ("FR", "République française|en France"),
        ("IE", "Republic of Ireland"), ("KR", "Republic of Korea"),
        ("IT", "l’Italie|l'Italie"), ("MA", "au Maroc|le Maroc"), ("RE", "La Réunion"), ("LS", "Lesotho|Leshoto"),
    ],
)  # fmt: skip
def test_an_article_a_kind_of_state_and_a_flag_are_seen_through(code: str, texts: str) -> None:
    for text in texts.split("|"):
        assert cure(text) == f'did you mean "{code}"?'


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        (
            "BE",
            "Flanders Flandre Vlaanderen flamande Vlaamse Wallonie Wallonia wallonne Waals Bruxelles Brussel Brussels",
        ),
        ("GB", "England Angleterre Engeland Scotland Écosse Schotland Wales English"),
        ("EU", "Europe Europa eurozone"),
        ("ES", "Catalogne Catalonia"),
        ("DE", "Bavaria Bayern"),
        ("CA", "Québec"),
        ("FR", "Norman normande breton"),
        ("PS", "Gaza Cisjordanie"),
        ("", "Africa Afrique Asie Maghreb Benelux Scandinavia Balkans MENA EMEA Kurdistan World URSS amérique-du-nord"),
        ("", "Lapland Laponie"),
    ],
)
def test_a_region_is_said_to_be_one(code: str, texts: str) -> None:
    for text in texts.split():
        assert cure(text) == (
            f'this is a region: did you mean "{code}"?' if code else "this is a region, and no one country"
        )
        assert closest(text) == (code or None)


@pytest.mark.parametrize(
    "text",
    [
        "Atlantis", "Paris", "Liège", "London", "ABC", "XYZ", "QQQ", "ENG2", "zz", "SP", "EN", "Slov", "Congo",
        "congolais", "Ikanbi", "union", "none", "tous", "n/a", "?", "", "12", "Austr", "united", "Tex",
        "Middelburg", "Romanov", "romain", "Roman", "dinde", "guyanais", "arabe", "latin", "Enland", "Auxerre",
        "République du Congo", "the Republic", "Las Palmas", "Le Havre", "état", "Chadwick", "Belgique/France",
        "the " * 5000, "republic of " * 5, "republic of", "Republic of China",

    ],
)  # fmt: skip
def test_no_suggestion_is_better_than_a_wrong_one(text: str) -> None:
    assert closest(text) is None
    assert cure(text) == "a country is two letters, such as BE"


def test_every_code_of_three_letters_and_every_dutch_name_leads_to_its_country() -> None:
    assert [code for code, _, _ in ROWS] == list(NAMES)
    for code, letters, dutch in ROWS:
        assert closest(letters) == closest(letters.lower()) == closest(dutch) == code
        assert clean(dutch) == dutch != ""


def test_what_is_meant_is_meant_of_one_country() -> None:
    for table in (_OTHERS, _ADJECTIVES, _REGIONS):
        words = [fold_key(word) for words in table.values() for word in words.split()]
        assert len(words) == len(set(words))
        assert set(table) <= {*NAMES, ""}
    names = {fold_key(each): code for code, both in NAMES.items() for each in both}
    for code, adjectives in _ADJECTIVES.items():
        for word in adjectives.split():
            assert word == fold_key(word)
            assert names.get(word, code) == code
