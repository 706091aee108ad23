"""One module for each format that is text: an extract of a timeline in, records or lines out."""
