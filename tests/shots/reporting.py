"""Pictures of what goes on with the units: their sheets sent, their register, what they have reported."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from PySide6.QtWidgets import QWidget

from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.unit_history import merging_into
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.plan import Period, Plan
from tthc_desktop.models.progress.lines import progress_lines
from tthc_desktop.models.progress.values import Field, Origin, Progress, Said, Status
from tthc_desktop.models.sending.mailing import mailing
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.progress.page import ProgressPage
from tthc_desktop.ui.progress.table import FIRST_FIELD
from tthc_desktop.ui.sending.page import SendPage
from tthc_desktop.ui.targets.page import TargetsPage
from tthc_desktop.ui.units.acts import MERGE
from tthc_desktop.ui.units.page import UnitsPage
from tthc_desktop.ui.units.proposals import UnitProposals

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]
AT = datetime(2030, 11, 26, 7, 5, tzinfo=UTC)
LONG = "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính liên thông cấp tỉnh, khu vực phía Bắc số"
_REPORTS: tuple[dict[Field, str], ...] = (
    {Field.STATUS: Status.DONE_ON_TIME.value, Field.PERCENT: "100", Field.NUMBER: "15/BC-VP", Field.DAY: "2030-10-05"},
    {Field.STATUS: Status.DOING.value, Field.PERCENT: "60.5", Field.RESULT: "Đã gửi lấy ý kiến các phòng"},
    {
        Field.STATUS: Status.OVERDUE.value,
        Field.PERCENT: "30",
        Field.TROUBLE: "Thiếu máy quét",
        Field.PROPOSAL: "Mua 2 máy",
    },
    {},
)


def _begin(window: MainWindow, wait: Wait, plan: Plan) -> Plan:
    """Add a plan, and all units that it names but the last."""
    window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    office = window.desk.office
    assert office is not None
    new = mailing(plan, office.holdings).new_units
    window.desk.apply(Change("Thêm đơn vị", tuple((None, unit) for unit in new[:-1])))
    page = window.desk.open_plan(plan.id)
    assert page is not None
    wait(lambda: page.preview.shown is page.plan)
    return plan


def _sending(window: MainWindow, wait: Wait) -> SendPage:
    window.commands["send"].trigger()
    page = window.page()
    assert isinstance(page, SendPage)
    wait(lambda: bool(page.table.addressees or page.mailing.unowned))
    page.foot.folder.setText("D:\\Kế hoạch 2030\\Bảng gửi đơn vị")
    return page


def send_full(window: MainWindow, wait: Wait) -> None:
    plan = _begin(window, wait, sample_plan())
    office = window.desk.office
    assert office is not None
    sent = [
        Sending(new_id(), plan.id, unit.id, AT, returned_at=AT + timedelta(days=3) if at % 2 else None)
        for at, unit in enumerate(office.units.values())
    ]
    window.desk.apply(Change("Gửi bảng", tuple((None, one) for one in sent)))
    page = _sending(window, wait)
    page.table.set_taken(page.table.addressees[1:2], taken=False)


def send_empty(window: MainWindow, wait: Wait) -> None:
    plan = sample_plan()
    bare = {id_: replace(task, lead=plain(""), coordinate=plain("")) for id_, task in plan.tasks.items()}
    _begin(window, wait, replace(plan, tasks=bare, targets={}, appendices=()))
    _sending(window, wait)


def send_overfull(window: MainWindow, wait: Wait) -> None:
    plan = sample_plan()
    tasks = {
        id_: replace(task, lead=plain(f"{LONG} {at}" if at % 3 else ""), coordinate=plain(f"{LONG} {at + 100}"))
        for at, (id_, task) in enumerate(plan.tasks.items())
    }
    named = {id_: replace(target, name=plain(f"{LONG} {LONG}")) for id_, target in plan.targets.items()}
    _begin(window, wait, replace(plan, title=plain(f"{LONG} {LONG}"), tasks=tasks, targets=named))
    _sending(window, wait)


def _register(window: MainWindow) -> UnitsPage:
    window.commands["units"].trigger()
    page = window.page()
    assert isinstance(page, UnitsPage)
    return page


def units_empty(window: MainWindow, wait: Wait) -> None:
    del wait
    _register(window)


def units_full(window: MainWindow, wait: Wait) -> None:
    _begin(window, wait, sample_plan())
    page = _register(window)
    page.view.go_to(page.table.kept[1].id, "short")


def units_kind(window: MainWindow, wait: Wait) -> None:
    units_full(window, wait)
    page = _register(window)
    page.view.go_to(page.table.kept[1].id, "kind", edit=True)
    wait(lambda: page.cells.suggester is not None and page.cells.suggester.open)


def units_history(window: MainWindow, wait: Wait) -> None:
    """Show a register in which two units were merged, and the form that asks into which another one is."""
    units_full(window, wait)
    page = _register(window)
    office = window.desk.office
    assert office is not None
    inside = [unit.id for unit in office.units.values() if unit.kind is UnitKind.INSIDE]
    pairs = merging_into(office.units, inside[:2], "Phòng Tổng hợp", date(2026, 7, 1))
    window.desk.apply(Change("Sáp nhập", pairs))
    page.view.go_to(inside[0])


def units_merging(window: MainWindow, wait: Wait) -> None:
    units_full(window, wait)
    page = _register(window)
    page.acts.do(MERGE, page.table.kept[:2])


def units_overfull(window: MainWindow, wait: Wait) -> None:
    del wait
    kinds = [*UnitKind]
    many = [
        Unit(new_id(), f"{LONG} {at}", f"TTPVHCC {at}", (f"Trung tâm {at}", LONG + f" miền {at}"), kinds[at % 3])
        for at in range(300)
    ]
    window.desk.apply(Change("Thêm đơn vị", tuple((None, unit) for unit in many)))
    page = _register(window)
    page.view.selectRow(2)


def units_review(window: MainWindow, wait: Wait) -> None:
    window.desk.apply(Change("Thêm kế hoạch", ((None, sample_plan()),)))
    _register(window).propose_from_plans()
    wait(lambda: isinstance(window.page(), UnitProposals))


def _progress(window: MainWindow, wait: Wait) -> ProgressPage:
    window.commands["progress"].trigger()
    page = window.page()
    assert isinstance(page, ProgressPage)
    wait(lambda: page.table.plan_id == page.about)
    return page


def report(window: MainWindow, plan: Plan) -> None:
    """Say something of most work of a plan."""
    office = window.desk.office
    assert office is not None
    lines = [line for line in progress_lines(plan, tuple(office.units.values()), ()) if line.unit_id]
    pairs = []
    for at, line in enumerate(lines):
        origin = Origin(f"{line.unit} – Bảng việc.xlsx", "Phần việc", f"K{at + 6}", AT) if at % 3 else None
        said = {field: Said(words, origin) for field, words in _REPORTS[at % len(_REPORTS)].items()}
        if said:
            pairs.append((None, Progress(new_id(), plan.id, line.work_id, line.unit_id, said)))
    window.desk.apply(Change("Nhận bảng", tuple(pairs)))


def progress_empty(window: MainWindow, wait: Wait) -> None:
    _begin(window, wait, replace(sample_plan(), body=(), appendices=(), tasks={}, targets={}))
    _progress(window, wait)


def progress_full(window: MainWindow, wait: Wait) -> None:
    report(window, _begin(window, wait, sample_plan()))
    page = _progress(window, wait)
    line = next(line for line in page.table.lines[4:] if page.table.progress(line))
    page.view.go_to(line.work_id, line.unit_id, FIRST_FIELD)


def progress_status(window: MainWindow, wait: Wait) -> None:
    progress_full(window, wait)
    page = _progress(window, wait)
    page.view.open_cell()
    wait(lambda: page.view.cells.suggester is not None and page.view.cells.suggester.open)


def progress_overfull(window: MainWindow, wait: Wait) -> None:
    from tests.shots.screens import overfull  # noqa: PLC0415 - which itself takes the pictures of this module

    plan = _begin(window, wait, overfull(sample_plan()))
    report(window, plan)
    page = _progress(window, wait)
    page.view.go_to(*next((line.work_id, line.unit_id) for line in page.table.lines[900:] if line.unit_id))


def _targets(window: MainWindow, wait: Wait) -> TargetsPage:
    window.commands["targets"].trigger()
    page = window.page()
    assert isinstance(page, TargetsPage)
    wait(lambda: page.found is not None and page.found.plan.id == page.about)
    return page


def _measure(window: MainWindow, plan: Plan, quarters: tuple[str, ...]) -> None:
    """Report figures of every target for some quarters: most by the office, some by two units."""
    office = window.desk.office
    assert office is not None
    units = [*office.units][:2]
    pairs = []
    for at, target_id in enumerate(plan.targets):
        for step, key in enumerate(quarters):
            for unit_id in units if at % 4 == 1 else [""]:
                b, a = (0, 0) if at % 5 == 4 else (180 + 7 * step - 9 * at, 200 + step)
                words = {Field.NUMERATOR: str(b), Field.DENOMINATOR: str(a), Field.AS_OF: "2030-06-14"}
                said = {field: Said(each) for field, each in words.items()}
                pairs.append((None, Progress(new_id(), plan.id, target_id, unit_id, said, key)))
    window.desk.apply(Change("Số liệu", tuple(pairs)))


def targets_empty(window: MainWindow, wait: Wait) -> None:
    _begin(window, wait, replace(sample_plan(), body=(), appendices=(), tasks={}, targets={}))
    _targets(window, wait)


def targets_full(window: MainWindow, wait: Wait) -> None:
    plan = sample_plan()
    year = (plan.period or Period(date(2030, 1, 1), date(2030, 12, 31))).start.year
    _measure(window, _begin(window, wait, plan), (f"{year}-Q1", f"{year}-Q2"))
    page = _targets(window, wait)
    lines = [line for line in page.table.kept if line.target_id]
    page.view.go_to(lines[1].id, Field.NUMERATOR)


def targets_review(window: MainWindow, wait: Wait) -> None:
    _begin(window, wait, sample_plan())
    _targets(window, wait).propose()


REPORTING: dict[str, Screen] = {
    "send-empty": send_empty,
    "send-full": send_full,
    "send-overfull": send_overfull,
    "units-empty": units_empty,
    "units-history": units_history,
    "units-merging": units_merging,
    "units-full": units_full,
    "units-kind": units_kind,
    "units-overfull": units_overfull,
    "units-review": units_review,
    "progress-empty": progress_empty,
    "progress-full": progress_full,
    "progress-status": progress_status,
    "progress-overfull": progress_overfull,
    "targets-empty": targets_empty,
    "targets-full": targets_full,
    "targets-review": targets_review,
}
