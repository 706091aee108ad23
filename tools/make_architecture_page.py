"""Write docs/architecture.md: the rooms of the package and the arrows between them, from the imports of the code.

Run: .venv/bin/python tools/make_architecture_page.py
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
PACKAGE = ROOT / "tui"

LAYERS = ("cli", "app", "lsp", "page", "printing", "drawing", "store", "core")
"""The parts of the package, the one that knows most first."""

HEAD = """\
# Architecture

The package has seven layers, a layer has rooms, and a room is a folder of modules. This page is made from the imports
of the code by `tools/make_architecture_page.py`, and a test keeps it true. CONTRIBUTING.md says how to live here.

An arrow goes from the module that imports to what it imports. Arrows never go up, and never round in a circle.
"""


@cache
def modules() -> dict[str, Path]:
    """Each module of the package by its dotted name."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}


def room_of(module: str) -> str:
    """`core/dates` for `tui.core.dates.edtf`; a module that lies in no room, such as `core/theme`, is one by itself."""
    return "/".join(module.split(".")[1:3])


def imports(path: Path, known: dict[str, Path]) -> Iterator[str]:
    """The modules of ours that a module imports: at its top, in functions, and for the type checker."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                yield from (one for one in (inner if inner in known else node.module,) if one in known)


@cache
def arrows() -> dict[str, set[str]]:
    """For each room the rooms that its modules import from."""
    known = modules()
    found: dict[str, set[str]] = defaultdict(set)
    for module, path in known.items():
        here = room_of(module)
        found[here] |= {room_of(one) for one in imports(path, known)} - {here}
    return {room: {other for other in others if "/" in other} for room, others in found.items() if "/" in room}


def holds(room: str) -> str:
    """The subject of a room, as the first line of its `__init__.py` says, or of the module that it is."""
    module = PACKAGE / room / "__init__.py" if (PACKAGE / room).is_dir() else PACKAGE / f"{room}.py"
    text = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return text.split("\n")[0]


def files(room: str) -> int:
    """The number of modules in a room, without its `__init__.py`."""
    return sum(path.name != "__init__.py" for path in (PACKAGE / room).glob("*.py")) or 1


def chart(pairs: set[tuple[str, str]]) -> Iterator[str]:
    """A flow chart in Mermaid."""
    yield "```mermaid\nflowchart TD"
    yield from (f"    {one} --> {other}" for one, other in sorted(pairs))
    yield "```\n"


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_layers(), *(line for layer in LAYERS for line in _rooms(layer))])


def _layers() -> Iterator[str]:
    pairs = {(one.split("/")[0], other.split("/")[0]) for one, others in arrows().items() for other in others}
    yield "## The layers\n"
    yield from chart({(one, other) for one, other in pairs if one != other and one in LAYERS})


def _rooms(layer: str) -> Iterator[str]:
    known = arrows()
    rooms = sorted(room for room in known if room.split("/")[0] == layer)
    inside = {(one, other) for one in rooms for other in known[one] if other in rooms}
    yield f"## {layer}\n\n{holds(layer)}\n"
    if inside:
        yield from chart({(one.replace("/", "."), other.replace("/", ".")) for one, other in inside})
    yield "| room | files | holds | imports from other layers |\n|---|---|---|---|"
    for room in rooms:
        others = sorted(other for other in known[room] if other.split("/")[0] != layer)
        yield f"| `{room}` | {files(room)} | {holds(room)} | {', '.join(f'`{other}`' for other in others) or 'none'} |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
