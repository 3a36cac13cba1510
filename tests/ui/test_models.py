"""Qt's own tester on every item model, and what the models say."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.papers import little_plan
from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Item, SourceLine
from tthc_desktop.models.text import plain
from tthc_desktop.ui.importing.source_model import PLACED, SourceModel
from tthc_desktop.ui.plan.outline_entries import entries, walk
from tthc_desktop.ui.plan.outline_view import OutlineModel
from tthc_desktop.ui.plan.problems import FindingsModel, findings
from tthc_desktop.ui.plan.table_model import TableModel
from tthc_desktop.ui.plans_list import Listed, PlansModel

PLAN = little_plan()
TABLE = next(table for table, _ in tables(PLAN))


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """Set Qt's tester on a model; what it finds is a warning, and warnings fail a test."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)


def table_model() -> TableModel:
    model = TableModel()
    model.show_table(PLAN, TABLE)
    return model


def outline_model() -> OutlineModel:
    model = OutlineModel()
    model.show_entries(entries(PLAN))
    return model


def findings_model() -> FindingsModel:
    model = FindingsModel()
    model.show_findings(findings(PLAN))
    return model


def plans_model() -> PlansModel:
    model = PlansModel()
    model.show_plans([Listed("p", "Kế hoạch", "3 nhiệm vụ")])
    return model


def source_model() -> SourceModel:
    lines = (SourceLine(1, "KẾ HOẠCH"), SourceLine(3, "  lạ  "))
    return SourceModel(Draft(PLAN, lines, {1: "p1"}, ()))


@pytest.mark.parametrize("make", [table_model, outline_model, findings_model, plans_model, source_model])
def test_qt_accepts_the_model(make: Callable[[], QAbstractItemModel]) -> None:
    assert watched(make()).model().rowCount() > 0


def test_a_table_shows_numbers_groups_and_words() -> None:
    model = table_model()
    shown = [[model.index(row, column).data() for column in range(2)] for row in range(model.rowCount())]
    assert shown[0] == ["I", "NHÓM CHUNG"]
    assert [row[0] for row in shown[1:]] == ["1", "2", "3", "4"]
    assert model.index(4, 1).data() == "Hồ sơ nộp trực tuyến"


def test_computed_numbers_cannot_be_typed_into() -> None:
    model = table_model()
    assert not model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(1, 1)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(1, 0), "9")


def test_only_the_rows_that_differ_are_refreshed() -> None:
    model = table_model()
    refreshed: list[int] = []
    model.dataChanged.connect(lambda first, _last: refreshed.append(first.row()))
    task = replace(PLAN.tasks["t2"], lead=plain("Thanh tra"))
    model.show_table(replace(PLAN, tasks={**PLAN.tasks, "t2": task}), TABLE)
    assert refreshed == [2]


def test_a_longer_table_begins_anew() -> None:
    model = table_model()
    tester = watched(model)
    longer = little_plan(5)
    model.show_table(longer, next(table for table, _ in tables(longer)))
    assert model.rowCount() == 7
    assert tester.model() is model


def test_the_outline_names_every_part() -> None:
    model = outline_model()
    top = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert top == [
        "Đầu văn bản",
        "Căn cứ (1)",
        "I. MỤC ĐÍCH",
        "II. NHIỆM VỤ",
        "Nơi nhận (2) và chữ ký",
        "Phụ lục (5 hàng)",
    ]


def test_neighbours_with_one_kind_of_number_are_all_in_the_outline_or_none_is() -> None:
    words = Item("n1", Mark.LETTER, plain("Giảm giấy tờ."))
    work = Item("n2", Mark.LETTER, task_id="body")
    section = Item("s", Mark.ARABIC, plain("Việc"), children=(words, work, Item("n3", Mark.DASH, plain("Ghi chú"))))
    aims = Item("s0", Mark.ARABIC, plain("Mục tiêu"), children=(replace(words, id="n0"),))
    found = [entry.owner for entry in walk(entries(replace(PLAN, body=(aims, section))))]
    assert found[2:6] == ["s0", "s", "n1", "n2"]


def test_the_outline_keeps_its_lines_when_only_words_change() -> None:
    model = outline_model()
    changed = replace(PLAN, recipients=PLAN.recipients[:1])
    assert not model.show_entries(entries(changed))
    assert model.index(4, 0).data() == "Nơi nhận (1) và chữ ký"


def test_a_line_without_a_place_says_so() -> None:
    model = source_model()
    assert model.index(0, 0).data(PLACED)
    assert not model.index(1, 0).data(PLACED)
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Dòng 3, chưa xếp: lạ"
