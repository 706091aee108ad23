"""The rows above what is asked for: counts, overview and facets, at once or in the frame after."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip

from tui.app.base.reader import ReadersApp
from tui.app.widgets.facet_bar import RibbonBar
from tui.app.widgets.lines import AnswerLines, Lines
from tui.app.widgets.overview import OverviewBar
from tui.core.index.protocol import Answers
from tui.core.text.cells import fit, wrap
from tui.core.text.clean import clean_line
from tui.drawing.spans.spans import Line, Span
from tui.drawing.spine.facet_bar import Zone
from tui.drawing.spine.heading import count_at, timeline_heading

COUNTED_AT_ONCE = 20_000
"""Events up to which the counts come in one frame with what is counted; those of more come in the next."""


class Heading(AnswerLines):
    """Title, counts and today."""

    DEFAULT_CSS = """
    Heading { height: 1; }
    """

    def rows(self, answers: Answers, width: int) -> list[Line]:
        """The one row."""
        return [timeline_heading(answers, width, self.app.reader.pen.on(answers.engine.today))]

    def on_click(self, click: events.Click) -> None:
        """Have the events of a count that is clicked, or no more."""
        row = next(iter(self.lines(self.size.width, 1)), ())
        if word := count_at(row, click.x, self.app.reader.pen):
            self.post_message(RibbonBar.ZoneChosen(Zone(click.x, click.x + 1, "toggle", "is", word)))


class Banner(Lines):
    """One sentence in the colour of alarm, on two rows at most."""

    DEFAULT_CSS = """
    Banner { height: auto; display: none; }
    Banner.-said { display: block; }
    """

    MOST_ROWS: ClassVar[int] = 2

    def __init__(self) -> None:
        super().__init__()
        self.sentence = ""

    def say(self, sentence: str) -> None:
        """Say it, or with an empty sentence go away."""
        if sentence != self.sentence:
            self.sentence = clean_line(sentence)
            self.set_class(bool(sentence), "-said")
            self.refresh(layout=True)
            self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows that the sentence takes."""
        return len(self.lines(width, self.MOST_ROWS))

    def lines(self, width: int, height: int) -> list[Line]:
        """The sentence, cut where it takes more."""
        rows = wrap(self.sentence, max(1, width - 2), self.measure)
        if len(rows) > self.MOST_ROWS:
            rest = " ".join(rows[self.MOST_ROWS - 1 :])
            rows = [*rows[: self.MOST_ROWS - 1], fit(rest, max(1, width - 2), self.measure, self.glyphs.cut)]
        return [(Span(f" {row}", "alarm"),) for row in rows]


class Header(Vertical):
    """The heading, a banner for what is wrong with the file, the overview where there is one, and the facets."""

    DEFAULT_CSS = """
    Header { height: auto; }
    """

    app = getters.app(ReadersApp)
    heading = getters.query_one(Heading)
    banner = getters.query_one(Banner)
    ribbon = getters.query_one(RibbonBar)

    def __init__(self, keys: Callable[[], Callable[[str], str]], overview: OverviewBar | None = None) -> None:
        """`keys` gives what gives the key of a facet."""
        super().__init__()
        self.keys = keys
        self.overview = overview
        self.answers: Answers | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom, as one reads."""
        yield Heading()
        yield Banner()
        if self.overview is not None:
            yield self.overview
        yield RibbonBar(keys=self.keys)

    def render_lines(self, crop: Region) -> list[Strip]:
        """No row but those of what is in it."""
        return []

    def show(self, answers: Answers) -> None:
        """Count other answers."""
        self.answers = answers
        if answers.engine.select().count() > COUNTED_AT_ONCE:
            self.app.after_frame(self.screen, partial(self.count, answers))
        else:
            self.count(answers)

    def count(self, answers: Answers) -> None:
        """Show the counts, unless something else is shown by now, or nothing any more."""
        if answers is self.answers and self.is_attached:
            self.heading.show(answers)
            self.ribbon.show(answers)
            if self.overview is not None:
                self.overview.show(answers)


def classes_for(screen: type[Screen[Any]], width: int, height: int) -> str:
    """The classes that Textual gives at this size; had from the start, they spare a second layout."""
    sides = ((width, screen.HORIZONTAL_BREAKPOINTS), (height, screen.VERTICAL_BREAKPOINTS))
    return " ".join(max(one for one in points or () if one[0] <= cells)[1] for cells, points in sides if points)
