"""Every key of the window and what it does, by place; without Qt, so that the guide is printed without it too."""

from tthc_desktop.ui import menus

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
GUIDE_KEYS = (
    ("Ctrl+F", "Tìm trong hướng dẫn"),
    ("Enter", "Đọc chỗ tìm thấy đang chọn"),
    ("Alt+←", "Về chỗ vừa đọc"),
    ("Ctrl+P", "In hướng dẫn"),
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
        ("Trong hướng dẫn", GUIDE_KEYS),
    )
    return [*(group for group in in_menus if group[1]), *((title, [*keys]) for title, keys in others)]


def _keys(keys: tuple[str, ...]) -> str:
    """Return the keys of a command; the two keys that are called Enter count once."""
    return " hoặc ".join(dict.fromkeys(key.replace("Return", "Enter") for key in keys))


def _bare(words: str) -> str:
    return words.replace("&", "").rstrip("…")
