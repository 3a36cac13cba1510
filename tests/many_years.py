"""An office as it is after ten years: plans of 10,000 tasks, 25 units, and what these have reported, all invented.

Made by numbers alone, so that every run measures the same office. `office_file` makes the file once and keeps it in
the folder for temporary files (or where `TTHC_LARGE` says), for it takes minutes.
"""

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tthc_desktop.models.changes import Change
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Appendix, Header, Period, Plan
from tthc_desktop.models.progress.values import Field, Origin, Progress, Said, Status
from tthc_desktop.models.spans import SpanKind, spans
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.office import Office

FIRST, YEARS, TASKS = 2017, 10, 10_000
VERBS = ("Rà soát", "Công bố", "Niêm yết", "Kiểm tra", "Cập nhật", "Tập huấn", "Tuyên truyền", "Đánh giá", "Thống kê")
THINGS = ("thủ tục hành chính", "quy trình nội bộ", "mức độ hài lòng", "hồ sơ trực tuyến", "phí, lệ phí", "phản ánh")
FIELDS = ("đất đai", "hộ tịch", "đầu tư", "y tế", "giáo dục", "xây dựng", "lao động", "môi trường", "công chứng")
ONGOING = ("Thường xuyên", "Trong năm", "Thường xuyên trong năm", "Cả năm {year}")
DATED = ("Quý {quarter}/{year}", "Tháng {month}/{year}", "Trước ngày 15/{month}/{year}", "30/{month}/{year}")
RECURRING = ("Hằng quý", "Hằng tháng", "Trước ngày 25 hằng tháng", "6 tháng, hằng năm")
OTHER = ("Sau khi có quyết định công bố", "Theo kế hoạch của Ủy ban nhân dân tỉnh")
DEADLINES = (*ONGOING * 4, *DATED * 2, *RECURRING, *OTHER * 2)
"""Half of all work has no end of its own, as in real plans."""
ROLES = (Role.NUMBER, Role.CONTENT, Role.LEAD, Role.COORDINATE, Role.RESULT, Role.DEADLINE)
AT = datetime(2026, 1, 5, tzinfo=UTC)


def units() -> tuple[Unit, ...]:
    """Return the rooms of the office and the bodies outside."""
    rooms = (Unit(f"u{at}", f"Phòng Nghiệp vụ số {at}", f"P{at}", (f"Phòng số {at}",)) for at in range(10))
    bodies = (Unit(f"u{at}", f"Sở Chuyên ngành số {at}", "", (), UnitKind.OUTSIDE) for at in range(10, 25))
    return (*rooms, *bodies)


def plan_of(year: int, tasks: int = TASKS) -> Plan:
    """Return the plan of a year: one table of tasks."""
    chance = Random(year)
    made = {task.id: task for task in _tasks(year, tasks, chance)}
    columns = tuple(Column(f"{year} {role}", role, plain(role)) for role in ROLES)
    rows = tuple(Row(f"{id_} row", RowKind.TASK, task_id=id_) for id_ in made)
    return Plan(
        f"plan {year}",
        title=plain(f"Kiểm soát thủ tục hành chính năm {year}"),
        header=Header("", "SỞ TƯ PHÁP", str(year % 90), "KH-STP", "Lai Châu", 14, 2, year),
        period=Period(datetime(year, 1, 1, tzinfo=UTC).date(), datetime(year, 12, 31, tzinfo=UTC).date()),
        appendices=(Appendix(f"{year} appendix", plain("DANH MỤC"), nodes=(Table(f"{year} table", columns, rows),)),),
        tasks=made,
    )


def _tasks(year: int, count: int, chance: Random) -> Iterator[Task]:
    known = units()
    for number in range(count):
        month = chance.randint(1, 12)
        words = chance.choice(DEADLINES).format(year=year, month=month, quarter=("I", "II", "III", "IV")[month % 4])
        lead, *others = chance.sample(known, chance.randint(1, 3))
        work = f"{chance.choice(VERBS)} {chance.choice(THINGS)} lĩnh vực {chance.choice(FIELDS)}, đợt {number}"
        yield Task(
            f"{year:04}{number:012}",
            content=plain(work),
            lead=plain(lead.name),
            coordinate=plain("; ".join(unit.name for unit in others)),
            result=plain(chance.choice(("Quyết định", "Báo cáo", "Công văn", "Kế hoạch"))),
            deadline=plain(words),
        )


def progress_of(plan: Plan) -> Iterator[Progress]:
    """Yield what the leading units have said of most tasks: once, or of some quarters of the year."""
    assert plan.period
    chance, known = Random(plan.id), {unit.name: unit.id for unit in units()}
    quarters = [span.key for span in spans(SpanKind.QUARTER, plan.period)]
    for task in plan.tasks.values():
        once = str(task.deadline)[:1] in "QT3" and "hường" not in str(task.deadline)
        for period in ("",) if once else quarters:
            if chance.random() < 0.85:
                said = dict(_said(plan.period.start.year, chance))
                yield Progress(
                    *(f"{task.id}{period}", plan.id, task.id, known[str(task.lead)], said),
                    period=period,
                )


def _said(year: int, chance: Random) -> Iterator[tuple[Field, Said]]:
    status = chance.choice((Status.DOING, Status.DONE, Status.DONE, Status.DONE_ON_TIME, Status.NOT_STARTED))
    number = chance.randint(8, 9000)
    origin = Origin(f"phieu-{year}-{number % 40}.xlsx", "Bảng việc", f"H{number}", AT) if number % 3 else None
    yield Field.STATUS, Said(status, origin)
    yield Field.PERCENT, Said("100" if status.startswith("Hoàn") else str(number % 100), origin)
    if status.startswith("Hoàn"):
        yield Field.DAY, Said(f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}", origin)
        yield Field.NUMBER, Said(f"{number}/QĐ-STP", origin)
    elif number % 2:
        yield Field.RESULT, Said(f"Đã làm được {number % 60} phần việc của đợt {number}", origin)


def fill(office: Office, years: int = YEARS, tasks: int = TASKS) -> None:
    """Put everything into an office, in the steps in which it would come."""
    office.change(Change("Thêm đơn vị", tuple((None, unit) for unit in units())))
    for year in range(FIRST, FIRST + years):
        plan = plan_of(year, tasks)
        office.change(Change("Thêm kế hoạch", ((None, plan),)))
        office.change(Change("Nhận bảng", tuple((None, one) for one in progress_of(plan))))


def office_file(years: int = YEARS, tasks: int = TASKS) -> Path:
    """Return the file of such an office, to be copied rather than changed."""
    folder = Path(os.environ.get("TTHC_LARGE") or tempfile.gettempdir())
    path = folder / f"tthc-{years}-nam-{tasks}-viec.tthc"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        making = path.with_suffix(".dang-lam")
        making.unlink(missing_ok=True)
        with Office.open(making) as office:
            fill(office, years, tasks)
        making.replace(path)
    return path


def plan_ids(years: int = YEARS) -> tuple[Id, ...]:
    return tuple(f"plan {year}" for year in range(FIRST, FIRST + years))
