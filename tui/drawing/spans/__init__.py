"""The span and its roles, columns of wrapped text, and what any drawing is made of."""
