"""Rows of (text, role) spans, drawn once for the screen and for paper."""
