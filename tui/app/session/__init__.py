"""The file that is followed, new events, and where the reader was: what outlives a screen."""
