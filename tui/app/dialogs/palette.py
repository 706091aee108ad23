"""The palette: every command that can be given here, by its words; a date goes there."""

from __future__ import annotations

from tui.app.commands import Command
from tui.app.dialogs.picker import Picker
from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_date
from tui.core.dates.words import in_words
from tui.core.entry.picker_choices import Choice, choice
from tui.core.text.clean import clean_line
from tui.core.text.messages import LANGUAGES, _, clauses

DATE = "date:"
COMMAND = "command:"
THEME = "theme:"
LANGUAGE = "language:"
IMPORT = "import:"
EXPORT = "export:"


def palette(
    groups: list[tuple[str, list[tuple[str, str]]]],
    known: tuple[Command, ...],
    themes: list[tuple[str, str]],
    language: str,
) -> Picker:
    """A picker of the commands in force on a screen, of the themes (name, title) and of the languages."""
    by_words = {command.does: command.id for command in known}
    choices = [
        choice(COMMAND + by_words[does], _(does), (by_words[does], does, group, _(group)), note=keys)
        for group, rows in groups
        for keys, does in rows
        if does in by_words
    ]
    for name, title in themes:
        choices.append(choice(THEME + name, _("theme: {title}", title=title), (name, "theme"), note=name))
    for code, word in LANGUAGES.items():
        choices.append(choice(LANGUAGE + code, _("language: {name}", name=word), (code, "language")))
    says = _("import a spreadsheet, or a file of another program")
    choices.append(choice(IMPORT + "file", says, ("import", "file")))
    says = _("export what is asked for: Word, Excel, calendars, notes, the web")
    choices.append(choice(EXPORT + "file", says, ("export", "file")))
    return Picker(_("do what, or go to which date"), choices, also=lambda typed: _date(typed, language))


def _date(typed: str, language: str) -> list[Choice]:
    """Going to the date that is typed, if it is one."""
    text = typed.strip().removeprefix(":")
    if not text:
        return []
    try:
        date = parse_date(text)
    except DateError as error:
        if any(letter.isdigit() for letter in text):
            reason = clauses(clean_line(error.message), *filter(None, [clean_line(error.hint or "")]))
            return [choice("", _("no date: {reason}", reason=reason), ())]
        return []
    return [choice(DATE + text, _("go to {date}", date=in_words(date, language)), ())]
