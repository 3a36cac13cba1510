"""Short ways to plans that print: items, tasks, tables, and whole plans around them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import count
from random import Random
from typing import Any, TypeVar, cast

from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Basis, Header, Item, Node, Plan, Recipient, Signatory
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain

Value = TypeVar("Value")

_numbers = count(1)
_SYLLABLES = (
    "rà soát quy định công khai hồ sơ trực tuyến tiếp nhận giải quyết đúng hạn số hóa kết quả đường phố "
    "nghiệp vụ tập huấn kiểm tra báo cáo hằng quý người dân doanh nghiệp một cửa liên thông KH&CN 06/2025/TT-BKHCN"
).split()


def fresh() -> str:
    return f"test{next(_numbers):06d}"


def sentence(random: Random, length: int) -> str:
    """Return so many syllables of the field, in no order that a person has written."""
    return " ".join(random.choice(_SYLLABLES) for _ in range(length)).capitalize() + "."


def item(mark: Mark, words: str, *children: Node, heading: bool = False) -> Item:
    return Item(fresh(), mark, plain(words), heading, children)


def column(role: Role, title: str, over: str = "", width: float = 0.0) -> Column:
    return Column(fresh(), role, plain(title), plain(over), width)


TASK_COLUMNS = (
    column(Role.NUMBER, "STT"),
    column(Role.CONTENT, "Nội dung công việc"),
    column(Role.LEAD, "Chủ trì", "Đơn vị thực hiện"),
    column(Role.COORDINATE, "Phối hợp", "Đơn vị thực hiện"),
    column(Role.RESULT, "Sản phẩm"),
    column(Role.DEADLINE, "Thời hạn"),
)


def group(title: str, level: int = 0) -> Row:
    return Row(fresh(), RowKind.GROUP, level, plain(title))


def plain_row(columns: Sequence[Column], words: Iterable[str], level: int = 0, continues: Iterable[int] = ()) -> Row:
    """Return a row of cells; `continues` are the places of the columns merged with the row above."""
    cells = tuple((at.id, plain(text)) for at, text in zip(columns, words, strict=False) if at.role is not Role.NUMBER)
    return Row(fresh(), RowKind.PLAIN, level, cells=cells, continues=tuple(columns[at].id for at in continues))


def task(random: Random, length: int = 12) -> Task:
    return Task(
        fresh(),
        plain(sentence(random, length)),
        plain(random.choice(("Văn phòng", "Phòng Nghiệp vụ", "Các phòng, đơn vị trực thuộc"))),
        plain(random.choice(("", "Trung tâm Chuyển đổi số", "Phòng Kế hoạch;\nVăn phòng"))),
        plain(sentence(random, 3)),
        plain(random.choice(("Thường xuyên", "Quý III/2025", "Trước ngày 20 hằng tháng"))),
    )


def task_table(random: Random, count_of_rows: int, *, every: int = 8) -> tuple[Table, dict[str, Task]]:
    """Return a table of tasks with a group before every so many, and its tasks."""
    tasks = [task(random, random.randint(3, 40)) for _ in range(count_of_rows)]
    rows: list[Row] = []
    for place, made in enumerate(tasks):
        if every and place % every == 0:
            rows += (group(f"LĨNH VỰC {place}"), group(f"Nhóm việc {place}", 1))
        rows.append(Row(fresh(), RowKind.TASK, 2 if every else 0, task_id=made.id))
    levels = (Mark.ROMAN, Mark.ARABIC, Mark.ARABIC) if every else (Mark.ARABIC,)
    return Table(fresh(), TASK_COLUMNS, tuple(rows), levels), {made.id: made for made in tasks}


HEADER = Header("UBND tỉnh Lai Châu", "Sở Khoa học và Công nghệ", "7", "KH-SKHCN", "Lai Châu", 5, 3, 2025)


def make_plan(*body: Node, **changes: Any) -> Plan:  # noqa: ANN401
    """Return a plan with everything that a paper has around its text."""
    made = Plan(
        fresh(),
        title=plain("Kiểm soát thủ tục hành chính năm 2025"),
        header=HEADER,
        bases=(
            Basis(fresh(), plain("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ;")),
            Basis(fresh(), plain("Sở Khoa học và Công nghệ ban hành Kế hoạch như sau:")),
        ),
        body=body,
        signatory=Signatory(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lò Văn Mẫu"),
        recipients=(Recipient(fresh(), "UBND tỉnh (b/c)"), Recipient(fresh(), "Lưu: VT, VP")),
    )
    return replace(made, **changes)


def with_table(table: Table, tasks: dict[str, Task] | None = None, *, landscape: bool = True) -> Plan:
    """Return a plan whose only appendix holds the table."""
    attached = "(Kèm theo Kế hoạch số /KH-SKHCN ngày tháng 3 năm 2025 của Sở Khoa học và Công nghệ)"
    appendix = Appendix(fresh(), plain("Danh mục công việc"), plain(attached), landscape, (table,))
    return make_plan(item(Mark.ROMAN, "NỘI DUNG", heading=True), appendices=(appendix,), tasks=tasks or {})


def respelled(value: Value, change: Callable[[str], str]) -> Value:
    """Return a value with every string in it changed."""
    changed: Any = value
    if isinstance(value, str) and not isinstance(value, Enum):
        changed = change(value)
    elif isinstance(value, tuple):
        changed = tuple(respelled(part, change) for part in value)
    elif isinstance(value, dict):
        changed = {key: respelled(part, change) for key, part in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        changed = replace(value, **{part.name: respelled(getattr(value, part.name), change) for part in fields(value)})
    return cast("Value", changed)
