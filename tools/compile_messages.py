"""The catalogues of a wheel, compiled by hatchling as it builds one; what translators write stays behind."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg] - its configuration is of no matter here
    """Puts the catalogue of each language into the wheel as an MO file; a checkout reads the PO files themselves."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile each catalogue, and have the wheel include it."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from tui.core.text.messages import LANGUAGES
        from tui.store.system.po_file import compiled_catalogue

        made = Path(mkdtemp())
        for language in LANGUAGES:
            inside = f"tui/locale/{language}/LC_MESSAGES/jalon"
            text = Path(self.root, f"{inside}.po")
            if text.exists():
                compiled = made / f"{language}.mo"
                compiled.write_bytes(compiled_catalogue(text.read_text(encoding="utf-8")))
                build_data["force_include"][str(compiled)] = f"{inside}.mo"
