"""Plans as workbooks of Excel, in the look of the print, and so that they can be taken back."""

from tthc_desktop.documents.writing.workbook.plan_book import workbook

__all__ = ["workbook"]
