"""The pages of the file that was read, with the places of the chosen lines framed."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tthc_desktop.documents.reading.draft import Place
from tthc_desktop.ui.plan.page_pictures import opened
from tthc_desktop.ui.plan.page_stack import Size, Spot
from tthc_desktop.ui.plan.page_view import Box, PageView


class PaperPages(PageView):
    """Shows a PDF whose lines have known places; a click tells the line that it hits."""

    hit = Signal(int)

    def __init__(self, places: Mapping[int, Place], parent: QWidget | None = None) -> None:
        super().__init__(parent, "Các trang của bản gốc")
        self._by_page: dict[int, list[tuple[int, Box]]] = {}
        self.place_lines(places)
        self.pointed.connect(self._hit)

    def place_lines(self, places: Mapping[int, Place]) -> None:
        """Take where the lines stand on the pages."""
        self._places = places
        self._by_page.clear()
        for number, place in places.items():
            if place.box is not None:
                self._by_page.setdefault(place.page - 1, []).append((number, place.box))

    def show_file(self, data: bytes) -> None:
        """Show the pages of a file."""
        self.show_sizes(page_sizes(data, self))
        self.show_pages(data, range(self.pages), anew=True)

    def show_lines(self, numbers: Iterable[int]) -> None:
        """Frame lines and bring the first of them into sight."""
        known = [self._places[number] for number in numbers if number in self._places]
        boxes: dict[int, list[Box]] = {}
        for place in known:
            if place.box is not None:
                boxes.setdefault(place.page - 1, []).append(place.box)
        self.frame(boxes)
        if known:
            first = min(known, key=lambda place: (place.page, place.box[1] if place.box else 0.0))
            spot = Spot(first.page - 1, first.box[1] if first.box else 0.0)
            self.go_to(spot)
        self.mark(None)

    def _hit(self, spot: Spot) -> None:
        number = self.line_at(spot)
        if number:
            self.hit.emit(number)

    def line_at(self, spot: Spot) -> int:
        """Return the line that a place on paper belongs to: the smallest around it, else the nearest; 0 for none."""
        found = self._by_page.get(spot.page, [])
        return min(((_distance(box, spot), _area(box), number) for number, box in found), default=(0.0, 0.0, 0))[2]


def page_sizes(data: bytes, owner: QObject) -> list[Size]:
    """Return the sizes of a file's pages in points."""
    document = opened(data, owner)
    sizes = [document.pagePointSize(page) for page in range(document.pageCount())]
    document.deleteLater()
    return [(size.width(), size.height()) for size in sizes]


def _distance(box: Box, spot: Spot) -> float:
    left, top, right, bottom = box
    across = max(left - spot.left, 0.0, spot.left - right)
    down = max(top - spot.top, 0.0, spot.top - bottom)
    return float(across + down)


def _area(box: Box) -> float:
    left, top, right, bottom = box
    return float((right - left) * (bottom - top))
