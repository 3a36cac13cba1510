"""Charts drawn by one code: shapes for the printed page, and the same shapes as SVG for the window."""

from tthc_desktop.documents.writing.pdf.charts.drawing import drawing, pieces
from tthc_desktop.documents.writing.pdf.charts.svg import svg

__all__ = ["drawing", "pieces", "svg"]
