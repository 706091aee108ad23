"""The system below: files, the environment, git, the editor, the browser."""
