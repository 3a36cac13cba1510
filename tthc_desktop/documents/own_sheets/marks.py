"""The signs by which our own sheets are known again, however rows, columns and sheets were moved.

The first row of a table's sheet is hidden and names its columns; a hidden column names its rows and, in that first
row, the table. A hidden sheet keeps what the visible cells cannot say.
"""

FORMAT = 1
"""Goes up whenever an older program could misread a workbook."""
SIGN = "tthc-desktop"
"""Stands in the first cell of the hidden sheet."""
HIDDEN_SHEET = "tthc"
LONG_SHEET = "Chữ dài"
"""The sheet with the rest of words that no cell can hold."""

TABLE, COLUMN, ROW = "table:", "column:", "row:"
DUE = "due:"
LABEL, TITLE, ATTACHED, OVER, HEAD = "label:", "title:", "attached:", "over:", "head:"
