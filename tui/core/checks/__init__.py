"""The checks of a whole timeline: rules that are errors, and lints that are hints."""
