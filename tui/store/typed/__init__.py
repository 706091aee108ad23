"""What people type and paste that YAML takes for something else, though it is no error for it."""
