"""Our own export taken back: the same tables under the same identities, with what was changed in them since."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tthc_desktop.documents.own_sheets.marks import FORMAT, SIGN
from tthc_desktop.documents.own_sheets.records import KeptPlan, KeptRow, KeptTable, decoded
from tthc_desktop.documents.reading.draft import Draft, Problem
from tthc_desktop.documents.reading.sheets.book import Book, Sheet
from tthc_desktop.documents.reading.sheets.own.lines import Lines
from tthc_desktop.documents.reading.sheets.own.marks import Marks, find_marks, raw
from tthc_desktop.documents.reading.sheets.own.table import Taken, Whereabouts, read_table
from tthc_desktop.documents.reading.sheets.own.works import Works
from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.plan import Appendix, Plan
from tthc_desktop.models.sending.returned import SheetProblem


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """What the sheets of one plan hold now, as a draft with an appendix for each sheet.

    Tables, columns, rows, tasks and targets of the draft keep the identities that they were exported with from the plan
    `exported_from`; what is new has a new one. A row of tasks in the text has its paragraph's identity.
    """

    exported_from: Id
    draft: Draft
    new_rows: frozenset[Id] = frozenset()
    """Rows without an identity, or copies of others."""
    gone_rows: frozenset[Id] = frozenset()
    """Rows of the tables here that were exported, but are there no more."""
    gone_columns: frozenset[Id] = frozenset()
    """The same of columns: what their cells held is not known, not empty."""
    problems: tuple[SheetProblem, ...] = ()
    """Also in the draft, as its own kind."""
    where: Mapping[Id, Whereabouts] = field(default_factory=dict)
    """Where each table stands in the file."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """All that the hidden sheet tells."""

    plans: Mapping[Id, KeptPlan]
    tables: Mapping[Id, KeptTable]
    rows: Mapping[Id, Sequence[KeptRow]] = field(default_factory=dict)
    """By table, in the order in which they were exported."""
    others: frozenset[str] = frozenset()
    """Sheets that are not read back."""


def own_plans(book: Book) -> tuple[OwnPlan, ...]:
    """Return the plans that a workbook of ours holds; none when it is no export of plans."""
    hidden = next((sheet for sheet in book.sheets if _is_hidden_one(sheet)), None)
    if hidden is None:
        return ()
    _check_format(book, hidden)
    kept = _kept(hidden)
    found: dict[Id, list[tuple[Sheet, Marks, KeptTable]]] = {}
    strangers: list[Sheet] = []
    for sheet in book.sheets:
        marks = find_marks(sheet)
        table = kept.tables.get(marks.table_id) if marks else None
        if marks and table and table.plan_id in kept.plans:
            found.setdefault(table.plan_id, []).append((sheet, marks, table))
        elif sheet is not hidden and sheet.name not in kept.others:
            strangers.append(sheet)
    made = [
        _plan(book, kept, kept.plans[plan_id], sheets, () if at else strangers)
        for at, (plan_id, sheets) in enumerate(found.items())
    ]
    return tuple(made)


def is_own_export(book: Book) -> bool:
    """Tell whether this program wrote the workbook from plans."""
    return any(_is_hidden_one(sheet) for sheet in book.sheets)


def _is_hidden_one(sheet: Sheet) -> bool:
    return bool(sheet.rows and sheet.rows[0]) and raw(sheet.rows[0][0]) == SIGN and sheet.first_column == 0


def _check_format(book: Book, hidden: Sheet) -> None:
    words = raw(hidden.rows[0][1]) if len(hidden.rows[0]) > 1 else ""
    if words.isdecimal() and int(words) > FORMAT:
        raise UserError(
            f"“{book.name}” được xuất bằng một bản mới hơn của chương trình.", "Hãy cập nhật chương trình rồi nhập lại."
        )


def _kept(hidden: Sheet) -> _Kept:
    plans: dict[Id, KeptPlan] = {}
    tables: dict[Id, KeptTable] = {}
    rows: dict[Id, list[KeptRow]] = {}
    others: set[str] = set()
    for line in hidden.rows[1:]:
        cells = [words for seen in line if (words := raw(seen))]
        if cells[:1] == ["sheet"]:
            others.update(cells[1:])
            continue
        match decoded(cells):
            case KeptPlan() as plan:
                plans[plan.id] = plan
            case KeptTable() as table:
                tables[table.table.id] = table
            case KeptRow() as row:
                rows.setdefault(row.table_id, []).append(row)
    return _Kept(plans, tables, rows, frozenset(others))


def _plan(
    book: Book,
    kept: _Kept,
    known: KeptPlan,
    sheets: Iterable[tuple[Sheet, Marks, KeptTable]],
    strangers: Iterable[Sheet],
) -> OwnPlan:
    works, lines, seen_rows = Works(), Lines(book.name), set[Id]()
    taken = Taken(works, lines, seen_rows, set())
    appendices: list[Appendix] = []
    new_rows: set[Id] = set()
    gone_rows: set[Id] = set()
    gone_columns: set[Id] = set()
    where: dict[Id, Whereabouts] = {}
    for sheet, marks, table in sheets:
        read = read_table(sheet, marks, table, kept.rows.get(table.table.id, ()), taken)
        appendices.append(read.appendix)
        where |= {node.id: read.where for node in read.appendix.nodes}
        new_rows |= read.new_rows
        gone_rows |= {row.id for row in kept.rows.get(table.table.id, ())}
        gone_columns |= read.gone_columns
    for sheet in strangers:
        lines.stranger(sheet)
    tasks, targets = works.finished(lines)
    plan = Plan(
        new_id(), known.kind, known.title, appendices=tuple(appendices), tasks=tasks, targets=targets, source=book.name
    )
    problems = tuple(lines.problems)
    told = tuple(_told(problem, lines.numbers) for problem in problems)
    draft = Draft(plan, tuple(lines.lines), lines.placed, told)
    gone = frozenset(gone_rows - seen_rows)
    return OwnPlan(known.id, draft, frozenset(new_rows), gone, frozenset(gone_columns), problems, where)


def _told(problem: SheetProblem, numbers: Mapping[tuple[str, str], int]) -> Problem:
    place = f"Trang “{problem.sheet}”, ô {problem.cell}" if problem.cell else f"Trang “{problem.sheet}”"
    return Problem(place, problem.text, numbers.get((problem.sheet, problem.cell), 0))
