"""Dates that keep their doubt: EDTF to four bounds, and back to words."""
