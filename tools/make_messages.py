"""Bring the catalogues of tui/locale up to date with the code, and say what is missing in each language.

Run with Babel installed (`make messages`): python tools/make_messages.py
Sentences come from `_`, `numbered`, `in_context`, `worded`, `worded_number`, `forms` and `translatable` in tui/, from
the help of the commands, and from the codes of problems. With --check nothing is written. With --fill LANGUAGE FILE a
JSON object is taken in: each sentence with its translation, of a number of things its singular with the list of
forms; one that has a context has it before it, `a door|open`. What is translated already stays, unless it is
--replace LANGUAGE FILE: then the translations of the file are the better ones. With --missing LANGUAGE such an object
is printed, of what has no translation yet. An f-string where a sentence or a word is due is warned of: no catalogue
has it.
"""

from __future__ import annotations

import ast
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr
from importlib import import_module
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tui.core.text.typography import narrow_spaces  # noqa: E402 - found where the line above says

sys.path.insert(0, str(ROOT / "tools"))

from find_words import BESIDE_PLACE, SAID, WORDS  # noqa: E402 - found where the line above says

TOOLS = (ROOT / "tools" / "make_completion.py",)
"""The modules outside tui that say something: the man page has words of its own."""
LOCALE = ROOT / "tui" / "locale"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "translatable": None,
    "worded": None,
    "numbered": (1, 2),
    "worded_number": (1, 2),
    "forms": (1, 2),
    "in_context": ((1, "c"), 2),
}
NOTHING: Mapping[str, str | list[str]] = {}
TO_TRANSLATORS = ("To translators:",)
"""The beginning of a comment in the code that the catalogue has beside the sentence."""


def template(*, has_help: bool = True) -> Catalog:
    """Every sentence of the code, each with the files that say it; the help and the codes of problems too, or not."""
    made = Catalog(charset="utf-8", fuzzy=False)
    for path in (*sorted((ROOT / "tui").rglob("*.py")), *(TOOLS if has_help else ())):
        with redirect_stderr(io.StringIO()):  # Babel speaks of every f-string; a value of a place may be one
            found = extract_from_file("python", str(path), keywords=KEYWORDS, comment_tags=TO_TRANSLATORS)
        for _line, message, comments, context in found:
            made.add(message, locations=[(_name(path), 1)], auto_comments=comments, context=context)
    for name, message in _gathered() if has_help else ():
        made.add(message, locations=[(name, 1)])
    for one in made:
        one.flags.discard("python-format")
    return made


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _gathered() -> Iterator[tuple[str, str]]:
    """The sentences that are data of the code: the help, the commands of the app, the codes; each with its file."""
    from tui.app.commands import SCREENS
    from tui.cli.base.help_in_language import messages_of
    from tui.cli.help_list import COMMANDS, OPENING
    from tui.core.problems.problem import CODES

    for entry in (OPENING, *COMMANDS.values()):
        yield "tui/cli/help_list.py", entry.says
        for _line, does in entry.examples:
            yield "tui/cli/help_list.py", does
    for module in (*(entry.module for entry in (OPENING, *COMMANDS.values())), "tui.cli.commands.new_source"):
        for message in messages_of(import_module(module).command):
            yield f"{module.replace('.', '/')}.py", message
    for command in (one for screen in SCREENS for one in screen):
        for message in filter(None, (command.group, command.does, command.bar)):
            yield "tui/app/commands.py", message
    for meaning in CODES.values():
        yield "tui/core/problems/problem.py", meaning


def f_strings(text: str) -> Iterator[tuple[int, str]]:
    """The line of each f-string of a module that stands for a sentence, or has words in a place, and what is wrong."""
    for call in ast.walk(ast.parse(text)):
        name = getattr(call.func, "id", "") if isinstance(call, ast.Call) else ""
        if not isinstance(call, ast.Call) or name not in SAID:
            continue
        for said in call.args[: SAID[name]]:
            if isinstance(said, ast.JoinedStr):
                yield said.lineno, f"the sentence of {name}() is an f-string: name its places"
        for place in call.keywords:
            if isinstance(place.value, ast.JoinedStr) and any(map(_has_words, place.value.values)):
                yield place.value.lineno, f"the place {place.arg} has words in an f-string: they are English for ever"


def _has_words(part: ast.expr) -> bool:
    text = part.value if isinstance(part, ast.Constant) else ""
    return isinstance(text, str) and bool(WORDS.search(text) or BESIDE_PLACE.search(text))


def read(language: str) -> Catalog:
    """The catalogue of a language as it is in its file."""
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def path_of(language: str) -> Path:
    """The file of a language."""
    return LOCALE / language / "LC_MESSAGES" / "jalon.po"


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/jalon.po"))


def updated(
    language: str, sentences: Catalog, filled: Mapping[str, str | list[str]] = NOTHING, replaces: bool = False
) -> str:
    """The text of a catalogue that has all sentences, and keeps the translations of those that there still are.

    `filled` has those of others, or with `replaces` better ones: by the sentence its translation, or by the singular
    all forms.
    """
    known = read(language)
    merged = Catalog(fuzzy=False)
    merged.mime_headers = [("Plural-Forms", known.plural_forms)]  # the file's own, in place of Babel's
    for one in sentences:
        if one.id:
            before = known.get(one.id, one.context)
            untranslated = "" if isinstance(one.id, str) else ("",) * known.num_plurals
            said = before.string if before is not None else untranslated
            flags = {"fuzzy"} if before is not None and before.fuzzy else set()
            singular = one.id if isinstance(one.id, str) else one.id[0]
            key = singular if one.context is None else f"{one.context}|{singular}"
            if key in filled and (replaces or before is None or is_missing(before)):
                new = filled[key]
                said, flags = (new if isinstance(new, str) else tuple(new)), set()
            remarks = before.user_comments if before is not None else []
            said = _typeset(said, language)
            merged.add(one.id, said, one.locations, flags, one.auto_comments, remarks, context=one.context)
    text = io.BytesIO()
    write_po(text, merged, width=0, sort_by_file=True, include_lineno=False, omit_header=True)
    return _head(language, known) + text.getvalue().decode()


def _typeset(said: str | tuple[str, ...], language: str) -> str | tuple[str, ...]:
    """A translation with the apostrophes that are set in print, and with the blanks of its language before signs."""
    if not isinstance(said, str):
        return tuple(str(_typeset(one, language)) for one in said)
    said = re.sub(r"(?<=[^\W\d_])'(?=[^\W\d_])", "’", said)
    return narrow_spaces(said) if language == "fr" else said


def _typeset_explanations(language: str) -> None:
    """Set the prose of the explanations as the catalogue is set; their examples stay as they are."""
    for path in (ROOT / "tui" / "explanations" / language).glob("*.md"):
        prose, wrong, examples = path.read_text(encoding="utf-8").partition("\nWrong:")
        path.write_text(f"{_typeset(prose, language)}{wrong}{examples}", encoding="utf-8")


def _head(language: str, known: Catalog) -> str:
    """The head of a catalogue, without days and names: two who change it do not meet there."""
    return (
        f"# What jalon says, in {known.locale.english_name if known.locale else language}. See docs/translating.md.\n"
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {known.plural_forms}\\n"\n\n'
    )


def is_missing(one: Message) -> bool:
    """True when a sentence is not translated, or not all of its forms, or is marked as fuzzy."""
    said = one.string if isinstance(one.string, tuple) else (one.string,)
    return bool(one.id) and (one.fuzzy or not all(said))


def main(arguments: list[str]) -> int:
    """Update each catalogue, and say what is missing in it; 1 when --check finds one that is old."""
    sentences = template()
    if arguments[:1] == ["--missing"]:
        return _print_missing(arguments[1], sentences)
    takes_file = bool({"--fill", "--replace"} & {*arguments[:1]})
    filled = {arguments[1]: json.loads(Path(arguments[2]).read_text("utf-8"))} if takes_file else {}
    is_old = False
    for path in sorted((ROOT / "tui").rglob("*.py")):
        for line, wrong in f_strings(path.read_text(encoding="utf-8")):
            sys.stdout.write(f"{_name(path)}:{line}: {wrong}\n")
    for language in languages():
        new, replaces = filled.get(language, NOTHING), "--replace" in arguments
        path, text = path_of(language), updated(language, sentences, new, replaces)
        is_old = is_old or text != path.read_text(encoding="utf-8")
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
            _typeset_explanations(language)
        catalogue = read_po(io.BytesIO(text.encode()), locale=language)
        missing = [one for one in catalogue if is_missing(one)]
        sys.stdout.write(f"{language}: {len(catalogue) - len(missing)} of {len(catalogue)} sentences are translated\n")
        for room, count in sorted({**_pages_missing(language), **_by_room(missing)}.items()):
            sys.stdout.write(f"  {count:>5} missing in {room}\n")
    return 1 if is_old and "--check" in arguments else 0


def _print_missing(language: str, sentences: Catalog) -> int:
    """Print what is not translated, as a JSON object for --fill."""
    known = read_po(io.BytesIO(updated(language, sentences).encode()), locale=language)
    lacking = {}
    for one in filter(is_missing, known):
        singular = one.id if isinstance(one.id, str) else one.id[0]
        key = singular if one.context is None else f"{one.context}|{singular}"
        lacking[key] = "" if isinstance(one.id, str) else [""] * known.num_plurals
    sys.stdout.write(json.dumps(lacking, ensure_ascii=False, indent=1) + "\n")
    return 0


def _pages_missing(language: str) -> dict[str, int]:
    """The number of explanations, topics and examples that a language lacks, by their folder, if it lacks any."""
    tui = ROOT / "tui"
    pages = {
        f"tui/explanations/{language}": (tui / "explanations/en", tui / "explanations" / language),
        f"tui/topics/{language}": (tui / "topics", tui / "topics" / language),
    }
    counts = {
        room: len({one.name for one in english.glob("*.md")} - {one.name for one in own.glob("*.md")})
        for room, (english, own) in pages.items()
    }
    counts["tui/starters"] = not (tui / "starters" / f"{language}.yaml").exists()
    return {room: count for room, count in counts.items() if count}


def _by_room(missing: list[Message]) -> dict[str, int]:
    """The number of sentences that are missing, by the folder of the first file that says each."""
    counts: dict[str, int] = {}
    for one in missing:
        room = re.sub(r"/[^/]*$", "", one.locations[0][0]) if one.locations else "?"
        counts[room] = counts.get(room, 0) + 1
    return counts


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
