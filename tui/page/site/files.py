"""The files of a site: a page a language, and beside it what programs read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from tui.core.index.protocol import Answers, EventFacts
from tui.core.text.messages import LANGUAGES, spoken
from tui.core.timeline.model import Timeline
from tui.page.content.addresses import page_name
from tui.page.content.corrections import correction_items
from tui.page.content.page import page_content
from tui.page.content.structured import structured
from tui.page.content.texts import Texts
from tui.page.content.words import words
from tui.page.record.history import Change
from tui.page.site.render import Dress, html
from tui.page.site.write import PICTURE
from tui.store.system import catalogues


class SiteOptions(NamedTuple):
    """The parts of a site, besides the events."""

    languages: tuple[str, ...]
    dress: Dress
    url: str | None = None
    """The address at which the site stands, with a slash at its end; None for one that is not known."""
    has_picture: bool = False
    group: str | None = None
    """The field by which the lanes are grouped."""
    is_site: bool = True
    """True where the other files stand beside the page."""
    version: int = 0
    """The number of a page that follows its file; 0 for one that stays as it is."""


def languages_of(timeline: Timeline) -> tuple[str, ...]:
    """The languages of a site where none is asked for: that of the file, and those of its title that jalon speaks."""
    return tuple(dict.fromkeys((timeline.language, *(code for code in timeline.titles if code in LANGUAGES))))


def in_language(language: str, make: Callable[[], Any]) -> Any:
    """The thing that is made while jalon speaks a language; English where it does not speak it."""
    before = spoken()
    catalogues.speak(language if language in LANGUAGES else "en")
    try:
        return make()
    finally:
        catalogues.speak(before)


def pages(
    answers: Answers,
    facts: Sequence[EventFacts],
    options: SiteOptions,
    lacking: Mapping[str, list[str]],
    changes: Sequence[Change] = (),
    banners: Callable[[], list[str]] = list,
) -> dict[str, Callable[[], str]]:
    """The maker of each page, by the name of its file; `facts` are all events, `banners` are said on top of each."""

    def page(language: str) -> str:
        texts = Texts(answers.engine.head, language)
        content = page_content(answers, facts, texts, options.languages, lacking, options.group)
        name = page_name(language, options.languages[0])
        shown = {one.anchor for section in content.sections for one in section.articles}
        found = correction_items(changes, texts, shown)
        return html(
            options.dress,
            version=options.version,
            page=content._replace(banners=[*banners(), *content.banners]),
            corrections=found,
            words=words(),
            structured=structured(content, texts, found, options.url or "", name),
            is_site=options.is_site,
            url=(options.url + ("" if name == "index.html" else name)) if options.url else None,
            picture=(options.url or "") + PICTURE if options.has_picture else None,
        )

    return {
        page_name(language, options.languages[0]): partial(in_language, language, partial(page, language))
        for language in options.languages
    }
