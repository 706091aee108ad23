"""The interactive face, through Textual."""

import os

if "TEXTUAL_FPS" not in os.environ:
    # When it is imported, Textual reads there how many frames it paints in a second at the most. At its own 60 what
    # comes right after a frame waits for the next. What jalon starts is not to inherit ours.
    os.environ["TEXTUAL_FPS"] = "240"
    import textual.constants  # noqa: F401 - for it to read that

    del os.environ["TEXTUAL_FPS"]
