"""The first day: last year's plans lie there as PDF and Word, one is looked through, the others come with it."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.hands import WAIT, Hands
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing import word
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.counts import count
from tthc_desktop.models.editing.parts import What
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain
from tthc_desktop.ui.importing.several.entries import Came
from tthc_desktop.ui.importing.several.opening import read_papers
from tthc_desktop.ui.importing.several.page import SeveralPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # of the display that shows nothing
YEARS = (2023, 2024, 2025)


def plan_of(year: int) -> Plan:
    """Return a plan of a year that the office does not have."""
    return copy_plan(replace(sample_plan(), title=plain(f"Kiểm soát thủ tục hành chính năm {year}")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three plans: one as PDF, one as Word, one as both; and a PDF without words."""
    place = tmp_path / "ke-hoach-cu"
    place.mkdir()
    first, second, third = map(plan_of, YEARS)
    (place / "2023.pdf").write_bytes(render(first))
    (place / "2024.docx").write_bytes(word.render(second))
    (place / "2025.docx").write_bytes(word.render(third))
    (place / "2025.pdf").write_bytes(render(third))
    (place / "hong.pdf").write_bytes(render(first)[:400])
    return place


def test_a_pdf_is_looked_through_beside_its_pages(hands: Hands, folder: Path) -> None:
    page = hands.import_paper(folder / "2023.pdf")
    original, view = page.original, page.original.pages
    assert original.view() is view
    hands.bot.waitUntil(lambda: page.preview.shown is not None and view.is_up_to_date(), timeout=WAIT)
    table = next(piece for piece in page.parts.parts.pieces if piece.kind.what is What.TASK_TABLE)
    rows = rows_of(page.draft.plan, table.id)
    row = next(line for line in page.draft.lines if page.draft.placed[line.number] in rows)
    place = page.draft.places[row.number]
    assert place.box is not None
    left, top, _, bottom = place.box
    rect = view._stack.rects[place.page - 1]
    view.verticalScrollBar().setValue(rect.top())
    at = QPoint(round(rect.left() + (left + 4) * view.scale), round((top + bottom) / 2 * view.scale))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    chosen = page.parts.piece()
    assert chosen is not None
    assert chosen.id == table.id
    assert original.lines.numbers() == (row.number,)
    before, after = count(sample_plan()), count(hands.accept().plan)
    assert (after.table_tasks, after.body_tasks, after.table_targets) == (
        before.table_tasks,
        before.body_tasks,
        before.table_targets,
    )


def rows_of(plan: Plan, table_id: str) -> set[str]:
    return {row.id for table, _ in tables(plan) if table.id == table_id for row in table.rows}


def test_a_folder_of_pdf_and_word_comes_in_at_once(hands: Hands, folder: Path) -> None:
    read_papers(hands.window, [folder])
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), SeveralPage), timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, SeveralPage)
    hands.bot.waitUntil(lambda: not page.course.working, timeout=3 * WAIT)
    came = {entry.read.name: entry.came for entry in page.table.entries}
    assert came == {
        "2023.pdf": Came.READ,
        "2024.docx": Came.READ,
        "2025.docx": Came.READ,
        "2025.pdf": Came.DOUBLE,
        "hong.pdf": Came.FAILED,
    }
    page.take.click()
    assert hands.window.desk.office is not None
    titles = Counter(str(plan.title) for plan in hands.window.desk.office.plans.values())
    assert titles == Counter(f"Kiểm soát thủ tục hành chính năm {year}" for year in YEARS)
    hands.do("undo")
    assert not hands.window.desk.office.plans
