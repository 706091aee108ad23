"""Find the words of jalon in a module that no catalogue can have: they are not in a call of core/text/messages.py.

python tools/find_words.py tui/cli/commands/claims.py tui/drawing/lists …
It looks for texts with a space between words, or beside a word of an f-string. Docstrings, annotations, decorators and
the options of click are left out, and a line that ends in `# no words: the reason`. A single word such as "undated" it
cannot tell from a name: look for those yourself.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

SAID = {"_": 1, "translatable": 1, "worded": 1, "numbered": 2, "worded_number": 2, "forms": 2, "in_context": 2}
"""The functions of core/text/messages.py, with how many of their first arguments are sentences."""

HELP = {
    "option", "argument", "command", "group", "query_option", "command_on_events", "CommandEntry", "Command",
    "_several", "Binding",
}  # fmt: skip
"""Calls whose texts are help, which the catalogues have from click, or words of keys, which they have from commands."""

BUGS = {"ValueError", "TypeError", "AssertionError", "KeyError", "RuntimeError", "NotImplementedError"}
"""Exceptions that nobody reads but who mends jalon."""

WORDS = re.compile(r"[^\W\d_]{2,},? [^\W\d_]")
BESIDE_PLACE = re.compile(r"(?:^|\s)[^\W\d_]{3,}(?:\s|$)")


def found_in(path: Path) -> list[tuple[int, str]]:
    """The line and the text of each."""
    source = path.read_text(encoding="utf-8")
    lines = source.split("\n")
    found = ((node.lineno, node.value) for node in _texts(ast.parse(source)))
    return sorted({one for one in found if "# no words: " not in lines[one[0] - 1]})


def _texts(tree: ast.AST, is_in_f: bool = False) -> Iterator[ast.Constant]:
    """The constants that look like words, outside of what is left out."""
    if isinstance(tree, ast.Constant):
        if isinstance(tree.value, str) and (WORDS.search(tree.value) or (is_in_f and BESIDE_PLACE.search(tree.value))):
            yield tree
        return
    for node in _looked_at(tree):
        yield from _texts(node, isinstance(tree, ast.JoinedStr))


def _looked_at(tree: ast.AST) -> Iterator[ast.AST]:
    if isinstance(tree, ast.Expr) and isinstance(tree.value, ast.Constant):
        return  # a docstring
    if isinstance(tree, ast.Assign) and any(getattr(one, "id", "") == "DEFAULT_CSS" for one in tree.targets):
        return  # how a widget looks
    left_out: list[ast.AST | None] = []
    if isinstance(tree, ast.Call):
        name = tree.func.attr if isinstance(tree.func, ast.Attribute) else getattr(tree.func, "id", "")
        if name in HELP or name in BUGS:
            return
        left_out += tree.args[: SAID.get(name, 0)]
    if isinstance(tree, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        left_out += tree.decorator_list
    left_out += [getattr(tree, name, None) for name in ("annotation", "returns")]
    yield from (node for node in ast.iter_child_nodes(tree) if node not in left_out)


def main(names: list[str]) -> int:
    """Print what is found in the modules and folders; 1 if anything is."""
    paths = [path for name in map(Path, names) for path in (sorted(name.rglob("*.py")) if name.is_dir() else [name])]
    count = 0
    for path in paths:
        for line, text in found_in(path):
            count += 1
            sys.stdout.write(f"{path}:{line}: {text!r}\n")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
