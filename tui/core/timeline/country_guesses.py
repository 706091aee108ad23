"""The country that was meant by a text that is no code: other codes, names, adjectives, regions, slips of the pen.

Read only when a code is wrong, and so imported late. No answer is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches
from functools import cache

from tui.core.text.fold import fold_key
from tui.core.timeline.country_names import NAMES
from tui.core.timeline.country_words import ROWS

_OTHERS = {
    "AE": "emirats uae emiraten", "AT": "osterreich", "BA": "bosnia bosnie", "BE": "belgien",
    "BY": "belorussia wit-rusland", "CD": "drc rdc drcongo congokinshasa", "CG": "congobrazzaville",
    "CH": "schweiz svizzera sui", "CI": "ivorycoast", "CN": "prc", "CZ": "czechrepublic republiquetcheque",
    "DE": "deutschland ger", "DK": "den", "DZ": "alg", "EG": "misr", "ES": "espana", "EU": "ue europeanunion",
    "GB": "uk vk britain greatbritain grandebretagne groot-brittannie", "GR": "el gre hellas", "HR": "cro",
    "IT": "italia", "KR": "korea coree", "MK": "macedonia macedoine macedonie fyrom", "MM": "burma birmanie birma",
    "NL": "holland hollande ned hol", "PT": "por", "RU": "russianfederation", "SZ": "swaziland", "TL": "easttimor",
    "TR": "turkiye", "TW": "chineseteipei", "US": "america etatsunisdamerique amerika unitedstatesofamerica us usa",
    "VA": "holysee saintsiege vatican",
}  # fmt: skip
"""Other names and codes, by their fold keys."""

_ADJECTIVES = {
    "AD": "andorran andorrees", "AE": "emirati emirien", "AF": "afghan afghaans", "AL": "albanian albanais albanees",
    "AM": "armenian armenien armeens", "AO": "angolan angolais angolees",
    "AR": "argentinian argentine argentin argentijns", "AT": "austrian autrichien oostenrijks",
    "AU": "australian australien australisch", "AZ": "azerbaijani azeri azerbaidjanais azerbeidzjaans",
    "BA": "bosnian bosnien bosniaque bosnisch", "BD": "bangladeshi bangladais",
    "BE": "belgian belge belgisch belg belgen", "BF": "burkinabe", "BG": "bulgarian bulgare bulgaars",
    "BH": "bahraini bahreini", "BI": "burundian burundais burundees", "BJ": "beninese beninois",
    "BO": "bolivian bolivien boliviaans", "BR": "brazilian bresilien braziliaans",
    "BY": "belarusian bielorusse belarussisch", "CA": "canadian canadien canadees", "CH": "swiss zwitsers",
    "CI": "ivorian ivoirien ivoriaans", "CL": "chilean chilien chileens", "CM": "cameroonian camerounais kameroens",
    "CN": "chinese chinois chinees", "CO": "colombian colombien colombiaans", "CU": "cuban cubain cubaans",
    "CY": "cypriot chypriote cypriotisch", "CZ": "czech tcheque tsjechisch", "DE": "german allemand duits",
    "DK": "danish danois deens", "DO": "dominican dominicain dominicaans", "DZ": "algerian algerien algerijns",
    "EE": "estonian estonien estisch", "EG": "egyptian egyptien egyptisch", "ES": "spanish spaniard espagnol spaans",
    "ET": "ethiopian ethiopien ethiopisch", "EU": "european europeen europees", "FI": "finnish finlandais finnois fins",
    "FR": "french francais frans", "GA": "gabonese gabonais gabonees", "GB": "british britannique brits",
    "GE": "georgian georgien georgisch", "GH": "ghanaian ghaneen ghanees", "GN": "guinean guineen guinees",
    "GR": "greek grec grecque grieks", "HR": "croatian croate kroatisch", "HT": "haitian haitien haitiaans",
    "HU": "hungarian hongrois hongaars", "ID": "indonesian indonesien indonesisch", "IE": "irish irlandais iers",
    "IL": "israeli israelien israelisch", "IN": "indian indien indiaas", "IQ": "iraqi irakien iraaks",
    "IR": "iranian iranien iraans", "IS": "icelandic islandais ijslands", "IT": "italian italien italiaans",
    "JO": "jordanian jordanien jordaans", "JP": "japanese japonais japans", "KE": "kenyan keniaans",
    "KH": "cambodian cambodgien cambodjaans", "KP": "northkorean nordcoreen noordkoreaans",
    "KR": "southkorean sudcoreen zuidkoreaans korean coreen koreaans", "KW": "kuwaiti koweitien koeweits",
    "KZ": "kazakh kazachs", "LB": "lebanese libanais libanees", "LT": "lithuanian lituanien litouws",
    "LU": "luxembourgish luxembourgeois luxemburgs", "LV": "latvian letton lets", "LY": "libyan libyen libisch",
    "MA": "moroccan marocain marokkaans", "MC": "monegasque monegaskisch", "MD": "moldovan moldave moldavisch",
    "ME": "montenegrin montenegrijns", "MG": "malagasy malgache malagassisch",
    "MK": "macedonian macedonien macedonisch", "ML": "malian malien malinees", "MM": "burmese birman birmaans",
    "MN": "mongolian mongol mongools", "MR": "mauritanian mauritanien mauritaans", "MT": "maltese maltais maltees",
    "MU": "mauritian mauricien mauritiaans", "MX": "mexican mexicain mexicaans", "MY": "malaysian malaisien maleisisch",
    "MZ": "mozambican mozambicain mozambikaans", "NE": "nigerien nigerees", "NG": "nigerian nigeriaans",
    "NL": "dutch neerlandais hollandais nederlands hollands", "NO": "norwegian norvegien noors",
    "NP": "nepalese nepali nepalais nepalees", "NZ": "newzealander neozelandais nieuwzeelands",
    "PE": "peruvian peruvien peruaans", "PH": "philippine filipino philippin filipijns",
    "PK": "pakistani pakistanais pakistaans", "PL": "polish polonais pools", "PS": "palestinian palestinien palestijns",
    "PT": "portuguese portugais portugees", "QA": "qatari qatarien qatarees", "RO": "romanian roumain roemeens",
    "RS": "serbian serbe servisch", "RU": "russian russe russisch", "RW": "rwandan rwandais rwandees",
    "SA": "saudi saoudien saoedisch", "SD": "sudanese soudanais soedanees", "SE": "swedish suedois zweeds",
    "SG": "singaporean singapourien singaporees", "SI": "slovenian slovene sloveens", "SK": "slovak slovaque slowaaks",
    "SN": "senegalese senegalais senegalees", "SO": "somali somalien somalisch", "SY": "syrian syrien syrisch",
    "TD": "chadian tchadien tsjadisch", "TG": "togolese togolais togolees", "TH": "thai thailandais",
    "TN": "tunisian tunisien tunesisch", "TR": "turkish turc turque turks", "TW": "taiwanese taiwanais taiwanees",
    "TZ": "tanzanian tanzanien tanzaniaans", "UA": "ukrainian ukrainien oekraiens", "UG": "ugandan ougandais oegandees",
    "US": "american americain amerikaans", "UY": "uruguayan uruguayen", "UZ": "uzbek ouzbek oezbeeks",
    "VE": "venezuelan venezuelien venezolaans", "VN": "vietnamese vietnamien vietnamees",
    "YE": "yemeni yemenite jemenitisch", "ZA": "southafrican sudafricain zuidafrikaans",
    "ZM": "zambian zambien zambiaans", "ZW": "zimbabwean zimbabween zimbabwaans",
}  # fmt: skip
"""English, French and Dutch, without the endings of gender and number."""
_NO_COUNTRY = frozenset((
    "roman", "romain", "romaine", "romains", "romaines", "romeins", "latin", "latine", "arab", "arabe", "arabes",
    "arabic", "republicofchina", "republiquedechine", "guyane", "guyanais", "guyanaise",
))  # fmt: skip
"""Words that are like the name of a country, and mean none or one of two."""
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_STATE = re.compile(
    r"^(?:(?:the|les?|la|l['’]|en|au|aux|het|de) ?(?:\b|(?<=['’])))?"
    r"(?:(?:kingdom|republic|state|principality|grand duchy|royaume|r[eé]publique|principaut[eé]|grand-duch[eé]"
    r"|koninkrijk|republiek)(?: (?:of|de|du|des|van|het)\b| d['’])?(?: the\b| la\b)?)? ?",
    re.IGNORECASE,
)
"""An article, and what kind of state it is, before a name."""
_ENDINGS = ("", "s", "e", "es", "ne", "nes", "er", "ers")

_REGIONS = {
    "BE": "flanders flandre flandres vlaanderen flemish flamand vlaams wallonia wallonie walloon wallon waals brussels "
    "bruxelles brussel bruxellois brussels-capital-region region-de-bruxelles-capitale flemish-region region-flamande "
    "region-wallonne vlaams-gewest waals-gewest",
    "CA": "quebec ontario alberta british-columbia",
    "CH": "romandie suisse-romande",
    "CN": "tibet xinjiang",
    "DE": "bavaria baviere beieren bayern saxony saxe saksen rhineland rhenanie",
    "ES": "catalonia catalogne catalonie catalunya catalan andalusia andalousie andalusie basque-country pays-basque "
    "baskenland galicia galice",
    "EU": "europe europa euroland eurozone zone-euro euro-area",
    "FR": "brittany bretagne normandy normandie alsace corsica corse provence norman normand breton alsacien "
    "corsican occitanie ile-de-france hauts-de-france",
    "GB": "england angleterre engeland english anglais engels n-ireland scot scots "
    "scotland ecosse schotland scottish ecossais schots wales "
    "pays-de-galles welsh gallois northern-ireland irlande-du-nord noord-ierland",
    "IT": "lombardy lombardie sicily sicile sicilie sardinia sardaigne sardinie tuscany toscane",
    "PS": "gaza west-bank cisjordanie westelijke-jordaanoever",
    "PT": "madeira madere azores acores azoren",
    "RU": "chechnya tchetchenie siberia siberie",
    "US": "california californie texas florida floride indiana new-york new-jersey washington",
    "": "africa afrique afrika asia asie azie oceania oceanie "
    "amerique-du-nord amerique-du-sud amerique-latine amerique "
    "americas north-america south-america latin-america central-america amerique-centrale noord-amerika zuid-amerika "
    "antarctic maghreb mashriq sahel benelux balkans balkan scandinavia scandinavie nordics baltics baltic-states "
    "pays-baltes middle-east moyen-orient proche-orient near-east midden-oosten emea mena apac caribbean caraibes "
    "caraiben north-africa afrique-du-nord noord-afrika west-africa afrique-de-louest sub-saharan-africa "
    "afrique-subsaharienne central-asia asie-centrale western-europe europe-de-louest eastern-europe europe-de-lest "
    "central-europe schengen commonwealth lapland laponie "
    "kurdistan ussr urss yugoslavia yougoslavie world monde wereld worldwide "
    "international global mondial",
}
"""Parts of a country, under its code; parts of the world under none, but for Europe, which has one."""

LONGEST = 80
"""Characters; what is longer names no country."""
NEAR, APART = 0.8, 0.06
"""The likeness, from 0 to 1, that a name needs, and by how much it has to be ahead of another country's."""


def guess(text: str) -> str | None:
    """The code that was probably meant; None when it is anybody's guess, and for what is more than one country."""
    if len(text) > LONGEST:
        return None
    text = _FLAG.sub(lambda found: "".join(chr(ord(c) - 0x1F1A5) for c in found[0]), text)
    key, known = fold_key(text), _by_key()
    if key in _NO_COUNTRY:
        return None
    plain = text.strip(" .,;").upper()
    code = plain if plain in NAMES else known.get(key)
    code = code or _first_stem(key, _adjectives()) or _first_stem(key, _regions())
    if code is not None or len(key) < 4:
        return code or None
    bare = _STATE.sub("", text.strip())
    if bare != text.strip() and (code := guess(bare)):  # a name that begins with an article stays whole
        return code
    begun = [name for name in known if name.startswith(key)]
    if begun:
        is_sure = len({known[name] for name in begun}) == 1 and min(map(len, begun)) <= 2 * len(key)
        return known[begun[0]] if is_sure else None
    return _nearest(key, known) if len(key) > 4 else None


def is_region(text: str) -> bool:
    """True when a text names a part of a country, or of the world."""
    names = (text, _STATE.sub("", text.strip()))
    return any(_first_stem(fold_key(name), _regions()) is not None for name in names)


def _first_stem(key: str, codes: dict[str, str]) -> str | None:
    """The code of a word that may have an ending."""
    return next((codes[stem] for stem in _stems(key) if stem in codes), None)


def _stems(key: str) -> Iterator[str]:
    """An adjective without its ending, in French and in Dutch: `italiennes` is `italien`, `canadese` `canadees`."""
    yield from (key.removesuffix(ending) for ending in _ENDINGS if key.endswith(ending))
    if key.endswith("ese"):
        yield f"{key[:-3]}ees"


def _nearest(key: str, known: dict[str, str]) -> str | None:
    """The country whose name alone is so like the key, and begins with the same letter."""
    alike = [name for name in known if len(name) > 3 and name[0] == key[0] and abs(len(name) - len(key)) < 3]
    near = get_close_matches(key, alike, n=4, cutoff=NEAR)
    if not near:
        return None
    code, best = known[near[0]], SequenceMatcher(None, near[0], key).ratio()
    others = (name for name in near if known[name] != code)
    return None if any(SequenceMatcher(None, name, key).ratio() > best - APART for name in others) else code


@cache
def _by_key() -> dict[str, str]:
    """Every name and every code of three letters, by its fold key."""
    found = {fold_key(letters): code for code, letters, _ in ROWS}
    found |= {fold_key(word): code for code, words in _OTHERS.items() for word in words.split()}
    found |= {fold_key(dutch): code for code, _, dutch in ROWS}
    return found | {fold_key(each): code for code, names in NAMES.items() for each in names}


@cache
def _adjectives() -> dict[str, str]:
    return {word: code for code, words in _ADJECTIVES.items() for word in words.split()}


@cache
def _regions() -> dict[str, str]:
    return {fold_key(word): code for code, words in _REGIONS.items() for word in words.split()}
