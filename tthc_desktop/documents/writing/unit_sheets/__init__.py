"""A unit's sheet: its share of a plan as a workbook that it fills in and sends back."""

from tthc_desktop.documents.writing.unit_sheets.folder import free_names, remove_sheets, write_sheets
from tthc_desktop.documents.writing.unit_sheets.naming import sheet_name
from tthc_desktop.documents.writing.unit_sheets.workbook import unit_sheet

__all__ = ["free_names", "remove_sheets", "sheet_name", "unit_sheet", "write_sheets"]
