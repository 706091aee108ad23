"""Text made harmless, folded for search, measured in cells."""
