"""Countries by code and by name: ISO 3166-1 alpha-2, with XK (Kosovo) and EU."""

from __future__ import annotations

from functools import cache

from tui.core.text.fold import fold_key
from tui.core.timeline.country_names import NAMES

_COLUMNS = {"en": 0, "fr": 1}

# What people write that is neither a code nor a name of the table, by its fold key.
_VARIANTS = {
    "america": "US", "belgie": "BE", "belgien": "BE", "birmanie": "MM", "bosnia": "BA", "bosnie": "BA",
    "britain": "GB", "burma": "MM", "chineseteipei": "TW", "czechrepublic": "CZ",
    "deutschland": "DE", "drc": "CD", "easttimor": "TL", "el": "GR", "emirats": "AE", "england": "GB",
    "angleterre": "GB", "espana": "ES", "etatsunisdamerique": "US", "europe": "EU", "grandebretagne": "GB",
    "greatbritain": "GB", "holland": "NL", "hollande": "NL", "holysee": "VA", "italia": "IT",
    "ivorycoast": "CI", "korea": "KR", "coree": "KR", "macedonia": "MK", "macedoine": "MK",
    "nederland": "NL", "osterreich": "AT",
    "prc": "CN", "rdc": "CD", "republiquetcheque": "CZ", "russianfederation": "RU", "saintsiege": "VA",
    "schweiz": "CH", "scotland": "GB", "ecosse": "GB", "swaziland": "SZ", "turkiye": "TR", "uae": "AE",
    "ue": "EU", "uk": "GB", "unitedstatesofamerica": "US", "usa": "US", "vatican": "VA", "wales": "GB",
}  # fmt: skip


def is_code(code: str) -> bool:
    """Whether it is a code as the file has to write it: two capitals."""
    return code in NAMES


def name(code: str, language: str) -> str:
    """The country's name in that language, `en` or `fr` (else in English); the code if there is none."""
    names = NAMES.get(code)
    return names[_COLUMNS.get(language, 0)] if names else code


def find(text: str) -> str | None:
    """The code of the country that has this code or this name, English or French, whatever its case."""
    return text.strip().upper() if is_code(text.strip().upper()) else _by_key().get(fold_key(text))


def closest(text: str) -> str | None:
    """The code that was probably meant (`UK`, `Holland`, `Belgiqe`), None when it is anybody's guess."""
    key = fold_key(text)
    code = find(text) or _VARIANTS.get(key)
    if code or len(key) < 3:
        return code
    keys = {**_VARIANTS, **_by_key()}
    begun = {keys[other] for other in keys if other.startswith(key)}
    if len(begun) == 1:
        return begun.pop()
    from difflib import get_close_matches

    near = get_close_matches(key, keys, n=1, cutoff=0.75)
    return keys[near[0]] if near else None


@cache
def _by_key() -> dict[str, str]:
    return {fold_key(each): code for code, names in NAMES.items() for each in names}
