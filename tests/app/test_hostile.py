"""Text from a file is shown literally, in every view: no markup, no control, no crash."""

from __future__ import annotations

from tests.app.conftest import Open
from tests.app.seeing import text
from tests.app.steps import press, settle

PAYLOADS = [
    "[/]", "[/foo]", "[red]flag", "[@click=app.quit]x[/]", "[b]x[/i]", "[#ggg]x[/]", "[link=file:///x]", "$text",
    ":smile:", "\x1b]52;c;aGk=\x07", "\x1b[2J\x1b[31mred", "\x9b2J", "\x1bP0;1|x\x1b\\", "a\x00b\x7fc", "\u202eevil",
    "\u2066x\u2069", "\U000e0041tag", "\ufeffbom", "家族👩‍👩‍👧‍👦", "مرحبا بالعالم", "e\u0301\u0301", "tab\there",
    "x" * 900,
]  # fmt: skip
FORBIDDEN = {chr(n) for n in (*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def quoted(text: str) -> str:
    """The text in YAML's double quotes, with every character but plain ones escaped."""
    plain = (c if c.isalnum() and c.isascii() else f"\\U{ord(c):08x}" for c in text)
    return '"' + "".join(plain) + '"'


def story() -> str:
    """A file with each payload wherever text can be: in an actor, a source and an event of its own."""
    parts: dict[str, list[str]] = {"actors": [], "sources": [], "events": []}
    for n, payload in enumerate(PAYLOADS):
        said = quoted(payload)
        parts["actors"].append(f"  a{n}: {{name: {said}, kind: company, aliases: [{said}]}}")
        parts["sources"].append(
            f"  s{n}: {{title: {said}, publisher: {said}, url: 'https://a.example/{n}', passages: {{p: {said}}}}}"
        )
        parts["events"].append(
            f"- {{id: e{n}, date: 2025-01-{n + 1:02}/2025-03, title: {said}, kind: {said}, actors: a{n}, place: {said},"
            f" tags: [{said}],\n   text: {said}, date_note: {said}, sources: ['s{n}#p'],"
            f" claims: {{{said}: {{{said}: 's{n}#p', other: s{n}}}}}}}"
        )
    sections = "\n".join(f"{name}:\n" + "\n".join(lines) for name, lines in parts.items())
    return f"timeline: {{title: {quoted(PAYLOADS[0])}, language: en}}\n{sections}\n"


async def test_hostile_text_anywhere_in_the_file_is_only_ever_text(open_app: Open) -> None:
    app = open_app(story())
    assert len(app.file.session.saved.timeline.events) == len(PAYLOADS)
    async with app.run_test(size=(120, 50), notifications=True) as pilot:
        await settle(pilot)
        seen = [text(app)]
        await press(pilot, "g", "enter")
        for _ in PAYLOADS:
            seen.append(text(app))
            await press(pilot, "l")
        for keys in (
            ("q",), ("a",), ("tab",), ("enter",), ("K",), ("enter",), ("x",), ("s",), ("escape",), ("F",), ("space",),
            ("q",), ("x",), ("y", "c"), ("y", "i"), ("colon",), ("escape",), ("g", "1"), ("question_mark",), ("q",),
        ):  # fmt: skip
            await press(pilot, *keys)
            seen.append(text(app))
        assert app.is_running
        shown = "".join(seen).replace("\n", "")
        assert not FORBIDDEN & set(shown)
        for payload in PAYLOADS:
            if payload.isascii() and payload.isprintable() and len(payload) < 30:
                assert payload in shown


async def test_markup_in_the_picker_s_line_is_only_ever_text(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "a", "left_square_bracket", "slash", "z", "right_square_bracket")
        assert "nothing is called that" in text(app)
        await press(pilot, "enter", "escape")
        assert app.is_running
