"""What is counted, by one name in two languages: `7 ans` is `7 years`, `150 emplois` is `150 jobs`, `€5` is `5 euros`.

Only what newspapers give figures of; other words are their own unit, without their plural.
"""

from __future__ import annotations

from functools import cache, lru_cache

_THINGS = {
    "year": "an ans annee annees years yr yrs",
    "month": "mois months",
    "week": "semaine semaines weeks",
    "day": "jour jours journee journees days",
    "hour": "heure heures hours h hr hrs",
    "minute": "minutes min",
    "second": "seconde secondes seconds sec",
    "quarter": "trimestre trimestres quarters",
    "decade": "decennie decennies decades",
    "century": "siecle siecles centuries",
    "person": "personne personnes people persons",
    "employee": "employe employes employee employees salarie salaries salariees",
    "worker": "travailleur travailleurs travailleuse travailleuses workers",
    "job": "emploi emplois poste postes jobs",
    "fte": "etp ftes equivalents-temps-plein full-time-equivalents",
    "man": "homme hommes men",
    "woman": "femme femmes women",
    "child": "enfant enfants children",
    "member": "membre membres members",
    "delegate": "delegue delegues deleguee deleguees delegates",
    "customer": "client clients customers",
    "household": "menage menages households",
    "inhabitant": "habitant habitants inhabitants",
    "call": "appel appels calls",
    "centre": "centre centres center centers",
    "company": "entreprise entreprises societe societes companies firm firms",
    "union": "syndicat syndicats unions",
    "country": "pays countries",
    "town": "ville villes towns city cities",
    "contract": "contrat contrats contracts",
    "dismissal": "licenciement licenciements dismissals layoff layoffs redundancy redundancies",
    "death": "mort morts deces deaths dead",
    "injured": "blesse blesses blessee blessees",
    "vote": "voix votes",
    "seat": "siege sieges seats",
    "time": "fois times",
    "meeting": "reunion reunions meetings",
    "strike": "greve greves strikes",
}
_MEASURES = {
    "%": "percent pct procent",
    "point": "points pts pp percentage-points points-de-pourcentage",
    "m": "metre metres meter meters",
    "km": "kilometre kilometres kilometer kilometers",
    "kg": "kilogramme kilogrammes kilo kilos",
    "t": "tonne tonnes ton tons",
    "ha": "hectare hectares",
    "l": "litre litres liter liters",
}
_MONEY = {
    "eur": "euro euros",
    "usd": "$ us$ dollar dollars us-dollars dollars-americains dollars-us",
    "gbp": "pound pounds livre livres pounds-sterling livres-sterling",
    "mad": "dh dhs dirham dirhams dirhams-marocains moroccan-dirhams",
    "chf": "swiss-francs francs-suisses",
    "jpy": "yen yens",
}
"""By the name here, the others, folded; a hyphen stands for a space as well."""

_SMALL = frozenset(("of", "de", "des", "du", "the", "le", "la", "les"))


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
    """Whether a folded unit begins with something that has millions, and of which there may be `one`."""
    return without_article(unit).partition(" ")[0] in _names(countable=True)


def without_article(unit: str) -> str:
    """A folded unit without what joins it to its number: `d'euros`, `de dirhams`, `of people`."""
    for joint in ("d'", "de ", "des ", "of "):
        if unit.startswith(joint):
            return unit[len(joint) :].lstrip()
    return unit


@lru_cache(maxsize=1024)
def counted(unit: str) -> str:
    """What a folded unit counts, by one name: in any language, one or many."""
    names = _names()
    if unit in names:
        return names[unit]
    words = unit.replace("d'", "").replace("l'", "").replace("/", " per ").split()
    named = [names.get(word) or _singular(word) for word in words if word not in _SMALL]
    for at, word in enumerate(named[:-1]):
        if word in ("par", "a", "each", "chaque") and named[at + 1] in _THINGS:
            named[at] = "per"
    return " ".join(named)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 2 else word
