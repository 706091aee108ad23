from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO

import pytest

from tui.core.text import messages
from tui.core.text.plural import plural
from tui.store.system import catalogues
from tui.store.system.environment import shipped_path
from tui.store.system.po_file import compiled_catalogue

PO = r'''
# A head.
msgid ""
msgstr ""
"Language: fr\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

#: tui/a.py tui/b.py
msgid "a \"word\" and \\n\n"
"on two lines"
msgstr "un « mot »\tet \\n\\\\\n"
"sur deux lignes"

msgctxt "a door"
msgid "open"
msgstr "ouverte"

msgid "open"
msgstr "ouvrir"

#, python-brace-format
msgid "{number} event"
msgid_plural "{number} events"
msgstr[0] "{number} événement"
msgstr[1] "{number} événements"

#, fuzzy
msgid "doubted"
msgstr "douté"

msgid "missing"
msgstr ""

#~ msgid "gone"
#~ msgstr "parti"
'''


def test_a_catalogue_is_compiled_to_what_gettext_reads() -> None:
    read = GNUTranslations(BytesIO(compiled_catalogue(PO)))
    assert read.gettext('a "word" and \\n\non two lines') == "un « mot »\tet \\n\\\\\nsur deux lignes"
    assert (read.gettext("open"), read.pgettext("a door", "open")) == ("ouvrir", "ouverte")
    assert [read.ngettext("{number} event", "{number} events", n)[8:] for n in (0, 1, 2)] == [
        " événement", " événement", " événements",
    ]  # fmt: skip
    assert [read.gettext(word) for word in ("doubted", "missing", "gone")] == ["doubted", "missing", "gone"]


def test_babel_reads_the_shipped_catalogues_as_we_do() -> None:
    pofile, mofile = pytest.importorskip("babel.messages.pofile"), pytest.importorskip("babel.messages.mofile")
    for path in (shipped_path("locale") + f"/{code}/LC_MESSAGES/jalon.po" for code in ("fr", "nl")):
        with open(path, "rb") as file:
            theirs = BytesIO()
            mofile.write_mo(theirs, pofile.read_po(file))
        with open(path, encoding="utf-8") as text:
            ours = GNUTranslations(BytesIO(compiled_catalogue(text.read())))
        theirs.seek(0)
        expected, found = vars(GNUTranslations(theirs))["_catalog"], vars(ours)["_catalog"]
        expected.pop(""), found.pop("")
        untranslated = {key for key in expected if isinstance(key, tuple) and key not in found}
        assert found == {key: said for key, said in expected.items() if key not in untranslated}
        assert all(expected[key] in key[0] or key[1] for key in untranslated)  # Babel has those in English


def test_a_language_is_spoken_until_another_one_is() -> None:
    catalogues.speak("fr")
    assert plural(12345, "event") == "12\u202f345 événements"
    catalogues.speak("xx")
    assert messages.in_force() is None
    catalogues.speak("en")
    assert plural(2, "event") == "2 events"
