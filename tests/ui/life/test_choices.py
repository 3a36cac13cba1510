"""The tree of choices: taken and left by keyboard, alone and as a group."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tthc_desktop.ui.life.choices import Choice, ChoicesModel, ChoicesView


def tree() -> list[Choice]:
    return [
        Choice("Năm", children=[Choice("một", 1), Choice("hai", 2, taken=False)]),
        Choice("Trống"),
        Choice("Việc", children=[Choice("Nhóm", children=[Choice("ba", 3)])]),
    ]


@pytest.fixture
def view(dressed: None, qtbot: QtBot) -> ChoicesView:
    del dressed
    made = ChoicesView("Thử")
    qtbot.addWidget(made)
    made.show_choices(tree())
    made.expandAll()
    made.show()
    return made


def words(view: ChoicesView) -> list[str]:
    found, index = [], view.choices.index(0, 0)
    while index.isValid():
        found.append(str(index.data()))
        index = view.indexBelow(index)
    return found


def test_groups_are_counted_and_empty_ones_left_out(view: ChoicesView) -> None:
    assert words(view) == ["Năm (1/2)", "một", "hai", "Việc (1/1)", "Nhóm (1/1)", "ba"]
    QAbstractItemModelTester(view.choices, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_space_takes_and_leaves_a_line(view: ChoicesView, qtbot: QtBot) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.choices.changed):
        QTest.keyClick(view, Qt.Key.Key_Space)
    assert [choice.taken for choice in view.choices.leaves()] == [False, False, True]
    assert words(view)[0] == "Năm (0/2)"
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert [choice.taken for choice in view.choices.leaves()] == [True, False, True]


def test_space_takes_a_whole_group_then_leaves_it(view: ChoicesView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert [choice.taken for choice in view.choices.leaves()] == [True, True, True]
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert [choice.taken for choice in view.choices.leaves()] == [False, False, True]
    view.setCurrentIndex(view.choices.index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert not any(choice.taken for choice in view.choices.leaves())


def test_a_tree_to_look_at_takes_nothing(dressed: None, qtbot: QtBot) -> None:
    del dressed
    model = ChoicesModel(checkable=False)
    model.show_choices(tree())
    index = model.index(0, 0, model.index(0, 0))
    assert index.data(Qt.ItemDataRole.CheckStateRole) is None
    assert not model.setData(index, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert model.index(0, 0).data() == "Năm (2)"
    del qtbot


def test_enter_opens_a_line_and_folds_a_group(view: ChoicesView, qtbot: QtBot) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not view.isExpanded(view.choices.index(0, 0))
    view.go_to(next(choice for choice in view.choices.leaves() if choice.key == 2))
    with qtbot.waitSignal(view.opened) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [2]
