"""Changes to the text of a file that leave the rest of it as it was."""
