"""The printed face, through Rich."""
