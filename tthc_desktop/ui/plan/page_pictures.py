"""The pictures of a document's pages, painted in a thread of Qt; old ones stay until the new ones are there."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer

_ROOM, _LEAST = 64_000_000, 3
"""How many bytes of pictures are kept, and how many pictures however large they are."""


def opened(data: bytes, parent: QObject | None = None) -> QPdfDocument:
    """Return the document of some bytes."""
    document = QPdfDocument() if parent is None else QPdfDocument(parent)
    buffer = QBuffer(document)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


class _Picture(NamedTuple):
    """A page as it was in some edition of the document."""

    image: QImage
    edition: int


class _Order(NamedTuple):
    """A picture that is being painted."""

    page: int
    edition: int


class _Document(NamedTuple):
    """Some pages, by the number that each has in the whole document."""

    data: bytes
    numbers: Sequence[int]


class PagePictures(QObject):
    """Paints pages of the newest document. Another document comes in when no picture is being painted."""

    changed = Signal()
    """There are newer pictures, or pages that can be painted now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._take)
        self._places: dict[int, int] = {}
        self._edition = 0
        self._waiting: _Document | None = None
        self._orders: dict[int, _Order] = {}
        self._pictures: dict[int, _Picture] = {}

    def load(self, data: bytes, numbers: Sequence[int], *, anew: bool) -> None:
        """Take another document that holds the pages of these numbers; with `anew` they say something else."""
        self._edition += anew
        self._waiting = _Document(data, numbers)
        self._turn()

    def _turn(self) -> None:
        if self._waiting is None or self._orders:
            return
        old, (data, numbers), self._waiting = self._document, self._waiting, None
        self._document = opened(data, self)
        self._renderer.setDocument(self._document)
        self._places = {number: place for place, number in enumerate(numbers)}
        old.deleteLater()
        self.changed.emit()

    def lacks(self, page: int) -> bool:
        """Tell whether the newest document does not hold a page."""
        waiting = self._waiting
        return page not in (waiting.numbers if waiting else self._places)

    def holds(self, pages: int) -> bool:
        """Tell whether the newest document has come in and holds so many pages."""
        return self._waiting is None and len(self._places) == pages

    def is_new(self, page: int, size: QSize) -> bool:
        """Tell whether there is a picture of the newest edition in this size."""
        known = self._pictures.get(page)
        return known is not None and (known.edition, known.image.size()) == (self._edition, size)

    def picture(self, page: int, size: QSize) -> QImage | None:
        """Return the best picture of a page that there is; a better one is painted when it is not `size` and new."""
        if not self.is_new(page, size):
            self._order(page, size)
        known = self._pictures.get(page)
        return known.image if known else None

    def _order(self, page: int, size: QSize) -> None:
        place = self._places.get(page)
        order = _Order(page, self._edition)
        if place is None or self._waiting or order in self._orders.values():
            return
        if number := self._renderer.requestPage(place, size, QPdfDocumentRenderOptions()):
            self._orders[number] = order

    def _take(self, _place: int, _size: QSize, image: QImage, _options: QPdfDocumentRenderOptions, number: int) -> None:
        order = self._orders.pop(number, None)
        if order is not None:
            self._pictures[order.page] = _Picture(_on_white(image), order.edition)
            self._forget(order.page)
            self.changed.emit()
        self._turn()

    def _forget(self, page: int) -> None:
        """Let the pictures go that are farthest from a page."""
        known = self._pictures
        while len(known) > _LEAST and sum(picture.image.sizeInBytes() for picture in known.values()) > _ROOM:
            del known[max(known, key=lambda other: abs(other - page))]


def _on_white(image: QImage) -> QImage:
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper
