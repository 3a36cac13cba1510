"""All that an office keeps as one workbook: an overview, the tables of all plans, progress, units, legal documents."""

from collections.abc import Iterator, Mapping, Sequence

from tthc_desktop.documents.own_sheets.records import KeptPlan
from tthc_desktop.documents.writing.workbook.book import Book
from tthc_desktop.documents.writing.workbook.listing import Listing, Value, write_listing
from tthc_desktop.documents.writing.workbook.plan_book import write_sheets
from tthc_desktop.documents.writing.workbook.registers import DOCUMENTS, PROGRESS, UNITS, documents, progress, units
from tthc_desktop.documents.writing.workbook.specs import Spec, specs
from tthc_desktop.models.editing.life import living
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.version import Stage

OVERVIEW = "Tổng quan"
MOST_SHEETS = 240
"""Of tables; a workbook with more is too slow to open, so plans beyond them are only named on the overview."""
_STAGES = {
    Stage.DRAFT: "Dự thảo",
    Stage.KEPT: "Bản đã lưu",
    Stage.ISSUED: "Đã ban hành",
    Stage.REPLACED: "Đã được thay thế",
}
_OVERVIEW = (("STT", 6), ("Kế hoạch", 60), ("Số, ký hiệu", 18), ("Giai đoạn", 16), ("Từ ngày", 13), ("Đến ngày", 13))
_SHEETS = ("Trang trong tệp này", 40)
_NOT_HERE = "Không có trang nào ở đây: tệp đã đủ số trang. Hãy xuất riêng kế hoạch này."


def whole_workbook(holdings: Holdings) -> bytes:
    """Return the plans of an office with its registers and progress as an .xlsx file.

    Kept versions are left out, and so are documents drawn up from plans: they can be drawn up again.
    """
    plans = living(holdings.plans)
    book = Book("Kế hoạch, tiến độ và danh mục của cơ quan")
    for name in (OVERVIEW, PROGRESS, UNITS, DOCUMENTS):
        book.names.give(name)
    found = _fitting(book, plans)
    columns = (*_OVERVIEW, _SHEETS)
    write_listing(book, Listing(OVERVIEW, "CÁC KẾ HOẠCH CỦA CƠ QUAN", columns, _overview(plans, found)))
    write_listing(book, progress(holdings))
    write_listing(book, units(holdings))
    write_listing(book, documents(holdings))
    for plan in plans:
        book.keep(KeptPlan(plan.id, plan.kind, plan.title))
        write_sheets(book, found.get(plan.id, ()))
    return book.finished()


def _fitting(book: Book, plans: Sequence[Plan]) -> Mapping[Id, Sequence[Spec]]:
    """Return the sheets of the plans, each name beginning with the plan's place on the overview; no plan in part."""
    found: dict[Id, Sequence[Spec]] = {}
    room = MOST_SHEETS
    for place, plan in enumerate(plans, 1):
        own = list(specs(plan, book.names, f"{place}. "))
        if len(own) <= room:
            found[plan.id] = own
            room -= len(own)
    return found


def _overview(plans: Sequence[Plan], found: Mapping[Id, Sequence[Spec]]) -> Iterator[Sequence[Value]]:
    for place, plan in enumerate(plans, 1):
        named = plan.issue or plan.header
        number = "/".join(part for part in (named.number, named.symbol) if part)
        span = (plan.period.start, plan.period.end) if plan.period else ("", "")
        sheets = "; ".join(spec.name for spec in found[plan.id]) if plan.id in found else _NOT_HERE
        title = " ".join(f"{plan.kind} {plan.title}".split())
        yield (str(place), title, number, _STAGES[plan.stage], *span, sheets)
