"""The things that a reader types: a new event or source, choices of a picker, the rest of a query."""
