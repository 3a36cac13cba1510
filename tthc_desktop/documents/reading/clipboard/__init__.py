"""What another program put on the clipboard, read as a part of a plan."""

from tthc_desktop.documents.reading.clipboard.pasted import Pasted
from tthc_desktop.documents.reading.clipboard.reader import read_exact, read_html, read_plain

__all__ = ["Pasted", "read_exact", "read_html", "read_plain"]
