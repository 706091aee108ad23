"""The page served on this machine alone: live as its file is saved, or the app itself in a browser."""
