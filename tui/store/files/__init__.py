"""The files that one timeline is made of."""
