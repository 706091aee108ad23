"""Sources, actors, notes, claims, differences and whole timelines as rows."""
