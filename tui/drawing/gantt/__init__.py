"""The lanes view, in cells and as an SVG document."""
