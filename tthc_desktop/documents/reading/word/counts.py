"""What a Word file holds that a plan has no place for, counted while it is read and then said."""

from collections import Counter
from dataclasses import dataclass, field

from tthc_desktop.documents.limits import MOST_LETTERS, MOST_PARTS
from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.errors import UserError


@dataclass(slots=True)
class Counts:
    """How much was met of everything that is said once for the whole paper."""

    file: str
    changes: int = 0
    comments: int = 0
    pictures: int = 0
    macros: bool = False
    too_deep: bool = False
    letters: int = 0
    parts: int = 0
    converted: Counter[str] = field(default_factory=Counter)
    """How many paragraphs of several fonts were turned from each old encoding."""
    chunks: int = 0

    def bear(self, letters: int) -> None:
        """Count a paragraph or cell more; raises `UserError` for more than anybody could look through."""
        self.letters += letters
        self.parts += 1
        if self.letters > MOST_LETTERS or self.parts > MOST_PARTS:
            raise UserError(
                f"Tệp “{self.file}” có hơn {MOST_LETTERS // 1_000_000} triệu chữ hoặc {MOST_PARTS // 1000} nghìn đoạn, "
                "quá dài cho một văn bản.",
                "Hãy chép riêng phần kế hoạch sang một tệp Word mới rồi nhập tệp đó.",
            )

    def problems(self) -> list[Problem]:
        """Return what is to be said, the gravest first."""
        said = [
            f"{count} đoạn trộn nhiều phông chữ có chữ dùng bảng mã {encoding} đã được chuyển sang Unicode; "
            "hãy xem lại chữ trong các đoạn đó, trước hết là chữ hoa có dấu."
            for encoding, count in self.converted.items()
        ]
        if self.chunks:
            said.append(f"Có {self.chunks} phần là tệp khác nhúng vào, không đọc được; hãy mở bằng Word rồi lưu lại.")
        if self.too_deep:
            said.append("Có bảng hoặc khung lồng nhau quá nhiều lớp; chữ bên trong được để thành đoạn thường.")
        if self.changes:
            said.append(
                f"Văn bản còn {self.changes} chỗ theo dõi thay đổi (Track Changes) chưa duyệt; "
                "đã đọc như khi mọi thay đổi được chấp nhận."
            )
        if self.comments:
            said.append(f"Có {self.comments} ghi chú bên lề (comment) không được đưa vào kế hoạch.")
        if self.macros:
            said.append("Tệp có macro; macro không được chạy và không được đưa vào kế hoạch.")
        return [Problem("cả tệp", words) for words in said]
