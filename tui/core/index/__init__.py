"""Columns over the events of a timeline, and the answers to a query."""
