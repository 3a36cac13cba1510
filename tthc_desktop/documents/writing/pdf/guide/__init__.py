"""The user guide on paper, in the letters of our papers: `guide_pdf`."""

from tthc_desktop.documents.writing.pdf.guide.book import guide_pdf

__all__ = ["guide_pdf"]
