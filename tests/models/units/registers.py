"""A register and plans for the tests of units."""

from collections.abc import Sequence

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Header, Plan
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain
from tthc_desktop.models.unit import Unit, UnitKind

OFFICE = Unit("office", "Văn phòng Sở", short="VP")
INSPECTORS = Unit("inspectors", "Thanh tra Sở")
DIGITAL = Unit("digital", "Phòng Chuyển đổi số")
FINANCE = Unit("finance", "Phòng Kế hoạch - Tài chính", aliases=("Phòng KHTC",))
CENTRE = Unit("centre", "Trung tâm Ứng dụng tiến bộ khoa học")
BRANCH = Unit("branch", "Chi cục Tiêu chuẩn Đo lường Chất lượng")
JUSTICE = Unit("justice", "Sở Tư pháp", kind=UnitKind.OUTSIDE)
POST = Unit("post", "Bưu điện tỉnh", kind=UnitKind.OUTSIDE)
WITH_PROCEDURES = Unit(
    "procedures",
    "Các phòng, đơn vị có thủ tục hành chính",
    kind=UnitKind.COLLECTIVE,
    members=("digital", "branch"),
)
REGISTER = (OFFICE, INSPECTORS, DIGITAL, FINANCE, CENTRE, BRANCH, JUSTICE, POST, WITH_PROCEDURES)
INSIDE = tuple(unit for unit in REGISTER if unit.kind is UnitKind.INSIDE)
ROOMS = (OFFICE, INSPECTORS, DIGITAL, FINANCE)

Cells = tuple[str, str]
"""Who leads and who helps."""


def plan_of(*cells: Cells, agency: str = "SỞ KHOA HỌC VÀ CÔNG NGHỆ") -> Plan:
    """Return a plan with one table, a task for each pair of cells: t1, t2 …"""
    tasks = [
        Task(
            f"t{place}",
            plain(f"Việc {place}"),
            plain(lead),
            plain(coordinate),
            plain(f"Báo cáo {place}"),
            plain("Quý I"),
        )
        for place, (lead, coordinate) in enumerate(cells, 1)
    ]
    return Plan(
        "plan",
        title=plain("kiểm soát\nthủ tục"),
        header=Header(agency=agency),
        body=(table_of([task.id for task in tasks]),),
        tasks={task.id: task for task in tasks},
    )


def table_of(task_ids: Sequence[Id], table_id: Id = "table") -> Table:
    """Return a table of tasks below one group."""
    columns = tuple(
        Column(f"{table_id}-{role}", role)
        for role in (Role.NUMBER, Role.CONTENT, Role.LEAD, Role.COORDINATE, Role.RESULT, Role.DEADLINE)
    )
    group = Row(f"{table_id}-group", RowKind.GROUP, title=plain("Công tác chung"))
    rows = (Row(f"row-{id_}", RowKind.TASK, level=1, task_id=id_) for id_ in task_ids)
    return Table(table_id, columns, (group, *rows), levels=(Mark.ROMAN, Mark.ARABIC))
