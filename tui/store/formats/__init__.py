"""Readers of the files of other programs: tables, and entries that are events or sources."""
