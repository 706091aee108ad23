"""Who says what: claims and their values, what was out by a day, what two timelines differ in."""
