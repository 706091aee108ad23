"""The edges: files, the environment, and other people's formats."""
