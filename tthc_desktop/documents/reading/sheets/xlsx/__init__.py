"""Workbooks of Excel since 2007, read for what was seen in them."""
