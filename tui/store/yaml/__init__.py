"""YAML bytes to nodes that keep their places, and what is mended or said of a broken text."""
