"""A story for the app to show, and the app on it, headless."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest

from tui.app.app import JalonApp
from tui.core.dates.calendar import parse_day
from tui.store.personal import themes
from tui.store.read.timeline import read

STORY = """\
timeline: {id: story, title: A story, title_fr: Une histoire, language: en}
actors:
  ikanbi: {name: iKanbi Belgium, kind: company, country: BE, short: IKANBI}
  totalenergies: {name: TotalEnergies, kind: company, country: FR}
  fr-state: {name: French State, name_fr: État français, kind: government, country: FR}
sources:
  trends:
    title: 150 jobs
    publisher: Trends
    url: https://trends.example/jobs
    published: 2025-08-25~
    passages:
      jobs: environ 150 … négociaient
  rtl:
    title: Calls
    publisher: RTL
    url: https://rtl.example/calls
    published: 2025-08-25
  paper: {title: A thing on paper, publisher: Archive}
events:
- id: tender
  date: "[..2025-08-21~]"
  title: The tender
  kind: decision
  actors: totalenergies
  countries: [BE, MA]
  sources: trends
- id: union
  date: 2025-08-25
  title: The union confirms
  title_fr: Le syndicat confirme
  kind: announcement
  actors: [ikanbi, totalenergies]
  countries: [BE, MA]
  place: Liège
  claims:
    jobs at risk:
      150 people: trends#jobs
      163 people: rtl
  sources: paper
- id: handover
  date: 2025-10/2026-03-31
  title: The handover
  kind: transition
  status: planned
  actors: [ikanbi, totalenergies]
  countries: [BE, MA]
  sources: rtl
- id: end
  date: 2025-12-31
  title: The contract ends
  kind: contract
  status: planned
  actors: [ikanbi, totalenergies]
  countries: BE
  sources: [trends, rtl]
- id: ban
  date: 2026-08-11
  title: The ban takes effect
  kind: law
  status: in-force
  actors: fr-state
  countries: FR
  sources: rtl
- id: targets
  date: 2030
  title: Targets for 2030
  kind: policy
  status: planned
  countries: MA
  sources: paper
"""

TODAY = parse_day("2026-11-22") or 0

Open = Callable[..., JalonApp]


@pytest.fixture(autouse=True)
def _garbage_is_looked_at() -> Iterator[None]:
    """Once an app is gone, what it kept out of sight is looked at like all else."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.fixture
def open_app() -> Open:
    """Make the app on a file's text, as of 22 November 2026."""

    def make(text: str = STORY, *, theme: str | None = None, language: str = "en", **more: object) -> JalonApp:
        reading = read(text.encode(), "events.yaml")
        worn, message = themes.load(theme, "")
        assert message is None
        return JalonApp(
            reading.timeline,
            worn,
            today=TODAY,
            language=language,
            problems=reading.problems,
            text=reading.text,
            **more,  # type: ignore[arg-type]  # the tests' own few
        )

    return make
