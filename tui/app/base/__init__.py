"""The ground of every screen: the reader, styles, sessions, keys that wait, the collector of garbage."""
