"""jalon publish: a page, the files beside it, the gate before it, and what changed since the last time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from tests.core.timelines import HOSTILE

if TYPE_CHECKING:
    from tests.cli.conftest import Say

pytest.importorskip("jinja2")

ATOM = "{http://www.w3.org/2005/Atom}"
PRIVATE = """\
timeline: {id: t, title: Open title, about: Open about, silence: {overdue-plan: "hush-timeline"}}
actors:
  open-actor: {name: Open Actor}
  secret-actor: {name: Secret-Name, about: secret-about, short: secret-short, aliases: [secret-alias]}
sources:
  open: {title: Open source, publisher: Open Press, url: "https://open.example/a", passages: {p: open words}}
  leak: {title: secret-memo, publisher: secret-press, private: true, url: "https://secret.example/x",
    note: secret-note, passages: {q: secret-passage}, author: secret-author, archive: secret-copy.html}
events:
- {id: both, date: 2025, title: Open event, sources: [open#p, "leak: secret quote"], about: secret-event,
   claims: {jobs: {150 people: open, 999 secret-people: leak#q, keep: 999 secret-people, because: secret-because}},
   silence: {single-source: hush-event}}
- {id: secret-event, date: 2025, title: secret-title, text: secret-text, private: true, actors: secret-actor,
   place: secret-place, tags: [secret-tag], kind: secret-kind, sources: open, date_note: secret-date-note}
- {id: secret-rest, date: 2026, title: secret-rest-title, sources: leak}
views: {secret-view: {query: "tag:secret-tag"}}
publish: {except: {secret-event: secret-reason, both: open reason}, about: desk@open.example}
"""
SECRET = re.compile("secret|hush|999|leak", re.IGNORECASE)


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def page(folder: Path, name: str = "index.html") -> str:
    return (folder / name).read_text(encoding="utf-8")


def entries(folder: Path) -> list[str]:
    feed = ElementTree.parse(folder / "feed.atom").getroot()  # noqa: S314 - written by jalon a moment ago
    return [entry.findtext(f"{ATOM}title") or "" for entry in feed.findall(f"{ATOM}entry")]


def test_a_page_for_each_language_of_the_title_and_what_programs_read_beside_it(story: Path, say: Say) -> None:
    said = say("publish", "-o", "site")
    assert (said.code, said.out.split(":")[0]) == (0, "site/index.html")
    names = {"index.html", "index.fr.html", "timeline.json", "feed.atom", "published.json"}
    assert names <= set(written(story / "site")) <= names | {"picture.png"}
    assert '<html lang="en">' in page(story / "site")
    french = page(story / "site", "index.fr.html")
    assert '<html lang="fr">' in french
    assert "Fin du contrat" in french
    assert "<h3>Fin du contrat</h3>" in french
    assert '<h3 lang="en">The union speaks</h3>' in french
    assert "25 août 2025" in french
    assert [one["id"] for one in json.loads((story / "site" / "timeline.json").read_text())] == ["union", "end", "ban"]
    assert entries(story / "site") == []


def test_every_event_is_an_article_with_its_notes_and_the_ways_back(story: Path, say: Say) -> None:
    say("publish", "-o", "site")
    text = page(story / "site")
    assert re.findall('<article id="([^"]+)"', text) == ["union", "end", "ban"]
    assert '<time datetime="2025-08-25">25 August 2025</time>' in text
    marks, targets = set(re.findall('href="#(:n[^"]+)"', text)), set(re.findall('id="(:n[^"]+)"', text))
    assert marks <= targets
    assert set(re.findall(r'href="#(:r\d+)"', text)) == set(re.findall(r'id="(:r\d+)"', text))
    assert "https://rtl.example/item#:~:text=environ%20150,n%C3%A9gociaient" in text
    assert text.count("<h1") == 1


def test_a_plan_is_told_as_a_plan_and_one_whose_day_is_past_as_unconfirmed(story: Path, say: Say) -> None:
    say("publish", "-o", "site")
    article = re.findall('<article id="end".*?</article>', page(story / "site"), re.DOTALL)[0]
    assert 'class="planned"' in article
    assert "announced for 31 December 2025; no source here confirms it" in article


def test_the_page_allows_nothing_but_its_own_script(story: Path, say: Say) -> None:
    say("publish", "-o", "site")
    text = page(story / "site")
    assert "default-src &#39;none&#39;" in text
    assert "unsafe-eval" not in text
    assert not re.search(r"""(?:src|srcset)=["'](?!data:)""", text)
    say("publish", "-o", "bare", "--no-script")
    bare = page(story / "bare")
    assert "script-src" not in bare
    assert re.findall("<script[^>]*>", bare) == ['<script type="application/ld+json">']


def test_what_does_not_pass_is_listed_with_its_place_and_nothing_is_written(story: Path, say: Say) -> None:
    with (story / "events.yaml").open("a") as file:
        file.write("- {id: bare, date: 2026, title: Nobody says so}\n"
                   "publish: {require: [not-overdue], except: {ban: known}}\n")  # fmt: skip
    said = say("publish", "-o", "site")
    assert said.code == 1
    assert "events.yaml:29:9: error[not-overdue]: its day is past, and it is still planned" in said.out
    assert re.search(r"events.yaml:44:3: error\[cited\]: no source says so", said.out)
    assert said.err.startswith("nothing is published: 2 events do not pass\n")
    assert not (story / "site").exists()


def test_an_exception_stands_on_the_page_with_its_reason(story: Path, say: Say) -> None:
    with (story / "events.yaml").open("a") as file:
        file.write("- {id: bare, date: 2026, title: Nobody says so}\npublish: {except: {bare: 'we <saw> it'}}\n")
    assert say("publish", "-o", "site").code == 0
    text = page(story / "site")
    assert "<h2>Exceptions</h2>" in text
    assert "we &lt;saw&gt; it" in text
    assert "no source says so" in text


def test_a_file_with_errors_is_published_without_them_unless_it_requires_none(story: Path, say: Say) -> None:
    with (story / "events.yaml").open("a") as file:
        file.write("- {id: bad, date: 2026-13, title: Bad, sources: rtl}\n")
    said = say("publish", "-o", "site")
    assert said.code == 0
    assert "1 error" in said.err
    with (story / "events.yaml").open("a") as file:
        file.write("publish: {require: no-errors}\n")
    said = say("publish", "-o", "other")
    assert said.code == 1
    assert "error[bad-date]" in said.out
    assert "nothing is published: the file has errors" in said.err


def test_events_that_went_with_an_error_are_not_told_as_withdrawn(story: Path, say: Say) -> None:
    say("publish", "-o", "site")
    before = written(story / "site")
    text = (story / "events.yaml").read_text()
    (story / "events.yaml").write_text(text.replace("date: 2025-12-31", "date: 31 December"))
    said = say("publish", "-o", "site")
    assert said.code == 1
    assert "error[bad-date]" in said.out
    assert "nothing is published: 1 event is gone, perhaps by an error in the file" in said.err
    assert written(story / "site") == before
    (story / "events.yaml").write_text("")
    assert say("publish", "-o", "other").code == 1
    assert not (story / "other").exists()


def test_nothing_private_is_in_any_byte_of_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Say) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "events.yaml").write_text(PRIVATE)
    said = say("publish", "-o", "site")
    assert said.code == 0
    assert "withheld as private: 2 events and 1 source" in said.err
    for name, data in written(tmp_path / "site").items():
        assert SECRET.findall(data.decode(errors="replace")) == [], name
    assert "Open event" in page(tmp_path / "site")
    assert say("publish", "-o", "x", "--with-private", "always").code == 2


def test_what_becomes_private_leaves_every_file_and_is_told_as_withdrawn_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    monkeypatch.chdir(tmp_path)
    public = PRIVATE.replace("private: true, ", "")
    (tmp_path / "events.yaml").write_text(public)
    assert say("publish", "-o", "site").code == 0
    changed = public.replace("secret-title", "secret-other").replace("999 secret-people: leak#q, ", "")
    (tmp_path / "events.yaml").write_text(changed.replace("keep: 999 secret-people, because: secret-because", ""))
    assert say("publish", "-o", "site").code == 0
    assert SECRET.search(page(tmp_path / "site"))
    (tmp_path / "events.yaml").write_text(PRIVATE)
    assert say("publish", "-o", "site").code == 0
    for name, data in written(tmp_path / "site").items():
        assert SECRET.findall(data.decode(errors="replace")) == [], name
    assert entries(tmp_path / "site").count("withdrawn: An event that is not told any more") == 2


def test_a_language_that_is_published_no_more_leaves_no_page_behind(story: Path, say: Say) -> None:
    say("publish", "-o", "site")
    (story / "site" / "index.xx.html").write_text("somebody's own")
    (story / "site" / "notes.html").write_text("somebody's own")
    say("publish", "-o", "site", "--lang", "en")
    names = {"index.html", "index.xx.html", "notes.html", "timeline.json", "feed.atom", "published.json"}
    assert names <= set(written(story / "site")) <= names | {"picture.png"}


def test_two_runs_with_an_edit_between_and_the_feed_has_exactly_that(story: Path, say: Say) -> None:
    say("publish", "-o", "site")
    before = written(story / "site")
    assert say("publish", "-o", "site").code == 0
    assert written(story / "site") == before
    text = (story / "events.yaml").read_text()
    text = text.replace("date: 2025-12-31", "date: 2026-01-31").replace("- id: ban", "- id: strike")
    text = text.replace("date: 2026-08-11\n  title: The ban", "date: 2027\n  title: A strike")
    (story / "events.yaml").write_text(text.replace("163 people: rtl", "164 people: rtl"))
    said = say("publish", "-o", "site")
    assert "new: 1, corrected: 2, withdrawn: 1" in said.out
    assert entries(story / "site") == [
        "new: A strike", "withdrawn: The ban", "corrected: The contract ends", "corrected: The union speaks",
    ]  # fmt: skip
    corrections = page(story / "site").partition('id=":corrections"')[2]
    assert "date: 31 December 2025 → 31 January 2026 (moved 31 days on)" in corrections
    assert "jobs: 163 people taken away (RTL)" in corrections
    assert "The ban" in corrections
    assert "A strike" not in corrections
    assert say("publish", "-o", "site").code == 0
    assert len(entries(story / "site")) == 4


def test_the_feed_is_atom_with_ids_that_are_all_different_and_addresses_that_are_whole(story: Path, say: Say) -> None:
    say("publish", "-o", "site")
    text = (story / "events.yaml").read_text()
    for title in ("First", "Second"):
        (story / "events.yaml").write_text(text.replace("The ban", title))
        say("publish", "-o", "site", "--url", "https://example.org/story")
    feed = ElementTree.parse(story / "site" / "feed.atom").getroot()  # noqa: S314 - the same
    ids = [one.text for one in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) == 3
    updated = [one.text or "" for one in feed.iter(f"{ATOM}updated")]
    assert updated == sorted(updated, reverse=True)
    links = [one.get("href") or "" for one in feed.iter(f"{ATOM}link")]
    assert all(link.startswith("https://example.org/story/") for link in links)
    assert '<link rel="canonical" href="https://example.org/story/">' in page(story / "site")


def test_as_published_by_a_day_the_page_says_so_on_top(story: Path, say: Say) -> None:
    say("publish", "-o", "site", "--as-of", "2025-08-25")
    text = page(story / "site")
    assert '<p class="banner">As published by 25 August 2025.' in text
    assert text.index("banner") < text.index("<h1")


def test_a_page_of_some_of_the_events_says_of_which(story: Path, say: Say) -> None:
    say("publish", "-o", "site", "-q", "kind:law")
    text = page(story / "site")
    assert "<li>1 of 3 events</li>" in text
    assert "<li>Asked for: kind: law.</li>" in text
    say("publish", "-o", "whole")
    assert "<li>3 events</li>" in page(story / "whole")
    assert "Asked for" not in page(story / "whole")


def test_hostile_texts_are_text(story: Path, say: Say) -> None:
    evil = ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "]]>", *HOSTILE[:11]]
    events = [
        {"id": f"e{at}", "date": "2025", "title": text or "x", "text": text, "kind": "k", "place": text or "x",
         "sources": [{"rtl": text.replace("…", "") or "x"}], "tags": ["t"], "date_note": text,
         "claims": {"n": {text.strip() or "v": "rtl", "other": "rtl"}}}
        for at, text in enumerate(evil)
    ]  # fmt: skip
    head = {"timeline": {"title": evil[0], "about": evil[1]}, "sources": {"rtl": {"title": evil[1]}}}
    (story / "events.yaml").write_text(json.dumps({**head, "events": events}))
    assert say("publish", "-o", "site").code == 0
    text = page(story / "site")
    assert "<img" not in text
    assert "alert(1)</script>" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert text.count("<script") == 2
    assert "{{ 7 * 7 }}" in text
    ElementTree.fromstring((story / "site" / "feed.atom").read_text())  # noqa: S314 - the same
    json.loads(re.findall('ld.json">(.*?)</script>', text)[0])


def test_only_a_safe_address_is_a_link(story: Path, say: Say) -> None:
    text = (story / "events.yaml").read_text().replace("https://rtl.example/item", "javascript:alert(1)")
    (story / "events.yaml").write_text(text)
    say("publish", "-o", "site")
    assert {one.partition(":")[0] for one in re.findall('href="([^"#][^"]*)"', page(story / "site"))} <= {
        "data", "feed.atom", "timeline.json", "index.html", "index.fr.html", "https",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: (folder / "index.html").write_text("mine"), "is no page of jalon's; name another folder"),
        (lambda folder: (folder / "published.json").write_text("{"), "it is not what jalon wrote; move it away"),
        (lambda folder: (folder / "published.json").write_text('{"format": 9}'), "it is of another version of jalon"),
    ],
)
def test_nothing_is_written_over_what_jalon_did_not_write(
    make: Callable[[Path], object], said: str, story: Path, say: Say
) -> None:
    (story / "site").mkdir()
    make(story / "site")
    before = written(story / "site")
    found = say("publish", "-o", "site")
    assert (found.code, said in found.err) == (2, True)
    assert written(story / "site") == before


def test_the_folder_of_another_timeline_is_left_alone(story: Path, say: Say) -> None:
    say("publish", "-o", "site")
    text = (story / "events.yaml").read_text()
    (story / "other.yaml").write_text(text.replace("id: story", "id: other"))
    found = say("publish", "other.yaml", "-o", "site")
    assert (found.code, '"site" has the page of "story"' in found.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["publish"], "where to? no folder is named; jalon publish -o DIR"),
        (["publish", "-o", "events.yaml"], '"events.yaml" is not a folder'),
        (["publish", "-o", "site", "--url", "ftp://x.example"], 'is no address of a page'),
        (["publish", "-o", "site", "--theme", "nope"], 'no theme is called "nope"'),
    ],
)
def test_what_is_asked_wrongly_is_said(words: list[str], said: str, story: Path, say: Say) -> None:
    found = say(*words)
    assert (found.code, said in found.err) == (2, True)
    assert not (story / "site").exists()


def test_a_timeline_without_events_is_a_page_all_the_same(story: Path, say: Say) -> None:
    (story / "events.yaml").write_text("timeline: {title: Nothing yet}\nevents: []\n")
    assert say("publish", "-o", "site").code == 0
    assert "<h1>Nothing yet</h1>" in page(story / "site")


def test_without_jinja2_one_line_says_what_to_install(
    story: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "jinja2", None)
    assert say("publish", "-o", "site") == ("", 'jalon: a page needs Jinja2; pip install "jalon[page]"\n', 2)


PROVED = """\
timeline: {id: mill, title: The mill}
sources:
  gazette: {title: The mill closes, publisher: Gazette, archive: copies/gazette.txt,
    passages: {jobs: about 150 people … work there, other: words that stand nowhere}}
events:
- {id: closing, date: 2026-11-24, title: The mill closes, sources: [gazette#jobs]}
- {id: other, date: 2026-11-25, title: Something else, sources: [gazette#other]}
publish: {require: proved}
"""


def test_a_page_may_require_that_passages_are_proved_and_says_in_which_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "gazette.txt").write_text("It is said that about 150 people of the valley work there.\n")
    (tmp_path / "events.yaml").write_text(PROVED)
    assert "error[proved]: not all of its passages are proved in a copy" in say("publish", "-o", "site").out
    say("prove", "--record")
    said = say("publish", "-o", "site")
    assert (said.code, said.err) == (1, "nothing is published: 1 event does not pass\n")
    (tmp_path / "events.yaml").write_text(PROVED.replace("require: proved", "require: proved, except: {other: known}"))
    assert say("publish", "-o", "site").code == 0
    notes = page(tmp_path / "site").partition('role="doc-endnotes"')[2]
    assert re.search('<span class="proof">✓ proved in a copy of [^<]*, sha256 [0-9a-f]{8}…</span>', notes)
    assert '<span class="alarm">✗ absent from a copy of' in notes
    assert "not all of its passages are proved in a copy" in page(tmp_path / "site")


def test_a_folder_is_published_as_a_file_is_and_each_place_knows_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story").mkdir()
    head = "timeline: {id: t, title: Of two files}\nsources: {rtl: {title: R}}\n"
    (tmp_path / "story" / "a.yaml").write_text(f"{head}events:\n- {{id: a, date: 2025, title: A, sources: rtl}}\n")
    (tmp_path / "story" / "b.yaml").write_text("events:\n- {id: b, date: 2026, title: B}\n")
    said = say("publish", "story", "-o", "site")
    assert (said.code, "b.yaml:2:" in said.out) == (1, True)
    (tmp_path / "story" / "b.yaml").write_text("events:\n- {id: b, date: 2026, title: B, sources: rtl}\n")
    assert say("publish", "story", "-o", "site").code == 0
    assert re.findall('<article id="([^"]+)"', page(tmp_path / "site")) == ["a", "b"]


def test_the_name_of_the_folder_is_no_order_to_the_terminal(story: Path, say: Say) -> None:
    said = say("publish", "-o", "site\x1b[31m")
    assert "\x1b" not in said.out + said.err
    assert said.out.startswith("site␛[31m/index.html: ")
