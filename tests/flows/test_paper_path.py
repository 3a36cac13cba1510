"""The paper path through the real window: in, changed, seen, taken back, closed, opened, done again, printed."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSettings

from tests.flows.paper import PAPER
from tests.ui.hands import Hands
from tthc_desktop.models.table import Role, RowKind
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.opening import open_office


def through_the_window(hands: Hands, path: Path, office_path: Path, new_deadline: str) -> bytes:
    """Walk the whole path with a paper and return the printed bytes."""
    review = hands.import_paper(path)
    assert hands.window.desk.office is not None
    assert not hands.window.desk.office.plans, "nothing is written before it is accepted"
    assert len(review.draft.lines) == len(review.draft.placed) + len(review.draft.unplaced)
    hands.accept()
    place, old = change_a_task(hands, new_deadline)
    assert new_deadline in hands.read_preview()
    hands.do("undo")
    assert new_deadline not in hands.read_preview()
    return restarted(hands, office_path, place, (old, new_deadline))


def change_a_task(hands: Hands, words: str) -> tuple[tuple[str, int], str]:
    """Give the first task of the last table another deadline; return where, and the old one."""
    tabs = hands.page.tabs
    name = tabs.tabText(tabs.count() - 1)
    table = hands.open_table(name).cells.table
    place = next(place for place, row in enumerate(table.rows) if row.kind is RowKind.TASK)
    old = str(hands.cell(place, Role.DEADLINE).data())
    hands.type_into_cell(place, Role.DEADLINE, words)
    return (name, place), old


def restarted(hands: Hands, office_path: Path, place: tuple[str, int], deadlines: tuple[str, str]) -> bytes:
    """Close the window, open it again on the same file, redo there, and print."""
    plan_id, memory = hands.page.plan_id, hands.window.memory
    hands.window.close()
    again = Hands(MainWindow(QSettings(memory.fileName(), QSettings.Format.IniFormat)), hands.bot)
    again.window.show()
    open_office(again.window, office_path)
    again.open(plan_id)
    again.open_table(place[0])
    assert again.cell(place[1], Role.DEADLINE).data() == deadlines[0]
    assert again.window.commands["redo"].text().startswith("Làm lại: Sửa thời hạn của nhiệm vụ")
    again.do("redo")
    assert again.cell(place[1], Role.DEADLINE).data() == deadlines[1]
    assert deadlines[1] in again.read_preview()
    data = again.save_pdf(office_path.with_suffix(".pdf"))
    assert data == again.page.preview.data, "the file is what the preview shows"
    again.window.close()
    return data


def words_of(data: bytes) -> str:
    """Return the words of a PDF as another library reads them."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages)


def test_a_paper_in_our_own_words(hands: Hands, office_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach-cu.txt"
    path.write_text(PAPER, encoding="utf-8")
    printed = words_of(through_the_window(hands, path, office_path, "Trước ngày 20/3/2030"))
    assert "Trước ngày 20/3/2030" in printed
    assert "Tháng 3/2030" not in printed


@pytest.mark.timeout(180)
def test_a_real_plan(hands: Hands, office_path: Path, seeds: Path) -> None:
    (path,) = seeds.glob("004_*.txt")
    printed = words_of(through_the_window(hands, path, office_path, "Trước ngày 31/12"))
    assert "Trước ngày 31/12" in printed
