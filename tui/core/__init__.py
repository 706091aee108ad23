"""The domain: dates with doubt, events, evidence, the query. No files, no clock, no screen, no YAML."""
