"""Claims and their values, the sources that make them, the state of a day, and the difference of two timelines."""
