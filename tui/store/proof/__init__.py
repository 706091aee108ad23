"""Copies on this machine, the ledger beside the timeline, and what is fetched because somebody asks for it."""
