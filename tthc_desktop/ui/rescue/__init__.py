"""The way out of a damaged file: a backup, what can be saved of it, or another file."""
