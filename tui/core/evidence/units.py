"""The things that are counted, by one name in three languages: `7 ans` and `7 jaar` are `7 years`.

Only what newspapers give figures of; other words are their own unit, without their plural.
"""

from __future__ import annotations

from functools import cache, lru_cache

_THINGS = {
    "year": "an ans annee annees years yr yrs jaar jaren", "month": "mois months maand maanden",
    "week": "semaine semaines weeks weken", "day": "jour jours journee journees days dag dagen",
    "hour": "heure heures hours h hr hrs uur uren", "minute": "minutes min minuut minuten",
    "second": "seconde secondes seconds sec seconden", "quarter": "trimestre trimestres quarters kwartaal kwartalen",
    "fortnight": "fortnights", "decade": "decennie decennies decades decennium decennia",
    "century": "siecle siecles centuries eeuw eeuwen",
    "person": "personne personnes people persons persoon personen mensen",
    "employee": "employe employes employee employees salarie salaries salariees werknemer werknemers",
    "worker": "travailleur travailleurs travailleuse travailleuses workers arbeider arbeiders",
    "job": "emploi emplois poste postes jobs baan banen arbeidsplaats arbeidsplaatsen",
    "fte": "etp ftes equivalents-temps-plein full-time-equivalents", "man": "homme hommes men mannen",
    "woman": "femme femmes women vrouw vrouwen", "child": "enfant enfants children kinderen",
    "member": "membre membres members leden",
    "delegate": "delegue delegues deleguee deleguees delegates afgevaardigden",
    "customer": "client clients customers klant klanten", "household": "menage menages households gezinnen",
    "inhabitant": "habitant habitants inhabitants inwoner inwoners", "call": "appel appels calls oproep oproepen",
    "centre": "centre centres center centers centrum centra",
    "company": "entreprise entreprises societe societes companies firm firms bedrijf bedrijven",
    "union": "syndicat syndicats unions vakbond vakbonden", "country": "pays countries landen",
    "town": "ville villes towns city cities stad steden", "contract": "contrat contrats contracts contracten",
    "dismissal": "licenciement licenciements dismissals layoff layoffs redundancy redundancies ontslag ontslagen",
    "death": "mort morts deces deaths dead dode doden", "injured": "blesse blesses blessee blessees gewonde gewonden",
    "vote": "voix votes stemmen", "seat": "siege sieges seats zetel zetels", "time": "fois times keer",
    "meeting": "reunion reunions meetings vergadering vergaderingen",
    "strike": "greve greves strikes staking stakingen",
}  # fmt: skip
_MEASURES = {
    "%": "percent pct procent", "point": "points pts pp percentage-points points-de-pourcentage",
    "m": "metre metres meter meters", "km": "kilometre kilometres kilometer kilometers",
    "kg": "kilogramme kilogrammes kilo kilos", "t": "tonne tonnes ton tons", "ha": "hectare hectares",
    "l": "litre litres liter liters", "g": "gramme grammes gram grams", "cm": "centimetre centimetres",
    "mm": "millimetre millimetres", "kt": "kilotonne kilotonnes", "w": "watt watts", "kw": "kilowatt kilowatts",
    "mw": "megawatt megawatts", "gw": "gigawatt gigawatts", "kwh": "kilowattheure kilowattheures kilowatt-hours",
    "mwh": "megawattheure megawattheures megawatt-hours", "gwh": "gigawattheure gigawattheures gigawatt-hours",
    "twh": "terawattheure terawattheures terawatt-hours", "mb": "mo megaoctets megabytes",
    "gb": "go gigaoctets gigabytes", "degc": "degc degres degrees degre degree",
}  # fmt: skip
_MONEY = {
    "eur": "euro euros", "usd": "$ us$ $-us dollar dollars us-dollars dollars-americains dollars-us",
    "gbp": "pound pounds livre livres pounds-sterling livres-sterling",
    "mad": "dh dhs dirham dirhams dirhams-marocains moroccan-dirhams", "chf": "swiss-francs francs-suisses",
    "jpy": "yen yens", "cad": "c$ ca$ canadian-dollars dollars-canadiens",
    "aud": "a$ au$ australian-dollars dollars-australiens", "nzd": "nz$", "hkd": "hk$", "brl": "r$ real reais",
    "inr": "rs rs. rupee rupees roupie roupies", "sek": "swedish-kronor couronnes-suedoises",
    "nok": "couronnes-norvegiennes", "dkk": "couronnes-danoises", "pln": "zl zloty zlotys", "cny": "rmb yuan yuans",
    "rub": "rouble roubles ruble rubles", "krw": "won wons", "xof": "fcfa cfa francs-cfa cfa-francs",
    "tnd": "dinars-tunisiens tunisian-dinars", "dzd": "dinars-algeriens algerian-dinars",
    "bef": "francs-belges belgian-francs", "frf": "francs-francais french-francs",
}  # fmt: skip
"""By the name here, the others, folded; a hyphen stands for a space as well."""

_WORTH = {
    "month": ("month", 1), "quarter": ("month", 3), "year": ("month", 12), "decade": ("month", 120),
    "century": ("month", 1200),
    "second": ("second", 1), "minute": ("second", 60), "hour": ("second", 3600), "day": ("second", 86_400),
    "week": ("second", 604_800), "fortnight": ("second", 1_209_600),
    "mm": ("mm", 1), "cm": ("mm", 10), "m": ("mm", 1000), "km": ("mm", 1_000_000),
    "g": ("g", 1), "kg": ("g", 1000), "t": ("g", 10**6), "kt": ("g", 10**9),
    "kw": ("kw", 1), "mw": ("kw", 1000), "gw": ("kw", 10**6),
    "kwh": ("kwh", 1), "mwh": ("kwh", 1000), "gwh": ("kwh", 10**6), "twh": ("kwh", 10**9),
    "mb": ("mb", 1), "gb": ("mb", 1000),
}  # fmt: skip
"""The smaller unit that a unit is made of, and exactly how many: a year of months, though no month of days."""

_SMALL = frozenset(("of", "de", "des", "du", "the", "le", "la", "les"))


_EVERY, _EACH = ("per", "par", "each", "chaque"), ("a", "an", "la", "le")
"""The words that join a price or a number of times to what it is for; the latter only before a known one."""


@cache
def _names(*, countable: bool = False) -> dict[str, str]:
    """The one name of each word; of those alone that have millions, and of which there may be `one`."""
    tables = (_THINGS, _MONEY) if countable else (_THINGS, _MONEY, _MEASURES)
    return {
        word.replace("-", " "): name
        for table in tables
        for name, words in table.items()
        for word in (name, *words.split())
    }


def is_countable(unit: str) -> bool:
    """True when a folded unit begins with something that has millions, and of which there may be `one`."""
    return without_article(unit).partition(" ")[0] in _names(countable=True)


def without_article(unit: str) -> str:
    """A folded unit without what joins it to its number: `d'euros`, `de dirhams`, `of people`."""
    for joint in ("d'", "de ", "des ", "of "):
        if unit.startswith(joint):
            return unit[len(joint) :].lstrip()
    return unit


@lru_cache(maxsize=1024)
def counted(unit: str) -> str:
    """The one name of what a folded unit counts: in any language, one or many."""
    names = _names()
    if unit in names:
        return names[unit]
    plain = unit.replace(" de l'", " per ").replace(" l'", " per ").replace("d'", "").replace("/", " per ")
    words = plain.split()
    named = list[str]()
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if named and (word in _EVERY or (word in _EACH and names.get(after) and (named[-1] in _MONEY or word == "a"))):
            named.append("per")
        elif word not in _SMALL:
            named.append(names.get(word) or _singular(word))
    return " ".join(named)


def worth(name: str) -> tuple[str, int]:
    """The smaller unit that a unit, by its one name, is made of, and how many; itself once where it is of none."""
    return _WORTH.get(name, (name, 1))


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 2 else word
