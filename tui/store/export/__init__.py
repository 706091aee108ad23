"""The files of an export, as bytes, and the places that they go to."""
