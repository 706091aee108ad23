"""Write tui/core/web/public_suffixes.py from the Public Suffix List, which the package publicsuffixlist carries.

Run with that installed (`pip install publicsuffixlist`): python tools/make_public_suffixes.py
"""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from textwrap import wrap

TARGET = Path(__file__).resolve().parent.parent / "tui" / "core" / "web" / "public_suffixes.py"
WIDTH = 120

USUAL = ("com", "edu", "gov", "net", "org")
"""The suffixes that most countries have, written as one sign."""

MODULE = '''\
"""The public suffixes of more than one label, under which anyone may register a name: `co.uk`, `github.io`.

Made by tools/make_public_suffixes.py from the Public Suffix List (publicsuffix.org, Mozilla Public License 2.0); not to
be edited by hand. Left out are the towns of Japan, and what hosting companies give at more than two labels. Names are
in punycode. By top-level domain stand the labels before it; `*` is any label, `!` begins an exception, and `+` stands
for the five that most countries have.
"""

from __future__ import annotations

from functools import cache

_USUAL = "{usual}"
_TABLE = """\
{rows}
"""


@cache
def _by_domain() -> dict[str, str]:
    entries = " ".join(_TABLE.split("\\n")).strip().split("; ")
    return {{domain: labels for domain, _, labels in (entry.partition(": ") for entry in entries)}}


@cache
def suffixes(domain: str) -> frozenset[str]:
    """The labels before a top-level domain in its suffixes of more than one."""
    return frozenset(_by_domain().get(domain, "").replace("+", _USUAL).split())
'''


def rules() -> dict[str, list[str]]:
    """By top-level domain what stands before it in the rules that are kept, in the order of the list."""
    found: dict[str, list[str]] = defaultdict(list)
    is_private = False
    text = (files("publicsuffixlist") / "public_suffix_list.dat").read_text(encoding="utf-8")
    for line in map(str.strip, text.splitlines()):
        is_private = is_private or "BEGIN PRIVATE" in line
        if not line or line.startswith("//"):
            continue
        before, _, domain = line.split()[0].encode("idna").decode("ascii").rpartition(".")
        labels = before.count(".") + 1
        if before and not (is_private and labels > 1) and not (domain == "jp" and labels > 1 and before[0] not in "*!"):
            found[domain].append(before)
    return found


def _with_sign(labels: list[str]) -> list[str]:
    """The labels, with the usual ones as one sign where they are all there."""
    return ["+", *(one for one in labels if one not in USUAL)] if set(USUAL).issubset(labels) else labels


def main() -> None:
    """Write the module."""
    entries = "; ".join(f"{domain}: {' '.join(_with_sign(before))}" for domain, before in sorted(rules().items()))
    rows = "\n".join(wrap(entries, WIDTH, break_on_hyphens=False))
    TARGET.write_text(MODULE.format(usual=" ".join(USUAL), rows=rows), encoding="utf-8")


if __name__ == "__main__":
    main()
