"""Lines as people type and paste them: what is wrong with them, or is something else than it seems, by their look."""
