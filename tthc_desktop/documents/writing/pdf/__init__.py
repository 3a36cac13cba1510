"""The paper that leaves the office: a plan as PDF in the layout of Decree 30/2020."""

from tthc_desktop.documents.writing.pdf.layout import Layout, draw, lay_out, owner_at
from tthc_desktop.documents.writing.pdf.rendering import Rendered, render, rendered

__all__ = ["Layout", "Rendered", "draw", "lay_out", "owner_at", "render", "rendered"]
