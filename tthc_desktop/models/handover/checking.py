"""What is looked at before a paper is signed, for nothing can be changed afterwards."""

from collections.abc import Iterator, Sequence

from tthc_desktop.models.handover.values import Check, FileToSign
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import fold
from tthc_desktop.models.version import Stage

_FILED = "luu"
"""How the last recipient begins, folded: Lưu: VT."""
DEVICE = Check("Thiết bị ký", "Đã cắm; chứng thư còn hạn. Nhập sai mã PIN quá 3 lần thì thiết bị bị khóa.")
UNTOUCHED = Check("Giữ nguyên tệp", "Không mở rồi lưu lại bằng chương trình khác, không in ra rồi quét lại.")


def checks(plan: Plan, files: Sequence[FileToSign]) -> tuple[Check, ...]:
    """Return what is to be looked at, in the order of the paper; two things are the same for every paper."""
    return (*_of_the_paper(plan, files), DEVICE, UNTOUCHED)


def _of_the_paper(plan: Plan, files: Sequence[FileToSign]) -> Iterator[Check]:
    if plan.stage in {Stage.ISSUED, Stage.REPLACED}:
        yield Check("Giai đoạn", "Văn bản đã ban hành; bản mới phải có số, ngày mới.", is_doubtful=True)
    yield _agency(plan)
    yield _number(plan)
    yield _place(plan)
    yield _day(plan)
    yield from _signatory(plan)
    yield from _recipients(plan)
    count, pages = len(files), sum(file.pages for file in files)
    yield Check("Số tệp, số trang", f"{count} tệp, {pages} trang.")


def _agency(plan: Plan) -> Check:
    """Judge by the agency that issues the paper; not every one has another above it."""
    agency = plan.header.agency.strip()
    names = ", ".join(name for name in (plan.header.parent_agency.strip(), agency) if name)
    return Check("Tên cơ quan", f"{names}." if agency else "Chưa ghi cơ quan ban hành.", is_doubtful=not agency)


def _place(plan: Plan) -> Check:
    place = plan.header.place.strip(" ,")
    return Check("Địa danh", f"{place}." if place else "Chưa ghi.", is_doubtful=not place)


def _number(plan: Plan) -> Check:
    header = plan.header
    number, symbol = header.number.strip(), header.symbol.strip()
    if not symbol:
        return Check("Số, ký hiệu", "Chưa có ký hiệu.", is_doubtful=True)
    return Check("Số, ký hiệu", f"Đã ghi {number}/{symbol}." if number else f"Số để trống, ký hiệu {symbol}.")


def _day(plan: Plan) -> Check:
    header = plan.header
    if header.day and header.month and header.year:
        return Check("Ngày ban hành", f"Đã ghi {header.day:02d}/{header.month:02d}/{header.year}.")
    blank = "ngày" if header.month and header.year else "ngày, tháng" if header.year else "ngày, tháng, năm"
    return Check("Ngày ban hành", f"Để trống {blank}.")


def _signatory(plan: Plan) -> Iterator[Check]:
    capacity = ", ".join(words.strip() for words in plan.signatory.capacity if words.strip())
    name = plan.signatory.name.strip()
    yield Check("Chức vụ người ký", f"{capacity}." if capacity else "Chưa ghi.", is_doubtful=not capacity)
    yield Check("Họ tên người ký", f"{name}." if name else "Chưa ghi.", is_doubtful=not name)


def _recipients(plan: Plan) -> Iterator[Check]:
    lines = [recipient.text.strip(" .;") for recipient in plan.recipients if recipient.text.strip(" .;")]
    if not lines:
        yield Check("Nơi nhận", "Chưa ghi.", is_doubtful=True)
    elif not fold(lines[-1]).startswith(_FILED):
        yield Check("Nơi nhận", f"Dòng cuối là “{lines[-1]}”, không phải “Lưu: VT, …”.", is_doubtful=True)
    else:
        yield Check("Nơi nhận", f"{len(lines)} dòng, dòng cuối “{lines[-1]}”.")
