"""The C parser alone: no more of PyYAML is imported, and whoever wants all of it gets that."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

ALONE = """
import sys
from tui.store.yaml.libyaml import CParser, MarkedYAMLError, ReaderError
print(*sorted(name for name in sys.modules if name.partition(".")[0] == "yaml"))
for text, error in (("a: [", MarkedYAMLError), ("a: \\x01", ReaderError)):
    parser = CParser(text)
    try:
        while parser.get_event():
            pass
    except error:
        print("refused")
import yaml
print(yaml.load("a: [1, yes]", Loader=yaml.CSafeLoader), yaml.safe_load("b: 2"))
for load in (yaml.CSafeLoader, yaml.SafeLoader):
    try:
        yaml.load("a: [", Loader=load)
    except yaml.YAMLError:
        print("refused")
"""

AFTER = """
import yaml
from tui.store.yaml.libyaml import CParser, ReaderError
print(ReaderError is yaml.reader.ReaderError, CParser is yaml.cyaml.CParser)
"""


def said(code: str) -> list[str]:
    """The lines that a fresh interpreter prints."""
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return ran.stdout.splitlines()


def test_only_what_the_parser_needs_is_imported_and_the_whole_package_can_be_had_later() -> None:
    assert said(ALONE) == [
        "yaml._yaml yaml.error yaml.events yaml.nodes yaml.tokens",
        "refused",
        "refused",
        "{'a': [1, True]} {'b': 2}",
        "refused",
        "refused",
    ]


def test_where_the_whole_package_is_there_already_its_own_errors_are_used() -> None:
    assert said(AFTER) == ["True True"]
