"""Time over columns: the scale, the ruler, how much lies where, bars and how they are packed."""
