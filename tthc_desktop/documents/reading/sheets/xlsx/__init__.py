"""Workbooks of Excel since 2007, read for what was seen in them.

No library gives what was seen. python-calamine has no number formats, fonts and error values, and refuses a workbook
for one error newer than it (#SPILL!); openpyxl has them, but refuses styles and sizes that Excel takes. Both in turn,
behind a scan that keeps far-apart cells from them, took two to three times as long as these modules for a sheet with
numbers (7 s for 50,000 rows), longer than openpyxl alone, and half of this code remained.
"""
