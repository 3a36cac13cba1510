"""PDF with text as a paper: characters and lines become paragraphs, tables, heads and feet."""

from tthc_desktop.documents.reading.pdf.reading import read_pdf_paper

__all__ = ["read_pdf_paper"]
