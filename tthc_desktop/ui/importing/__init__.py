"""The review of a paper before anything of it is written."""
