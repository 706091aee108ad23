"""The lanes as a picture: SVG as it is drawn, PNG through resvg, which is an extra."""

from __future__ import annotations

import sys

from tui.cli.base import streams
from tui.cli.base.drawn_views import ViewOptions, scale_of
from tui.cli.base.request import DisplayOptions, Refusal
from tui.core.index.protocol import Answers
from tui.core.text.messages import _
from tui.core.theme import Theme
from tui.drawing.gantt.svg_document import Picture, picture
from tui.drawing.spans.pen import Pen
from tui.drawing.time.grouping import Grouping, fields_of

BY_DAY, BY_NIGHT = "papier", "encre"
"""The themes of a picture that is shown on a light and on a dark ground, when none is named."""
PIXELS = 10
"""For a cell of the width that is asked for."""
SHARPER = 2
"""Dots of a PNG for a pixel, each way: screens have as many, and paper more."""


def write(answers: Answers, form: str, look: DisplayOptions, sight: ViewOptions) -> None:
    """Write the picture to standard output."""
    if form == "png":
        _write_png(answers, look, sight)
    else:
        sys.stdout.write(_drawn(answers, look, sight, both=look.theme_name is None).text)


def _drawn(answers: Answers, look: DisplayOptions, sight: ViewOptions, *, both: bool) -> Picture:
    """The picture in the theme that is named; else by day, and with `both` by night too."""
    grouping = Grouping(answers, sight.group or fields_of(answers.engine)[0])
    width = (look.asked_width or streams.PAGE_WIDTH) * PIXELS
    return picture(
        grouping,
        scale_of(answers, sight, width),
        Pen(look.language, look.today),
        width=width,
        theme=_theme(look, look.theme_name or BY_DAY),
        by_night=_theme(look, BY_NIGHT) if both else None,
    )


def _theme(look: DisplayOptions, name: str) -> Theme:
    return look._replace(theme_name=name).chosen()


def _write_png(answers: Answers, look: DisplayOptions, sight: ViewOptions) -> None:
    if streams.is_terminal():
        raise Refusal(_("a terminal shows no PNG"), _("send it to a file: … --format png > lanes.png"))
    try:
        from resvg_py import svg_to_bytes
    except ImportError as missing:
        raise Refusal(_("--format png needs resvg"), _('pip install "jalon[png]", or --format svg')) from missing
    drawn = _drawn(answers, look, sight, both=False)
    data = svg_to_bytes(svg_string=drawn.text, zoom=SHARPER)
    sys.stdout.flush()
    sys.stdout.buffer.write(bytes(data))
