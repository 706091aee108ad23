"""The beginning of a file of one's own: an example to write over, or a copy of the shipped timeline."""

from __future__ import annotations

from contextlib import suppress

from tui.store.system import atomic_write, environment, read_bytes

STARTER = """\
# A timeline: what happened, when, and who says so. Everything in this one is invented, to show how it is
# written: the town, the papers, the figures. Write your own in its place. What begins with # is a comment.
#
#   jalon FILE         read it
#   jalon check FILE   see what is wrong with it, each mistake in its place
#   jalon date TEXT    see how a date is understood

timeline:
  id: example
  title: "An example: the library of Sampleton closes"
  title_fr: "Un exemple : la bibliothèque de Sampleton ferme"   # any text may have a twin in another language
  language: en                  # of every text without such an ending
  about: >-
    An invented story of two papers, a town and its library. A text under >- may hold anything, on as many
    lines as it takes; one behind a key needs quotes when it holds ": " or " #".


# Who the events concern. An id of your choice, then the name.

actors:

  sampleton: Town of Sampleton  # a name alone will do

  readers-union:
    name: Union of Sampleton Readers
    kind: union                 # company union person government regulator federation publisher
    country: GB
    aliases: [USR]              # other names that the papers use


# Who says so. Under `passages` stand the first … last words of what a source says, as they are on its page:
# jalon opens the page there.

sources:

  gazette-closing:
    title: Town library to close its doors
    publisher: Example Gazette
    url: https://example.org/gazette/library-closes
    published: 2024-03-05       # leave it out when the page does not say
    seen: 2024-09-02            # the day you read it
    language: en
    passages:
      decision: the council voted on Monday … will close before the summer
      books: some 12,000 books

  herald-library:
    title: Readers mourn a library
    publisher: Example Herald
    url: https://example.org/herald/readers-mourn
    published: 2024-07-02~      # about that day
    seen: 2024-09-02
    language: en
    passages:
      doors: in the last week of June … for good
      stock: 15,000 books


# What happened, in order of time. Only `date` and `title` are required. A date is never more precise than
# its sources (it is EDTF):
#
#   2024-03-04, 2024-03, 2024     a day, a month, a year
#   2024-03~   2024-03?           about that month; perhaps that month
#   2024-03/2024-06-30            from … to; 2024-03/.. goes on
#   [2024-06-24..2024-06-30]      on one day between the two
#   [..2024-06-30]                by that day

events:

- id: closing-decided
  date: 2024-03-04
  date_note: the Gazette of 5 March 2024, a Tuesday, says Monday
  title: The council decides to close the library
  title_fr: Le conseil décide de fermer la bibliothèque
  kind: decision                # a word of your choice
  actors: [sampleton]
  countries: [GB]
  place: Sampleton
  tags: [library]
  text: >-
    Say here what happened, in your own words.
  claims:                       # what is said of one thing: each value with who says it
    books to be moved:
      12,000 books: [gazette-closing#books]
      15,000 books: [herald-library#stock]
      keep: 12,000 books        # the value that you hold to be right, and why
      because: the Gazette had it from the library itself
  sources: [gazette-closing#decision]

- id: doors-close
  date: [2024-06-24..2024-06-30]
  date_note: the Herald says "in the last week of June"
  title: The doors close
  status: inferred              # reported (unless you say so) planned in-force inferred cancelled
  actors: [readers-union, sampleton]
  countries: [GB]
  place: Sampleton
  tags: [library]
  sources: [herald-library#doors, gazette-closing#decision]

- id: new-library
  date: 2035~
  title: A new library is to open
  status: planned               # and overdue, once its day is past and no source says that it happened
  actors: [sampleton]
  countries: [GB]
  tags: [library]
  sources: [gazette-closing, herald-library]


# Filters worth a name: jalon print --saved planned

views:
  planned: {query: "status:planned"}
"""
"""A whole small timeline that teaches the format; jalon finds nothing wrong with it."""


def write_starter(to: str) -> None:
    """Put the starter where there is no file yet; Changed when there is one, NotSaved when the disk refuses."""
    atomic_write.replace(to, None, STARTER.encode())


def copy_shipped(to: str) -> None:
    """Copy the timeline that comes with jalon to where there is no file yet; Changed when there is one.

    Beside it goes the schema that it names, unless there is a file of that name. Raises NotSaved when the disk
    refuses, and Unreadable when what came with jalon is gone.
    """
    from tui.store.write.modeline import put_beside

    atomic_write.replace(to, None, read_bytes.fetch(shipped()))
    with suppress(atomic_write.NotSaved):  # the timeline is whole without it
        put_beside(to)


def shipped() -> str:
    """The path of the timeline that comes with jalon, which stays as it came."""
    return environment.shipped_path("events.yaml")
