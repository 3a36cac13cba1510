"""Workbooks of LibreOffice and other programs (.ods), read for what was seen in them."""
