"""Completion of a command line in a shell: quick, so without click, YAML or any library."""
