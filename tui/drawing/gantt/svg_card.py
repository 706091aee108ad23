"""A picture of a timeline on a card, as others show it beside a link: its title, and the events over time."""

from __future__ import annotations

from tui.core.index.protocol import Answers
from tui.core.text.plural import plural
from tui.core.theme import Theme
from tui.core.timeline.in_language import TimelineInLanguage
from tui.drawing.gantt.svg import element, text_width
from tui.drawing.gantt.svg_overview import inline_overview
from tui.drawing.gantt.svg_style import style_sheet
from tui.drawing.spans.pen import Pen
from tui.drawing.time.density import fitted

WIDTH, HEIGHT, MARGIN = 1200, 630, 80
TITLE, BELOW, MOST_LINES = 76, 30, 4
"""Pixels of the letters of the title, and of what is told below it; and the lines that a title may take."""


def card(answers: Answers, language: str, theme: Theme) -> str:
    """The picture of 1200 by 630 pixels as SVG: the title, how much there is, and the events over time."""
    voice = TimelineInLanguage(answers.engine.head, language)
    room = WIDTH - 2 * MARGIN
    tally = answers.tally()
    said = " · ".join((plural(tally.events, "event"), plural(tally.sources, "source")))
    lines = _wrapped(voice.line(voice.timeline.titles) or "jalon", room)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">',
        f"<style>{style_sheet(theme, None, size=BELOW, small=16, large=TITLE)}</style>",
        element("rect", width=WIDTH, height=HEIGHT, class_="ground-fill"),
    ]
    for at, line in enumerate(lines):
        y = MARGIN + TITLE + at * TITLE * 1.12
        parts.append(element("text", line, x=MARGIN, y=y, class_="title strong-fill", font_size=TITLE))
    below = MARGIN + TITLE + (len(lines) - 1) * TITLE * 1.12 + 64
    parts.append(element("text", said, x=MARGIN, y=below, class_="dim-fill"))
    drawn = inline_overview(answers, fitted(answers, room), Pen(language, answers.engine.today), width=room)
    height = int(drawn.partition('height="')[2].partition('"')[0])
    parts.append(f'<g transform="translate({MARGIN},{HEIGHT - 50 - height})">{drawn}</g></svg>')
    return "".join(parts)


def _wrapped(text: str, room: int) -> list[str]:
    """A title in lines that fit, the last with dots where it goes on."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, TITLE) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]
