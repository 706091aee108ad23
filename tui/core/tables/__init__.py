"""Tables of other programs: headers, maps, one reading for each column, rows as events."""
