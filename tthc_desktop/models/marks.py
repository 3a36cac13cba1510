"""What is stamped on a whole paper: how secret and urgent it is, who may see it, who drafted how many copies."""

from dataclasses import dataclass
from enum import Enum


class Secrecy(Enum):
    """How secret a paper is (Decree 30/2020, Appendix I, cell 10a)."""

    NONE = ""
    TOP = "TUYỆT MẬT"
    HIGH = "TỐI MẬT"
    SECRET = "MẬT"


class Urgency(Enum):
    """How urgent a paper is (cell 10b)."""

    NONE = ""
    EXPRESS = "HỎA TỐC"
    VERY_URGENT = "THƯỢNG KHẨN"
    URGENT = "KHẨN"


class Circulation(Enum):
    """Who may see a paper (cell 11)."""

    NONE = ""
    RETURN = "XEM XONG TRẢ LẠI"
    INTERNAL = "LƯU HÀNH NỘI BỘ"


class PaperSize(Enum):
    """The sheet that an appendix is printed on."""

    A4 = "A4"
    A3 = "A3"


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a paper; most have none.

    `drafter` is the symbol of who drafted it, `copies` how many are made, 0 where that is not said (cell 12).
    """

    secrecy: Secrecy = Secrecy.NONE
    urgency: Urgency = Urgency.NONE
    circulation: Circulation = Circulation.NONE
    drafter: str = ""
    copies: int = 0


UNMARKED = Marks()


def drafted(marks: Marks) -> str:
    """Return the symbol of the drafter with the number of copies, as `PL.(300)`; empty without either."""
    drafter, copies = marks.drafter.strip(), f"({marks.copies})" if marks.copies else ""
    return ".".join(part for part in (drafter, copies) if part)
