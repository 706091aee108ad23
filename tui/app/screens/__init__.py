"""One screen a file: what the reader is doing."""
