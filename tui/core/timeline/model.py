"""The parts of a timeline: events, the actors in them, the sources that say so.

Everything here is a plain immutable value. A text in several languages is a dict from a language
code to the text (`TextByLanguage`); the file's own language is always in it when the text is given at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tui.core.dates.edtf import Date
from tui.core.problems.problem import Place

if TYPE_CHECKING:
    from tui.core.web.site import Site

TextByLanguage = Mapping[str, str]
"""A text by language code: `{"en": "Calls to Morocco", "fr": "Des appels vers le Maroc"}`."""

SECTIONS = ("timeline", "actors", "sources", "events", "views", "publish")
"""The sections of a file of events, by key."""
GROUPS = ("actor", "country", "kind", "source", "tag", "place", "publisher", "language", "status", "year", "body")
"""The fields that events are grouped by, in the order in which one turns from one to the next."""
OLDEST, NEWEST = "oldest", "newest"
ORDERS = (OLDEST, NEWEST)
"""The orders of a view, by the events that come first."""
STATUSES = ("reported", "planned", "in-force", "inferred", "cancelled")
CITED, DATED_SOURCES, TWO_PUBLISHERS = "cited", "dated-sources", "two-publishers"
PROVED, NOT_OVERDUE, NO_ERRORS = "proved", "not-overdue", "no-errors"
REQUIREMENTS = (CITED, DATED_SOURCES, TWO_PUBLISHERS, PROVED, NOT_OVERDUE, NO_ERRORS)
"""The conditions that a file may set before a page is made of it; the first holds always."""
ACTOR_KINDS = ("company", "union", "person", "government", "regulator", "federation", "publisher")


ANNOUNCES = "!announces"
"""The end of a citation whose source tells of the event before it happens."""


class Silence(NamedTuple):
    """The reason why a hint is not to be given about what this stands in."""

    code: str
    """One of `problems.SILENCEABLE`."""
    reason: str
    place: Place


class Passage(NamedTuple):
    """The place on its page where a source says something: the first words and the last, as they stand there."""

    name: str
    """The passage's name within its source; empty for one quoted in place by an event."""
    start: str
    end: str | None = None
    """The last words; None when `start` is one exact phrase."""
    between: str = ""
    """The words that are quoted from between, with `…` where some are left out; a link does without."""

    page: int | None = None
    """The page that it is on, of a document that has pages; the viewer is told."""

    @property
    def located(self) -> str:
        """The words after their page: `p. 12: first … last`."""
        return self.words if self.page is None else f"p. {self.page}: {self.words}"

    @property
    def words(self) -> str:
        """As they stand on the page: `first … last`, or one phrase."""
        return " … ".join(filter(None, (self.start, self.between, self.end)))


class Source(NamedTuple):
    """An article, a law, a page: something that says so."""

    id: str
    titles: TextByLanguage = {}
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    archives: tuple[str, ...] = ()
    """Copies of it: http(s) addresses, and files beside the timeline's."""
    published: Date | None = None
    published_note: TextByLanguage = {}
    seen: Date | None = None
    """The day the curator read it: the latest day it can have been published."""
    language: str | None = None
    country: str | None = None
    passages: Mapping[str, Passage] = {}
    note: TextByLanguage = {}
    gone: Date | None = None
    """Since when its page is no more at its address."""
    private: bool = False
    """Kept out of what is printed, copied and exported."""
    line: int = 0
    silences: tuple[Silence, ...] = ()
    exhibit: int | None = None
    """The number by which a court knows it; it stays for ever."""

    @property
    def archive(self) -> str | None:
        """The first of its copies."""
        return self.archives[0] if self.archives else None

    @property
    def local_copies(self) -> tuple[str, ...]:
        """Those of its copies that are files beside the timeline's."""
        return tuple(one for one in self.archives if not one[:8].lower().startswith(("http://", "https://")))

    @property
    def publisher_or_site(self) -> str | None:
        """The publisher; where the file does not say so, whose site its address is of: `example.org`."""
        if self.publisher:
            return self.publisher
        found = _site(self.url) if self.url else None
        return found.registered if found else None

    @property
    def page_name(self) -> str:
        """The name of a source without a title: `example.org › march-dispersed`, else its id."""
        found = _site(self.url) if self.url else None
        return found.page if found else self.id


def _site(address: str) -> Site | None:
    from tui.core.web.site import site  # most sources say who published them, and how they are titled

    return site(address)


class Actor(NamedTuple):
    """A party that an event concerns: a company, a union, a person, an authority."""

    id: str
    names: TextByLanguage
    kind: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    about: TextByLanguage = {}
    line: int = 0
    silences: tuple[Silence, ...] = ()
    shorts: TextByLanguage = {}
    """The name where room is scarce."""
    part_of: tuple[str, ...] = ()
    """Ids of the actors that it is a part or a member of."""

    @property
    def called(self) -> tuple[str, ...]:
        """Each name that it goes by: in all languages, short ones and aliases too."""
        return (*self.names.values(), *self.shorts.values(), *self.aliases)


class Citation(NamedTuple):
    """A source, and where in it."""

    source: str
    """The source's id."""
    passage: Passage | None = None
    announces: bool = False
    """True when the source tells of the event before it happens."""

    @property
    def reference(self) -> str:
        """The text that cites the same in a file: `source#passage`; only `source` for what is quoted in place."""
        return f"{self.source}#{self.passage.name}" if self.passage and self.passage.name else self.source

    @property
    def written(self) -> str:
        """As a file has it: `source#passage!announces`, or `source: first … last` when quoted in place."""
        sign = ANNOUNCES if self.announces else ""
        if self.passage is None or self.passage.name:
            return f"{self.reference}{sign}"
        return f"{self.source}{sign}: {self.passage.located}"


class Value(NamedTuple):
    """One thing that is said in a claim, and who says it."""

    text: str
    citations: tuple[Citation, ...] = ()


class Claim(NamedTuple):
    """The values of one thing, each with who says it, and the value that the curator keeps."""

    name: str
    values: tuple[Value, ...]
    keep: str | None = None
    because: TextByLanguage = {}
    names: TextByLanguage = {}
    """Its name in other languages than that of the file."""


class Event(NamedTuple):
    """Something that happened, is planned, or applies from a day on."""

    id: str
    date: Date
    titles: TextByLanguage
    date_note: TextByLanguage = {}
    kind: str | None = None
    status: str = "reported"
    actors: tuple[str, ...] = ()
    """Ids of actors."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2, plus XK and EU."""
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    texts: TextByLanguage = {}
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    """Those under `sources:`; those that the claims cite come with `cited`."""
    private: bool = False
    """Kept out of what is printed, copied and exported."""
    line: int = 0
    """The line on which the event begins in its file, from 1."""
    silences: tuple[Silence, ...] = ()
    about: tuple[str, ...] = ()
    """Ids of the events that it announces, reports or reacts to."""
    told: tuple[str, ...] = ()
    """Ids of the actors who were told, there and then, what it is about."""
    says: tuple[str, ...] = ()
    """Ids of the actors who speak there, and say what it is about."""
    shorts: TextByLanguage = {}
    """The title where room is scarce."""
    key: bool = False
    """True for one of the few events that the story turns on."""
    data: Mapping[str, str] = {}
    """Numbers or words of its own, as written, by a name that the timeline declares."""

    @property
    def cited(self) -> tuple[Citation, ...]:
        """Every citation once: the event's own in the file's order, then those of its claims."""
        claimed = (c for claim in self.claims for value in claim.values for c in value.citations)
        return tuple(dict.fromkeys((*self.citations, *claimed)))

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources cited, claims' included, each once, in the order of `cited`."""
        own = [citation.source for citation in self.citations]
        claimed = [c.source for claim in self.claims for value in claim.values for c in value.citations]
        return tuple(dict.fromkeys(own + claimed))


class SavedView(NamedTuple):
    """A named filter that is shared with the file."""

    name: str
    query: str = ""
    group: str | None = None
    order: str | None = None


class Publishing(NamedTuple):
    """The conditions on which a page may be made of a file, and what the page says of who makes it."""

    require: tuple[str, ...] = (CITED,)
    """Of REQUIREMENTS."""
    exceptions: Mapping[str, str] = {}
    """The reason for each event that is published without meeting them, by its id."""
    about: TextByLanguage = {}
    """Contact and licence, in words."""


SURELY, POSSIBLY = "surely", "possibly"
"""The certainty that a source, and what rests on it, is out on a day."""


class AsOf(NamedTuple):
    """The day by whose publications a timeline is told, and what was out on it."""

    day: int
    sources: Mapping[str, str]
    """The certainty of each source that is out: SURELY or POSSIBLY."""
    set_aside: tuple[str, ...] = ()
    """The sources that say neither when they came out nor when they were seen."""
    without_source: int = 0
    """The number of events that nobody is cited for: they can't be placed either."""
    dates: Mapping[str, str | None] = {}
    """Of the events whose date is not surely out: POSSIBLY, or None for one that no source out gives."""
    statuses: Mapping[str, str | None] = {}
    """The same of their statuses."""
    of_events: int = 0
    """Events in the whole file."""
    of_sources: int = 0


class ProofMark(NamedTuple):
    """The state of a passage in a copy, on the day on which somebody looked."""

    state: str
    """One of those of `core/proof/states.py`."""
    at: str
    """The time when somebody looked, as ISO 8601 has it."""
    copy: str
    """The copy, as `archive:` names it."""
    sha256: str
    kept: str = ""
    """The day of the copy, as ISO 8601 has it; empty where nobody says so."""
    page: int | None = None

    @property
    def is_proved(self) -> bool:
        """True when the words stand in the copy."""
        return self.state in ("proved", "repeated")


class ProofMarks(NamedTuple):
    """The marks of a timeline."""

    marks: Mapping[tuple[str, str], ProofMark] = {}
    """By the id of the source and the words of the passage."""
    passages: Mapping[str, int] = {}
    """The number of passages of each source."""

    @property
    def total(self) -> int:
        """The number of passages."""
        return sum(self.passages.values())

    @property
    def proved(self) -> int:
        """The number of those that are proved."""
        return sum(mark.is_proved for mark in self.marks.values())

    def without(self, sources: Collection[str]) -> ProofMarks:
        """The same without some sources."""
        return ProofMarks(
            {key: mark for key, mark in self.marks.items() if key[0] not in sources},
            {name: many for name, many in self.passages.items() if name not in sources},
        )


class Timeline(NamedTuple):
    """One chronology: its events in order of time, with the actors and sources that they name."""

    id: str | None
    titles: TextByLanguage
    language: str
    """Of every text without a language suffix."""
    events: tuple[Event, ...] = ()
    actors: Mapping[str, Actor] = {}
    sources: Mapping[str, Source] = {}
    about: TextByLanguage = {}
    views: tuple[SavedView, ...] = ()
    silences: tuple[Silence, ...] = ()
    """Those that hold for everything in the file."""
    countries: tuple[str, ...] = ()
    """The countries of each event that names none itself: the events have them."""
    source_language: str | None = None
    """The language of each source that names none itself: the sources have it."""
    data: Mapping[str, str] = {}
    """The names of the numbers and words that events may have, each with its unit, or with nothing."""
    view: str | None = None
    """The name of the view that is shown where nothing else is asked for."""
    exhibits: int | None = None
    """The highest exhibit number that was ever given, as far as the file says so."""
    proofs: ProofMarks | None = None
    """The passages that are proved; None where no ledger lies beside the file."""
    as_of: AsOf | None = None
    """None for the file as it is; else what it is told by, as `evidence.as_of.timeline_as_of` makes it."""
    publishing: Publishing = Publishing()

    def say(self, words: TextByLanguage, language: str) -> str:
        """The text in that language, else in the file's own, else in any; empty when there is none."""
        return words.get(language) or words.get(self.language) or next(iter(words.values()), "")

    def proof_of(self, citation: Citation) -> ProofMark | None:
        """The mark of the passage that is cited; None where nothing is known of it."""
        if self.proofs is None or citation.passage is None:
            return None
        return self.proofs.marks.get((citation.source, citation.passage.words))

    def languages(self) -> Iterator[str]:
        """The languages that the titles come in, the file's own first."""
        return iter(dict.fromkeys((self.language, *(code for event in self.events for code in event.titles))))
