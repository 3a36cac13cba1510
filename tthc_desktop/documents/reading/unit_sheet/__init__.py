"""A unit's sheet as it came back, read as values."""

from tthc_desktop.documents.reading.unit_sheet.reading import read_unit_sheet

__all__ = ["read_unit_sheet"]
