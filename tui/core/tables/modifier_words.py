"""The words that say how a date is meant: on it, before it, about it; in English, French and Dutch."""

from __future__ import annotations

from tui.core.text.fold import fold

ON, BEFORE, AFTER, ABOUT, BY, SINCE, RANGE, BETWEEN, PERHAPS = (
    "on", "before", "after", "about", "by", "since", "range", "between", "perhaps",
)  # fmt: skip

_MODIFIERS = {
    ON: "on exact exactly precise certain le exacte date day op jour dag = -",
    BEFORE: "before avant voor prior <",
    AFTER: "after apres na >",
    ABOUT: "about around approximate approximately approx circa ca c environ env vers approximatif approximative "
    "approximativement ongeveer omstreeks rond estimated estimate estime ~ +/-",
    BY: "by until au_plus_tard d'ici uiterlijk not_later_than no_later_than on_or_before <= jusqu'a tegen",
    SINCE: "from since depuis a_partir_de des vanaf sinds on_or_after >=",
    RANGE: "range period interval span periode intervalle plage bereik tijdspanne duration duree from_to de_a van_tot",
    BETWEEN: "between entre tussen",
    PERHAPS: "perhaps possibly maybe uncertain peut-etre incertain incertaine misschien onzeker ?",
}
_BY_WORD = {word.replace("_", " "): name for name, words in _MODIFIERS.items() for word in words.split()}


def modifier_of(text: str) -> str | None:
    """The modifier that a cell names, in English, French or Dutch; None for a word that is none."""
    return _BY_WORD.get(fold(text).strip(" .:")) if text.strip() else ON
