"""The words of a page in one language: its articles, notes, drawings and words."""
