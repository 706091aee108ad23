"""What can be wrong with a file: the problem, its place, its code, and what each code means."""
