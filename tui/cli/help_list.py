"""The commands by name, as the help lists them; none of them is imported for it."""

from __future__ import annotations

from typing import NamedTuple


class CommandEntry(NamedTuple):
    """A command as the help lists it, so that it need not be imported to be told of."""

    module: str
    says: str
    examples: tuple[tuple[str, str], ...]
    """A command line, and what it does."""


COMMANDS = {
    "print": CommandEntry(
        "tui.cli.commands.print",
        "Print the timeline, or the part of it that you ask for.",
        (
            ("jalon print --country BE", "what concerns Belgium"),
            ("jalon print --actor ikanbi --from 2025-08", "and from August 2025 on"),
            ("jalon print -q 'actor:ikanbi -kind:reaction'", "what a query asks for"),
            ("jalon print -q 'possibly:2026-08'", "what may have happened in August 2026"),
            ("jalon print --view lanes --group country", "as lanes, a country each"),
            ("jalon print --view lanes --zoom 2025", "those of 2025, or of 2025-08/2025-12"),
            ("jalon print --view lanes --format svg > lanes.svg", "as a picture for an article; png too"),
            ("jalon print story.yaml --format markdown", "as a document"),
            ("jalon print --kind law --format json | jq '.[].words'", "as data"),
        ),
    ),
    "about": CommandEntry(
        "tui.cli.commands.about",
        "Say what a timeline is about, and how much it holds.",
        (
            ("jalon about", "what the story is, and what it leaves out"),
            ("jalon about story.yaml --format json", "of another file, as data"),
        ),
    ),
    "show": CommandEntry(
        "tui.cli.commands.show",
        "Show one event whole, with its claims and sources.",
        (
            ("jalon show ikanbi-contract-end", "an event, by its id"),
            ("jalon show story.yaml ikanbi-contract-end --lang fr", "of another file, in French"),
        ),
    ),
    "claims": CommandEntry(
        "tui.cli.commands.claims",
        "Print what sources say of the same thing, source by source.",
        (
            ("jalon claims -q is:disputed", "where sources disagree, and who says what"),
            ("jalon claims story.yaml --format csv", "a row for each value of each source"),
        ),
    ),
    "cite": CommandEntry(
        "tui.cli.commands.cite",
        "Cite the sources of an event, in text or for a citation manager.",
        (
            ("jalon cite ikanbi-contract-end", "a line for each citation, with its address"),
            ("jalon cite ikanbi-contract-end --format bibtex", "for LaTeX; csl-json for Zotero and pandoc"),
        ),
    ),
    "export": CommandEntry(
        "tui.cli.commands.export",
        "Give the timeline to people who have no jalon: Word, Excel, calendars, notes, the web.",
        (
            ("jalon export --to docx -o chronology.docx", "a chronology for lawyers, with a list of exhibits"),
            ("jalon export --to xlsx -o timeline.xlsx", "a workbook: events, claims, citations, sources"),
            ("jalon export --to ics -q is:planned -o dates.ics", "what is planned, for a calendar"),
            ("jalon export --to timelinejs --report text -o t.json", "with all that the format cannot carry"),
        ),
    ),
    "exhibits": CommandEntry(
        "tui.cli.commands.exhibits",
        "List the sources that a court knows by a number, and give numbers to others.",
        (
            ("jalon exhibits", "all numbers, and the next free one"),
            ("jalon exhibits --give trends-150-emplois", "write the next free number to a source"),
            ("jalon exhibits story.yaml --give-all", "to each that is cited and has none"),
        ),
    ),
    "who": CommandEntry(
        "tui.cli.commands.who",
        "Say who knew of an event, since when, by which source.",
        (
            ("jalon who ikanbi-contract-end", "who was told of it, or spoke about it"),
            ("jalon who ikanbi-contract-end --by 2025-08-26", "who surely or possibly knew by that day"),
            ("jalon who story.yaml strike --format json", "as data"),
        ),
    ),
    "check": CommandEntry(
        "tui.cli.commands.check",
        "Say everything that is wrong with a file, each in its place.",
        (
            ("jalon check", "the timeline in this folder"),
            ("jalon check --strict *.yaml", "warnings count too"),
            ("jalon check - --format json < story.yaml", "for another program"),
            ("jalon check --format github *.yaml", "as annotations of a change on GitHub"),
            ("jalon check --fix --diff", "what --fix would mend"),
            ("jalon check --explain unquoted-colon", "what the code of a problem means"),
        ),
    ),
    "prove": CommandEntry(
        "tui.cli.commands.prove",
        "Look for each passage that is cited in your copies, word for word.",
        (
            ("jalon prove", "each passage of the timeline in this folder, in the copies beside it"),
            ("jalon prove story.yaml --source trends -q is:key", "of one source, as far as key events cite it"),
            ("jalon prove --record", "and write down what was found, so that citations are marked"),
            ("jalon prove --format json | jq '.[] | select(.state != \"proved\")'", "as data"),
        ),
    ),
    "demo": CommandEntry(
        "tui.cli.commands.demo",
        "Read a real story that comes with jalon, and try everything on it.",
        (
            ("jalon demo", "in a copy of its own, which stays as you leave it"),
            ("jalon demo --again", "in a fresh copy"),
        ),
    ),
    "init": CommandEntry(
        "tui.cli.commands.init",
        "Start a file of your own, with an example to write over.",
        (
            ("jalon init", "events.yaml in this folder"),
            ("jalon init story.yaml", "under another name"),
            ("jalon init --title 'The strike' --lang fr", "without questions"),
            ("jalon init --shipped", "a copy of the timeline that comes with jalon"),
        ),
    ),
    "fmt": CommandEntry(
        "tui.cli.commands.fmt",
        "Tidy a file: events in order of time, each with its comments.",
        (
            ("jalon fmt --diff", "see what would change in the timeline in this folder"),
            ("jalon fmt story.yaml", "tidy a file"),
            ("jalon fmt --check *.yaml", "exit with 1 if one of them is untidy"),
            ("jalon fmt - < story.yaml", "from an editor, or in a pipe"),
        ),
    ),
    "edit": CommandEntry(
        "tui.cli.commands.edit",
        "Open a file in your editor at an event, then check it.",
        (
            ("jalon edit", "the timeline in this folder, at its first error if it has one"),
            ("jalon edit ikanbi-contract-end", "at an event, by its id"),
            ("jalon edit story.yaml ikanbi-contract-end", "of another file"),
        ),
    ),
    "merge": CommandEntry(
        "tui.cli.commands.merge",
        "Put together what two people made of one file, by events and fields.",
        (
            ("jalon merge --install", "git merges events.yaml in this way"),
            ("jalon merge base.yaml ours.yaml theirs.yaml -o events.yaml", "three files, by hand"),
            ("jalon merge base.yaml ours.yaml theirs.yaml --claims", "two dates of one event become a claim"),
        ),
    ),
    "log": CommandEntry(
        "tui.cli.commands.log",
        "Tell the history of one event, as git keeps it.",
        (
            ("jalon log ikanbi-contract-end", "who changed what, when, in which commit"),
            ("jalon log story.yaml ikanbi-contract-end --format json", "of another file, as data"),
        ),
    ),
    "diff": CommandEntry(
        "tui.cli.commands.diff",
        "Tell what came, went or changed: between two files, two versions, or two days.",
        (
            ("jalon diff before.yaml after.yaml", "between two files"),
            ("jalon diff --git HEAD", "since the last commit"),
            ("jalon diff --git v1 v2 story.yaml", "between two revisions of a file"),
            ("jalon diff --days 2025-08-26 2025-11-20", "what was published in between"),
            ("jalon diff --days 2025-08-26 2025-11-20 -q actor:ikanbi", "of one actor"),
        ),
    ),
    "publish": CommandEntry(
        "tui.cli.commands.publish",
        "Make a page of a timeline that anybody can open.",
        (
            ("jalon publish -o site", "a page for each language, with a feed and the data beside it"),
            ("jalon publish story.yaml -o site -q 'tag:liege' --lang fr", "of some events, in French"),
            ("jalon publish -o site --as-of 2025-08-26", "as published by a day"),
            ("jalon publish -o site --url https://example.org/story/", "where it will stand"),
        ),
    ),
    "serve": CommandEntry(
        "tui.cli.commands.serve",
        "Serve that page on this machine, live as the file is saved; or the app in a browser.",
        (
            ("jalon serve --open", "the page in your browser, which shows each save"),
            ("jalon serve story.yaml --port 8000", "at an address of your choice"),
            ("jalon serve --app", "the app itself in a browser, to read only"),
        ),
    ),
    "date": CommandEntry(
        "tui.cli.commands.date",
        "Explain how a date is understood: its bounds, its precision, in words.",
        (
            ("jalon date 2026-08~ 2025-10/2026-03-31", "about August 2026; an interval"),
            ("jalon date --json - < dates.txt", "a date a line, an answer a line"),
        ),
    ),
    "notes": CommandEntry(
        "tui.cli.commands.notes",
        "Write notes about events, and list, change and export them.",
        (
            ("jalon notes add ikanbi-contract-end 'ask the union for the letter'", "write one; its id is the answer"),
            ("jalon notes list", "all of them, a line each"),
            ("jalon notes edit k7mn - < note.md", "another text, from a file"),
            ("jalon notes export --format json", "for another program"),
        ),
    ),
    "where": CommandEntry(
        "tui.cli.commands.where",
        "Say where everything is kept: notebook, keymap, themes, logs.",
        (("jalon where", "each with its path"), ("jalon where --format json", "for another program")),
    ),
    "schema": CommandEntry(
        "tui.cli.commands.schema",
        "Print the JSON Schema of a file of events, for editors.",
        (
            ("jalon schema --write story.yaml", "beside a file, which names it in its first line"),
            ("jalon schema > events.schema.json", "the schema alone"),
        ),
    ),
    "lsp": CommandEntry(
        "tui.cli.commands.lsp",
        "Answer an editor while you type: problems, cures, completion, names.",
        (
            ("jalon lsp", "started by an editor, which is told so once: docs/editors.md"),
            ("jalon lsp --lang fr", "in French"),
        ),
    ),
    "new": CommandEntry(
        "tui.cli.commands.new",
        "Put a new event, or new sources, into a file, in its place.",
        (
            ("jalon new", "asks for each field"),
            ("jalon new --date 2025-12-31 --title 'The contract ends' --actor ikanbi", "an event, at once"),
            ("jalon new --date 2026-01~ --title Reply --source https://…", "the article becomes a source"),
            ("jalon new source https://… https://…", "sources alone"),
            ("jalon new source - < links.txt", "one address on each line, with its title if you have it"),
        ),
    ),
    "import": CommandEntry(
        "tui.cli.commands.import_",
        "Take the events of a spreadsheet into a timeline, and account for every row.",
        (
            ("jalon import chronology.xlsx --dry-run", "see how it is read, and what would change in events.yaml"),
            ("jalon import chronology.csv --into story.yaml", "write it; a new file where there is none"),
            ("jalon import sheet.ods --map map.yaml", "keep the map of its columns, or use the one that is there"),
            ("jalon import sheet.csv --report json | jq .refused", "the account of each row, as data"),
            ("jalon import dates.ics", "a calendar; also TimelineJS, Markwhen, Chronos, Timesketch, CSL-JSON"),
        ),
    ),
    "keep": CommandEntry(
        "tui.cli.commands.keep",
        "Keep a copy of the page of a source beside the file, and prove its passages in it.",
        (
            ("jalon keep trends", "fetch a page, keep it, name it in the file"),
            ("jalon keep --all", "all that have no copy yet"),
            ("jalon keep trends --adopt ~/Downloads/article.html", "take a page that you saved yourself"),
            ("jalon keep trends --again", "one more copy, and which passages are gone"),
        ),
    ),
    "seal": CommandEntry(
        "tui.cli.commands.seal",
        "Put a timeline, its ledger and its copies into one zip, to hand over.",
        (
            ("jalon seal -o dossier.zip", "the timeline in this folder"),
            ("jalon seal story.yaml -o dossier.zip --tsa https://…", "with a time-stamp of an authority"),
        ),
    ),
    "verify": CommandEntry(
        "tui.cli.commands.verify",
        "Say whether every byte of a sealed zip is as it was, and make its proofs again.",
        (
            ("jalon verify dossier.zip", "with nothing but the zip"),
            ("jalon verify dossier.zip --certificate ca.pem", "and who signed its time-stamp"),
        ),
    ),
    "ids": CommandEntry(
        "tui.cli.commands.ids",
        "List the ids of events, sources, passages or actors, one on each line.",
        (
            ("jalon ids passages", "each in the form that an event cites: source#passage"),
            ("jalon ids events --long | fzf | cut -f1", "pick an event by its title"),
        ),
    ),
    "help": CommandEntry(
        "tui.cli.commands.help",
        "Say what a command does, or explain a topic: dates, queries, file, as-of, marks, keys.",
        (("jalon help print", "a command"), ("jalon help dates", "how dates are written")),
    ),
    "completion": CommandEntry(
        "tui.cli.commands.completion",
        "Have your shell complete commands, options, files and ids.",
        (("jalon completion install", "for the shell that you use"), ("jalon completion zsh", "the script alone")),
    ),
}

OPENING = CommandEntry(
    "tui.cli.commands.open",
    "Read a timeline: when each thing happened, who says so, and where.",
    (
        ("jalon", "read the timeline in this folder, else the shipped one"),
        ("jalon story.yaml", "read another"),
        ("jalon print --country BE", "print a part of it"),
        ("jalon check story.yaml", "see what is wrong with it"),
    ),
)
