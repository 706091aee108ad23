"""The words that an editor shows of a field while one types: a sentence, and an example."""

from __future__ import annotations

FIELD_HELP: dict[tuple[str, str], tuple[object, ...]] = {
    ("timeline", "id"): ("A short name of the timeline that stays the same.", "calls-to-morocco"),
    ("timeline", "title"): ("What the timeline is about. title_fr is its twin in French.", "Calls to Morocco"),
    ("timeline", "language"): ("The language of every text without a suffix: its code.", "en", "fr"),
    ("timeline", "about"): ("What the file covers, what it leaves out, and when it was compiled.",),
    ("timeline", "countries"): (
        "The countries of every event that names none: one or a list. An event with countries: [] has none.",
        ["FR"],
    ),
    ("timeline", "source_language"): ("The language of every source that names none: its code.", "fr"),
    ("timeline", "data"): (
        "The numbers and words that events may have under data: a name to ask by, and its unit or nothing.",
        {"idled": "people", "importance": None},
    ),
    ("timeline", "exhibits"): ("The highest exhibit number that was ever given, so that none is given twice.", 12),
    ("timeline", "include"): (
        "Other files that are read with this one: paths from its folder, with * for any name.",
        ["../cast.yaml", "stories/*.yaml"],
    ),
    ("timeline", "view"): ("The view that is shown where nothing else is asked for, by its name under views.", "story"),
    ("timeline", "silence"): ("Hints of jalon check that are understood throughout the file: code and reason.",),
    ("actor", "name"): ("The name that is shown.", "SETCa"),
    ("actor", "short"): ("The name where room is scarce: lanes, bars, narrow rows.", "FMES"),
    ("actor", "kind"): ("What the actor is.", "union"),
    ("actor", "country"): ("Where the actor is at home: two letters.", "BE"),
    ("actor", "aliases"): ("Other names and spellings, to be found by.", ["iKanbi Belgium", "IKB"]),
    ("actor", "part_of"): ("The actors that it is a part or a member of: ids, one or a list.", "setca"),
    ("actor", "about"): ("Who this is, in a few words.",),
    ("actor", "silence"): ("Hints of jalon check about this actor that are understood: code and reason.",),
    ("source", "title"): ("The headline, as it stands there; or, not to be taken for one, a description.",),
    ("source", "publisher"): ("Who published it.", "Trends"),
    ("source", "author"): ("Who wrote it.",),
    ("source", "url"): ("Where it is: an http(s) address.", "https://example.org/article"),
    ("source", "archive"): (
        "A copy, or several: an http(s) address, or a file beside this one (HTML, PDF, text, WARC, WACZ).",
        "https://web.archive.org/web/2025/https://example.org/article",
    ),
    ("source", "published"): (
        "When it was published, in EDTF; left out when the source does not say.",
        "2025-08-25",
        "2025-08-25T22:00",
        "2025-08-25~",
        "[..2025-05-14]",
    ),
    ("source", "published_note"): ("How the date was deduced.",),
    ("source", "seen"): ("The day you read it: the latest day on which it can have been published.", "2025-12-21"),
    ("source", "language"): ("The code of its language.", "fr"),
    ("source", "country"): ("The country of its publisher: two letters.", "BE"),
    ("source", "passages"): (
        "Where on the page it says what: a name, and the first words … the last words, or one exact phrase.",
        {"jobs": "environ 150 personnes … les contrats"},
    ),
    ("source", "note"): ("What a reader should know about the source.",),
    ("source", "gone"): ("Since when its page is no more; the archive's copy opens in its place.", "2026-05"),
    ("source", "exhibit"): ("Its number as an exhibit, for ever; jalon exhibits has the next free one.", 12),
    ("source", "private"): ("Whether it stays out of all that is printed, copied and exported.", True),
    ("source", "silence"): ("Hints of jalon check about this source that are understood: code and reason.",),
    ("event", "id"): (
        "What notes, links and git find the event by. Keep it when date and title change; small letters, digits, "
        "hyphens.",
        "ikanbi-contract-end",
    ),
    ("event", "date"): (
        "When it happened, in EDTF, as precisely as the sources allow and no more.",
        "2025-12-31",
        "2026-08",
        "2026",
        "202X",
        "2025-08-25~",
        "2025-10/2026-03-31",
        "2025-09/..",
        "[..2025-08-21]",
        "[2025-08-21..2025-08-25]",
    ),
    ("event", "date_note"): ("Who gives which date, or how it was deduced.",),
    ("event", "title"): ("What happened, in one line. title_fr is its twin in French.", "The contract ends"),
    ("event", "kind"): ("What kind of event it is: a word of your own.", "contract", "law", "reaction"),
    ("event", "status"): (
        "reported: a source says that it happened (the default). planned: announced. in-force: a rule that applies. "
        "inferred: deduced, date_note says how. cancelled.",
        "planned",
    ),
    ("event", "actors"): ("Whom it concerns: ids under actors, one or a list.", ["totalenergies", "ikanbi"]),
    ("event", "countries"): ("Which countries it concerns: two letters each, one or a list.", ["BE", "MA"]),
    ("event", "place"): ("Where it happened: one place or a list.", "Liège"),
    ("event", "tags"): ("Words of your own to find it by.", ["jobs"]),
    ("event", "text"): ("What happened, in your own words.",),
    ("event", "claims"): (
        "What is said of one thing, by name: each value with who says it; keep, the value you retain, and because.",
        {
            "jobs at risk": {
                "150 people": ["trends#jobs"],
                "163 people": "bladi",
                "keep": "150 people",
                "because": "only 150 is broken down",
            }
        },
    ),
    ("event", "sources"): (
        "Who says so, besides those that the claims cite: source, source#passage, or an address.",
        ["trends#contract", "https://example.org/article"],
    ),
    ("event", "private"): ("Whether it stays out of all that is printed, copied and exported.", True),
    ("event", "about"): (
        "The events that this one announces, reports or reacts to: ids, one or a list.",
        "ikanbi-contract-end",
    ),
    ("event", "told"): ("Who was told of that here: ids under actors, one or a list.", ["ikanbi-staff"]),
    ("event", "says"): ("Who speaks here, of what it is about: ids under actors, one or a list.", ["setca"]),
    ("event", "short"): ("The title where room is scarce: lanes, bars, narrow rows.", "Contract ends"),
    ("event", "key"): ("One of the few events that the story turns on: shown in strong, labelled first.", True),
    ("event", "data"): (
        "Numbers or words of its own, by names that the timeline declares under data.",
        {"idled": 1200, "importance": 9},
    ),
    ("event", "undated"): ("In place of a date: none is known. The event stands behind all others.", True),
    ("event", "silence"): (
        "Hints of jalon check about this event that are understood: code and reason.",
        {"single-source": "the event is the article itself"},
    ),
    ("claim", "because"): ("Why that value is kept.",),
    ("claim", "name"): ("The name of the claim in another language, as name_fr.",),
    ("view", "query"): ("What the view shows, as jalon print -q takes it.", "tag:jobs -country:MA"),
    ("view", "group"): ("What its rows are grouped by.", "actor"),
    ("view", "order"): (
        "Which event the app goes to, and csv and json begin with: the oldest, the newest, or the greatest by a name "
        "under data.",
        "newest",
    ),
    ("publish", "require"): (
        "What every event needs before jalon publish makes a page: cited (always), dated-sources, two-publishers, "
        "proved, not-overdue; no-errors is about the file.",
        ["two-publishers", "no-errors"],
    ),
    ("publish", "except"): (
        "Events that are published all the same: the id, and the reason, which stands on the page.",
        {"rtbf-breaks-the-story": "the report itself is the event"},
    ),
    ("publish", "about"): ("Contact and licence, in words, for the foot of the page.", "desk@example.org · CC BY 4.0"),
}
"""By mapping and field: a sentence, then examples."""
