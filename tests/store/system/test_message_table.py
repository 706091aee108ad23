"""A compiled catalogue that is read message by message says what gettext says of it."""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO

import pytest

from tests.conftest import ROOT
from tui.store.system.catalogues import Translations
from tui.store.system.po_file import compiled_catalogue


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_every_message_is_what_gettext_makes_of_it(language: str) -> None:
    path = ROOT / "tui" / "locale" / language / "LC_MESSAGES" / "jalon.po"
    data = compiled_catalogue(path.read_text(encoding="utf-8"))
    whole, table = GNUTranslations(BytesIO(data)), Translations(data)
    known = [key for key in vars(whole)["_catalog"] if key]
    assert len(known) > 2000
    for key in known:
        if isinstance(key, tuple):
            assert [table.ngettext(key[0], "", n) for n in (0, 1, 2, 5)] == [
                whole.ngettext(key[0], "", n) for n in (0, 1, 2, 5)
            ]
        elif "\x04" in key:
            assert table.pgettext(*key.split("\x04")) == whole.pgettext(*key.split("\x04"))
        else:
            assert table.gettext(key) == whole.gettext(key)
    for strange in ("", "zzz", "\0", "a message that nobody has"):
        assert table.gettext(strange) == whole.gettext(strange)
    assert table.ngettext("nothing", "nothings", 2) == "nothings"
    assert table.pgettext("of nothing", "private") == "private"
