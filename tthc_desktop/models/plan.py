"""A plan: header, bases, outline with its tasks and tables, appendices, signatory, recipients."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from tthc_desktop.models.drawn import Drawn
from tthc_desktop.models.identity import Id
from tthc_desktop.models.marks import UNMARKED, Marks, PaperSize
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import EMPTY, Text
from tthc_desktop.models.version import Issue, Stage


@dataclass(frozen=True, slots=True)
class Header:
    """The head of the paper (Decree 30/2020, Appendix I, cells 2 to 4); what is not known yet is empty or None."""

    parent_agency: str = ""
    agency: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    day: int | None = None
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """A paragraph on which the plan rests: Căn cứ …, Thực hiện …, Theo đề nghị …"""

    id: Id
    text: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line of a task in the text, such as `- Đơn vị chủ trì: … .`

    The value stands in the task; only a line with the role FREE keeps it in `words`.
    """

    role: Role
    label: str
    mark: Mark = Mark.DASH
    ending: str = "."
    words: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph of the text with everything below it.

    With `task_id` the paragraph prints that task's content and, after the children, its `lines`; `text` is empty then.
    `shares_id` names a task, printed at a later neighbour, whose content this paragraph is a part of.
    `starts_at` above 0 begins a new count there.
    """

    id: Id
    mark: Mark = Mark.NONE
    text: Text = EMPTY
    heading: bool = False
    children: tuple["Node", ...] = ()
    task_id: Id = ""
    lines: tuple[Line, ...] = ()
    shares_id: Id = ""
    starts_at: int = 0
    origin_id: Id = ""


Node = Item | Table


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix; its Roman number comes from its place, and a single one has none."""

    id: Id
    title: Text = EMPTY
    attached: Text = EMPTY
    """The line `(Kèm theo …)`, without a number and date where they are blank."""
    landscape: bool = False
    nodes: tuple[Node, ...] = ()
    paper: PaperSize = PaperSize.A4


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: the lines above the signature (`KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`) and the name below it."""

    capacity: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A line under Nơi nhận, without its dash and final sign; level 1 stands under the line before it."""

    id: Id
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the organisation's signature printed on an appendix: number, symbol and time of signing."""

    number: str
    symbol: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Period:
    """The span that a plan covers, both days included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the paper a plan was read from, counted from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan. Tasks and targets are kept once, by identity; text and tables say where they are printed.

    `source` names the paper it was read from and `unplaced` the lines of it that found no place.
    """

    id: Id
    kind: str = "KẾ HOẠCH"
    title: Text = EMPTY
    attached: Text = EMPTY
    """The line `(Kèm theo Quyết định …)` of a plan that a decision issues."""
    header: Header = Header()
    period: Period | None = None
    bases: tuple[Basis, ...] = ()
    body: tuple[Node, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    signatory: Signatory = Signatory()
    recipients: tuple[Recipient, ...] = ()
    tasks: Mapping[Id, Task] = field(default_factory=dict)
    targets: Mapping[Id, Target] = field(default_factory=dict)
    stamps: tuple[Stamp, ...] = ()
    source: str = ""
    unplaced: tuple[SourceLine, ...] = ()
    origin_id: Id = ""
    stage: Stage = Stage.DRAFT
    version_of: Id = ""
    """The plan whose kept version this is."""
    version_name: str = ""
    kept_at: datetime | None = None
    issue: Issue | None = None
    replaced_by: Id = ""
    drawn: Drawn | None = None
    """What the document was drawn up from; None for a plan, which the office writes itself."""
    addressees: tuple[str, ...] = ()
    """Whom the paper is addressed to, after “Kính gửi:” (Decree 30/2020, Appendix I, cell 9a)."""
    marks: Marks = UNMARKED


def is_plan(plan: Plan) -> bool:
    """Tell whether the office wrote a paper as its plan; other papers are drawn up from plans."""
    return plan.drawn is None


def opens_plan(basis: Basis) -> bool:
    """Tell whether a basis runs on into the sentence that opens the plan (it ends with a colon), set upright."""
    return str(basis.text).rstrip().endswith(":")


def words(plan: Plan, item: Item) -> Text:
    """Return what the item's paragraph prints."""
    return plan.tasks[item.task_id].content if item.task_id else item.text


def line_value(plan: Plan, item: Item, line: Line) -> Text:
    """Return what stands after the label of one of the item's lines."""
    name = TASK_FIELDS.get(line.role)
    value: Text = getattr(plan.tasks[item.task_id], name) if name and item.task_id else line.words
    return value


def cell(plan: Plan, row: Row, column: Column) -> Text:
    """Return what a cell prints; the number column is computed elsewhere and a group has its title only."""
    for column_id, words_of_cell in row.cells:
        if column_id == column.id:
            return words_of_cell
    if row.kind is RowKind.GROUP:
        return row.title if column.role is Role.CONTENT else EMPTY
    held, name = _held(plan, row, column.role)
    value: Text = getattr(held, name) if name else EMPTY
    return value


def _held(plan: Plan, row: Row, role: Role) -> tuple[Task | Target | None, str]:
    if row.kind is RowKind.TASK:
        return plan.tasks[row.task_id], TASK_FIELDS.get(role, "")
    if row.kind is RowKind.TARGET:
        return plan.targets[row.target_id], TARGET_FIELDS.get(role, "")
    return None, ""
