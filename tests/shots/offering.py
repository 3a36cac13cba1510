"""Pictures of what the office offers while one types, and of its list of legal documents."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.streams import letters
from tthc_desktop.documents.legal_stock import missing, stock
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.legal_list import addition
from tthc_desktop.models.editing.paper import insert_bases
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.legal import basis_words
from tthc_desktop.models.plan import Basis, Plan
from tthc_desktop.models.text import plain
from tthc_desktop.ui.legal.opening import open_legal
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.offering.offer_list import OfferList
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.plan.paragraph import SIGNATURE, Place

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]


def _open(window: MainWindow, wait: Wait, plan: Plan) -> PlanPage:
    window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    page = window.desk.open_plan(plan.id)
    assert page is not None
    wait(lambda: page.preview.shown is page.plan)
    return page


def legal_empty(window: MainWindow, wait: Wait) -> None:
    del wait
    open_legal(window)


def legal_full(window: MainWindow, wait: Wait) -> None:
    del wait
    window.desk.apply(addition(missing(())))
    page = open_legal(window)
    page.view.go_to(page.table.kept[2].id, "title")


def legal_editing(window: MainWindow, wait: Wait) -> None:
    legal_full(window, wait)
    page = open_legal(window)
    document = page.table.kept[3]
    page.view.go_to(document.id, "replaced_by", edit=True)
    assert page.cells.editor is not None
    page.cells.editor.setText("nd")
    assert page.cells.suggester is not None
    page.cells.suggester.ask()


def legal_review(window: MainWindow, wait: Wait) -> None:
    del wait
    open_legal(window).propose_from_stock()


def offers_field(window: MainWindow, wait: Wait) -> None:
    """Show the usual lines above a signature."""
    page = _open(window, wait, sample_plan())
    page.go_to(SIGNATURE)
    _put(page, Place("", "capacity"))
    _press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)


def offers_basis(window: MainWindow, wait: Wait) -> None:
    """Show a basis being picked by a few letters, and one that is replaced: marked and told."""
    window.desk.apply(addition(missing(())))
    plan = sample_plan()
    old = next(document for document in stock().documents if document.number == "61/2018/NĐ-CP")
    bases = [Basis(new_id(), plain(basis_words(old))), Basis("typed", plain("nđ một cửa"))]
    page = _open(window, wait, insert_bases(plan, 1, bases))
    page.problems.show()
    wait(lambda: page.problems.view.height() > 40)
    _put(page, Place("typed"))
    _press(page, Qt.Key.Key_End)
    letters(page.surface, " ")
    wait(lambda: any(each.isVisible() for each in window.findChildren(OfferList)))
    _press(page, Qt.Key.Key_Down)


def rule_tip(window: MainWindow, wait: Wait) -> QWidget | None:
    page = _open(window, wait, sample_plan())
    _put(page, Place("", "agency"))
    page.more["rule"]()
    return next(each for each in QApplication.topLevelWidgets() if each.objectName() == "qtooltip_label")


def _put(page: PlanPage, place: Place) -> None:
    page.surface.setFocus()
    page.surface.put_cursor(place, -1)


def _press(page: PlanPage, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.surface, key, modifiers)


OFFERING: dict[str, Screen] = {
    "offers-field": offers_field,
    "offers-basis": offers_basis,
    "rule-tip": rule_tip,
    "legal-empty": legal_empty,
    "legal-full": legal_full,
    "legal-editing": legal_editing,
    "legal-review": legal_review,
}
