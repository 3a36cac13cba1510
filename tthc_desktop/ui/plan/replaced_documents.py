"""Cited documents that others have replaced: told in the list of places to look at, and marked on the surface."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Slot

from tthc_desktop.models.changes import Pairs
from tthc_desktop.models.editing.legal_list import called
from tthc_desktop.models.identity import Id
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.legal_use import Replaced, replaced
from tthc_desktop.ui.background import Background, Latest
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.plan.paragraph import Place
from tthc_desktop.ui.plan.problems import Finding

_REST = 300
"""Milliseconds after a change before the whole plan is looked through again."""


class ReplacedDocuments(QObject):
    """Looks through the plan of a page in the background whenever it, or the list of documents, has changed."""

    def __init__(
        self, page: PlanPage, documents: Callable[[], Mapping[Id, LegalDocument]], background: Background
    ) -> None:
        super().__init__(page)
        self._page = page
        self._closed = False
        page.destroyed.connect(lambda: setattr(self, "_closed", True))
        self._documents = documents
        self._finds: Latest[tuple[Replaced, ...]] = Latest(self, background, self._show, page.troubled.emit)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.look)
        page.showed.connect(self._rest.start)
        self.look()

    @Slot(object)
    def hear(self, pairs: Pairs) -> None:
        """Look again when the list of documents has changed."""
        if any(isinstance(value, LegalDocument) for pair in pairs for value in pair):
            self.look()

    def look(self) -> None:
        """Look through the plan as it is now."""
        self._rest.stop()
        plan, documents = self._page.plan, dict(self._documents())
        if self._page.surface.flags or any(document.replaced_by for document in documents.values()):
            self._finds.ask(lambda _job: replaced(plan, documents))

    def _show(self, found: tuple[Replaced, ...]) -> None:
        if self._closed:
            return
        page, flags = self._page, _flags(found)
        page.problems.show_more(tuple(Finding(_where(page, place), _told(place), place.owner) for place in found))
        if page.surface.flags != flags:
            page.surface.flags = flags
            page.surface.viewport().update()
            page.told.emit()


def _told(place: Replaced) -> str:
    return f"{called(place.old)} đã được thay thế bởi {called(place.new)}"


def _flags(found: tuple[Replaced, ...]) -> dict[Place, str]:
    made: dict[Place, str] = {}
    for place in found:
        at = Place(place.owner)
        made[at] = "\n".join(filter(None, (made.get(at, ""), f"{_told(place)}.")))
    return made


def _where(page: PlanPage, place: Replaced) -> str:
    name = next((p.name for p in page.surface.paragraphs if p.place == Place(place.owner)), "")
    return f"{name[:1].upper()}{name[1:]}" if name else "Trong bảng"
