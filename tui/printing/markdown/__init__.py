"""Markdown: a timeline, one event, and what must be escaped in it."""
