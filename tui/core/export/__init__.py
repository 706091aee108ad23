"""Events, claims and sources as records for other programs."""
