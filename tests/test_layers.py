"""The walls of the house: arrows point inward only, and the core touches nothing outside itself."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

LAYERS = {
    "core": {"core"},
    "drawing": {"core", "drawing"},
    "store": {"core", "store"},
    "printing": {"core", "drawing", "store", "printing"},
    "page": {"core", "drawing", "store", "page"},
    "lsp": {"core", "store", "lsp"},
    "app": {"core", "drawing", "store", "app"},
    "cli": {"core", "drawing", "store", "printing", "page", "lsp", "app", "cli"},
}
"""What the modules of each part may import of ours."""

OUTSIDE = {
    "asyncio", "ctypes", "fcntl", "getpass", "glob", "importlib", "io", "locale", "logging", "mmap",
    "multiprocessing", "os", "pathlib", "platform", "pty", "random", "select", "selectors", "shelve",
    "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess", "sys", "tempfile", "threading", "time",
    "urllib", "webbrowser",
}
"""Of the standard library, what reaches files, the clock, the environment, the network or another process."""

SLOW = {"dataclasses", "inspect", "typing_extensions"}
"""Of the standard library, what no module imports on being imported: every command would be slower."""

MODULES = sorted(path.relative_to(ROOT) for path in (ROOT / "tui").rglob("*.py"))


def imports(path: Path, only_at_once: bool = False) -> Iterator[str]:
    """The dotted names that a module imports, anywhere in it or only as it is itself imported.

    What stands under `if TYPE_CHECKING:` counts for neither: it is never run.
    """
    pending: list[ast.AST] = [ast.parse((ROOT / path).read_text(encoding="utf-8"))]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            # `from tui.core.dates import edtf` names a module, `from tui.core.dates.edtf import Date` a thing in one.
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            pending += node.orelse
        elif not (only_at_once and isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))):
            pending += ast.iter_child_nodes(node)


def part(path: Path) -> str:
    """`core` for tui/core/dates/edtf.py, nothing for the modules that stand at the top."""
    return path.parts[1] if len(path.parts) > 2 else ""


@pytest.mark.parametrize("path", [path for path in MODULES if part(path)], ids=str)
def test_a_module_imports_only_from_its_own_part_and_from_those_further_in(path: Path) -> None:
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("tui.")}
    parts = {name for name in ours if (ROOT / "tui" / name).is_dir()}
    assert parts <= LAYERS[part(path)]


FACES = [path for path in MODULES if part(path) in ("drawing", "printing", "page", "lsp", "app", "cli")]


def test_the_faces_know_of_engines_their_protocol_alone_and_where_they_begin() -> None:
    known = {name for path in FACES for name in modules_imported(path) if name.startswith("tui.core.index.")}
    assert known == {"tui.core.index.protocol", "tui.core.index.engines"}
    makers = [path for path in FACES if "tui.core.index.engines" in modules_imported(path)]
    edges = ("tui/cli/*/*.py", "tui/app/session/*.py", "tui/app/app.py")
    assert all(any(path.match(edge) for edge in edges) for path in makers)


@pytest.mark.parametrize("path", [path for path in MODULES if part(path) == "core"], ids=str)
def test_the_core_imports_itself_anyascii_and_the_pure_part_of_the_standard_library(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports(path)} - {"tui", "anyascii", "__future__"}
    assert roots <= set(sys.stdlib_module_names)
    assert not roots & OUTSIDE


@pytest.mark.parametrize("path", [path for path in MODULES if part(path) == "core"], ids=str)
def test_the_core_does_not_read_files_or_the_clock_with_what_is_built_in(path: Path) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not {name.split(".")[-1] for name in called} & {"open", "input", "print", "today", "now", "utcnow"}


@pytest.mark.parametrize("path", [path for path in MODULES if part(path) != "app"], ids=str)
def test_no_module_is_slow_to_import_by_its_own_doing(path: Path) -> None:
    assert not {name.split(".")[0] for name in imports(path, only_at_once=True)} & SLOW


def modules_imported(path: Path) -> set[str]:
    """The modules of ours that a module names anywhere: at its top, in its functions, and for the type checker."""
    found = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{name.name}" for name in node.names} | {str(node.module)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found & NAMES.keys() - {dotted(path)}


def dotted(path: Path) -> str:
    """`tui.core.dates.edtf` for its file, `tui.core` for the `__init__.py` of a folder."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


NAMES = {dotted(path): path for path in MODULES}


def circle(arrows: dict[str, set[str]]) -> list[str]:
    """The modules of one circle, each importing the next; empty where there is none."""
    done: set[str] = set()

    def walk(module: str, way: list[str]) -> list[str]:
        if module in way:
            return [*way[way.index(module) :], module]
        for further in sorted(arrows[module] - done):
            if found := walk(further, [*way, module]):
                return found
        done.add(module)
        return []

    return next(filter(None, (walk(module, []) for module in sorted(arrows))), [])


def test_no_imports_go_round_in_a_circle() -> None:
    arrows = {name: modules_imported(path) for name, path in NAMES.items()}
    # A name out of a folder counts as an import of its `__init__.py`, which itself imports none of what it holds.
    assert " -> ".join(circle(arrows)) == ""


@pytest.mark.parametrize(
    ("arrows", "found"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, []),
        ({"a": {"b", "c"}, "b": {"c"}, "c": set()}, []),
        ({"a": {"b"}, "b": {"c"}, "c": {"b"}}, ["b", "c", "b"]),
    ],
)
def test_a_circle_is_named(arrows: dict[str, set[str]], found: list[str]) -> None:
    assert circle(arrows) == found


def test_no_room_has_more_than_fifteen_files_but_for_the_commands() -> None:
    rooms = Counter(path.parent for path in MODULES if path.name != "__init__.py")
    rooms -= Counter({Path("tui/cli/commands"): rooms[Path("tui/cli/commands")]})
    assert {str(room): count for room, count in rooms.items() if count > 15} == {}


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    lines = {str(path): (ROOT / path).read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {path: count for path, count in lines.items() if count > 400} == {}


def test_what_no_linter_is_to_say_has_its_reason_beside_it() -> None:
    bare = re.compile(r"# (?:type: ignore|noqa)(?:\[[\w, -]+\]|: [A-Z0-9, ]+)?$")
    lines = ((path, line) for path in MODULES for line in (ROOT / path).read_text(encoding="utf-8").split("\n"))
    assert [(str(path), line) for path, line in lines if bare.search(line)] == []


def test_every_part_of_the_house_is_known() -> None:
    assert {part(path) for path in MODULES} - {""} <= set(LAYERS)
