"""A unit's workbook as bytes."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO

from xlsxwriter.workbook import Workbook

from tthc_desktop.documents.writing.unit_sheets.carrying import write_carried
from tthc_desktop.documents.writing.unit_sheets.page import write_page
from tthc_desktop.models.sending.values import Sent
from tthc_desktop.models.sending.workshare import WorkShare

_OPTIONS: Mapping[str, object] = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def unit_sheet(share: WorkShare, sent: Sent, due: date | None = None) -> bytes:
    """Return the workbook for a unit: its share of the plan, filled in with what `sent` says of each row."""
    file = BytesIO()
    book = Workbook(file, dict(_OPTIONS))
    _sign(book, share)
    write_page(book, share, sent, due)
    write_carried(book, share, sent)
    book.close()
    return file.getvalue()


def _sign(book: Workbook, share: WorkShare) -> None:
    book.set_properties({"title": share.plan_title[:250], "subject": share.name[:250], "comments": ""})
