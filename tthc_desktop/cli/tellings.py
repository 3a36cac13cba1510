"""A plan as words on a terminal: `show`, `list`, `history`, the counts after `import`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date

from tthc_desktop.cli.plans import one_line, title_of
from tthc_desktop.cli.rows import row_cells
from tthc_desktop.models.addressing import addressee_lines
from tthc_desktop.models.changes import Entry, State
from tthc_desktop.models.counts import count
from tthc_desktop.models.drawn import FORM_NAMES
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import printed
from tthc_desktop.models.outline import appendix_label
from tthc_desktop.models.outline import numbers as item_numbers
from tthc_desktop.models.plan import Appendix, Header, Item, Line, Node, Plan, line_value, words
from tthc_desktop.models.table import Role, RowKind, Table
from tthc_desktop.models.table import numbers as row_numbers
from tthc_desktop.models.version import Issue, Stage

_COUNTED = {
    "roman": "mục I",
    "arabic": "mục 1",
    "decimal": "mục 1.1",
    "letter": "điểm a)",
    "paren_roman": "mục (i)",
    "dash": "gạch đầu dòng",
    "tables": "bảng",
    "rows": "hàng của bảng",
    "group_rows": "hàng nhóm",
    "table_tasks": "nhiệm vụ trong bảng",
    "body_tasks": "nhiệm vụ trong phần lời",
    "table_targets": "chỉ tiêu",
    "bases": "căn cứ",
    "recipients": "nơi nhận",
}
_STAGES = {
    Stage.DRAFT: "dự thảo",
    Stage.KEPT: "bản đã lưu",
    Stage.ISSUED: "đã ban hành",
    Stage.REPLACED: "đã được thay thế",
}
_STATES = {State.DONE: "", State.UNDONE: " (đã hoàn tác, còn làm lại được)", State.DROPPED: " (đã hoàn tác)"}


def counted(plan: Plan) -> str:
    """Return how much a plan holds: `4 mục I, 11 mục 1 …`."""
    held = asdict(count(plan))
    return ", ".join(f"{held[name]} {said}" for name, said in _COUNTED.items() if held[name]) or "chưa có gì"


def listing(plans: Sequence[Plan]) -> str:
    """Return one line for each plan."""
    if not plans:
        return "Chưa có kế hoạch nào; lệnh import nhập kế hoạch từ tệp văn bản."
    return "\n".join(f"{plan.id}  {title_of(plan)}{_form_in_list(plan)}{_stage_in_list(plan)}" for plan in plans)


def _form_in_list(plan: Plan) -> str:
    return f" ({FORM_NAMES[plan.drawn.form]})" if plan.drawn else ""


def _stage_in_list(plan: Plan) -> str:
    return "" if plan.stage is Stage.DRAFT else f" ({_STAGES[plan.stage]})"


def versions(plan: Plan, kept: Sequence[Plan], newer: Plan | None) -> str:
    """Return how far a plan has come, and one line for each version of it, the oldest first."""
    number = f" {number_and_day(plan.issue)}" if plan.issue else ""
    by = f", bằng “{title_of(newer)}”" if newer else ""
    own = f"{title_of(plan)}: {_STAGES[plan.stage]}{number}{by}."
    return "\n".join((own, *(f"{each.id}  {version(each)}" for each in kept)))


def version(kept: Plan) -> str:
    """Return what a kept version is called."""
    at = f" lúc {kept.kept_at.astimezone():%H:%M %d/%m/%Y}" if kept.kept_at else ""
    return f"bản “{kept.version_name}”{at}" if kept.version_name else f"bản{at}"


def number_and_day(issue: Issue) -> str:
    """Return under which number and when a plan was issued."""
    number = f"{issue.number}/{issue.symbol}" if issue.symbol else issue.number
    return f"số {number} ngày {vietnamese_day(issue.date)}"


def vietnamese_day(day: date) -> str:
    """Return a day as it is written in Vietnam, also before the year 1000."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def history(entries: Sequence[Entry]) -> str:
    """Return one line for each change, the newest first, in local time."""
    return "\n".join(
        f"{entry.at.astimezone():%H:%M %d/%m/%Y}  {entry.label}{_STATES[entry.state]}" for entry in entries
    )


def telling(plan: Plan) -> str:
    """Return the whole plan as words."""
    return "\n".join(_lines(plan))


def _lines(plan: Plan) -> Iterator[str]:
    yield from (line for line in _head(plan.header) if line)
    yield f"{plan.kind}"
    yield from _indented(0, plan.title, plan.attached)
    yield from _addressees(plan)
    yield ""
    for basis in plan.bases:
        yield from _indented(0, basis.text)
    yield from _nodes(plan, plan.body, item_numbers(plan.body), 0)
    for appendix in plan.appendices:
        yield from _appendix(plan, appendix)
    yield ""
    yield from (line for line in (*plan.signatory.capacity, plan.signatory.name) if line)
    if plan.recipients:
        yield "Nơi nhận:"
        yield from (f"{'  ' * recipient.level}- {recipient.text}" for recipient in plan.recipients)
    for stamp in plan.stamps:
        yield f"Đã ký số: {stamp.number}/{stamp.symbol}, {stamp.at:%H:%M:%S %d/%m/%Y}"
    if plan.unplaced:
        yield "Dòng chưa xếp được chỗ:"
        yield from (f"  {line.number}: {line.text}" for line in plan.unplaced)


def _addressees(plan: Plan) -> Iterator[str]:
    lines = list(addressee_lines(plan))
    if len(lines) > 1:
        yield "Kính gửi:"
        yield from lines
    else:
        yield from (f"Kính gửi: {words}" for words in lines)


def _head(header: Header) -> Iterator[str]:
    yield header.parent_agency
    yield header.agency
    if header.number or header.symbol:
        yield f"Số: {header.number or '…'}/{header.symbol}"
    day, month, year = (part or "…" for part in (header.day, header.month, header.year))
    yield f"{header.place or '…'}, ngày {day} tháng {month} năm {year}" if header.place or header.year else ""


def _nodes(plan: Plan, nodes: Iterable[Node], bare: dict[Id, str], depth: int) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Table):
            yield from _table(plan, node, depth)
            continue
        number = printed(node.mark, bare[node.id])
        yield from _indented(depth, f"{number} {words(plan, node)}".strip())
        yield from _nodes(plan, node.children, bare, depth + 1)
        for line in node.lines:
            yield from _indented(depth + 1, _labelled(plan, node, line))


def _labelled(plan: Plan, item: Item, line: Line) -> str:
    label = f"{line.label}: " if line.label else ""
    return f"{printed(line.mark, '')} {label}{line_value(plan, item, line)}".strip()


def _appendix(plan: Plan, appendix: Appendix) -> Iterator[str]:
    yield ""
    yield appendix_label(plan, appendix).upper()
    yield from _indented(0, appendix.title, appendix.attached)
    yield from _nodes(plan, appendix.nodes, item_numbers(appendix.nodes), 0)


def _table(plan: Plan, table: Table, depth: int) -> Iterator[str]:
    """Yield each row as its number and main words, then one line for each other filled cell."""
    for row, number in zip(table.rows, row_numbers(table), strict=True):
        if row.kind is RowKind.GROUP:
            yield from _indented(depth, f"[{number}] {one_line(row.title)}".strip())
            continue
        cells = zip(table.columns, row_cells(plan, table, row, number), strict=True)
        named = [(one_line(column.title), cell) for column, cell in cells if cell and column.role is not Role.NUMBER]
        yield from _indented(depth, f"[{number}] {one_line(named[0][1]) if named else ''}")
        for title, cell in named[1:]:
            yield from _indented(depth + 2, f"{title}: {one_line(cell)}")


def _indented(depth: int, *texts: object) -> Iterator[str]:
    for words_of_text in texts:
        for line in str(words_of_text).split("\n") if str(words_of_text) else ():
            yield f"{'  ' * depth}{line}"
