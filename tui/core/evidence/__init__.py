"""Claims and their values, the sources that make them, and the state of a day."""
