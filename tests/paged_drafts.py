"""Drafts of papers with pages: a plan that was read from text, its print, and where each line stands on that."""

from collections import Counter
from dataclasses import replace

from tthc_desktop.documents.reading.draft import Draft, Place
from tthc_desktop.documents.writing.pdf import draw, lay_out

_HEIGHT = 16.0


def on_pages(draft: Draft) -> tuple[Draft, bytes]:
    """Return the draft as if it had been read from the print of its plan, and that print.

    The lines of one part stand one below the other from where the print has the part.
    """
    layout = lay_out(draft.plan)
    before: Counter[str] = Counter()
    places: dict[int, Place] = {}
    for number, owner in draft.placed.items():
        if owner in layout.places:
            page, top = layout.places[owner]
            width = layout.sizes[page][0]
            y = top + _HEIGHT * before[owner]
            places[number] = Place(page + 1, (80.0, y, width - 40.0, y + _HEIGHT))
            before[owner] += 1
    return replace(draft, places=places), draw(layout, range(len(layout.pages)))
