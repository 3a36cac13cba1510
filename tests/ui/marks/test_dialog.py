"""Marks of a paper and the sheets of its appendices in the window: shown, changed as one, undone by name."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import Hands
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.marks import Circulation, Marks, PaperSize, Secrecy, Urgency
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.marks.dialog import MarksDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing


def opened(hands: Hands, plan: Plan) -> MarksDialog:
    hands.add(plan)
    hands.window.desk.open_plan(plan.id)
    hands.do("marks")
    (found,) = [one for one in hands.window.findChildren(MarksDialog) if one.isVisible()]
    return found


def test_marks_and_sheets_are_one_change_that_is_undone_by_name(hands: Hands) -> None:
    plan = sample_plan()
    dialog = opened(hands, plan)
    dialog.secrecy.setCurrentIndex(dialog.secrecy.findText("MẬT"))
    dialog.urgency.setCurrentIndex(dialog.urgency.findText("HỎA TỐC"))
    dialog.drafter.setText("PL")
    dialog.copies.setValue(30)
    first = plan.appendices[0].id
    dialog.sheets[first].setCurrentIndex(dialog.sheets[first].findText("A3, nằm ngang"))
    dialog._take()
    office = hands.window.desk.office
    assert office is not None
    made = office.plans[plan.id]
    assert made.marks == Marks(Secrecy.SECRET, Urgency.EXPRESS, Circulation.NONE, "PL", 30)
    assert (made.appendices[0].paper, made.appendices[0].landscape) == (PaperSize.A3, True)
    assert made.appendices[1] is plan.appendices[1]
    hands.do("undo")
    assert office.plans[plan.id] == plan


def test_what_is_there_is_shown_and_stays(hands: Hands) -> None:
    marks = Marks(Secrecy.TOP, Urgency.URGENT, Circulation.INTERNAL, "VP", 7)
    plan = replace(sample_plan(), marks=marks)
    dialog = opened(hands, plan)
    assert dialog.marked() is plan
    assert dialog.circulation.currentText() == "LƯU HÀNH NỘI BỘ"
    assert leftovers(dialog) == set()
    assert [each for each in dialog.findChildren(QWidget) if is_control(each) and not name_aloud(each)] == []
