"""The face for editors: what they are told of a file while it is typed, by the language server protocol."""
