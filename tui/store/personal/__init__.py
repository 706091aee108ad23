"""The reader's own files: the notebook, themes, the keymap."""
