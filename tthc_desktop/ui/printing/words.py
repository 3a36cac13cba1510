"""What the print page says of a job."""

from collections.abc import Mapping

from tthc_desktop.models.printing.choices import Sides
from tthc_desktop.models.printing.paper_sizes import Size, name_of
from tthc_desktop.ui.plan.names import number

SIDES: Mapping[Sides, str] = {
    Sides.ONE: "Một mặt",
    Sides.LONG_EDGE: "Hai mặt, lật cạnh dài (như sách)",
    Sides.SHORT_EDGE: "Hai mặt, lật cạnh ngắn (như lịch)",
    Sides.BY_HAND: "Hai mặt, lật giấy bằng tay",
}
NO_PRINTER = "Muốn in, hãy cài máy in rồi mở lại thẻ này; hoặc lưu PDF để in ở máy khác."
AS_KEPT = "In đúng tệp đã giữ khi ban hành, với hình chữ ký trên trang."
TURN_OVER = (
    "Đặt lại cả tập giấy vào khay, giữ nguyên thứ tự, mặt trắng về phía sẽ in; "
    "nên thử trước với hai trang để biết chiều đặt giấy của máy."
)


def job_words(papers: int, pages: int, copies: int, sheets: Mapping[Size, int], sides: Sides) -> str:
    """Return `In 12 trang, 2 bản, hai mặt: 12 tờ A4, 2 tờ A3.`"""
    of = f" của {papers} văn bản" if papers > 1 else ""
    each = f", {copies} bản" if copies > 1 else ""
    turned = "" if sides is Sides.ONE else ", hai mặt"
    paper = ", ".join(f"{number(count)} tờ {name_of(size)}" for size, count in sheets.items())
    return f"In {number(pages)} trang{of}{each}{turned}: {paper}."
