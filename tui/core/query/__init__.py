"""The query language: text to tree, tree to text, and what each field means of one event."""
