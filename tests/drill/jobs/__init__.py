"""The work during which trouble comes: real operations through the open office and the commands."""
