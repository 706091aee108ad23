"""Events that come in from other programs: their names in the file, what is there already, the account of each row."""
