"""Plans as Word files that a careful person could have made: real styles, numbers, tables, sections."""

from tthc_desktop.documents.writing.word.rendering import render

__all__ = ["render"]
