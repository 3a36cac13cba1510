"""A clerk writes a plan from nothing to print: head, bases, outline, a task in the text, two tables, who signs."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.hands import Hands
from tests.ui.streams import letters, unikey
from tthc_desktop.models.counts import count
from tthc_desktop.models.editing.sequence import flattened
from tthc_desktop.models.numbering import printed
from tthc_desktop.models.outline import numbers, tables
from tthc_desktop.models.plan import Item, Plan, words
from tthc_desktop.models.table import Role, RowKind
from tthc_desktop.ui.life.starting import NewPlanPage
from tthc_desktop.ui.plan.paragraph import Place

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the display that shows nothing
SHEET = (
    "<table>"
    "<tr><td>1</td><td>Rà soát lệ phí &amp; hồ sơ<br>cấp phép</td><td rowspan=2>Phòng Nghiệp vụ</td><td>Văn phòng</td>"
    "<td>Báo cáo</td><td>Quý I/2031</td></tr>"
    "<tr><td>2</td><td>Niêm yết thủ tục mới</td><td></td><td>Kho tài liệu</td><td>20/02/2031</td></tr></table>"
)
TARGETS = 'Hồ sơ nộp trực tuyến\t%\t70\n"Hồ sơ đúng hạn,\nkể cả liên thông"\t%\tTối thiểu 98\n'


class Writer:
    """Types a plan on the page surface."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    def fill(self, part: str, typed: str, owner: str = "") -> None:
        """Go to a field and type into it."""
        self.hands.page.surface.put_cursor(Place(owner, part), -1)
        unikey(self.hands.page.surface, typed)

    def line(self, typed: str) -> None:
        """Begin the next paragraph and type it."""
        self.press(Qt.Key.Key_Return)
        unikey(self.hands.page.surface, typed)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on the surface."""
        QTest.keyClick(self.hands.page.surface, key, keys)

    def paste(self, html: str = "", plain: str = "") -> None:
        """Paste what a spreadsheet has put on the clipboard."""
        data = QMimeData()
        data.setText(plain)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)
        self.hands.grid.setFocus()
        self.hands.do("paste")


def outline(plan: Plan) -> list[str]:
    numbered = numbers(plan.body)
    nodes = ((depth, node) for depth, node in flattened(plan.body) if isinstance(node, Item))
    return [f"{'  ' * depth}{printed(node.mark, numbered[node.id])} {words(plan, node)}" for depth, node in nodes]


def test_a_plan_is_written_from_nothing_to_print(hands: Hands, tmp_path: Path) -> None:
    hands.do("new")
    chooser = hands.window.page()
    assert isinstance(chooser, NewPlanPage)
    chooser.blank.click()
    clear(hands)
    writer = Writer(hands)
    head(writer)
    body(writer)
    assert outline(hands.page.plan) == [
        "I. MỤC ĐÍCH",
        "  1. Giảm giấy tờ",
        "    a) cho người dân",
        "    b) cho Nguyễn Thị Hoa",
        "  2. Công khai đường dây nóng",
        "II. NHIỆM VỤ",
        "  1. Tập huấn hoàn thuế",
    ]
    two_tables(writer)
    data = hands.save_pdf(tmp_path / "ke-hoach.pdf")
    paper(hands.page.plan, " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split()))


def clear(hands: Hands) -> None:
    """Take away what the skeleton proposes, to begin with an empty page."""
    for owner in [node.id for node in hands.page.plan.body]:
        hands.page.surface.put_cursor(Place(owner), 0)
        hands.do("delete_part")
    while hands.page.plan.appendices:
        hands.page.surface.put_cursor(Place(hands.page.plan.appendices[0].id, "title"), 0)
        hands.do("delete_part")
    assert not hands.page.plan.tasks


def head(writer: Writer) -> None:
    writer.fill("parent_agency", "UBND TỈNH SÔNG NGÂN")
    writer.fill("agency", "SỞ NỘI VỤ")
    writer.fill("symbol", "KH-SNV")
    writer.fill("place", "Sông Ngân")
    writer.fill("date", "…/01/2031")
    writer.fill("title", "Kiểm soát thủ tục hành chính năm 2031")
    writer.fill("text", "Căn cứ chương trình công tác năm 2031 của tỉnh;", writer.hands.page.plan.bases[0].id)
    writer.line("Theo đề nghị của Chánh Văn phòng.")
    writer.fill("capacity", "GIÁM ĐỐC")
    writer.fill("signatory", "Lê Thị Bình")
    writer.hands.page.commit()


def body(writer: Writer) -> None:
    writer.fill("first", "MỤC ĐÍCH", "body")
    writer.line("Giảm giấy tờ")
    writer.press(Qt.Key.Key_Tab)
    writer.line("cho người dân")
    writer.press(Qt.Key.Key_Tab)
    writer.line("cho Nguyễn Thị Hoa")
    writer.line("Công khai đường dây nóng")
    writer.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    writer.line("NHIỆM VỤ")
    writer.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    writer.hands.do("insert_task")
    writer.press(Qt.Key.Key_Tab)
    unikey(writer.hands.page.surface, "Tập huấn hoàn thuế")
    writer.line("Văn phòng Sở")
    writer.press(Qt.Key.Key_Return)
    writer.line("Trước ngày 20/5/2031")
    writer.hands.page.commit()


def two_tables(writer: Writer) -> None:
    hands = writer.hands
    hands.do("insert_target_table")
    hands.do("insert_appendix")
    letters(hands.page.surface, "DANH MỤC NHIỆM VỤ")
    hands.page.commit()
    hands.open_table("Bảng 1")
    hands.grid.setCurrentIndex(hands.cell(0, Role.CONTENT))
    writer.paste(plain=TARGETS)
    hands.open_table("Phụ lục")
    hands.grid.setCurrentIndex(hands.grid.cells.index(0, 0))
    writer.paste(html=SHEET)
    assert hands.window.commands["undo"].text().startswith("Hoàn tác: Dán 2 × 6 ô")


def paper(plan: Plan, said: str) -> None:
    """Hold the plan and its print against what was meant."""
    counts = count(plan)
    assert (counts.tables, counts.body_tasks, counts.bases) == (2, 1, 2)
    (targets, _), (tasks, appendix) = tables(plan)
    assert appendix is not None
    values = [str(plan.targets[row.target_id].value) for row in targets.rows if row.kind is RowKind.TARGET]
    assert values[:2] == ["70", "Tối thiểu 98"]
    first, second = (plan.tasks[row.task_id] for row in tasks.rows[:2])
    assert str(first.content) == "Rà soát lệ phí & hồ sơ\ncấp phép"
    assert str(first.lead) == str(second.lead) == "Phòng Nghiệp vụ"
    assert str(second.deadline) == "20/02/2031"
    task = next(node for _, node in flattened(plan.body) if isinstance(node, Item) and node.task_id)
    assert [str(plan.tasks[task.task_id].lead), str(plan.tasks[task.task_id].deadline)] == [
        "Văn phòng Sở",
        "Trước ngày 20/5/2031",
    ]
    for words_of_paper in (
        *("UBND TỈNH SÔNG NGÂN", "SỞ NỘI VỤ", "I. MỤC ĐÍCH", "b) cho Nguyễn Thị Hoa", "Tập huấn hoàn thuế"),
        *("Tối thiểu 98", "Niêm yết thủ tục mới", "GIÁM ĐỐC", "Lê Thị Bình", "DANH MỤC NHIỆM VỤ", "tháng 01 năm 2031"),
    ):
        assert words_of_paper in said, words_of_paper
