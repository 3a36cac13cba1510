"""The sheet of shortcuts and the words about the program."""

from bisect import bisect_left
from itertools import accumulate

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from tthc_desktop import __version__
from tthc_desktop.ui import look, menus
from tthc_desktop.ui.controls import column, fit, label, row

GRID_KEYS = (
    ("F2", "Sửa ô đang chọn"),
    ("Enter", "Xuống ô dưới; ở hàng cuối, thêm hàng"),
    ("Tab", "Sang ô bên phải; ở ô cuối, thêm hàng"),
    ("Ctrl+Enter", "Chèn hàng dưới"),
    ("Alt+Enter", "Xuống dòng trong ô"),
    ("Alt+↓", "Mở gợi ý cho ô của cột có gợi ý"),
    ("Esc", "Bỏ chữ đang gõ trong ô"),
    ("Delete", "Xóa chữ trong các ô đang chọn"),
    ("Ctrl+mũi tên", "Đến mép vùng có chữ"),
    ("Shift+mũi tên", "Chọn thêm ô"),
    ("Shift+Space", "Chọn cả hàng"),
    ("Ctrl+Space", "Chọn cả cột"),
    ("Shift+F10", "Các lệnh của ô, hàng và cột"),
)
TEXT_KEYS = (
    ("Enter", "Đoạn mới cùng cấp"),
    ("Shift+Enter", "Xuống dòng trong đoạn"),
    ("Tab, Shift+Tab", "Hạ hoặc nâng một cấp"),
    ("Backspace ở đầu đoạn", "Nối với đoạn trước"),
    ("Delete ở cuối đoạn", "Nối với đoạn sau"),
)
PASTING_KEYS = (
    ("Enter", "Đổi loại của phần đang chọn"),
    ("← hoặc →", "Đổi bậc của phần đang chọn"),
    ("Space", "Để lại, hoặc lấy lại, phần đang chọn"),
    ("Ctrl+Enter", "Dán"),
    ("Esc", "Không dán"),
)
REVIEW_KEYS = (
    ("Enter", "Đổi loại của các phần đang chọn"),
    ("← hoặc →", "Đổi bậc của các phần đang chọn"),
    ("Space", "Để phần ngoài kế hoạch, hoặc lấy lại"),
    ("Enter ở dòng chưa xếp", "Đưa dòng vào thành một đoạn"),
    ("Backspace ở dòng chưa xếp", "Nối dòng vào phần trước"),
    ("F8, Shift+F8", "Chỗ cần xem kế tiếp, chỗ trước"),
    ("Ctrl+Z, Ctrl+Y", "Bỏ lựa chọn vừa làm, làm lại"),
    ("Ctrl+Enter", "Nhập kế hoạch"),
)
MERGING_KEYS = (
    ("← hoặc →", "Giữ hiện tại, hoặc nhận câu trả lời kế tiếp"),
    ("Space", "Nhận hoặc để lại"),
    ("F2", "Gõ giá trị khác"),
    ("N hoặc F8", "Mâu thuẫn kế tiếp"),
    ("P hoặc Shift+F8", "Mâu thuẫn trước"),
    ("Ctrl+→", "Nhận tất cả của đơn vị này"),
    ("Ctrl+←", "Giữ tất cả hiện tại của đơn vị này"),
    ("Enter", "Gán hàng lạ cho một nhiệm vụ"),
    ("Ctrl+Enter", "Nhận các giá trị đã chọn"),
)
OVERVIEW_KEYS = (
    ("Enter", "Mở kế hoạch tại việc đang chọn"),
    ("Ctrl+F", "Lọc theo chữ"),
    ("F6", "Sang danh sách, sang lịch hoặc số liệu"),
    ("PageUp, PageDown", "Tháng trước, tháng sau trong lịch"),
    ("Home", "Về hôm nay trong lịch"),
    ("Enter hoặc Space", "Xem việc của ngày, đơn vị hoặc kế hoạch"),
)
OFFER_KEYS = (
    ("Alt+↓", "Mở danh sách gợi ý"),
    ("↓ và ↑", "Đi trong danh sách gợi ý"),
    ("Enter hoặc Tab", "Lấy gợi ý đang chọn"),
    ("Esc", "Đóng danh sách gợi ý"),
)


def key_groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the sheet: groups of keys with what they do."""
    in_menus = [
        (title.replace("&", ""), [(_keys(c.keys), _bare(c.text)) for c in group if c.keys])
        for title, group in menus.MENUS
    ]
    others = (
        ("Trong bảng", GRID_KEYS),
        ("Trong văn bản", TEXT_KEYS),
        ("Trong tổng quan", OVERVIEW_KEYS),
        ("Gợi ý khi gõ", OFFER_KEYS),
        ("Khi xem trước nội dung dán", PASTING_KEYS),
        ("Khi xem văn bản trước khi nhập", REVIEW_KEYS),
        ("Khi xem bảng đơn vị gửi lại", MERGING_KEYS),
    )
    return [*(group for group in in_menus if group[1]), *((title, [*keys]) for title, keys in others)]


def _keys(keys: tuple[str, ...]) -> str:
    """Return the keys of a command; the two keys that are called Enter count once."""
    return " hoặc ".join(dict.fromkeys(key.replace("Return", "Enter") for key in keys))


def _bare(words: str) -> str:
    return words.replace("&", "").rstrip("…")


def show_keys(parent: QWidget) -> None:
    """Open the sheet of shortcuts."""
    keys_sheet(parent).open()


def keys_sheet(parent: QWidget) -> QDialog:
    """Return the sheet: two columns of groups that scroll where the screen is small."""
    inner = QWidget()
    sides = row(gap=2 * look.BROAD)
    inner.setLayout(sides)
    groups = key_groups()
    lengths = list(accumulate(len(keys) + 2 for _, keys in groups))
    middle = bisect_left(lengths, lengths[-1] / 2) + 1
    for part in (groups[:middle], groups[middle:]):
        side = column(gap=look.WIDE)
        for title, keys in part:
            side.addLayout(_group(title, keys))
        side.addStretch(1)
        sides.addLayout(side, 1)
    sheet = _dialog(parent, "Phím tắt", inner)
    fit(sheet, QSize(980, 680))
    return sheet


def _group(title: str, keys: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(look.GAP)
    grid.setHorizontalSpacing(look.WIDE)
    grid.setColumnStretch(0, 1)
    grid.setColumnMinimumWidth(1, 190)
    grid.addWidget(label(title, bold=True), 0, 0, 1, 2)
    for number, (key, words) in enumerate(keys, 1):
        called = label(words)
        called.setWordWrap(True)
        grid.addWidget(called, number, 0)
        grid.addWidget(label(key, quiet=True), number, 1)
    return grid


def show_about(parent: QWidget) -> None:
    """Open the words about the program."""
    inner = QWidget()
    lines = QVBoxLayout(inner)
    lines.addWidget(label("TTHC Desktop", bold=True, larger=6))
    lines.addWidget(label(f"Phiên bản {__version__}", quiet=True))
    words = label("Lập, in và theo dõi kế hoạch kiểm soát thủ tục hành chính của một cơ quan, không cần mạng.")
    words.setWordWrap(True)
    lines.addWidget(words)
    lines.addWidget(label("Phần mềm tự do, giấy phép MIT.", quiet=True))
    lines.addStretch(1)
    dialog = _dialog(parent, "Giới thiệu", inner)
    fit(dialog, QSize(460, 240))
    dialog.open()


def _dialog(parent: QWidget, title: str, inner: QWidget) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(inner)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    lines = QVBoxLayout(dialog)
    lines.setContentsMargins(look.WIDE, look.WIDE, look.WIDE, look.WIDE)
    lines.addWidget(area)
    lines.addWidget(buttons)
    return dialog
