"""Two versions of a file put together again, by events and fields rather than by lines."""
