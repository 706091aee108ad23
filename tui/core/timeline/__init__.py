"""The value types of a timeline, and what each event says of itself."""
