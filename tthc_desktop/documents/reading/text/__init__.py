"""Plans from text, as it comes out of PDFs, Word, web pages and the clipboard."""

from tthc_desktop.documents.reading.text.reader import read_text

__all__ = ["read_text"]
