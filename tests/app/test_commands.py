"""The one definition of each key."""

from __future__ import annotations

from collections import Counter

from tui.app import commands
from tui.app.app import JalonApp
from tui.app.dialogs.facet_panel import FacetScreen
from tui.app.dialogs.reading import ScrolledTextScreen
from tui.app.views.actors import ActorsScreen
from tui.app.views.event import EventScreen
from tui.app.views.sources import SourcesScreen
from tui.app.views.timeline import TimelineScreen


def test_no_screen_has_two_commands_on_one_key() -> None:
    for known in commands.SCREENS:
        keys = Counter(key for command in known for key in command.keys.split(","))
        assert [key for key, times in keys.items() if times > 1] == []


def test_every_command_has_an_action_on_its_screen() -> None:
    for screen, known in (
        (TimelineScreen, commands.TIMELINE),
        (EventScreen, commands.EVENT),
        (FacetScreen, commands.FACETS),
        (SourcesScreen, commands.SOURCES_VIEW),
        (ActorsScreen, commands.ACTORS_VIEW),
        (ScrolledTextScreen, commands.TELLING),
    ):
        for command in known:
            action = command.action.partition("(")[0]
            where = JalonApp if action.startswith("app.") else screen
            assert hasattr(where, "action_" + action.removeprefix("app.")), command.id


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
    kept, messages = commands.agreed({"down": "q", "quit": "foo+bar", "help": "H,f2", "undo": "ctrl+z"})
    assert kept == {"help": "H,f2", "undo": "ctrl+z"}
    assert messages == ["keymap: down: q is the key of back already", "keymap: quit: there is no key 'foo+bar'"]


def test_every_key_that_jalon_has_is_a_key() -> None:
    for command in (one for screen in commands.SCREENS for one in screen):
        assert all(commands.is_key(key) for key in command.keys.split(",")), command.keys
