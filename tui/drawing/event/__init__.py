"""One event whole: its claims, its sources, who knew of it, the notes of the reader."""
