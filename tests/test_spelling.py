"""The spelling of what jalon says in French and in Dutch, by hunspell where it is with its dictionaries.

`tests/spelling/` has the words that no dictionary has: names of programs and formats, and words of jalon's own.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui.cli.help_list import COMMANDS
from tui.core.problems.problem import CODES
from tui.core.query.tree import FIELDS, FLAGS
from tui.core.text.messages import LANGUAGES
from tui.core.timeline.model import ACTOR_KINDS, GROUPS, STATUSES
from tui.store.read.tables import TABLES

OWN = ROOT / "tests" / "spelling"
NAMES = (
    *COMMANDS, *CODES, *FIELDS, *(word for flags in FLAGS.values() for word in flags), *ACTOR_KINDS, *GROUPS, *STATUSES,
    *(key for table in TABLES.values() for key in table),
)  # fmt: skip
"""Names of commands, codes, fields and keys, which are the same in all languages."""

LEFT_OUT = re.compile(r"\{[^}]*\}|`[^`]*`|--[a-z-]+|https?://\S+|[\w-]+:[\w=>.*-]+|\b\w+[._/]\w+\b")
"""Places, code, options, addresses, terms of a query, names of files and keys."""

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def texts(language: str) -> Iterator[str]:
    """All that jalon says in a language but dates: sentences, explanations, topics, and what a new file begins with."""
    pofile = pytest.importorskip("babel.messages.pofile", reason="Babel reads catalogues")
    with (ROOT / "tui/locale" / language / "LC_MESSAGES/jalon.po").open("rb") as file:
        for one in pofile.read_po(file, locale=language):
            yield from (one.string if isinstance(one.string, tuple) else (one.string,)) if one.id else ()
    for path in sorted((ROOT / "tui/explanations" / language).glob("*.md")):
        yield path.read_text(encoding="utf-8").partition("\nWrong:")[0]
    for path in sorted((ROOT / "tui/topics" / language).glob("*.md")):
        yield re.sub(r"^    .*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    yield from re.findall("# (.*)", (ROOT / "tui/starters" / f"{language}.yaml").read_text(encoding="utf-8"))


def words_of(text: str) -> set[str]:
    """The words of a text, with plain apostrophes."""
    return set(WORD.findall(LEFT_OUT.sub(" ", text).replace("’", "'").replace("\u202f", " ")))


def listed(name: str) -> set[str]:
    """The words of a list."""
    return set((OWN / f"{name}.txt").read_text(encoding="utf-8").split())


def misspelt(words: set[str], language: str) -> set[str]:
    """The words that the dictionary of a language has not; the test is skipped where there is none."""
    program = shutil.which("hunspell")
    if program is None:
        pytest.skip("hunspell is not here: spelling is not looked at")
    known = subprocess.run([program, "-D"], input="", capture_output=True, text=True, check=False).stderr
    dictionary = next((name for name in (language, f"{language}_FR", f"{language}_NL") if f"/{name}\n" in known), None)
    if dictionary is None:
        pytest.skip(f"hunspell has no dictionary of {LANGUAGES[language]}: spelling is not looked at")
    asked = [program, "-d", dictionary, "-i", "utf-8", "-l"]
    ran = subprocess.run(asked, input="\n".join(sorted(words)), capture_output=True, encoding="utf-8", check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize("language", sorted(LANGUAGES.keys() - {"en"}))
def test_all_that_jalon_says_is_spelt_as_its_language_is(language: str) -> None:
    words = set[str]().union(*map(words_of, texts(language)))
    assert len(words) > 1000
    own = {*listed("names"), *listed(language), *(part for name in NAMES for part in (name, *re.split("[-_]", name)))}
    assert sorted(misspelt(words, language) - own) == []


@pytest.mark.parametrize("language", sorted(LANGUAGES.keys() - {"en"}))
def test_a_misspelt_word_is_found(language: str) -> None:
    assert misspelt({"chronologgie", "tijdlijnn"}, language) == {"chronologgie", "tijdlijnn"}


def test_a_word_is_listed_once_and_in_order() -> None:
    for path in sorted(Path(OWN).glob("*.txt")):
        words = path.read_text(encoding="utf-8").split()
        assert words == sorted(set(words), key=lambda word: (word.casefold(), word)), path.name
    assert not listed("names") & (listed("fr") | listed("nl"))
