"""What an office keeps beside its plans, as lists: progress with where it came from, units, legal documents."""

from collections.abc import Iterator, Sequence
from itertools import chain

from tthc_desktop.documents.writing.workbook.listing import Listing, Value
from tthc_desktop.models.holdings import Holdings, progress_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import TITLES, Field, Progress
from tthc_desktop.models.spans import title
from tthc_desktop.models.unit import UnitKind
from tthc_desktop.models.units.telling import history
from tthc_desktop.models.units.validity import name_in

PROGRESS, UNITS, DOCUMENTS = "Tiến độ", "Đơn vị", "Căn cứ"
_KINDS = {
    UnitKind.INSIDE: "Thuộc cơ quan",
    UnitKind.OUTSIDE: "Ngoài cơ quan",
    UnitKind.COLLECTIVE: "Chỉ nhiều đơn vị",
}
_WORK = (("Kế hoạch", 30), ("Nhiệm vụ, chỉ tiêu", 44), ("Đơn vị", 22))
_WIDTHS = {Field.RESULT: 30, Field.TROUBLE: 26, Field.PROPOSAL: 26}
_ORIGIN = ("Lấy từ (tệp, trang, ô, lúc nhận)", 44)
_SPAN, _FILES = ("Kỳ", 16), ("Tệp minh chứng", 26)
_GONE = "(đã xóa)"


def progress(holdings: Holdings) -> Listing:
    """Return what units have said of tasks and targets."""
    columns = (*_WORK, *((TITLES[field], _WIDTHS.get(field, 16)) for field in Field), _SPAN, _FILES, _ORIGIN)
    return Listing(PROGRESS, "TIẾN ĐỘ CÁC NHIỆM VỤ, CHỈ TIÊU", columns, _progress(holdings))


def _progress(holdings: Holdings) -> Iterator[Sequence[Value]]:
    of_plans = (said for plan_id in holdings.plans for said in progress_of(holdings, plan_id).values())
    of_none = (said for said in holdings.progress.values() if said.plan_id not in holdings.plans)
    for said in chain(of_plans, of_none):
        plan = holdings.plans.get(said.plan_id)
        unit = holdings.units.get(said.unit_id)
        called = name_in(unit, plan.period if plan else None) if unit else _GONE
        words = [said.words(field) for field in Field]
        more = (title(said.period) or said.period, "\n".join(one.name for one in said.files), _origins(said))
        yield (_title(plan), _work(plan, said.work_id), called, *words, *more)


def _title(plan: Plan | None) -> str:
    return " ".join(str(plan.title).split()) if plan else _GONE


def _work(plan: Plan | None, work_id: Id) -> str:
    if plan and work_id in plan.tasks:
        return str(plan.tasks[work_id].content)
    return str(plan.targets[work_id].name) if plan and work_id in plan.targets else _GONE


def _origins(said: Progress) -> str:
    """Return where the values came from; fields from one row of one sheet share its line."""
    lines: dict[tuple[str, str, str], list[str]] = {}
    for field, value in said.said.items():
        if value.origin:
            at = f"{value.origin.at.astimezone():%H:%M %d/%m/%Y}"
            lines.setdefault((value.origin.file, value.origin.sheet, at), []).append(
                f"{TITLES[field]}: {value.origin.cell}"
            )
    return "\n".join(f"{file}, trang “{sheet}”, {at}: {'; '.join(cells)}" for (file, sheet, at), cells in lines.items())


def units(holdings: Holdings) -> Listing:
    """Return the register of units."""
    columns = (
        *(("Đơn vị", 44), ("Viết tắt", 18), ("Tên gọi khác", 44), ("Loại", 20)),
        *(("Từ ngày", 13), ("Đến ngày", 13), ("Quá trình", 44), ("Gồm các đơn vị", 50)),
    )
    names = {unit.id: unit.name for unit in holdings.units.values()}
    lines = (
        (
            unit.name,
            unit.short,
            "\n".join(unit.aliases),
            _KINDS[unit.kind],
            unit.valid_from or "",
            unit.valid_to or "",
            "\n".join(history(unit, holdings.units)),
            "\n".join(names.get(member, _GONE) for member in unit.members),
        )
        for unit in holdings.units.values()
    )
    return Listing(UNITS, "DANH MỤC ĐƠN VỊ", columns, lines)


def documents(holdings: Holdings) -> Listing:
    """Return the list of legal documents."""
    columns = (("Loại", 16), ("Số, ký hiệu", 22), ("Cơ quan ban hành", 24), ("Ngày", 13), ("Trích yếu", 70))
    known = holdings.legal_documents
    lines = (
        (
            found.kind,
            found.number,
            found.issuer,
            found.date or "",
            found.title,
            _named(known.get(found.replaced_by)) if found.replaced_by else "",
        )
        for found in known.values()
    )
    return Listing(DOCUMENTS, "VĂN BẢN LÀM CĂN CỨ", (*columns, ("Được thay thế bằng", 26)), lines)


def _named(document: LegalDocument | None) -> str:
    return " ".join(part for part in (document.kind, document.number or document.title) if part) if document else _GONE
