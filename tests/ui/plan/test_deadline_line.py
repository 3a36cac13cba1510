"""The status bar tells how the deadline is understood that the cursor is on, in the text and in a table."""

from tests.ui.hands import WAIT, Hands, put
from tests.ui.papers import little_plan
from tthc_desktop.models.table import Role
from tthc_desktop.ui.plan.paragraph import Place

QUARTER = "Hiểu là quý 2 năm 2030; đến hạn 30/06/2030"


def test_on_its_line_in_the_text(hands: Hands) -> None:
    page = hands.add(little_plan())
    put(page.surface, Place("i2", "line 1"))
    assert page.remark() == QUARTER
    put(page.surface, Place("i2", "line 0"))
    assert "Hiểu" not in page.remark()


def test_in_its_cell(hands: Hands) -> None:
    page = hands.add(little_plan())
    grid = hands.open_table("Phụ lục")
    row = grid.cells.place_of("r1") if grid.cells.place_of("r1") >= 0 else 1
    index = hands.cell(row, Role.DEADLINE)
    grid.setCurrentIndex(index)
    hands.bot.waitUntil(lambda: page.remark() == "Hiểu là tháng 6 năm 2030; đến hạn 30/06/2030", timeout=WAIT)
    grid.setCurrentIndex(hands.cell(row, Role.LEAD))
    hands.bot.waitUntil(lambda: "Hiểu" not in page.remark(), timeout=WAIT)
