"""jalon: a chronology that you can check."""

__version__ = "0.1.0"
