"""The review of returned sheets before anything of them is written."""
