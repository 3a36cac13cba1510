"""Whose sheet a returned file is and of which plan, by its hidden sheet or by what is printed on it."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from tthc_desktop.models.editing.life import living
from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.known import Known, Shares, has_work
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.sending.returned import ReturnedSheet, SheetProblem
from tthc_desktop.models.sending.values import SHEET_VERSION, Sent
from tthc_desktop.models.text import fold
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.validity import names

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_NO_TRACE = "Bảng không còn dấu gửi, nên được nhận ra theo tên đơn vị và nội dung; hãy xem lại."
_LATER = (
    "Bảng được gửi từ dữ liệu mới hơn dữ liệu đang mở (có thể dữ liệu đã được phục hồi từ bản lưu cũ); "
    "bảng vẫn được đối chiếu, hãy xem kỹ trước khi nhận."
)
_OTHER_UNIT = "Bảng gửi cho “{}” nhưng trong bảng ghi đơn vị “{}”; hãy hỏi lại xem đơn vị nào trả lời rồi mới nhận."
_NOT_SENT = "Lần gửi của bảng này không có trong dữ liệu; bảng vẫn được đối chiếu, hãy xem kỹ trước khi nhận."


@dataclass(frozen=True, slots=True)
class Placed:
    """A sheet of a plan and a unit that the office knows; with `doubt` nothing of it is taken by itself."""

    sheet: ReturnedSheet
    plan: Plan
    unit: Unit
    doubt: str = ""
    problems: tuple[SheetProblem, ...] = ()

    @property
    def order(self) -> tuple[datetime, str]:
        """The place among all returned sheets: the oldest round first, whatever order the files came in."""
        sent = self.sheet.sent
        return (sent.at if sent else _LONG_AGO, self.sheet.file)

    @property
    def period(self) -> str:
        """The key of the span that the sheet reports on; what it was sent with goes before what is printed on it."""
        return self.sheet.sent.period if self.sheet.sent else self.sheet.period

    @property
    def sending_id(self) -> Id:
        """The sending that the sheet belongs to, if it says so."""
        return self.sheet.sent.sending_id if self.sheet.sent else ""


def place(sheet: ReturnedSheet, shares: Shares) -> Placed | str:
    """Return whose sheet this is, or why it is not compared with anything, in Vietnamese."""
    return _by_trace(sheet, sheet.sent, shares) if sheet.sent else _by_looks(sheet, shares)


def _by_trace(sheet: ReturnedSheet, sent: Sent, shares: Shares) -> Placed | str:
    known = shares.known
    if sent.version > SHEET_VERSION:
        return "Bảng do phiên bản mới hơn của chương trình lập. Hãy cập nhật chương trình rồi nhận lại tệp này."
    plan = known.plans.get(sent.plan_id)
    if plan is None:
        return _without_plan(sent, known)
    unit = known.units.get(sent.unit_id)
    if unit is not None:
        return Placed(sheet, plan, unit, _passed_on(sheet, sent, unit, known), _sending_problems(sheet, sent, known))
    unit = _named(sent.unit_name or sheet.unit_name, known)
    if unit is None:
        return _without_unit(sent.unit_name or sheet.unit_name)
    problem = _problem(
        sheet, f"Mã đơn vị trong bảng không có trong danh mục; bảng được tính cho “{unit.name}” vì trùng tên."
    )
    return Placed(sheet, plan, unit, problems=(problem, *_sending_problems(sheet, sent, known)))


def _passed_on(sheet: ReturnedSheet, sent: Sent, unit: Unit, known: Known) -> str:
    """Return the doubt about a sheet on which another unit than the one it was sent to has put its name."""
    written = None if fold(sheet.unit_name) == fold(sent.unit_name) else _named(sheet.unit_name, known)
    return _OTHER_UNIT.format(unit.name, written.name) if written and written.id != unit.id else ""


def _without_plan(sent: Sent, known: Known) -> str:
    if sent.sending_id in known.sendings:
        return (
            f"Kế hoạch “{sent.plan_title}” của bảng này đã bị xóa. "
            "Hãy hoàn tác việc xóa (lệnh undo) rồi nhận lại tệp này."
        )
    return (
        f"Đây là bảng của kế hoạch khác, “{sent.plan_title}”, không có (hoặc đã bị xóa) trong dữ liệu đang mở. "
        "Hãy kiểm tra đã mở đúng tệp dữ liệu, hoàn tác nếu vừa xóa kế hoạch, hoặc hỏi lại đơn vị gửi."
    )


def _without_unit(name: str) -> str:
    called = f"Đơn vị “{name}” của bảng" if name else "Bảng không cho biết của đơn vị nào, đơn vị"
    return (
        f"{called} không có trong danh mục đơn vị. Hãy thêm đơn vị hoặc thêm tên này vào các tên gọi khác của đơn vị "
        "rồi nhận lại tệp này."
    )


def _sending_problems(sheet: ReturnedSheet, sent: Sent, known: Known) -> tuple[SheetProblem, ...]:
    if sent.revision > known.revisions.get(sent.plan_id, sent.revision):
        return (_problem(sheet, _LATER),)
    return () if sent.sending_id in known.sendings else (_problem(sheet, _NOT_SENT),)


def _by_looks(sheet: ReturnedSheet, shares: Shares) -> Placed | str:
    unit = _named(sheet.unit_name, shares.known)
    if unit is None:
        return _without_unit(sheet.unit_name)
    plan = _plan_of(sheet, unit, shares)
    if plan is None:
        return (
            "Bảng không còn dấu gửi và nội dung không giống kế hoạch nào đang có. "
            "Hãy gửi lại bảng cho đơn vị, hoặc nhập tệp này như một bảng từ nơi khác."
        )
    return Placed(sheet, plan, unit, _NO_TRACE)


def _plan_of(sheet: ReturnedSheet, unit: Unit, shares: Shares) -> Plan | None:
    """Return the plan that holds most of the rows: by their identities, else by their contents in the unit's share."""
    plans = living(shares.known.plans)
    named = Counter({plan.id: sum(has_work(plan, row.work_id) for row in sheet.rows) for plan in plans})
    if (best := named.most_common(1)) and best[0][1]:
        return shares.known.plans[best[0][0]]
    contents = [words for row in sheet.rows if (words := fold(row.locked.get("content", "")))]
    alike: Counter[Id] = Counter()
    for plan in plans:
        share = {fold(row.words.get("content", "")) for row in shares.of(plan, unit).rows}
        alike[plan.id] = sum(words in share for words in contents)
    best = alike.most_common(1)
    return shares.known.plans[best[0][0]] if best and 2 * best[0][1] >= len(contents) > 0 else None


def _named(name: str, known: Known) -> Unit | None:
    wanted = fold(name)
    units = (unit for unit in known.units.values() if unit.kind is not UnitKind.COLLECTIVE)
    return next((unit for unit in units if wanted and wanted in map(fold, names(unit))), None)


def _problem(sheet: ReturnedSheet, text: str) -> SheetProblem:
    return SheetProblem(sheet.file, sheet.sheet, "", text)
