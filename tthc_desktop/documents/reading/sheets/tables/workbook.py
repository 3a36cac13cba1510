"""A workbook as a draft: its tables of tasks as the appendices of a new plan, with the fate of every line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tthc_desktop.collecting import without_collecting
from tthc_desktop.documents.reading.draft import Draft, Problem
from tthc_desktop.documents.reading.sheets.book import Book
from tthc_desktop.documents.reading.sheets.own.plans import OwnPlan, own_plans
from tthc_desktop.documents.reading.sheets.own.table import Whereabouts
from tthc_desktop.documents.reading.sheets.tables.incoming import read_tables
from tthc_desktop.documents.reading.sheets.tables.proposing import no_tables, propose
from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reconciling.comparing import reconcile
from tthc_desktop.models.reconciling.incoming import Doubt, Incoming, IncomingCell, IncomingRow, IncomingTable, Matter
from tthc_desktop.models.reconciling.of_plan import incoming_of
from tthc_desktop.models.reconciling.taking import is_taken, taken
from tthc_desktop.models.reconciling.values import Reconciliation, Taking
from tthc_desktop.models.reconciling.words import same
from tthc_desktop.models.table import RowKind
from tthc_desktop.models.text_tasks import text_tasks

_NOT_TAKEN = "Bảng của trang này không còn trong kế hoạch nên không nhận; nếu cần, hãy sửa ngay trong kế hoạch."

_OTHER_PLAN = "Trang này thuộc kế hoạch khác nên không nhận; hãy nhập tệp vào kế hoạch ấy, hoặc thành kế hoạch mới."

_RETITLED = "{} trong tệp là “{}”, khác với kế hoạch nên không nhận; hãy sửa ngay trong kế hoạch."


def read_draft(book: Book, known: Sequence[KnownHeading] = ()) -> Draft:
    """Read a workbook as a new plan: our own as it was exported, any other by the tables that are proposed."""
    own = own_plans(book)
    return own[0].draft if own else draft_of(read_incoming(book, known))


def incoming_for(plan: Plan, book: Book, known: Sequence[KnownHeading] = ()) -> Incoming:
    """Read what a workbook brings for a plan; an export of that plan knows its rows."""
    exported = own_plans(book)
    own = next((one for one in exported if one.exported_from in {plan.id, plan.origin_id}), None)
    if own is None:
        return read_incoming(book, known)
    incoming = own_incoming(own)
    there = {table.id for table, _ in tables(plan)}
    if in_text := text_tasks(plan):
        there.add(in_text.id)
    is_copy = own.exported_from != plan.id
    kept = tuple(table for table in incoming.tables if table.key in there or (is_copy and not _is_text(own, table)))
    left = [table.sheet for table in incoming.tables if table not in kept]
    others = [where.sheet for one in exported if one is not own for where in one.where.values()]
    told = [
        *((sheet, _NOT_TAKEN) for sheet in left),
        *((sheet, _OTHER_PLAN) for sheet in others),
        *_retitled(plan, kept),
    ]
    doubts = tuple(Doubt(sheet, "", 0, "", Matter.OTHER, "", text) for sheet, text in told)
    return replace(incoming, tables=kept, doubts=(*incoming.doubts, *doubts))


def _retitled(plan: Plan, kept: Sequence[IncomingTable]) -> Iterator[tuple[str, str]]:
    """Yield the titles and headings that the file words otherwise: only rows are taken."""
    known = {table.id: (table, appendix) for table, appendix in tables(plan)}
    for one in kept:
        table, appendix = known.get(one.key, (None, None))
        if appendix and not same(one.title, str(appendix.title)):
            yield one.sheet, _RETITLED.format("Tiêu đề của bảng", one.title)
        titles = {column.id: str(column.title) for column in table.columns} if table else {}
        for column in one.columns:
            if not same(str(column.title), titles.get(column.id, str(column.title))):
                yield one.sheet, _RETITLED.format("Tên cột", column.title)


def _is_text(own: OwnPlan, table: IncomingTable) -> bool:
    return table.key == f"text-{own.exported_from}"


def read_incoming(book: Book, known: Sequence[KnownHeading] = ()) -> Incoming:
    """Read the tables that are proposed; a workbook without any is refused in words."""
    proposed = propose(book, known)
    trouble = no_tables(book, proposed)
    if trouble is not None:
        raise trouble
    incoming = read_tables(book, proposed)
    if not any(table.rows for table in incoming.tables):
        raise UserError(
            f"Tệp “{book.name}” có hàng tiêu đề nhưng không có hàng công việc nào.",
            "Hãy kiểm tra xem đã chọn đúng tệp chưa, hoặc điền các hàng rồi nhập lại.",
        )
    return incoming


def own_incoming(own: OwnPlan) -> Incoming:
    """Return what a workbook of our own brings: rows that know which work of the plan they are, with their cells."""
    draft = own.draft
    incoming = incoming_of(draft.plan, {table: where.sheet for table, where in own.where.items()})
    placed = tuple(_in_file(table, own.where[table.key]) for table in incoming.tables)
    doubts = tuple(Doubt(one.sheet, one.cell, 0, "", Matter.OTHER, "", one.text) for one in own.problems)
    return replace(incoming, tables=placed, lines=draft.lines, placed=draft.placed, doubts=doubts)


def _in_file(table: IncomingTable, where: Whereabouts) -> IncomingTable:
    """Return the table with the rows and cells as Excel calls them."""
    rows = tuple(_row_in_file(row, where) for row in table.rows)
    return replace(table, rows=rows)


def _row_in_file(row: IncomingRow, where: Whereabouts) -> IncomingRow:
    number = where.rows[row.key]
    cells = {
        id_: replace(row.cells.get(id_, IncomingCell("", "")), address=f"{letters}{number}")
        for id_, letters in where.columns.items()
        if row.kind is not RowKind.GROUP or id_ in row.cells
    }
    return replace(row, row=number, cells=cells)


def draft_of(incoming: Incoming) -> Draft:
    """Return the good rows as a new plan; what has to be mended first waits among the lines without a place."""
    with without_collecting():
        found = reconcile(None, incoming)
        plan = taken(None, found)
        return Draft(plan, incoming.lines, _placed(plan, found), tuple(problems(incoming)))


def _placed(plan: Plan, found: Reconciliation) -> dict[int, Id]:
    """Return where each line went, by the table that it stands in."""
    chosen = Taking()
    filled = [match for match in found.tables if any(is_taken(change, chosen) for change in match.rows)]
    own = {match.key: table.id for match, (table, _) in zip(filled, tables(plan), strict=True)}
    waiting = {line.number for line in plan.unplaced}
    placed = found.incoming.placed.items()
    return {number: own.get(key, "") for number, key in placed if number not in waiting}


def problems(incoming: Incoming) -> Iterator[Problem]:
    """Yield every doubtful cell, in the workbook's order."""
    numbers = {(row.sheet, row.row): row.lines[:1] for table in incoming.tables for row in table.rows}
    yield from (_problem(doubt, 0) for doubt in incoming.doubts)
    for table in incoming.tables:
        for row in table.rows:
            for doubt in row.doubts:
                yield _problem(doubt, next(iter(numbers[row.sheet, row.row]), 0))


def place_of(sheet: str, address: str, row: int) -> str:
    """Return how a cell is named: its sheet and address, of a whole row its number."""
    where = address or (f"hàng {row}" if row else "")
    return f"{sheet}!{where}" if sheet and where else sheet or where or "cả tệp"


def _problem(doubt: Doubt, line: int) -> Problem:
    more = f" Gợi ý: “{doubt.suggestion}”." if doubt.suggestion and doubt.suggestion not in doubt.text else ""
    return Problem(place_of(doubt.sheet, doubt.address, doubt.row), f"{doubt.text}{more}", line)
