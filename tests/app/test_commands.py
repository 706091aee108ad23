"""The one definition of each key."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.app.conftest import Open
from tests.app.steps import press, settle
from tui.app import commands


def test_no_screen_has_two_commands_on_one_key() -> None:
    for known in commands.SCREENS:
        keys = Counter(key for command in known for key in command.keys.split(","))
        assert [key for key, times in keys.items() if times > 1] == []


WAYS: dict[tuple[str, ...], tuple[commands.Command, ...]] = {
    (): commands.TIMELINE,
    ("enter",): commands.EVENT,
    ("F",): commands.FACETS,
    ("v", "o"): commands.SOURCES_VIEW,
    ("v", "a"): commands.ACTORS_VIEW,
    ("v", "o", "d"): commands.TELLING,
    ("v", "l"): commands.LANES,
    ("v", "n"): commands.NOTES,
    ("p",): commands.PROBLEMS,
}
"""The keys that lead to each screen, and the commands that it has."""


@pytest.mark.parametrize(("keys", "known"), WAYS.items(), ids=[" ".join(keys) for keys in WAYS])
async def test_every_command_has_an_action_on_its_screen(
    open_app: Open, keys: tuple[str, ...], known: tuple[commands.Command, ...]
) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert app.focused is not None
        around = app.focused.ancestors_with_self
        for command in known:
            action = "action_" + command.action.partition("(")[0].removeprefix("app.")
            places = [app] if command.action.startswith("app.") else around
            assert any(hasattr(node, action) for node in places), command.id
        does = {command.id: command.action for command in known}
        for active in app.screen.active_bindings.values():
            if active.binding.id:
                assert does[active.binding.id] == active.binding.action, "no other command's key is in force"
        always = {command.id for command in known if command.group == commands.AROUND}
        assert always <= {active.binding.id for active in app.screen.active_bindings.values()}


def test_one_id_means_one_thing_on_every_screen_that_has_it() -> None:
    keys_of: dict[str, set[str]] = {}
    for command in (*commands.TIMELINE, *commands.EVENT):
        keys_of.setdefault(command.id, set()).add(command.action.partition("(")[0])
    assert {one: actions for one, actions in keys_of.items() if len(actions) > 1 and "page" not in one} == {}


def test_keys_are_written_as_one_reads_them() -> None:
    names = [commands.key_name(key) for key in ("enter", "ctrl+d", "K", "question_mark", "colon")]
    assert names == ["⏎", "^d", "K", "?", ":"]
    assert commands.key_name("enter", ascii=True) == "enter"


def test_the_table_for_the_readme_has_every_key_of_the_timeline() -> None:
    told = " ".join(keys for _, rows in commands.table() for keys, _ in rows)
    for command in commands.TIMELINE:
        if not command.id[-1].isdigit():
            for key in command.keys.split(","):
                assert f"`{commands.key_name(key)}`" in told, command.id


def test_a_keymap_is_agreed_to_but_for_what_cannot_be() -> None:
    wanted = {"down": "q", "quit": "foo+bar", "help": "H,f2", "undo": "ctrl+z"}
    places = {name: f"keymap.yaml:{line}" for line, name in enumerate(wanted, 1)}
    kept, messages = commands.agreed(wanted, places)
    assert kept == {"help": "H,f2", "undo": "ctrl+z"}
    assert messages == [
        "keymap.yaml:1: down: q is the key of back already",
        'keymap.yaml:2: quit: there is no key "foo+bar"',
    ]


def test_every_key_that_jalon_has_is_a_key() -> None:
    for command in (one for screen in commands.SCREENS for one in screen):
        assert all(commands.is_key(key) for key in command.keys.split(",")), command.keys
