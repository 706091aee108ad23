"""Each word of jalon's is in the reader's language: in the code, in the catalogues, and in what is seen.

Rooms turn one after the other: those that are whole are listed here, and the lists only grow.
"""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.pseudo import Pseudo, unmarked
from tui.cli.base import streams
from tui.cli.help_list import COMMANDS
from tui.cli.main import run
from tui.core.dates.phrases.phrases_fr import French
from tui.core.problems.problem import CODES
from tui.core.text import messages
from tui.core.text.typography import narrow_spaces
from tui.store.system import catalogues

WHOLE = (
    "tui/app",
    "tui/cli/base",
    "tui/cli/commands/about.py",
    "tui/cli/commands/check.py",
    "tui/cli/commands/check_explain.py",
    "tui/cli/commands/check_fix.py",
    "tui/cli/commands/cite.py",
    "tui/cli/commands/claims.py",
    "tui/cli/commands/completion.py",
    "tui/cli/commands/date.py",
    "tui/cli/commands/demo.py",
    "tui/cli/commands/diff.py",
    "tui/cli/commands/edit.py",
    "tui/cli/commands/exhibits.py",
    "tui/cli/commands/export.py",
    "tui/cli/commands/fmt.py",
    "tui/cli/commands/help.py",
    "tui/cli/commands/ids.py",
    "tui/cli/commands/import_.py",
    "tui/cli/commands/init.py",
    "tui/cli/commands/keep.py",
    "tui/cli/commands/keep_told.py",
    "tui/cli/commands/log.py",
    "tui/cli/commands/lsp.py",
    "tui/cli/commands/merge.py",
    "tui/cli/commands/new.py",
    "tui/cli/commands/new_questions.py",
    "tui/cli/commands/new_source.py",
    "tui/cli/commands/notes.py",
    "tui/cli/commands/open.py",
    "tui/cli/commands/print.py",
    "tui/cli/commands/print_full.py",
    "tui/cli/commands/print_picture.py",
    "tui/cli/commands/prove.py",
    "tui/cli/commands/publish.py",
    "tui/cli/commands/schema.py",
    "tui/cli/commands/seal.py",
    "tui/cli/commands/serve.py",
    "tui/cli/commands/serve_session.py",
    "tui/cli/commands/show.py",
    "tui/cli/commands/verify.py",
    "tui/cli/commands/where.py",
    "tui/cli/commands/who.py",
    "tui/cli/help_list.py",
    "tui/cli/main.py",
    "tui/core/checks",
    "tui/core/citation",
    "tui/core/comparison/difference.py",
    "tui/core/dates/bounds_in_words.py",
    "tui/core/dates/calendar.py",
    "tui/core/dates/canonical.py",
    "tui/core/dates/edtf.py",
    "tui/core/dates/edtf_common.py",
    "tui/core/dates/edtf_member.py",
    "tui/core/dates/hints.py",
    "tui/core/dates/instants.py",
    "tui/core/dates/interval_hints.py",
    "tui/core/dates/labels.py",
    "tui/core/dates/one_date.py",
    "tui/core/dates/parse.py",
    "tui/core/dates/words.py",
    "tui/core/entry",
    "tui/core/evidence/as_of_words.py",
    "tui/core/evidence/privacy.py",
    "tui/core/exchange/account.py",
    "tui/core/exchange/fields.py",
    "tui/core/exchange/foreign.py",
    "tui/core/exchange/markup.py",
    "tui/core/exchange/memory.py",
    "tui/core/exchange/naming.py",
    "tui/core/exchange/reconcile.py",
    "tui/core/exchange/values.py",
    "tui/core/export",
    "tui/core/notebook.py",
    "tui/core/problems/choice.py",
    "tui/core/problems/groups.py",
    "tui/core/problems/tally.py",
    "tui/core/proof",
    "tui/core/publication",
    "tui/core/query",
    "tui/core/tables/column_map.py",
    "tui/core/tables/date_column.py",
    "tui/core/tables/date_parts.py",
    "tui/core/tables/headers.py",
    "tui/core/tables/samples.py",
    "tui/core/tables/source_cells.py",
    "tui/core/tables/table.py",
    "tui/core/tables/table_reading.py",
    "tui/core/tables/table_rows.py",
    "tui/core/text",
    "tui/core/theme.py",
    "tui/core/timeline/countries.py",
    "tui/core/timeline/fields.py",
    "tui/drawing/event",
    "tui/drawing/gantt/chart.py",
    "tui/drawing/gantt/svg_words.py",
    "tui/drawing/lists",
    "tui/drawing/spans",
    "tui/drawing/spine",
    "tui/drawing/time",
    "tui/lsp",
    "tui/page",
    "tui/printing",
    "tui/store/export/calendar.py",
    "tui/store/export/document.py",
    "tui/store/export/missing.py",
    "tui/store/export/place.py",
    "tui/store/export/render.py",
    "tui/store/export/workbook.py",
    "tui/store/exchange",
    "tui/store/formats",
    "tui/store/personal",
    "tui/store/proof",
    "tui/store/read/check.py",
    "tui/store/read/context.py",
    "tui/store/read/events.py",
    "tui/store/system/explanations.py",
    "tui/store/read/field_place.py",
    "tui/store/read/fields.py",
    "tui/store/read/meant.py",
    "tui/store/read/scalars.py",
    "tui/store/read/sections.py",
    "tui/store/read/sources.py",
    "tui/store/read/tables.py",
    "tui/store/read/timeline.py",
    "tui/store/read/values.py",
    "tui/store/seal",
    "tui/store/system",
    "tui/store/typed",
    "tui/store/write",
    "tui/store/yaml",
)
"""Modules, and folders with all that is in them, that say nothing that is not in the catalogues."""

STORY = """\
timeline: {id: story, title: Ιστορία, language: el}
actors:
  company: {name: Εταιρεία, kind: company, country: BE}
sources:
  news: {title: Κλήσεις, publisher: Εφημερίδα, url: "https://news.example/calls", published: 2025-08-25~}
  paper: {title: Χαρτί, publisher: Αρχείο}
events:
- id: union
  date: 2025-08-25
  title: Το σωματείο μιλά
  kind: announcement
  actors: company
  countries: [BE, MA]
  claims: {θέσεις: {150 άτομα: news, 163 άτομα: paper}}
- id: end
  date: 2025-12-31
  title: Το τέλος
  kind: contract
  status: planned
  actors: company
  sources: [news, paper]
"""
"""A story in Greek: none of its texts has a letter of English."""

OLD = STORY.partition("- id: end")[0].replace("2025-08-25\n", "2025-08-26\n").replace("163", "150")
"""The same, as it was before."""

DOSSIER = """\
timeline: {id: dossier, title: Φάκελος, about: Μια ιστορία., language: el, data: {jobs: Θέσεις}}
actors:
  company: {name: Εταιρεία, kind: company, country: BE, aliases: [Όμιλος]}
  union: {name: Σωματείο, kind: union}
  worker: {name: Εργάτης, kind: person}
  idle: {name: Άλλος}
sources:
  news: {title: Κλήσεις, publisher: Εφημερίδα, author: Νίκος, url: "https://news.example/calls", published: 2025-08-25~,
    published_note: Από το κείμενο, seen: 2025-09-01, passages: {first: Πρώτα λόγια … τελευταία}}
  gone: {title: Χάθηκε, url: "https://gone.example/a", seen: 2025-09-02, gone: 2026-01-01,
    archive: "https://web.archive.org/web/2025/https://gone.example/a"}
  paper: {title: Χαρτί, publisher: Αρχείο, archive: scans/paper.pdf, published: "[2025-08-01..2025-09-01]"}
  secret: {title: Μυστικό, publisher: Κάποιος, private: true}
  spare: {title: Περισσεύει, seen: 2025-09-03}
events:
- id: meeting
  date: 2025-08-21~
  date_note: Από την επιστολή
  title: Η συνάντηση
  key: true
  told: worker
  says: union
  about: end
  actors: [union, company]
  sources: [news#first, gone, paper]
  text: Ένα κείμενο.
- id: end
  date: 2025-12-31
  title: Το τέλος
  status: planned
  actors: company
  tags: λίγα
  place: Αθήνα
  data: {jobs: 12000}
  claims: {θέσεις: {150 άτομα: news, 160 άτομα: gone, keep: 150 άτομα, because: Το λέει}}
  sources: [news, secret]
- id: someday
  date: unknown
  title: Κάποτε
  status: inferred
- id: hidden
  date: 2025-09-09
  title: Κρυφό
  private: true
"""
"""A story, in Greek too, with most of what a file can say."""

DATA = "old story company news paper union end example calls https contract announcement events yaml"
"""What of the story is written in Latin letters: its ids, an address, its name."""

OF_DOSSIER = (
    "d.yaml dossier meeting someday hidden worker jobs gone web archive org scans pdf first sha text el "
    "CE CF AC AD AE AF BA BB BC BD BE BF"
)
"""The same of the other one, and letters of Greek in an address."""

NAMES = "jalon en fr lang json csv yaml git BOM UTF Excel NO_COLOR ASCII auto always never BE MA"
"""What is called so in all languages."""

TABLE = """\
Ημερομηνία;Date;Titre;Pays;Χώρος
1;25/08/2025;Γεγονός;BE;Αθήνα
2;31/02/2025;Άλλο;MA;
3;;Τρίτο;ZZ;
"""
TABLE_WORDS = "a csv yaml new Date Titre Pays BE MA ZZ unknown keep rest"

SEEN = {
    "--help": "sources fzf cut story ikanbi lanes svg jq kind law country query possibly format zoom group",
    "cite end": "",
    "cite end --format markdown": "",
    "cite --help": "ikanbi contract end text markdown bibtex csl json is",
    "about": "",
    "about d.yaml": OF_DOSSIER,
    "about --format markdown": "",
    "about --help": "text markdown json timeline about",
    "import a.csv --into new.yaml": TABLE_WORDS,
    "import a.csv --into new.yaml --report text": TABLE_WORDS,
    "import a.csv --dry-run": STORY + TABLE_WORDS + " timeline id title language date place source url a",
    "lsp --help": "lsp language server protocol docs editors vs code neovim helix emacs kate zed",
    "import --help": "import xlsx ods tsv sheet chronology refused dry run into as map report keep rest imports nl "
    "timelinejs ics markwhen chronos timesketch csl TimelineJS Markwhen Chronos Timesketch CSL JSON",
    "check": STORY,
    "check old.yaml events.yaml": STORY + "old keep",
    "check --statistics": "",
    "check --help": "text json github error warning hint code strict all only ignore statistics explain unquoted colon "
    "fix diff unsafe fixes",
    "check --fix --diff": STORY,
    "check --fix --diff --json": "diff json",
    "check --unsafe-fixes": "unsafe fixes fix",
    "check --only nowhere": "nowhere",
    "check --statistics --json": "statistics json",
    "check nowhere.yaml": "nowhere",
    "check --explain nowhere": "nowhere",
    "check --explain a b": "explain",
    "prove": "",
    "prove --strict": "",
    "prove --source nowhere": "nowhere",
    "prove --help": "text json ledger jsonl source trends is key state proved select record strict story archive",
    "claims": "",
    "claims --as-of 2025-08-26": "",
    "claims --help": "text is disputed",
    "diff events.yaml old.yaml": "el fr",
    "diff old.yaml events.yaml": "el fr",
    "diff events.yaml events.yaml": "",
    "diff --days 2025-08-20 2025-12-31": "",
    "diff --days 2025-12-31": "",
    "diff --help": "actor text before after HEAD v1 v2 ikanbi story",
    "diff": "",
    "diff a.yaml": "",
    "diff --git": "",
    "diff events end": "end events",
    "publish": "",
    "publish -o site": "site index html png",
    "publish -o site --url x": "",
    "serve -": "",
    "serve --help": "site story tag liege url org lang never app page ctrl c",
    "publish --help": "site story tag liege url https example org lang never json atom feed require except about "
    "published timeline HTML",
    "ids --help": "long fzf cut sources passages actors",
    "ids events": "",
    "ids events --long": "",
    "ids foo": "foo sources passages actors",
    "ids event": "event sources passages actors",
    "completion --help": "install remove bash zsh fish SHELL sources passages actors tags kinds places id tab",
    "completion nonsense": "nonsense install remove bash zsh fish SHELL",
    "date 2025-08~ 2025-10/2026-03-31": "about August October March",
    "date --help": "EDTF ISO TEXT nl",
    "demo --help": "",
    "edit --help": "VISUAL EDITOR",
    "export --help": (
        "docx xlsx csv timelinejs ics markwhen obsidian timesketch jsonld csl bibtex text o to is planned dates"
    ),
    "export --to ics -o x.ics": "ics",
    "export --to csv --report text -o x.csv": "csv",
    "export d.yaml --to timelinejs --report text -o x.json": f"{OF_DOSSIER} timelinejs inferred planned",
    "export --to obsidian": "obsidian",
    "exhibits --help": "exhibits give text trends",
    "exhibits": "",
    "exhibits --format csv": "exhibit id publisher title published url",
    "exhibits --give nobody": "nobody",
    "fmt --help": "region endregion FILE",
    "help marks": "",
    "help marks --ascii": "",
    "help nonsense": "nonsense dates queries file as-of marks keys",
    "help --help": "dates queries file as-of marks keys",
    "init --help": "nl",
    "log": "",
    "log end": "not a git repository or any of the parent directories",
    "log --help": "ikanbi contract end story json",
    "merge": "",
    "merge --help": "base ours theirs yaml claims install",
    "merge --install a b": "a b",
    "merge events.yaml events.yaml nowhere.yaml": "nowhere",
    "keep": "",
    "keep --help": "trends html article Downloads copies gz archive HTML PDF text WARC WACZ MB json ledger jsonl ctrl",
    "keep nobody": "nobody",
    "keep trends --all": "",
    "keep d.yaml paper": f"{OF_DOSSIER} paper",
    "keep d.yaml paper --adopt d.doc": f"{OF_DOSSIER} paper html htm xhtml pdf txt md warc gz wacz",
    "keep d.yaml paper --adopt d.txt": f"{OF_DOSSIER} paper txt",
    "seal": "events",
    "seal --help": "dossier story tsa https verify stamp",
    "seal d.yaml -o old.yaml": f"{OF_DOSSIER} old",
    "seal -o sealed.zip --tsa nowhere": "nowhere",
    "verify --help": "dossier ca pem text json seal stamp",
    "verify no.zip": "no zip",
    "verify d.yaml": "",
    "init": "",
    "init a b": "a b",
    "new --help": "nl",
    "new --date 2025-01-01": "",
    "new --undated --date 2025": "",
    "new --date 2025-01-01 --title Νέο": "",
    "new source --help": "",
    "new source nonsense": "nonsense",
    "new source https://news.example/calls": "",
    "notes --help": "list show add edit rm move export restore",
    "notes": "list show add edit rm move export restore",
    "notes list --help": "",
    "notes edit --help": "",
    "notes move --help": "move",
    "notes restore --help": "restore",
    "notes export --help": "",
    "notes add nobody text": "nobody",
    "notes show k7mn": "k7mn",
    "notes list": "",
    "print --help": (
        "svg png text json markdown csv spine lanes overview actor source id country kind status language publisher "
        "place tag year body in within possibly before after to from is has as-of OR planned in-force oldest newest "
        "data actors actor_names publishers addresses sources timeline view"
    ),
    "print d.yaml --full": OF_DOSSIER,
    "print d.yaml --full --with-private": OF_DOSSIER,
    "print d.yaml --full --as-of 2025-08-26": f"{OF_DOSSIER} as of",
    "print d.yaml --full -q is:overdue": f"{OF_DOSSIER} is overdue",
    "print d.yaml --full --format markdown --with-private": OF_DOSSIER,
    "print d.yaml --format markdown --with-private": OF_DOSSIER,
    "print d.yaml --format markdown --as-of 2025-08-26": OF_DOSSIER,
    "print --full --format json": "",
    "print --saved nonsense": "nonsense views",
    "print --sort nonsense": "nonsense oldest newest",
    "print --zoom 2025": "view lanes overview",
    "schema --help": "",
    "schema --write": "",
    "schema events.yaml": "",
    "show --help": "",
    "show d.yaml meeting": OF_DOSSIER,
    "show d.yaml meeting --as-of 2025-08-26": OF_DOSSIER,
    "show d.yaml end --with-private": OF_DOSSIER,
    "show d.yaml hidden": f"{OF_DOSSIER} hidden",
    "show d.yaml nobody": f"{OF_DOSSIER} nobody",
    "show d.yaml end --format markdown": OF_DOSSIER,
    "show": "",
    "where --help": "",
    "who --help": "",
    "who d.yaml end": OF_DOSSIER,
    "who d.yaml end --by 2025-08-21": OF_DOSSIER,
    "who d.yaml meeting": OF_DOSSIER,
    "nowhere": "nowhere",
    "print --nowhere": "nowhere",
}
"""Command lines whose answers, on both streams, are marked throughout, with the names of codes that they show."""


def tool(name: str) -> dict[str, Any]:
    """What a script of tools/ has."""
    return runpy.run_path(str(ROOT / "tools" / name))


def whole_modules() -> list[Path]:
    """The modules that are whole, one by one."""
    return [path for name in WHOLE for path in (sorted((ROOT / name).rglob("*.py")) or [ROOT / name])]


# ---- The code ----


@pytest.mark.parametrize("path", whole_modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_that_is_whole_says_nothing_that_no_catalogue_has(path: Path) -> None:
    assert tool("find_words.py")["found_in"](path) == []


def test_nobody_takes_the_name_of_the_function_that_translates() -> None:
    """Within a function `for _ in …` hides it: `_("…")` would then call a number."""
    import ast

    for path in (ROOT / "tui").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        if "import _" not in source:
            continue
        stored = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name) and node.id == "_"]
        assert [f"{path}:{node.lineno}" for node in stored if isinstance(node.ctx, ast.Store)] == []


def test_no_f_string_stands_where_a_catalogue_is_asked() -> None:
    f_strings = tool("make_messages.py")["f_strings"]
    wrong = '_(f"no {a}")\n_("no {a}", a=f"event {b}")\nnumbered("{number} a", f"{b}", 2)\n_("{a}", a=f"{b}:>1")'
    assert [line for line, _wrong in f_strings(wrong)] == [1, 2, 3]
    for path in (ROOT / "tui").rglob("*.py"):
        assert list(f_strings(path.read_text(encoding="utf-8"))) == [], path


# ---- The catalogues ----


OTHERS = sorted(messages.LANGUAGES.keys() - {"en"})
"""The languages that jalon speaks but for that of the code."""


@cache
def sentences() -> list[Any]:
    """All that jalon says, each sentence as Babel has it: of the code, the help, the codes and the man page."""
    pytest.importorskip("babel", reason="Babel gathers what jalon says")
    return [one for one in tool("make_messages.py")["template"]() if one.id]


def forms(said: Any) -> tuple[str, ...]:
    """A sentence, or a translation, in all its forms."""
    return tuple(said) if isinstance(said, (list, tuple)) else (said,)


def places(text: str) -> set[str]:
    """The places of a sentence, with what is left to click."""
    return set(re.findall(r"\{(\w+(?:![rs])?)\}", text))


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_is_whole(language: str) -> None:
    assert len(sentences()) > 2000
    known = tool("make_messages.py")["read"](language)
    for one in sentences():
        translation = known.get(one.id, one.context)
        assert translation is not None, f"{one.id!r} is missing: make messages"
        assert all(forms(translation.string)), f"{one.id!r} is not translated"
        assert not translation.fuzzy, one.id
    assert len([one for one in known if one.id]) == len(sentences()), "make messages: some are said no more"


def test_a_translation_stays_when_a_file_of_others_is_taken_in_unless_it_is_to_be_replaced() -> None:
    catalog = pytest.importorskip("babel.messages.catalog", reason="Babel gathers what jalon says").Catalog()
    catalog.add("withheld")
    catalog.add("said by nobody yet")
    updated, filled = tool("make_messages.py")["updated"], {"withheld": "gardé", "said by nobody yet": "inédit"}
    known, replaced = updated("fr", catalog, filled), updated("fr", catalog, filled, True)
    assert 'msgstr "inédit"' in known
    assert 'msgstr "inédit"' in replaced
    assert 'msgstr "gardé"' not in known
    assert 'msgstr "gardé"' in replaced


@pytest.mark.parametrize("folder", ["explanations", "topics"])
@pytest.mark.parametrize("language", OTHERS)
def test_what_is_told_at_length_is_whole_in_each_language(language: str, folder: str) -> None:
    """Each explanation and each topic of the English, and no other."""
    room = ROOT / "tui" / folder
    english = room / "en" if folder == "explanations" else room
    assert {path.name for path in (room / language).glob("*.md")} == {path.name for path in english.glob("*.md")}


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_places_of_its_sentence(language: str) -> None:
    pytest.importorskip("babel", reason="Babel reads catalogues")
    for one in tool("make_messages.py")["read"](language):
        wanted = set[str]().union(*map(places, forms(one.id)))
        for said in filter(None, forms(one.string) if one.id else ()):
            assert places(said) <= wanted, one.id
            assert places(said) == wanted or len(forms(one.string)) > 1, one.id
            assert "\n" not in said, one.id


def test_the_french_catalogue_has_narrow_blanks_before_its_signs() -> None:
    text = (ROOT / "tui/locale/fr/LC_MESSAGES/jalon.po").read_text(encoding="utf-8")
    said = re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', text, re.MULTILINE)
    assert [one for one in said if one != narrow_spaces(one)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_an_apostrophe_within_a_word_is_set_as_in_print(language: str) -> None:
    text = (ROOT / "tui/locale" / language / "LC_MESSAGES/jalon.po").read_text(encoding="utf-8")
    said = re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', text, re.MULTILINE)
    assert [one for one in said if re.search(r"[^\W\d_]'[^\W\d_]", one)] == []


# ---- What is seen ----


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A folder with the story, read by someone whose language is the marked one; dates are in French."""
    (tmp_path / "events.yaml").write_text(STORY, encoding="utf-8")
    (tmp_path / "old.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "d.yaml").write_text(DOSSIER, encoding="utf-8")
    (tmp_path / "a.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JALON_TODAY", "2026-11-22")
    monkeypatch.setenv("JALON_LANG", "fr")
    monkeypatch.setattr(catalogues, "catalogue", lambda _language: Pseudo())
    yield
    messages.use(None)


def words_of_dates() -> str:
    """The words of dates in French, which no catalogue has."""
    return (ROOT / "tui/core/dates/phrases/phrases_fr.py").read_text(encoding="utf-8") + " ".join(French.months)


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("line", SEEN)
@pytest.mark.parametrize("width", [120, 80, 60])
def test_a_command_says_nothing_that_is_not_marked(
    line: str, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    code = streams.guarded(lambda: run(line.split()))
    out, err = capsys.readouterr()
    assert code != streams.BUG, err
    examples = (one for entry in COMMANDS.values() for one, _does in entry.examples) if "--help" in line else ()
    allowed = (DATA, NAMES, SEEN[line], words_of_dates(), *COMMANDS, *CODES, *examples)
    assert unmarked(out + err, allowed) == []


def test_the_marked_language_finds_what_is_not_translated() -> None:
    said = Pseudo().gettext("no event of {name}; jalon ids --long lists them")
    assert said.startswith("⟦ñö éṽéñŧ öƒ {name}; jalon ids --long ļîšŧš ŧĥéɱ~")
    assert len(said) > 1.4 * 40
    assert unmarked(f"{said.format(name='end')}\nan event", [DATA]) == ["an: an event", "event: an event"]
