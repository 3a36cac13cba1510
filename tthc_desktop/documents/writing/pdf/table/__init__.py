"""Tables of any length: laid out once, drawn in slices."""

from tthc_desktop.documents.writing.pdf.table.flow import TableFlow
from tthc_desktop.documents.writing.pdf.table.setting import Frame, SetTable, set_table

__all__ = ["Frame", "SetTable", "TableFlow", "set_table"]
