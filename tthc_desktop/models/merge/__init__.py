"""Returned sheets compared, cell by cell, with what was sent and with what the office has now."""
