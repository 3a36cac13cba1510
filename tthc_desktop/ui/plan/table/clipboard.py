"""Blocks of cells on the system's clipboard."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from tthc_desktop.documents.reading.clipboard_table import read_block
from tthc_desktop.documents.writing.clipboard_table import to_html, to_tsv
from tthc_desktop.models.table_block import Block, Pieces


def put(pieces: Pieces) -> None:
    """Offer cells to other programs as text and as an HTML table."""
    data = QMimeData()
    data.setText(to_tsv(pieces))
    data.setHtml(to_html(pieces))
    QGuiApplication.clipboard().setMimeData(data)


def block() -> Block:
    """Return what the clipboard holds, a table's cells first."""
    clipboard = QGuiApplication.clipboard()
    data: QMimeData | None = clipboard.mimeData()
    if data is None:  # so it is on some systems when nothing has been copied
        data = QMimeData()
    return read_block(data.html() if data.hasHtml() else "", data.text() if data.hasText() else "")
