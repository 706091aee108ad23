"""Every key of jalon, defined once: bindings, key bar, help, palette, keymap and docs/screen.md read it here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from textual.actions import parse
from textual.binding import Binding
from textual.keys import Keys

from tui.core.text.messages import in_context, in_force, translatable, worded

MOVING = translatable("Moving")
FILTERING = translatable("Filtering")
LOOKING = translatable("Looking")
FINDING = translatable("Finding")
SOURCES = translatable("Articles and copies")
EDITING = translatable("The file")
NOTEBOOK = translatable("Your notebook")
AROUND = translatable("Around")


class Command(NamedTuple):
    """Something a reader can do with a key."""

    id: str
    """Stable: what a keymap file names."""
    keys: str
    """Separated by commas; the first is the one that is shown."""
    action: str
    group: str
    does: str
    """The thing that it does, as the help and the palette say it."""
    bar: str = ""
    """Its word on the key bar; commands with one word share it. Empty: not on the bar."""

    def binding(self) -> Binding:
        """The binding that Textual acts on."""
        return Binding(
            self.keys, self.action, self.bar or self.does, id=self.id, tooltip=self.does, show=bool(self.bar)
        )


TIMELINE = (
    Command("down", "j,down", "move(1)", MOVING, "next event", "move"),
    Command("up", "k,up", "move(-1)", MOVING, "previous event", "move"),
    Command("open-event", "enter", "whole", MOVING, "the event whole, on a screen of its own", "detail"),
    Command("page-down", "space,pagedown", "page(1.0)", MOVING, "a page on"),
    Command("page-up", "b,pageup", "page(-1.0)", MOVING, "a page back"),
    Command("half-page-down", "ctrl+d", "page(0.5)", MOVING, "half a page on"),
    Command("half-page-up", "ctrl+u", "page(-0.5)", MOVING, "half a page back"),
    Command("first", "g,home", "first", MOVING, "first event"),
    Command("last", "G,end", "last", MOVING, "last event"),
    Command("year-before", "h,left,left_square_bracket", "year(-1)", MOVING, "previous year"),
    Command("year-after", "l,right,right_square_bracket", "year(1)", MOVING, "next year"),
    Command("today", "t", "today", MOVING, "today"),
    Command("other-end", "%", "other_end", MOVING, "the other end of an interval"),
    Command("silences", "D", "silences", MOVING, "leave out the silences between events, or show them"),
    Command("two-rows", "W", "two_rows", MOVING, "give long titles two rows, or one"),
    Command("pick-actor", "a", "pick('actor')", FILTERING, "pick actors", "pick"),
    Command("pick-country", "c", "pick('country')", FILTERING, "pick countries", "pick"),
    Command("pick-kind", "K", "pick('kind')", FILTERING, "pick kinds", "pick"),
    Command("filter", "f,&", "filter", FILTERING, "the query itself: the answer changes as you type", "filter"),
    Command("pick-source", "s", "pick('source')", FILTERING, "pick sources"),
    Command("pick-status", "S", "pick('status')", FILTERING, "pick statuses"),
    Command("pick-tag", "T", "pick('tag')", FILTERING, "pick tags"),
    Command("pick-place", "P", "pick('place')", FILTERING, "pick places"),
    Command("pick-publisher", "B", "pick('publisher')", FILTERING, "pick publishers of the sources"),
    Command("pick-language", "E", "pick('language')", FILTERING, "pick languages of the sources"),
    Command("pick-year", "Y", "pick('year')", FILTERING, "pick years"),
    Command("facets", "F", "facets", FILTERING, "all facets with their counts", "facets"),
    Command("views", "V", "views", FILTERING, "saved views, from the file or your own"),
    Command("as-of", "w", "as_of", FILTERING, "as published by a day, typed or stepped to", "as of"),
    Command("publication-before", "less_than_sign", "publication(-1)", FILTERING, "then: to the publication before"),
    Command("publication-after", "greater_than_sign", "publication(1)", FILTERING, "then: to the next publication"),
    Command("clear", "x", "clear", FILTERING, "clear the filter", "clear"),
    Command("undo", "u", "undo", FILTERING, "undo the last change of the filter"),
    Command("redo", "ctrl+r", "redo", FILTERING, "redo it"),
    Command("find", "slash", "find", FINDING, "find a text: it is highlighted, and hides nothing", "find"),
    Command("find-next", "n", "jump(1)", FINDING, "next event that holds it"),
    Command("find-previous", "N", "jump(-1)", FINDING, "previous event that holds it"),
    Command("find-no-more", "escape", "find_no_more", FINDING, "stop finding"),
    Command("open-source", "o", "open", SOURCES, "open an article of the event, at its passage", "open"),
    Command("open-archive", "O", "open_archive", SOURCES, "open the copy of an article: yours, else the archive's"),
    *(
        Command(f"open-{n}", str(n), f"open_number({n})", SOURCES, f"open article {n} of the event")
        for n in range(1, 10)
    ),
    Command("copy", "y", "copy", SOURCES, "copy: then c citation, u address, i id, s source#passage", "copy"),
    Command("edit", "e", "app.edit", EDITING, "open the file in your editor, at the event", "edit"),
    Command("problems", "p", "app.problems", EDITING, "all that is wrong with the file"),
    Command("reload", "R", "app.reload", EDITING, "read the file again, and show it even with errors"),
    Command("new-event", "ctrl+n", "app.new_event", EDITING, "a new event, by a form"),
    Command("star", "asterisk", "star", NOTEBOOK, "star the event, or remove the star"),
    Command("note", "i", "note", NOTEBOOK, "write a note on the event, or edit one"),
    Command("mark-read", "r", "mark_read", NOTEBOOK, "mark the event read, or unread"),
    Command("view", "v", "view", AROUND, "another view: then the letter of one"),
    Command("palette", "colon,ctrl+p", "app.palette", AROUND, "all commands; a date goes there", "go to date"),
    Command("help", "question_mark,f1", "app.help", AROUND, "all keys", "all keys"),
    Command("about", "I", "app.about", AROUND, "what the story is about, and what it leaves out"),
    Command("back", "q", "back", AROUND, "back one level; here, leave", "leave"),
    Command("suspend", "ctrl+z", "app.suspend_process", AROUND, "suspend jalon; the shell's fg comes back"),
    Command("quit", "Q,ctrl+c", "app.leave", AROUND, "leave jalon"),
)

EVENT = (
    Command("scroll-down", "j,down", "scroll_by(1)", MOVING, "down a row", "scroll"),
    Command("scroll-up", "k,up", "scroll_by(-1)", MOVING, "up a row", "scroll"),
    Command("page-down", "space,pagedown", "scroll_page(1)", MOVING, "a page on"),
    Command("page-up", "b,pageup", "scroll_page(-1)", MOVING, "a page back"),
    Command("next-event", "l,right,n", "step(1)", MOVING, "next event", "next"),
    Command("previous-event", "h,left,N", "step(-1)", MOVING, "previous event", "previous"),
    Command("next-citation", "tab", "cite(1)", SOURCES, "next citation", "citation"),
    Command("previous-citation", "shift+tab", "cite(-1)", SOURCES, "previous citation"),
    Command("open-citation", "enter", "open_citation", SOURCES, "open the citation at hand, at its passage", "open"),
    *(command for command in TIMELINE if command.group in (SOURCES, EDITING)),
    *(
        command._replace(does=translatable("a note on the event; of a citation at hand, all that is known of it"))
        if command.id == "note"
        else command
        for command in TIMELINE
        if command.group == NOTEBOOK
    ),
    *(command for command in TIMELINE if command.id in ("help", "suspend", "quit")),
    Command("back", "q,escape", "back", AROUND, "back to the timeline", "back"),
)

FACETS = (
    Command("down", "j,down", "move(1)", MOVING, "next value", "move"),
    Command("up", "k,up", "move(-1)", MOVING, "previous value", "move"),
    Command("page-down", "pagedown,ctrl+d", "move(10)", MOVING, "ten values on"),
    Command("page-up", "pageup,b,ctrl+u", "move(-10)", MOVING, "ten values back"),
    Command("next-facet", "tab,l,right", "facet(1)", MOVING, "next facet", "facet"),
    Command("previous-facet", "shift+tab,h,left", "facet(-1)", MOVING, "previous facet"),
    Command("include", "space,enter", "turn(False)", FILTERING, "only events with the value; again: all", "with"),
    Command("exclude", "minus", "turn(True)", FILTERING, "only events without it; again: all", "without"),
    *(command for command in TIMELINE if command.id in ("clear", "undo", "redo")),
    Command("back", "q,escape,F", "back", AROUND, "back to the timeline", "back"),
    *(command for command in TIMELINE if command.id in ("help", "suspend", "quit")),
)

PROBLEMS = (
    Command("down", "j,down", "move(1)", MOVING, "next problem", "move"),
    Command("up", "k,up", "move(-1)", MOVING, "previous problem", "move"),
    Command("page-down", "space,pagedown", "page(1)", MOVING, "a page on"),
    Command("page-up", "b,pageup", "page(-1)", MOVING, "a page back"),
    Command("first", "g,home", "first", MOVING, "first of them"),
    Command("last", "G,end", "last", MOVING, "last of them"),
    Command("unfold", "l,right", "fold(False)", MOVING, "show the problems of a code", "fold"),
    Command("fold", "h,left", "fold(True)", MOVING, "show how many there are of a code", "fold"),
    Command("choose-problem", "enter", "choose", EDITING, "of a code, fold or unfold it; of a problem, edit", "edit"),
    Command("edit-problem", "e", "edit", EDITING, "open the file in your editor, where the problem is", "edit"),
    Command("mend", "f", "mend", EDITING, "mend the problem, as its hint says", "mend"),
    Command("mend-all", "F", "mend_all", EDITING, "mend all problems of its code that have one meaning", "mend all"),
    Command("undo-mending", "u", "undo_mending", EDITING, "undo what was mended last", "undo"),
    Command("events-of-hint", "t", "events", FILTERING, "the events that a hint is about, on the timeline", "events"),
    *(command for command in TIMELINE if command.id in ("reload", "help", "suspend", "quit")),
    Command("back", "q,escape,p", "back", AROUND, "back to where one was", "back"),
)
NOTES = (
    Command("down", "j,down", "move(1)", MOVING, "next event or note", "move"),
    Command("up", "k,up", "move(-1)", MOVING, "previous event or note", "move"),
    Command("page-down", "space,pagedown,ctrl+d", "page(1)", MOVING, "a page on"),
    Command("page-up", "b,pageup,ctrl+u", "page(-1)", MOVING, "a page back"),
    Command("first", "g,home", "first", MOVING, "first"),
    Command("last", "G,end", "last", MOVING, "last"),
    Command("go-to-event", "enter", "go", MOVING, "to the event, on the timeline", "to the event"),
    Command("edit-note", "i", "write", NOTEBOOK, "edit the note, or write one on the event", "write"),
    Command("star", "asterisk", "star", NOTEBOOK, "star the event, or remove the star", "star"),
    Command("mark-read", "r", "mark_read", NOTEBOOK, "mark the event read, or unread"),
    Command("remove-note", "d", "remove", NOTEBOOK, "remove the note, or the marks", "remove"),
    Command("move-note", "m", "move_to", NOTEBOOK, "have it be about another event", "to another"),
    Command("search", "slash,f", "search", FINDING, "only what holds a text", "search"),
    Command("search-no-more", "x", "search_no_more", FINDING, "all again", "all"),
    *(command for command in TIMELINE if command.id in ("view", "help", "suspend", "quit")),
    Command("back", "q,escape", "back", AROUND, "back to the timeline", "back"),
)
"""The notebook's view."""

_FROM_TIMELINE = {command.id: command for command in TIMELINE}

LISTING = (
    Command("down", "j,down", "move(1)", MOVING, "next row", "move"),
    Command("up", "k,up", "move(-1)", MOVING, "previous row", "move"),
    Command("choose", "enter", "choose", FILTERING, "its events alone, on the timeline", "its events"),
    Command("whole", "d", "whole", MOVING, "all about it, on a screen of its own", "all about it"),
    *(_FROM_TIMELINE[one] for one in ("page-down", "page-up", "half-page-down", "half-page-up")),
    Command("first", "g,home", "first", MOVING, "first row"),
    Command("last", "G,end", "last", MOVING, "last row"),
    *(
        _FROM_TIMELINE[one]
        for one in (
            "pick-actor", "pick-country", "pick-kind", "filter", "pick-status", "pick-tag", "pick-place",
            "pick-publisher", "pick-language", "pick-year", "facets", "views", "as-of",
            "publication-before", "publication-after", "clear", "undo", "redo", "view", "help", "suspend", "quit",
        )
    ),
    Command("back", "q,escape", "back", AROUND, "back to the timeline", "back"),
)  # fmt: skip
"""The commands that the views share which list something else than events."""

SOURCES_VIEW = (
    *LISTING,
    *(_FROM_TIMELINE[one] for one in ("year-before", "year-after", "pick-source")),
    Command("open-source", "o", "open", SOURCES, "open the source", "open"),
    Command("open-archive", "O", "open_archive", SOURCES, "open the copy of it: yours, else the archive's"),
    Command("copy", "y", "copy", SOURCES, "copy: then c citation, u address, i id", "copy"),
)

ACTORS_VIEW = (
    *LISTING,
    Command("sort", "s", "sort", MOVING, "sort by events, by name, by the first event", "sort"),
    Command("group", "L", "group", LOOKING, "members with the body that they are a part of, or alone", "group"),
    Command("copy", "y", "copy", SOURCES, "copy: then n name, i id", "copy"),
)

TELLING = (
    *(command for command in EVENT if command.action.startswith("scroll")),
    *(_FROM_TIMELINE[one] for one in ("help", "suspend", "quit")),
    Command("back", "q,escape,d,enter", "back", AROUND, "back to the list", "back"),
)

LANES = (
    Command("next-event", "l,right", "along(1)", MOVING, "next event of the group", "along"),
    Command("previous-event", "h,left", "along(-1)", MOVING, "previous event of the group", "along"),
    Command("down", "j,down", "beside(1)", MOVING, "the event nearest in time in the next row", "rows"),
    Command("up", "k,up", "beside(-1)", MOVING, "the one in the row above", "rows"),
    Command("open-event", "enter", "whole", MOVING, "the event whole, on a screen of its own", "detail"),
    Command("page-down", "space,pagedown,ctrl+d", "page(1)", MOVING, "a page of rows on"),
    Command("page-up", "b,pageup,ctrl+u", "page(-1)", MOVING, "a page of rows back"),
    Command("first", "g,home", "end(-1)", MOVING, "first event of the group"),
    Command("last", "G,end", "end(1)", MOVING, "last event of the group"),
    Command("zoom-in", "plus,equals_sign", "zoom(1)", LOOKING, "nearer, about the event", "zoom"),
    Command("zoom-out", "minus,underscore", "zoom(-1)", LOOKING, "farther", "zoom"),
    Command("fit", "0,z", "fit", LOOKING, "the whole story; once more: the outermost events too", "fit"),
    Command("pan-back", "shift+left,less_than_sign", "pan(-1)", LOOKING, "earlier, a quarter of what is in sight"),
    Command("pan-on", "shift+right,greater_than_sign", "pan(1)", LOOKING, "later, a quarter of what is in sight"),
    Command("today", "t", "today", LOOKING, "to today"),
    Command("group", "L", "group", LOOKING, "group by another field: actor, country, kind, source, tag …", "group"),
    *(
        command
        for command in TIMELINE
        if command.group in (FILTERING, SOURCES, NOTEBOOK)
        and not command.id.startswith("publication")  # < > go along time here
    ),
    *(command for command in TIMELINE if command.id in ("view", "palette", "help", "suspend", "quit")),
    Command("back", "q,escape", "back", AROUND, "back to the spine", "back"),
)

OF_SCREENS = (
    *(
        "app.edit",
        "app.problems",
        "app.reload",
        "app.new_event",
        "app.palette",
        "app.help",
        "app.about",
        "app.suspend_process",
        "app.leave",
    ),
    *("view", "back"),
)
"""The actions that no scope of a screen has, but the screen itself and the app."""

GIVES_WAY = "suspend"
"""The command whose key another may have by a keymap: `ctrl+z` undoes for those who had it so before jalon had this."""

SCREENS = (TIMELINE, EVENT, FACETS, PROBLEMS, SOURCES_VIEW, ACTORS_VIEW, TELLING, LANES, NOTES)
"""The commands of each screen."""

ANY_ARTICLE = translatable("open that article of the event")
"""The thing that each of nine commands does, said once."""

SHOWN = {
    "asterisk": "*",
    "enter": "⏎", "question_mark": "?", "colon": ":", "percent_sign": "%", "left_square_bracket": "[",
    "right_square_bracket": "]", "space": "space", "pagedown": "PgDn", "pageup": "PgUp", "escape": "esc",
    "minus": "-", "plus": "+", "equals_sign": "=", "underscore": "_", "less_than_sign": "<", "greater_than_sign": ">",
    "slash": "/", "ampersand": "&", "up": "↑", "down": "↓", "left": "←", "right": "→", "question": "?",
}  # fmt: skip


def bindings(commands: Iterable[Command], *actions: str) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """The bindings of a screen, or of what does only some actions, in the form that Textual's BINDINGS takes."""
    return [command.binding() for command in commands if not actions or command.action.partition("(")[0] in actions]


def actions_of(commands: tuple[Command, ...]) -> frozenset[tuple[str, tuple[object, ...]]]:
    """The actions of commands, with their parameters."""
    return frozenset(parse(command.action)[1:] for command in commands)


def defined() -> tuple[str, ...]:
    """Every id that a keymap file may name, each once, in the order in which the key bar shows them."""
    return tuple(dict.fromkeys(command.id for screen in SCREENS for command in screen))


def agreed(keymap: Mapping[str, str], places: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The part of a reader's keymap that can be had, and why the rest cannot: no such key, or two commands on one.

    `places` are the file and the line of each command.
    """
    kept: dict[str, str] = {}
    messages: list[str] = []
    for command_id, keys in keymap.items():
        wrong = next((key for key in keys.split(",") if not is_key(key.strip())), None)
        clash = _clash({**kept, command_id: keys}, command_id)
        if wrong is not None:
            why = worded('there is no key "{key}"', key=wrong.strip())
        elif clash is not None:
            why = worded("{key} is the key of {command} already", key=clash[0], command=clash[1])
        else:
            kept[command_id] = keys
            continue
        messages.append(worded("{place}: {command}: {why}", place=places[command_id], command=command_id, why=why))
    return kept, messages


def is_key(name: str) -> bool:
    """True when a name is that of a key: one character, or a name such as `f5`, with or without modifiers."""
    *modifiers, key = name.split("+") if len(name) > 1 else [name]
    named = {one.value for one in Keys} | set(SHOWN)
    known = (len(key) == 1 and key.isprintable()) or key in named or name in named
    return known and all(modifier in ("ctrl", "shift", "alt") for modifier in modifiers)


def _clash(keymap: Mapping[str, str], command_id: str) -> tuple[str, str] | None:
    """The key that a command would share with another of its screen, and that other; None when there is none."""
    for screen in SCREENS:
        taken = {
            key.strip(): command.id
            for command in screen
            if command.id not in (command_id, GIVES_WAY)
            for key in keymap.get(command.id, command.keys).split(",")
        }
        if any(command.id == command_id for command in screen):
            for key in keymap[command_id].split(","):
                if key.strip() in taken:
                    return key.strip(), taken[key.strip()]
    return None


def key_name(key: str, *, ascii: bool = False) -> str:  # noqa: A002 - as the option is called
    """A key as it is written for a reader: `⏎`, `^d`, `K`; with `ascii`, without drawn signs."""
    if ascii and not SHOWN.get(key, key).isascii():
        return _in_words(key)
    if key.startswith("ctrl+"):
        return "^" + key_name(key.removeprefix("ctrl+"))
    if key.startswith("upper_"):
        return key.removeprefix("upper_").upper()
    return _in_words(SHOWN.get(key, key))


def _in_words(key: str) -> str:
    """A key that is written as a word, in the reader's language."""
    if in_force() is None:
        return key
    names = {
        "space": in_context("a key", "space"),
        "esc": in_context("a key", "esc"),
        "enter": in_context("a key", "enter"),
        "tab": in_context("a key", "tab"),
        "shift+tab": in_context("a key", "shift+tab"),
        "PgDn": in_context("a key", "PgDn"),
        "PgUp": in_context("a key", "PgUp"),
        "home": in_context("a key", "home"),
        "end": in_context("a key", "end"),
        "up": in_context("a key", "up"),
        "down": in_context("a key", "down"),
        "left": in_context("a key", "left"),
        "right": in_context("a key", "right"),
        "shift+left": in_context("a key", "shift+left"),
        "shift+right": in_context("a key", "shift+right"),
    }
    return names.get(key, key)


def table() -> list[tuple[str, list[tuple[str, str]]]]:
    """The keys of the timeline for docs/screen.md: by group, (keys, what they do); digits as one row."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for command in TIMELINE:
        keys = " ".join(f"`{key_name(key)}`" for key in command.keys.split(","))
        if command.id == "open-1":
            groups[command.group].append(("`1`-`9`", ANY_ARTICLE))
        elif not command.id.startswith("open-") or not command.id[-1].isdigit():
            groups.setdefault(command.group, []).append((keys, command.does))
    return list(groups.items())
