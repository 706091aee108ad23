"""The page of an address: one key for all its spellings, and the original in the address of a copy.

Nothing is fetched. What is compared follows RFC 3986, section 6.2, and what publishers and archives do with addresses.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_TRACKING = frozenset((
    "_branch_match_id", "_branch_referrer", "_ga", "_gl", "_hsenc", "_hsmi", "__cft__", "__hsfp", "__hssc", "__hstc",
    "__tn__", "__twitter_impression", "_openstat", "amp_ct", "amp_gsa", "amp_js_v",
    "usqp", "at_bbc_team", "at_format", "at_ptr_name", "cmpid", "cndid",
    "dclid", "echobox", "epik", "fb_action_ids", "fb_action_types", "fb_ref", "fb_source", "fbclid",
    "gad_campaignid", "gad_source", "gbraid", "gclid", "gclsrc", "guccounter", "hsctatracking", "igsh",
    "igshid", "ito", "li_fat_id", "mc_cid", "mc_eid", "mibextid", "mkt_tok", "ml_subscriber", "ml_subscriber_hash",
    "msclkid", "ns_campaign", "ns_linkname", "ns_mchannel", "ns_source", "ocid", "oly_anon_id", "oly_enc_id",
    "rb_clickid", "rdt_cid", "ref_src", "ref_url", "s_cid", "s_kwcid", "sfmc_id", "smid", "sr_share", "srsltid", "trk",
    "trkcampaign", "ttclid", "twclid", "vero_conv", "vero_id", "wbraid", "wickedid", "wt_mc", "wt_zmc", "xtor", "xtref",
    "yclid", "ysclid",
))  # fmt: skip
_TRACKING_BEGINNINGS = ("utm_", "at_campaign", "at_medium", "at_custom", "at_link", "guce_", "matomo_", "mtm_", "pk_",
                        "piwik_", "hsa_")  # fmt: skip
"""Parameters that say where a reader came from, and never which page is meant."""
_SHARED = ("cmp=share", "cmp=rss", "cmp=twt", "cmp=fb", "feature=share", "feature=youtu.be")
"""Parameters that may be of the page, with the values by which they are not."""
_OTHER_NAMES = {"dx.doi.org": "doi.org", "twitter.com": "x.com"}
"""Hosts that give the same pages under an older name."""
_VIDEOS = frozenset(("youtube.com", "music.youtube.com", "youtu.be", "youtube-nocookie.com"))
"""Hosts that show the same videos."""
_SESSIONS = frozenset(("jsessionid", "phpsessid"))
_AMP = frozenset(("amp", "amp=", "amp=1", "amp=true", "output=amp", "outputtype=amp", "view=amp", "display=amp"))
"""Parameters that ask for a page in another form: for AMP, Google's form for telephones."""
_INDEX = frozenset(
    f"{name}.{kind}"
    for name in ("index", "default")
    for kind in ("html", "htm", "shtml", "xhtml", "php", "php5", "asp", "aspx", "jsp", "cgi", "cfm")
)
_FORMS = ("www.", "www1.", "www2.", "www3.", "m.", "mobile.", "amp.")
"""The beginnings of a host, or parts as in fr.m.wikipedia.org, that give the same pages in another form."""

_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_IN_PATH = _UNRESERVED | frozenset("!$&'()*+,;=:@")
_IN_PATHS = _IN_PATH | {"/"}
_IN_QUERY = _UNRESERVED | frozenset("!$'()*,;:@/?")
"""Signs that need no percent sign where they stand (RFC 3986, sections 3.3 and 3.4)."""


# ---- What follows the reader


def tidied(text: str) -> str:
    """An address as it was pasted, without brackets around it and without what only follows the reader."""
    text = _unbracketed(text)
    parts = None if any(map(str.isspace, text)) else _parts(text)
    if parts is None:
        return text
    scheme, host, path, query, fragment = parts
    kept = [one for one in query.split("&") if one and not _follows_reader(one)]
    address = f"{scheme}://{host}{path}" + ("?" + "&".join(kept) if kept else "")
    fragment = fragment.partition(":~:")[0]
    return f"{address}#{fragment}" if fragment and not _follows_reader(fragment) else address


def _unbracketed(text: str) -> str:
    return text.strip().strip("<>\"' ").strip()


def _follows_reader(parameter: str) -> bool:
    name = parameter.partition("=")[0].lower()
    return name in _TRACKING or name.startswith(_TRACKING_BEGINNINGS) or parameter.lower().startswith(_SHARED)


class AddressParts(NamedTuple):
    """An address taken apart."""

    scheme: str
    authority: str
    """The host, with its port if it has one."""
    path: str
    query: str
    fragment: str


def split_address(address: str) -> AddressParts | None:
    """The parts of the address of a page's original; None for what is no address of the web."""
    return _parts(original(_unbracketed(address)))


def _parts(address: str) -> AddressParts | None:
    scheme, is_one, rest = address.partition("://")
    if not is_one or scheme.lower() not in ("https", "http"):
        return None
    rest, _, fragment = rest.partition("#")
    rest, _, query = rest.partition("?")
    host, slash, path = rest.partition("/")
    return AddressParts(scheme, host, slash + path, query, fragment)


# ---- One key for a page


@lru_cache(maxsize=4096)
def page_key(address: str) -> str:
    """The key that all addresses of one page have in common, and those of its copies in archives; else the address."""
    address = _unbracketed(address)
    parts = _parts(original(address))
    if parts is None:
        return address
    scheme, host, path, query, fragment = parts
    route = f"#{fragment.partition(':~:')[0]}" if fragment[:1] in ("!", "/") and fragment else ""
    name = in_punycode(_host(scheme, host))
    if name in _VIDEOS and (video := _video(name, path, query)):
        return video
    path = path.lower() if name == "doi.org" else path  # the DOI Handbook, section 2.4: case is of no account
    return f"{name}{_path(path)}?{_parameters(query) if query else ''}{route}"


def _video(host: str, path: str, query: str) -> str:
    """The key of a video, whatever shows it, in which list and from which second on; empty for another page."""
    if host == "youtu.be":
        found = re.fullmatch(r"/([\w-]{6,})/?", path)
    elif path.rstrip("/") == "/watch":
        found = re.search(r"(?:^|&)v=([\w-]{6,})(?=&|$)", query.replace("&amp;", "&"))
    else:
        found = re.fullmatch(r"/(?:embed|shorts|live|v|e)/([\w-]{6,})/?", path)
    return f"youtube.com/watch?v={found[1]}" if found else ""


def bare_host(address: str) -> str:
    """The same of the site that gives the page today: `x.com` of a page of `twitter.com`."""
    return _name_today(host_in_letters(address))


def host_in_letters(address: str) -> str:
    """The host of a page's original in letters, without port and `www.` and its like; empty where there is none."""
    parts = _parts(original(address))
    host = _bare(parts[0], parts[1]) if parts else ""
    name, colon, port = host.rpartition(":")
    return in_letters(name if colon and port.isdigit() else host)


def _host(scheme: str, authority: str) -> str:
    return _name_today(_bare(scheme, authority))


def _name_today(host: str) -> str:
    return "archive.ph" if host in _NAMES_OF_ONE else _OTHER_NAMES.get(host, host)


def _bare(scheme: str, authority: str) -> str:
    host = authority.lower().removesuffix(":443" if scheme.lower() == "https" else ":80").rstrip(".")
    while host.startswith(_FORMS) and host.count(".") > 1:
        host = host.partition(".")[2]
    for form in (".m.", ".mobile.", ".amp.") if host.count(".") > 2 else ():
        host = host.replace(form, ".")
    return host


def in_punycode(host: str) -> str:
    """A host in punycode, as other letters have it on the way to a browser."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def in_letters(host: str) -> str:
    """A host in the letters that its punycode stands for, in one spelling: `münchen.de`, however it was written."""
    code = in_punycode(host)
    if "xn--" not in code:
        return code
    try:
        letters = code.encode("ascii").decode("idna")
    except UnicodeError:
        return host
    return code if any(map(_looks_like_another, letters.split("."))) else letters


_LOOKALIKES = frozenset("асԁеһіјӏорԛѕԝхуъьҽпгѵѡкмтвнαικνορτυχ")
"""Letters of Cyrillic and Greek that are taken for Latin ones."""


def _looks_like_another(label: str) -> bool:
    """True for a part of a host that passes for Latin, and is not: browsers show its punycode too."""
    return not label.isascii() and all(letter.isascii() or letter in _LOOKALIKES for letter in label)


def _path(path: str) -> str:
    path = re.sub("//+", "/", path)  # servers give one page for both
    if "/." in path:
        path = _without_dots(path)
    if not _IN_PATHS.issuperset(path):
        path = "/".join([_spelt(part, _IN_PATH) for part in path.split("/")])
    if ";" in path:
        path = re.sub(r";(?:jsessionid|phpsessid)=[^/;]*", "", path, flags=re.IGNORECASE)
    folder, slash, last = path.rstrip("/").rpartition("/")
    if last.lower() in _INDEX:
        folder, slash, last = folder.rstrip("/").rpartition("/")
    if "amp" in path:
        if last == "amp" and folder:
            return folder.rstrip("/")
        folder = folder.removeprefix("/amp") if folder == "/amp" or folder.startswith("/amp/") else folder
        last = re.sub(r"(?<=.)\.amp(?=(?:\.html?)?$)", "", last)
    return folder + slash + last


def _without_dots(path: str) -> str:
    """A path without `.` and `..` between its slashes (RFC 3986, section 5.2.4)."""
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del kept[max(1, len(kept) - 1) :]
        elif part != ".":
            kept.append(part)
    return "/".join(kept)


def _parameters(query: str) -> str:
    kept = []
    for one in query.replace("&amp;", "&").split("&"):
        if one and not _follows_reader(one) and one.lower() not in _AMP:
            name, is_set, value = one.replace("+", "%20").partition("=")
            if name.lower() not in _SESSIONS:
                kept.append(_spelt(name, _IN_QUERY) + is_set + _spelt(value, _IN_QUERY))
    return "&".join(sorted(kept))


def _spelt(part: str, plain: frozenset[str]) -> str:
    """A part of an address in which the plain signs stand as they are, and all others in numbers."""
    if plain.issuperset(part):
        return part
    part = re.sub("%(?:[0-9A-Fa-f]{2})?", lambda found: _sign(found[0], plain), part)
    kept = plain | {"%"}
    return "".join(c if c in kept else "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "replace")) for c in part)


def _sign(number: str, plain: frozenset[str]) -> str:
    if number == "%":
        return "%25"
    sign = chr(int(number[1:], 16))
    return sign if sign in plain else number.upper()


# ---- Copies

_NAMES_OF_ONE = frozenset(f"archive.{ending}" for ending in ("today", "ph", "is", "li", "fo", "vn", "md"))
"""One archive by all its names, which give the same copies."""
_ARCHIVES = _NAMES_OF_ONE | {
    "archive.org", "web.archive.org", "web-beta.archive.org", "wayback.archive.org", "liveweb.archive.org",
    "webcitation.org", "timetravel.mementoweb.org", "arquivo.pt", "webarchive.org.uk", "megalodon.jp",
    "ghostarchive.org",
    "webarchive.nationalarchives.gov.uk", "wayback.archive-it.org", "webcache.googleusercontent.com", "cc.bingj.com",
}  # fmt: skip
"""Hosts that give copies of pages, with the original in their address."""
_CACHES = {"webcache.googleusercontent.com", "cc.bingj.com"}
"""Those of a search engine, which keep nothing for long."""
_VIEWERS = ("google.", "bing.", "translate.google.")
_WAYS_OUT = frozenset(("l.facebook.com", "lm.facebook.com", "l.instagram.com"))
"""Hosts of links that lead out of a network."""
_WITHIN = "(?i)https?(?::|%3A)(?:/|%2F){1,2}(?=[^/?#])"
_STAMPED = (
    r"(?i)/(?:(?:web|wayback)/)?(?:[0-9]{1,14}\*?(?:[a-z]{2}_)?|\*|newest|oldest|timegate|[0-9]{4}[.-][0-9.:-]+|save)"
    r"/(?=[^/]+\.[^/.])"
)
"""The parts before an original that is without its scheme: a day, or the newest copy."""
_AMP_VIEW = r"/(?:amp|[a-z]{1,2})/(?:s/)?(?=[^/]+\.[^/.])"
_ASKED = "(?i)(?:^|&)(?:url|u|q)=([^&#]+)"
_CACHE = r"(?i)(?:cache:(?:[\w-]{6,20}:(?!/))?|url:|info:)"


def original(address: str) -> str:
    """The address of which this is a copy in an archive or a search engine's cache; else itself."""
    for _ in range(3):  # a copy may be one of a copy
        head, _, rest = address.partition("://")
        end = next((at for at, sign in enumerate(rest) if sign in "/?#"), len(rest))
        host = rest[:end].lower().partition(":")[0].removeprefix("www.")
        copied = None
        if head.lower() not in ("https", "http"):
            return address
        if host in _ARCHIVES:
            copied = _copied(rest[end:])
        elif host in _WAYS_OUT or host.startswith(_VIEWERS) or host.endswith(".cdn.ampproject.org"):
            copied = _viewed(rest[end:])
        if copied is None:
            return address
        address = copied
    return address


def is_archived(address: str) -> bool:
    """True for the address of a copy that is kept in an archive, with the original in its address."""
    host = address.partition("://")[2].partition("/")[0].lower().removeprefix("www.")
    return host in _ARCHIVES - _CACHES and original(address) != address


def _copied(rest: str) -> str | None:
    """The original in what follows an archive's host."""
    path, _, query = rest.partition("?")
    embedded = re.search(_WITHIN, path)
    if embedded:
        whole = rest[embedded.start() :]
        return _absolute(decoded(whole) if "%" in embedded[0] else whole)
    stamped = re.match(_STAMPED, path)
    return _absolute(rest[stamped.end() :]) if stamped else _asked(query)


def _viewed(rest: str) -> str | None:
    """The original in what follows the host of a search engine."""
    path, _, query = rest.partition("?")
    found = re.match(_AMP_VIEW, path)
    if found:
        return _absolute(rest[found.end() :])
    is_cache = path == "/search" and "q=cache" in query.lower()
    return _asked(query) if is_cache or path in ("/url", "/translate", "/l.php") else None


def _asked(query: str) -> str | None:
    """The original among the parameters of a query: `q=cache:…:example.org/x+words`, `url=https%3A%2F%2F…`."""
    for value in re.findall(_ASKED, query):
        text = decoded(value.replace("+", " ")).strip(' "').partition(" ")[0]
        cached = re.match(_CACHE, text)
        text = text[cached.end() :] if cached else text
        if re.match(_WITHIN, text) or (cached and "." in text.partition("/")[0]):
            return _absolute(text)
    return None


def _absolute(text: str) -> str:
    """An address with its scheme, and both slashes after it."""
    if not re.match("https?:/", text, re.IGNORECASE):
        return f"https://{text}"
    return re.sub("^(https?):/+", r"\1://", text, flags=re.IGNORECASE)


def decoded(text: str) -> str:
    """A text of an address with its signs in place of their numbers."""
    data = re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), text.encode("utf-8", "replace"))
    return data.decode("utf-8", "replace")
