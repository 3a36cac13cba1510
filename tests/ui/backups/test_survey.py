"""The tree of what a backup holds, and how it is sifted."""

from dataclasses import replace

from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.papers import little_plan
from tthc_desktop.models.backups.standing import Standing
from tthc_desktop.models.editing.tables import remove_rows
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Row, RowKind, Table
from tthc_desktop.models.text import plain
from tthc_desktop.ui.backups.inside.survey import Part, Sort, sifted, surveyed, walk
from tthc_desktop.ui.backups.inside.tree import PartsModel, standing_words

PLAN = little_plan()


def survey(now: Plan | None, then: Plan = PLAN) -> list[Part]:
    return surveyed({then.id: then}, {now.id: now} if now else {}, lambda: False)


def lines(parts: list[Part], depth: int = 0) -> list[str]:
    """Return the tree as indented lines."""
    found = []
    for part in parts:
        found.append(f"{'  ' * depth}{part.words} [{standing_words(part)}]")
        found += lines(part.children, depth + 1)
    return found


def test_the_tree_has_the_tasks_of_the_text_and_the_rows_below_their_groups() -> None:
    assert lines(survey(PLAN)) == [
        "Kiểm soát thủ tục hành chính năm 2030 · Dự thảo [Như hiện nay]",
        "  Nhiệm vụ trong phần lời [Như hiện nay]",
        "    Tập huấn cho công chức một cửa [Như hiện nay]",
        "  Phụ lục: DANH MỤC NHIỆM VỤ [Như hiện nay]",
        "    I. NHÓM CHUNG [Như hiện nay]",
        *(f"      {n}. Rà soát thủ tục số {n} và đề xuất cắt giảm giấy tờ [Như hiện nay]" for n in range(1, 4)),
        "      4. Hồ sơ nộp trực tuyến [Như hiện nay]",
    ]


def test_a_lost_row_is_found_with_the_ways_to_it() -> None:
    found = sifted(survey(remove_rows(PLAN, "tab", ["w2"])), "", only_others=True)
    assert lines(found) == [
        "Kiểm soát thủ tục hành chính năm 2030 · Dự thảo [Nay khác, 1 chỗ]",
        "  Phụ lục: DANH MỤC NHIỆM VỤ [Nay khác, 1 chỗ]",
        "    I. NHÓM CHUNG [Bên dưới khác, 1 chỗ]",
        "      2. Rà soát thủ tục số 2 và đề xuất cắt giảm giấy tờ [Nay không còn]",
    ]


def test_all_parts_of_a_deleted_plan_are_gone() -> None:
    assert {part.standing for part in walk(survey(None))} == {Standing.GONE}


def test_words_are_sought_without_accents_and_keep_what_stands_below_them() -> None:
    found = list(walk(sifted(survey(None), "thu tuc so 3", only_others=False)))
    assert [part.sort for part in found] == [Sort.PLAN, Sort.TABLE, Sort.GROUP, Sort.TASK]
    whole = list(walk(sifted(survey(None), "danh muc", only_others=False)))
    assert [part.sort for part in whole].count(Sort.TASK) == 3
    assert sifted(survey(None), "không có chữ này", only_others=False) == []


def test_nothing_is_left_of_an_equal_plan_when_only_others_are_wanted() -> None:
    assert sifted(survey(little_plan()), "", only_others=True) == []


def test_a_row_without_content_shows_what_it_has() -> None:
    table = PLAN.appendices[0].nodes[0]
    assert isinstance(table, Table)
    table = replace(
        table,
        rows=(Row("e", RowKind.PLAIN), Row("f", RowKind.PLAIN, cells=(("c5", plain("Quý I")),))),
    )
    then = replace(PLAN, appendices=(replace(PLAN.appendices[0], nodes=(table,)),))
    rows = survey(then, then)[0].children[-1].children
    assert [part.words for part in rows] == ["I. Hàng trống", "II. Quý I"]


def test_a_stopped_survey_ends() -> None:
    assert surveyed({"p1": PLAN}, {}, lambda: True) == []


def test_qt_accepts_the_tree() -> None:
    model = PartsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_parts(survey(None))
    model.show_parts(sifted(survey(remove_rows(PLAN, "tab", ["w2"])), "", only_others=True))
    assert tester.model().rowCount() == 1
