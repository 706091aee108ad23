"""The ledger of proofs: a line a fact, each of them true on its day; nothing in it is ever changed.

A line is one JSON object, `{"at": …, "kind": "proof" | "copy" | "link", "source": …}`. Who has the ledger and none of
the copies still knows what was proved, when, and in a copy with which hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tui.core.text.messages import worded

SUFFIX = ".ledger.jsonl"
"""The end of the name of a ledger, behind the name of the timeline's file."""

PROVED = "proved"
REPEATED = "repeated"

ALIVE, MOVED, REFUSED, GONE, UNREACHABLE = "alive", "moved", "refused", "gone", "unreachable"
LINK_STATES = (ALIVE, MOVED, REFUSED, GONE, UNREACHABLE)
"""The states of an address; `refused` to a machine says nothing of a person."""


class Proof(NamedTuple):
    """The state of one passage in one copy, on the day on which somebody looked."""

    at: str
    """The time, as ISO 8601 has it, with the offset of the place."""
    source: str
    words: str
    """The hash of the passage's words, as `words_hash` makes it."""
    copy: str
    """The copy, as `archive:` names it."""
    sha256: str
    """The hash of the bytes of the copy."""
    state: str
    passage: str = ""
    """The name of the passage; empty for one that is quoted in place."""
    page: int | None = None
    """The page on which it begins, of a copy that has pages."""


class Copy(NamedTuple):
    """A copy that was kept."""

    at: str
    source: str
    copy: str
    sha256: str
    size: int
    """In bytes."""
    url: str = ""
    """The address that it was fetched from; empty for a file that somebody saved."""
    media: str = ""
    """The kind of its content, by the server or by the name of the file: `text/html`."""


class Link(NamedTuple):
    """The state of one address when it was asked for."""

    at: str
    source: str
    url: str
    state: str
    """One of LINK_STATES."""
    status: int | None = None
    """The number that the server answered with; None where it did not answer."""
    to: str = ""
    """The address that it leads to, where that is another."""
    why: str = ""
    """The reason why it could not be reached, in English."""


Fact = Proof | Copy | Link
KINDS: dict[str, type[Fact]] = {"proof": Proof, "copy": Copy, "link": Link}

_NUMBERS = frozenset({"size", "page", "status"})


class Damage(NamedTuple):
    """A line that says nothing that can be read; it costs itself, and no other."""

    line: int
    """From 1."""
    reason: str


class Ledger(NamedTuple):
    """The facts of a ledger, the oldest first, and the lines that are damaged."""

    facts: tuple[Fact, ...] = ()
    damaged: tuple[Damage, ...] = ()

    def of_kind(self, kind: type[Fact]) -> Iterable[Any]:
        """The facts of one kind."""
        return (one for one in self.facts if one.__class__ is kind)

    def links(self) -> dict[str, Link]:
        """The last that is known of each address."""
        return {one.url: one for one in self.of_kind(Link)}

    def unreachable_since(self, url: str) -> str | None:
        """The time since an address was asked for in vain, and never with an answer; None if it answered."""
        since = None
        for one in self.of_kind(Link):
            if one.url == url:
                since = (since or one.at) if one.state == UNREACHABLE else None
        return since

    def hashes(self) -> dict[str, str]:
        """The last known hash of each copy."""
        return {one.copy: one.sha256 for one in self.of_kind(Copy)}


def words_hash(words: str) -> str:
    """The hash of a passage's words, by which a proof is that of these words and no others."""
    import hashlib

    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


class Standing:
    """The proofs of a ledger that count: whose words and whose copy are still those of their line."""

    def __init__(self, ledger: Ledger, hashes: Mapping[str, str]) -> None:
        """`hashes` are those of the copies on this machine; of one that is not here the ledger's own word is taken."""
        known = {**ledger.hashes(), **hashes}
        self._proofs: dict[tuple[str, str], dict[str, Proof]] = {}
        for one in ledger.of_kind(Proof):
            self._proofs.setdefault((one.source, one.words), {})[one.copy] = one
        for found in self._proofs.values():
            for copy, one in list(found.items()):
                if known.get(copy, one.sha256) != one.sha256:
                    del found[copy]

    def of(self, source: str, words: str) -> tuple[Proof, ...]:
        """The facts that count of a passage with these words: the last of each copy, the latest copy last."""
        found = self._proofs.get((source, words_hash(words)), {})
        return tuple(sorted(found.values(), key=lambda one: one.at))

    def proof_of(self, source: str, words: str) -> Proof | None:
        """The proof of a passage: in any copy, the latest; None when it was found in none."""
        found = [one for one in self.of(source, words) if one.state in (PROVED, REPEATED)]
        return found[-1] if found else None


# ---- Lines


def ledger_line(fact: Fact) -> str:
    """A fact as its line, without the line end; what is empty is left out."""
    from tui.core.text.clean import to_json

    kind = next(name for name, one in KINDS.items() if one is fact.__class__)
    usual = fact._field_defaults
    said = {name: value for name, value in fact._asdict().items() if name not in usual or value != usual[name]}
    return to_json({"at": said.pop("at"), "kind": kind, **said})


def read_ledger(text: str) -> Ledger:
    """The ledger that a text holds; kinds of facts that this jalon does not know are passed over.

    Bytes that are no UTF-8 stand in the text as lone surrogates (`surrogateescape`).
    """
    facts: list[Fact] = []
    damaged: list[Damage] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        found = _fact(line)
        if isinstance(found, str):
            damaged.append(Damage(number, found))
        elif found is not None:
            facts.append(found)
    return Ledger(tuple(facts), tuple(damaged))


def _fact(line: str) -> Fact | str | None:
    """The fact of a line; a reason where it says nothing that can be read."""
    import json

    try:
        line.encode()
        said = json.loads(line)
    except UnicodeEncodeError:
        return worded("it is not UTF-8")
    except (ValueError, RecursionError):
        return worded("it is no JSON")
    if not isinstance(said, dict) or not isinstance(said.get("kind"), str):
        return worded("it is no fact of a ledger")
    kind = KINDS.get(said["kind"])
    if kind is None:
        return None
    values: dict[str, Any] = {}
    for name in kind._fields:
        value = said.get(name)
        if value is None and name in kind._field_defaults:
            continue
        wanted = int if name in _NUMBERS else str
        if not isinstance(value, wanted) or isinstance(value, bool):
            return worded('its "{name}" is missing or not as it should be', name=name)
        values[name] = value
    return kind(**values)
