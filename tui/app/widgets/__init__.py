"""One widget a file: what stands on a screen."""
