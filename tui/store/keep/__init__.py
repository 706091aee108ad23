"""Copies that are kept because somebody asks for them: fetched or taken over, named in the file, written down."""
