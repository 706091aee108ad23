"""One question a file: what opens over a screen and gives an answer."""
