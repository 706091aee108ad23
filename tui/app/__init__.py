"""The interactive face, through Textual."""

import os

os.environ.setdefault("TEXTUAL_FPS", "240")
"""Frames a second that Textual draws at the most: at its 60, what comes right after a frame waits for the next."""
