"""The whole guide: its chapters, and the keys of the window as one more before what is new."""

from functools import cache

from tthc_desktop.documents.guide import guide
from tthc_desktop.models.guide.parsing import heading_name
from tthc_desktop.models.guide.values import Block, Chapter, Grid, Guide, Heading, Ink, Span
from tthc_desktop.ui.shortcuts import key_groups

KEYS = "phim-tat"


@cache
def whole_guide() -> Guide:
    """Return the guide as it is shown and printed."""
    *chapters, news = guide().chapters
    return Guide((*chapters, Chapter(KEYS, "Phím tắt", tuple(_groups())), news))


def _groups() -> list[Block]:
    """Return the sheet of shortcuts as tables below headings."""
    found: list[Block] = []
    head = ((Span("Phím"),), (Span("Làm gì"),))
    for title, keys in key_groups():
        rows = tuple(((Span(key, Ink.KEYS),), (Span(what),)) for key, what in keys)
        found += [Heading((Span(title),), heading_name(title)), Grid(head, rows)]
    return found
