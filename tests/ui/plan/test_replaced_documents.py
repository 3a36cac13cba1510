"""Replaced documents are told in the list of places to look at and marked where they are cited."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.legal_documents import CLERKS, NEW, OLD
from tests.ui.hands import Hands, put
from tests.ui.papers import little_plan
from tests.ui.streams import letters
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.legal_list import addition
from tthc_desktop.models.editing.paper import insert_bases
from tthc_desktop.models.legal import basis_words
from tthc_desktop.models.plan import Basis, Plan
from tthc_desktop.models.text import plain
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.plan.paragraph import Place

WORDS = "Nghị định 61/2018/NĐ-CP đã được thay thế bởi Nghị định 118/2025/NĐ-CP"


@pytest.fixture
def plan() -> Plan:
    """Return a plan that rests on a replaced decree."""
    bases = [Basis("b8", plain(basis_words(CLERKS))), Basis("b9", plain(basis_words(OLD)))]
    return insert_bases(little_plan(), 0, bases)


def told(page: PlanPage) -> list[str]:
    model = page.problems.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_a_replaced_basis_is_told_and_marked(plan: Plan, hands: Hands) -> None:
    hands.window.desk.apply(addition([CLERKS, OLD, NEW]))
    page = hands.add(plan)
    hands.bot.waitUntil(lambda: told(page)[0] == f"Căn cứ 2: {WORDS}")
    assert page.surface.flags == {Place("b9"): f"{WORDS}."}
    page.problems.view.clicked.emit(page.problems.model.index(0))
    assert page.surface.at == Place("b9")


def test_the_mark_follows_the_list(plan: Plan, hands: Hands) -> None:
    page = hands.add(plan)
    assert page.surface.flags == {}
    hands.window.desk.apply(addition([CLERKS, OLD, NEW]))
    hands.bot.waitUntil(lambda: set(page.surface.flags) == {Place("b9")})
    hands.window.desk.apply(Change("Sửa", ((OLD, replace(OLD, replaced_by="")),)))
    hands.bot.waitUntil(lambda: page.surface.flags == {})
    assert not [words for words in told(page) if "thay thế" in words]


def test_the_mark_follows_the_typing(hands: Hands) -> None:
    hands.window.desk.apply(addition([CLERKS, OLD, NEW]))
    page = hands.add(little_plan())
    put(page.surface, Place("i1"))
    letters(page.surface, " theo Nghị định 61/2018/NĐ-CP.")
    page.commit()
    hands.bot.waitUntil(lambda: set(page.surface.flags) == {Place("i1")})
    hands.do("undo")
    hands.bot.waitUntil(lambda: page.surface.flags == {})


def test_a_table_is_told_too(hands: Hands) -> None:
    hands.window.desk.apply(addition([OLD, NEW]))
    page = hands.add(little_plan())
    hands.open_table("Phụ lục")
    grid = hands.grid
    grid.cells.setData(grid.cells.index(1, 1), "Rà soát theo Nghị định số 61/2018/NĐ-CP", Qt.ItemDataRole.EditRole)
    hands.bot.waitUntil(lambda: f"Trong bảng: {WORDS}" in told(page))


def test_a_page_may_close_while_its_plan_is_looked_through(plan: Plan, hands: Hands) -> None:
    hands.window.desk.apply(addition([CLERKS, OLD, NEW]))
    hands.add(plan)
    hands.window.desk.apply(Change("Sửa", ((CLERKS, replace(CLERKS, title="về lưu trữ")),)))
    hands.do("close_page")
    hands.bot.wait(50)
    assert hands.said() == []
