"""What belongs to the reader: the notebook, themes, the keymap."""
