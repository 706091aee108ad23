"""The page as HTML: the template filled, with the styles and the script within it."""

from __future__ import annotations

import base64
import os
import re
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from tui import __version__
from tui.core.theme import Theme
from tui.drawing.gantt.svg_style import shape_rules
from tui.page.site.colours import DRAWN, LETTERS, colours, variables

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = os.path.dirname(__file__)


class Dress(NamedTuple):
    """The look of a page, and whether a script goes with it."""

    by_day: Theme
    by_night: Theme | None = None
    """Worn where the reader prefers a dark scheme."""
    has_script: bool = True


@cache
def asset(name: str) -> str:
    """A file that comes with jalon, as text."""
    with open(os.path.join(FOLDER, "assets", name), encoding="utf-8") as file:
        return file.read()


@cache
def environment() -> Environment:
    """The templates; whatever is put into one is text, never markup."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(os.path.join(FOLDER, "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def script(name: str) -> str:
    """A script without the blanks that indent it."""
    return "\n".join(line.strip() for line in asset(name).splitlines() if line.strip())


def hash_of(text: str) -> str:
    """The hash of a script, by which a policy knows it."""
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def policy(scripts: list[str], *, is_live: bool) -> str:
    """The policy that a browser keeps: nothing from anywhere, and only these scripts, by their hashes."""
    hashes = " ".join(map(hash_of, scripts))
    parts = [
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",  # no words: a policy
        *([f"script-src {hashes}"] if scripts else []),
        *(["connect-src 'self'"] if is_live else []),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(parts)


def schemes(dress: Dress) -> str:
    """The colour schemes that a page has, as CSS names them."""
    return "light dark" if dress.by_night else dress.by_day.kind  # no words: CSS


def style(dress: Dress) -> str:
    """The styles: the colours of day and night, then the rules."""
    day, night = dress.by_day, dress.by_night
    rules = [f":root{{{variables(day)}color-scheme:{schemes(dress)}}}"]
    if night is not None:
        rules.append(f"@media screen and (prefers-color-scheme:dark){{:root{{{variables(night)}}}}}")  # no words: CSS
    rules += [
        f".{role}-fill{{fill:var(--{role})}}.{role}-line{{stroke:var(--{role});stroke-width:1.5px}}"
        for role in (*LETTERS, *DRAWN)
    ]
    rules += [shape_rules(size=13, small=11), asset("page.css")]
    rules.append(f"@media print{{:root{{{_on_paper(day)}}}}}")  # no words: CSS
    return re.sub(r"\n+", "\n", "\n".join(rules))


def _on_paper(theme: Theme) -> str:
    """The variables for white paper, in the colours of a light theme; of a dark one in black."""
    if theme.kind == "light":
        return f"--ground:#ffffff;--panel:#f4f4f1;--line:{colours(theme)['line']};"
    greys = {"ground": "#ffffff", "panel": "#f2f2f2", "line": "#c8c8c8"}
    return "".join(f"--{role}:{greys.get(role, '#1c1c1c')};" for role in (*greys, *LETTERS, *DRAWN))


def _drawn(svg: str) -> Markup:
    """A drawing of jalon's own as markup: it escapes every text in it."""
    return Markup(svg)  # noqa: S704 - made by tui.drawing alone


def html(dress: Dress, *, version: int = 0, **values: Any) -> str:
    """The page; with a version it has a script by which it follows the file that it is made from."""
    own = script("page.js") if dress.has_script else ""
    live = script("live.js") if version else ""
    accent = colours(dress.by_day)["now"].lstrip("#")
    page = values["page"]
    for section in page.sections:
        for at, article in enumerate(section.articles):
            section.articles[at] = article._replace(drawing=_drawn(article.drawing))
    drawn = page._replace(
        overview=_drawn(page.overview),
        lanes=_drawn(page.lanes),
        legend=[one._replace(drawing=_drawn(one.drawing)) for one in page.legend],
        marks=[one._replace(drawing=_drawn(one.drawing)) for one in page.marks],
    )
    values |= {
        "page": drawn,
        "css": Markup(style(dress)),  # noqa: S704 - rules and colours of jalon's own
        "csp": policy([text for text in (own, live) if text], is_live=bool(live)),
        "script": Markup(own),  # noqa: S704 - jalon's own
        "live": Markup(live),  # noqa: S704 - the same
        "accent": accent,
        "schemes": schemes(dress),
        "live_version": version,
        "version": __version__,
    }
    return environment().get_template("page.html").render(values)
