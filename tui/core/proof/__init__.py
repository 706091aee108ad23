"""Proofs: passages found again in copies, and the ledger of what was found when."""
