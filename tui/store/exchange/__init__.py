"""Files of other programs read, and what they tell written into a file of events."""
