"""What every screen stands on: the reader, styles, keys that wait, the collector of garbage."""
