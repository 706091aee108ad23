"""The views of jalon print: what can be looked at how, and the lanes and the overview on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.cli.base.request import DisplayOptions, Refusal
from tui.core.text.messages import _, translated
from tui.core.text.names import group_name
from tui.core.timeline.model import GROUPS, ORDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.core.index.protocol import Answers
    from tui.core.timeline.model import Timeline
    from tui.drawing.spans.pen import Pen
    from tui.drawing.spans.spans import Line
    from tui.drawing.time.scale import Scale

VIEWS = ("spine", "lanes", "overview", "actors")
DRAWN = ("lanes", "overview")
"""Those over a scale of time."""
OF_EVENTS = (None, "spine")
"""Those that are a list of events."""
GROUPED = {"lanes": GROUPS, "actors": ("actor", "body")}
"""Those that are grouped, with the fields that group them."""
PICTURES = ("svg", "png")
ROWS_ON_PAPER = 12
"""Rows that a group of the lanes may take."""
OVERVIEW_ROWS = 6
"""Ruler, heights, and four of long intervals."""


class ViewOptions(NamedTuple):
    """The part of a timeline that is looked at, and its form, as far as the command line says."""

    view: str | None = None
    group: str | None = None
    zoom: str | None = None
    order: str | None = None
    """One of ORDERS: which of the events come first where they are a list."""


def refuse_what_is_not_drawn(form: str, view: str | None, group: str | None, zoom: str | None) -> None:
    """Say so when options ask for what does not go together, rather than leave one out."""
    if form in PICTURES and view != "lanes":
        raise Refusal(_("--format {form} is a picture of the lanes", form=form), _("add --view lanes"))
    if form not in (*PICTURES, "text") and view is not None:
        raise Refusal(_("--format {form} has no views", form=form), _("leave out --view, or --format"))
    if group is not None and view not in GROUPED:
        raise Refusal(_("--group is what lanes stand for"), _("add --view lanes"))
    if view == "actors" and group not in (None, *GROUPED["actors"]):
        raise Refusal(_("--group {field} is for lanes", field=group), _("actors are grouped by actor or body"))
    if zoom is not None and view not in DRAWN:
        raise Refusal(_("--zoom is for time on a scale"), _("add --view lanes or --view overview"))


def refuse_unknown_order(order: str | None, timeline: Timeline, form: str, view: str | None, *, full: bool) -> None:
    """Say so when events are to be put in an order that there is not, or that the form has no place for."""
    if order is None:
        return
    choices = (*ORDERS, *timeline.data)
    if order not in choices and order.removeprefix("-") not in timeline.data:
        from tui.core.text.nearest import did_you_mean

        raise Refusal(
            _('"{order}" is no order', order=order),
            did_you_mean(order, choices) or _("one of {names}", names=", ".join(choices)),
        )
    if view == "actors":
        raise Refusal(_("--sort is for events"), _("the actors with most events come first"))
    if view in DRAWN or form in PICTURES:
        raise Refusal(_("--sort is for what is a list"), _("what is drawn stands in order of time"))
    if order not in ORDERS and (full or form == "markdown"):
        raise Refusal(_("--sort is for rows, json and csv"), _("what else is printed stands in order of time"))


def group_and_order(timeline: Timeline, saved: str | None) -> tuple[str | None, str | None]:
    """The field that a saved view is grouped by, if it is one, and the order of its events."""
    if saved is None:
        return None, None
    from tui.core.text.fold import fold

    found = next((view for view in timeline.views if fold(view.name) == fold(saved)), None)
    return (found.group if found.group in GROUPS else None, found.order) if found else (None, None)


def scale_of(answers: Answers, sight: ViewOptions, columns: int) -> Scale:
    """The scale asked for, to the minute; where it is open on a side, or none is asked for, that of the events."""
    from tui.core.dates.edtf import DateError
    from tui.core.dates.parse import parse_date
    from tui.core.timeline.when import moments_of
    from tui.drawing.time.density import fitted
    from tui.drawing.time.scale import Scale

    story = fitted(answers, columns)
    if sight.zoom is None:
        return story
    try:
        begin, end = moments_of(parse_date(sight.zoom))
    except DateError as error:
        raise Refusal(
            _('zoom: "{text}" is not a date: {reason}', text=sight.zoom, reason=translated(error.message)), error.hint
        ) from error
    first = story.begin if begin is None else begin
    past = story.end if end is None else end
    if first >= past:
        raise Refusal(_('zoom: "{text}" leaves nothing to show', text=sight.zoom), _("name both ends of the span"))
    return Scale.of_moments(first, past, columns)


def draw_view(answers: Answers, look: DisplayOptions, sight: ViewOptions) -> None:
    """The heading, then lanes, overview or actors."""
    rows = {"lanes": _lanes, "overview": _overview, "actors": _actors}[sight.view or ""]
    look.draw(lambda pen: rows(answers, sight, look, pen))


def heading(answers: Answers, look: DisplayOptions, pen: Pen) -> Iterable[Line]:
    """The first row of a page; where nothing is to be cut, a long title has rows of its own."""
    from tui.drawing.spine.heading import timeline_heading, whole_heading

    if look.wraps:
        return whole_heading(answers, look.width, pen)
    return [timeline_heading(answers, look.width, pen)]


def _lanes(answers: Answers, sight: ViewOptions, look: DisplayOptions, pen: Pen) -> Iterator[Line]:
    """The ruler, and every row of every group."""
    from tui.drawing.gantt.chart import Chart, head_cells
    from tui.drawing.time.grouping import Grouping, fields_of

    fields = fields_of(answers.engine)
    width = look.width
    head = head_cells(width)
    chart = Chart(
        Grouping(answers, sight.group or fields[0]),
        scale_of(answers, sight, max(1, width - head)),
        pen,
        head=head,
        most_rows=ROWS_ON_PAPER,
    )
    yield from heading(answers, look, pen)
    if chart.grouping.undated < answers.count():
        yield chart.ruler(_("by {field}", field=group_name(chart.grouping.field)))
        yield from chart.rows()
    yield from filter(None, (chart.unseen(), chart.left_out()))


def _overview(answers: Answers, sight: ViewOptions, look: DisplayOptions, pen: Pen) -> Iterator[Line]:
    """The overview with all that it has."""
    from tui.drawing.time.overview import Overview

    overview = Overview(answers, look.width, pen, scale_of(answers, sight, look.width))
    yield from heading(answers, look, pen)
    yield from overview.draw(OVERVIEW_ROWS, None)
    yield from overview.remarks()


def _actors(answers: Answers, sight: ViewOptions, look: DisplayOptions, pen: Pen) -> Iterator[Line]:
    """The names of the columns, and a row an actor."""
    from tui.drawing.lists.actors import ActorList

    actors = ActorList(answers, pen, group=sight.group or GROUPS[0])
    yield from heading(answers, look, pen)
    rows = actors.asked()
    if rows:
        yield actors.header(look.width)
    yield from (actors.draw(row, look.width) for row in rows)
