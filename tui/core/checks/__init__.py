"""What a whole timeline is checked for: rules that are errors, and lints that are hints."""
