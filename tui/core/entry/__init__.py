"""What is typed: a new event or source, choices of a picker, the rest of a query."""
