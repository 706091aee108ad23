"""Nodes to a timeline and its problems; the schema is made from the same tables."""
