"""Workbooks made for the wizard's tests and pictures."""

from pathlib import Path

import xlsxwriter
from PySide6.QtCore import QCoreApplication

from tests.ui.hands import WAIT, Hands
from tthc_desktop.ui.importing_tables.opening import read_tables_of
from tthc_desktop.ui.importing_tables.page import TablesPage
from tthc_desktop.ui.messages import Kind

HEAD = ("STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Thời hạn hoàn thành")
ROWS = (
    ("I", "Công tác chỉ đạo", "", "", "", ""),
    ("1", "Ban hành kế hoạch rà soát", "Văn phòng Sở", "Các phòng", "Kế hoạch", "Tháng 01/2031"),
    ("2", "Tổ chức tập huấn nghiệp vụ", "Phòng Tổ chức", "Văn phòng Sở", "Lớp tập huấn", "Quý II/2031"),
    ("II", "Công tác rà soát", "", "", "", ""),
    ("1", "Rà soát quy trình nội bộ", "Thanh tra Sở", "", "Báo cáo", "31/02/2031"),
    ("2", "Công khai thủ tục tại trụ sở", "Văn phòng Sở", "", "Bảng niêm yết", "Thường xuyên"),
)


def workbook(path: Path, rows: tuple[tuple[str, ...], ...] = ROWS, head: tuple[str, ...] = HEAD) -> Path:
    """Write a workbook with a table below a title, and a sheet that is none."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Nhiệm vụ")
        sheet.write_string(0, 0, "DANH MỤC NHIỆM VỤ NĂM 2031")
        for at, line in enumerate((head, *rows)):
            for place, words in enumerate(line):
                sheet.write_string(at + 2, place, words)
        other = book.add_worksheet("Ghi chép")
        other.write_string(0, 0, "Họp giao ban thứ hai")
    return path


def opened(hands: Hands, path: Path, plan_id: str = "") -> TablesPage:
    """Read a workbook and wait for the wizard."""
    read_tables_of(hands.window, path, plan_id)
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), TablesPage) or _failed(hands), timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, TablesPage), hands.said()
    return page


def _failed(hands: Hands) -> bool:
    return any(bar.kind is Kind.ERROR for bar in hands.window.messages.bars())


def rest(hands: Hands, page: TablesPage) -> None:
    """Wait until all is worked out."""
    QCoreApplication.processEvents()
    hands.bot.waitUntil(lambda: not page.busy, timeout=WAIT)


def go_to(hands: Hands, page: TablesPage, step: int) -> None:
    """Press Tiếp until a step is shown."""
    while page.step < step:
        page.next.click()
        rest(hands, page)
