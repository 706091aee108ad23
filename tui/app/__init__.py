"""The interactive face, through Textual."""
