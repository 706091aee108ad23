"""The problems that a file can have: the problem, its place, its code, and the meaning of each code."""
