"""The review of a corrected Word file."""
