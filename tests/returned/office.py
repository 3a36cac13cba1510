"""An office in a file with a plan of many tasks and twelve units."""

from pathlib import Path
from random import Random

from tthc_desktop.models.changes import Change
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.merge.values import Spot
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.progress.values import Progress, Said
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.assigning import share_of
from tthc_desktop.office import Office

NAMES = (
    *("Văn phòng Sở", "Thanh tra Sở", "Phòng Kế hoạch", "Phòng Tài chính", "Phòng Quản lý đất đai", "Phòng Bổ trợ"),
    *("Phòng Hộ tịch", "Phòng Công nghệ số", "Trung tâm Lưu trữ", "Trung tâm Dịch vụ công", "Chi cục Biển"),
    "Chi cục Đo lường",
)
_ACTS = ("Rà soát", "Công khai", "Kiểm tra", "Tập huấn về", "Báo cáo về", "Khảo sát", "Niêm yết", "Đánh giá")
_MATTERS = ("hộ tịch", "đất đai", "đầu tư công", "một cửa", "phí và lệ phí", "thi đua", "hồ sơ điện tử", "chứng thực")
_ROLES = (Role.NUMBER, Role.CONTENT, Role.LEAD, Role.COORDINATE, Role.RESULT, Role.DEADLINE)
ALL = "Các phòng, đơn vị thuộc Sở"


def units(count: int = len(NAMES)) -> tuple[Unit, ...]:
    """Return the units of the register."""
    return tuple(Unit(f"unit{number:02}", name) for number, name in enumerate(NAMES[:count], 1))


def plan(tasks: int = 36, count: int = len(NAMES), title: str = "Kiểm soát thủ tục thử nghiệm") -> Plan:
    """Return a plan that gives each unit some tasks to lead and some to help with, a few to all of them."""
    made = [_task(number, count) for number in range(tasks)]
    columns = tuple(Column(f"c{role.value}", role, plain(role.value)) for role in _ROLES)
    rows: list[Row] = []
    for number, task in enumerate(made):
        if number % 9 == 0:
            rows.append(Row(f"g{number}", RowKind.GROUP, 0, plain(f"Nhóm việc thứ {number // 9 + 1}")))
        rows.append(Row(f"r{number}", RowKind.TASK, 1, task_id=task.id))
    table = Table("table", columns, tuple(rows), (Mark.ROMAN, Mark.ARABIC))
    appendix = Appendix("appendix", plain("Danh mục nhiệm vụ"), nodes=(table,))
    return Plan(new_id(), title=plain(title), appendices=(appendix,), tasks={task.id: task for task in made})


def _task(number: int, count: int) -> Task:
    act, matter = _ACTS[number % len(_ACTS)], _MATTERS[number // len(_ACTS) % len(_MATTERS)]
    content = f"{act} {matter} tại địa bàn số {number * 13 + 1} theo đợt {number + 1}"
    helper = ALL if number % 6 == 0 else NAMES[(number * 5 + 3) % count]
    return Task(
        f"task{number:04}",
        plain(content),
        plain(NAMES[number % count]),
        plain(helper),
        plain("Báo cáo kết quả"),
        plain(f"Trước ngày 15/{number % 12 + 1}/2026"),
    )


def make_office(path: Path, tasks: int = 36, count: int = len(NAMES)) -> Plan:
    """Make an office that holds the units and the plan, and return the plan."""
    made = plan(tasks, count)
    with Office.open(path) as office:
        office.change(Change("Lập", ((None, made), *((None, unit) for unit in units(count)))))
    return made


def works_of(office: Office, plan_id: Id, unit: Unit) -> list[Id]:
    """Return the tasks on a unit's sheet."""
    share = share_of(office.plans[plan_id], unit, tuple(office.units.values()))
    return [row.work_id for row in share.rows if row.work_id]


def values(office: Office) -> dict[Spot, str]:
    """Return every value that the office has."""
    return {
        Spot(one.plan_id, one.work_id, one.unit_id, name): said.words
        for one in office.progress.values()
        for name, said in one.said.items()
    }


def type_value(office: Office, spot: Spot, words: str) -> None:
    """Let the clerk type a value; no words take it away."""
    mine = (one for one in office.progress.values() if (one.work_id, one.unit_id) == (spot.work_id, spot.unit_id))
    before = next(mine, None)
    said = {**(before.said if before else {}), spot.field: Said(words)}
    if not words:
        del said[spot.field]
    after = Progress(before.id if before else new_id(), spot.plan_id, spot.work_id, spot.unit_id, said)
    office.change(Change("Gõ tiến độ", ((before, after),)))


def shuffled(random: Random, items: list[Path]) -> list[Path]:
    """Return the items in another order."""
    return random.sample(items, len(items))
