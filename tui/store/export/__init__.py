"""What goes out in another format, as bytes of files."""
