"""The edges: files, the environment, and formats of other programs."""
