"""The domain: dates with doubt, events, the query, the spine. No files, no clock, no screen, no YAML."""
