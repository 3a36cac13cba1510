"""Tables of any length: laid out once, drawn in slices."""

from tthc_desktop.documents.writing.pdf.table.flow import TableFlow

__all__ = ["TableFlow"]
