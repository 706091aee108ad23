"""A small timeline as data, random edits of it by one person, and what two such edits are to make together."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from tui.store.yaml.quote import quoted

Story = dict[str, Any]
"""`sources`: id to fields; `events`: fields, in order; `comments`: id to the comment above."""

WORDS = (
    "strike",
    "vote",
    "letter",
    "answer",
    "ruling",
    "march",
    "talks",
    "offer",
    "grève",
    "réponse",
    "🚆 train",
    "外",
)
ACTORS = ("ardenne", "kasbah", "ourthe", "rhodane", "vesdre")
TAGS = ("calls", "rail", "law", "work")


def story(random: Random, events: int = 6) -> Story:
    """A timeline of some events, in order of time."""
    sources = {f"s-{n}": {"title": f"Article {n}", "url": f"https://example.org/{n}"} for n in range(4)}
    made: list[dict[str, Any]] = [
        {
            "id": f"e-{n}",
            "date": f"2025-{n + 1:02}-{random.randint(1, 28):02}",
            "title": " ".join(random.sample(WORDS, 3)),
            "actors": random.sample(ACTORS, random.randint(1, 3)),
            "tags": random.sample(TAGS, random.randint(1, 2)),
            "sources": random.sample(sorted(sources), random.randint(1, 2)),
        }
        for n in range(events)
    ]
    comments = {event["id"]: f"about {event['id']}" for event in made if random.random() < 0.4}
    return {"sources": sources, "events": made, "comments": comments}


def written(it: Story, random: Random | None = None) -> str:
    """The story as a file; with `random` some texts have quotes that they do not need."""
    lines = ["timeline:", "  id: story", "  title: A story", "", "sources:"]
    for own, fields in it["sources"].items():
        lines += [f"  {own}:", *(f"    {key}: {value}" for key, value in fields.items())]
    lines += ["", "events:"]
    for event in it["events"]:
        lines.append("")
        if event["id"] in it["comments"]:
            lines.append(f"# {it['comments'][event['id']]}")
        dash = "- "
        for key, value in event.items():
            if isinstance(value, list):
                text = "[" + ", ".join(value) + "]"
            else:
                text = quoted(value) if random is not None and key == "title" and random.random() < 0.2 else value
            lines.append(f"{dash}{key}: {text}")
            dash = "  "
    return "\n".join(lines) + "\n"


def _some(it: Story, random: Random) -> dict[str, Any]:
    event: dict[str, Any] = random.choice(it["events"])
    return event


def _retitle(it: Story, random: Random, mark: str) -> None:
    _some(it, random)["title"] = " ".join(random.sample(WORDS, 2)) + f" {mark}"


def _redate(it: Story, random: Random, mark: str) -> None:
    event = _some(it, random)
    event["date"] = event["date"][:8] + f"{random.randint(1, 28):02}"


def _tell(it: Story, random: Random, mark: str) -> None:
    _some(it, random)["text"] = f"A text by {mark} of {random.choice(WORDS)}"


def _untell(it: Story, random: Random, mark: str) -> None:
    _some(it, random).pop("text", None)


def _name_actor(it: Story, random: Random, mark: str) -> None:
    event, actor = _some(it, random), random.choice(ACTORS)
    if actor not in event["actors"]:
        event["actors"] = [*event["actors"], actor]


def _drop_actor(it: Story, random: Random, mark: str) -> None:
    event = _some(it, random)
    if len(event["actors"]) > 1:
        event["actors"] = event["actors"][1:]


def _tag(it: Story, random: Random, mark: str) -> None:
    event, tag = _some(it, random), random.choice(TAGS)
    if tag not in event["tags"]:
        event["tags"] = [tag, *event["tags"]]


def _add(it: Story, random: Random, mark: str) -> None:
    month, day = random.randint(1, 7), random.randint(1, 28)
    made = {
        "id": f"new-{mark}-{random.randint(0, 10**6)}", "date": f"2025-{month:02}-{day:02}",
        "title": f"New by {mark}", "actors": [random.choice(ACTORS)], "tags": ["calls"], "sources": ["s-0"],
    }  # fmt: skip
    later = [n for n, event in enumerate(it["events"]) if event["date"] > made["date"]]
    it["events"].insert(later[0] if later else len(it["events"]), made)


def _remove(it: Story, random: Random, mark: str) -> None:
    if len(it["events"]) > 3:
        it["events"].remove(_some(it, random))


def _comment(it: Story, random: Random, mark: str) -> None:
    it["comments"][_some(it, random)["id"]] = f"a remark by {mark} {random.randint(0, 99)}"


def _add_source(it: Story, random: Random, mark: str) -> None:
    own = f"s-{mark}-{random.randint(0, 10**6)}"
    it["sources"][own] = {"title": f"New {own}", "url": f"https://example.org/{own}"}
    event = _some(it, random)
    event["sources"] = [*event["sources"], own]


EDITS: tuple[Callable[[Story, Random, str], None], ...] = (
    _retitle, _redate, _tell, _untell, _name_actor, _drop_actor, _tag, _add, _add, _remove, _comment, _add_source,
)  # fmt: skip


def edited(it: Story, random: Random, mark: str) -> Story:
    """The story after some edits by one person."""
    other = deepcopy(it)
    for _ in range(random.randint(1, 4)):
        random.choice(EDITS)(other, random, mark)
    return other
