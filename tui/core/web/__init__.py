"""Addresses of the web: which page one is of, and whose site that is."""
