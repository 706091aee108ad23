"""The record of what was published, and of each change since."""
