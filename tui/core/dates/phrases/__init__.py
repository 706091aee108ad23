"""The phrases of dates, a module for each language."""
