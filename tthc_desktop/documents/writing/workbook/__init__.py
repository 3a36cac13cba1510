"""Plans as workbooks of Excel, in the look of the print, and so that they can be taken back."""

from tthc_desktop.documents.writing.workbook.plan_book import workbook
from tthc_desktop.documents.writing.workbook.whole_book import whole_workbook

__all__ = ["whole_workbook", "workbook"]
