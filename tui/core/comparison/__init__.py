"""Two timelines side by side: which entry is which under another id, and all in which they differ."""
