"""The names that a file gives its events, sources, actors, tags and views, read line by line.

A shell waits for them while a person types, so no YAML is parsed: lines are looked at as files of events have them.
What is written in another way is not offered, and never in the way.
"""

from __future__ import annotations

TYPE_CHECKING = False
"""As `typing` has it, the import of which takes too long here."""
if TYPE_CHECKING:
    from collections.abc import Iterator

Names = dict[str, dict[str, str]]
"""By kind, the names with what each is called."""

MOST = 4_000_000
"""Characters of a file that are looked through."""
LISTS = {"tags": "tags", "actors": "named", "countries": "countries", "place": "places", "kind": "kinds"}
"""The fields of an event whose values are names, with their kinds."""
PRIVATE = "private"
"""The field that keeps an entry out of what is shown."""
LEAST_KEYS = 2
"""Those of an event that are looked at always: its id and its title."""
ALL = ("actors", "sources", "views", "events")
"""The sections that hold names."""


def read_names(path: str, kind: str, *, with_private: bool = True) -> Names:
    """The names of a kind in a file; none where it cannot be read."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return names_in(file.read(MOST), kind, with_private=with_private)
    except (OSError, ValueError):
        return {}


def names_in(text: str, kind: str, *, with_private: bool = True) -> Names:
    """The names of a kind in the text of a file, also those that only what is private has; of all kinds for `query`."""
    kinds = ("events", "actors", "sources", "passages", "views", "publishers", *LISTS.values())
    found: Names = {one: {} for one in kinds}
    of_events: tuple[str, ...] = ("id", "title", *(key for key, one in LISTS.items() if kind in (one, "query")))
    if kind in ("actors", "named"):
        of_events = (*of_events, "actors")
    sections = {"passages": ("sources",), "cited": ("sources",), "publishers": ("sources",), "query": ALL}
    wanted = sections.get(kind, ("actors", "events") if kind == "actors" else (kind,) if kind in ALL else ("events",))
    keeps_back = not with_private and f"{PRIVATE}:" in text
    secret = _private_sources(text) if keeps_back else frozenset[str]()
    for section, lines in _sections(text, wanted):
        if keeps_back and section in ("events", "sources"):
            lines = [line for one in _blocks(lines) if not _is_kept_back(one, secret) for line in one]
        if section == "events":
            _read_events(lines, found, of_events)
        else:
            _read_entries(section, lines, found)
    found["actors"] = found["actors"] or found["named"]
    if keeps_back and found["named"]:
        for name in names_in(text, "named")["named"].keys() - found["named"].keys():
            found["actors"].pop(name, None)
    return found


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """The lines of each entry of a section, one after the other."""
    block, column = list[str](), -1
    for line in lines:
        if not line.strip() or line.lstrip()[0] == "#":
            continue
        column = _indent(line) if column < 0 else column
        if block and _indent(line) <= column:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _pairs(block: list[str]) -> list[tuple[str, str]]:
    """The keys of an entry with their values; those of a list that goes on below are its next lines."""
    first = block[0].strip().removeprefix("- ").lstrip()
    flow = first if first.startswith("{") else _pair(first)[1]
    if flow.startswith("{"):
        return _flow(" ".join([flow, *map(str.strip, block[1:])]))
    pairs = [_pair(first)]
    for line in map(str.strip, block[1:]):
        if line.startswith("- "):
            key, value = pairs[-1]
            pairs[-1] = key, f"[{value.strip('[]')},{_plain(line[2:])}]"
        else:
            pairs.append(_pair(line))
    return pairs


def _is_kept_back(block: list[str], secret: frozenset[str]) -> bool:
    """True for an entry that is private, or rests on private sources alone."""
    found = dict(_pairs(block))
    if _plain(found.get(PRIVATE, "false")).lower() not in ("false", "no", "off", ""):
        return True
    cited = {one.partition("#")[0] for one in _items(found.get("sources", ""))}
    return bool(cited) and secret.issuperset(cited)


def _private_sources(text: str) -> frozenset[str]:
    """The ids of the sources that are private."""
    blocks = (one for _, lines in _sections(text, ("sources",)) for one in _blocks(lines))
    return frozenset(_pair(one[0].strip())[0] for one in blocks if _is_kept_back(one, frozenset()))


def _sections(text: str, wanted: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """The lines of those parts of a file, each under a key in the first column."""
    whole = f"\n{text}"
    starts = {name: whole.find(f"\n{name}:") for name in (*ALL, "timeline")}
    for name in wanted:
        start = starts[name]
        if start >= 0:
            end = min((one for one in starts.values() if one > start), default=len(whole))
            head, *lines = whole[start + 1 : end].split("\n")
            pairs = [] if any(lines) else _flow(head.partition(":")[2].strip())
            yield name, [f"  {key}: {value}" for key, value in pairs] or lines


def _read_entries(section: str, lines: list[str], found: Names) -> None:
    """The entries of a section of names, each with what it is called."""
    lines = [line for line in lines if line.strip() and line.lstrip()[0] != "#"]
    column = _indent(lines[0]) if lines else 0
    name, within = "", ""
    for line in lines:
        key, value = _pair(line.strip())
        if _indent(line) == column:
            name, within = key, ""
            flow = dict(_flow(value))
            called = flow.get("title") or flow.get("name") or flow.get("query") or value
            found[section][name] = _plain(called)
            _read_passages(name, flow.get("passages", ""), found)
            if "publisher" in flow:
                found["publishers"][_plain(flow["publisher"])] = ""
            continue
        if key in ("title", "name", "query") and not found[section].get(name):
            found[section][name] = _plain(value)
        elif key == "publisher" and section == "sources":
            found["publishers"][_plain(value)] = ""
        if key == "passages":
            within = key
            _read_passages(name, value, found)
        elif within and _indent(line) > column + 2 and ": " in line:
            found["passages"][f"{name}#{key}"] = _plain(value)


def _read_passages(source: str, text: str, found: Names) -> None:
    """The passages of a source between braces."""
    for name, words in _flow(text):
        found["passages"][f"{source}#{name}"] = _plain(words)


def _read_events(lines: list[str], found: Names, keys: tuple[str, ...]) -> None:
    """The events, with their titles, and what they name under some keys."""
    begins = ("- ", *(f"{key}:" for key in keys))
    has_lists = len(keys) > LEAST_KEYS
    lines = [
        line for line in lines if line.lstrip(" ").startswith(begins) or (has_lists and line.rstrip().endswith(":"))
    ]
    column = _indent(lines[0]) if lines else 0
    event, pending = dict[str, str](), ""
    for line in [*lines, f"{' ' * column}- "]:
        stripped = line.strip()
        if _indent(line) == column and stripped[:1] == "-":
            if event.get("id"):
                found["events"][event["id"]] = event.get("title", "")
            event, pending = {}, ""
            stripped = stripped[1:].strip()
        elif stripped.startswith("- ") and pending:
            found[LISTS[pending]].setdefault(_plain(stripped[2:]), "")
            continue
        for key, value in _flow(stripped) if stripped.startswith("{") else [_pair(stripped)]:
            pending = key if key in LISTS and key in keys and not value else ""
            event.setdefault(key, _plain(value))
            for one in _items(value) if key in LISTS and key in keys and value else ():
                found[LISTS[key]].setdefault(one, "")


def _pair(text: str) -> tuple[str, str]:
    """The key and the value of a line, as they stand there."""
    key, _, value = text.partition(":")
    return key.strip("'\" "), value.strip()


def _flow(text: str) -> list[tuple[str, str]]:
    """The pairs between braces, as far as they are plain."""
    if not text.startswith("{"):
        return []
    pairs, depth, start, quote = list[str](), 0, 1, ""
    for at, sign in enumerate(text):
        if quote or sign in "'\"":
            quote = sign if not quote else "" if sign == quote else quote
            continue
        depth += (sign in "{[") - (sign in "}]")
        if (sign == "," and depth == 1) or depth == 0:
            pairs.append(text[start:at])
            start = at + 1
        if depth == 0:
            break
    return [_pair(pair.strip()) for pair in pairs if ":" in pair]


def _items(text: str) -> list[str]:
    """The values of a list between brackets, or the one value."""
    inner = text.partition(" #")[0].strip()
    parts = inner.strip("[]").split(",") if inner.startswith("[") else [inner]
    return [one for part in parts if (one := _plain(part))]


def _plain(text: str) -> str:
    """A value without comment and quotes; empty for one that stands on the lines below."""
    text = text.partition(" #")[0].strip()
    if text[:1] in ("'", '"') and text[-1:] == text[:1]:
        text = text[1:-1]
    return "" if text[:1] in (">", "|", "{", "[", "&", "*") else text


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
