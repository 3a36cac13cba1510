"""`import` of workbooks: a new plan of their tables, or the tables held against a plan and taken into it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.cli.plans import one_line, title_of
from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reconciling.comparing import reconcile
from tthc_desktop.models.reconciling.taking import left_over, taken
from tthc_desktop.models.reconciling.values import Fate, Reconciliation, RowChange
from tthc_desktop.models.text import clean

if TYPE_CHECKING:
    from tthc_desktop.documents.reading.sheets.book import Book
    from tthc_desktop.office import Office


@dataclass(frozen=True, slots=True)
class Left:
    """A row of the file that was not taken, and why."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """What taking a workbook into a plan did to its rows."""

    added: int
    changed: int
    same: int
    gone: int


@dataclass(frozen=True, slots=True)
class Tables:
    """A plan with the tables of a workbook in it; `told` only where the plan was there before."""

    plan: Plan
    draft: Draft
    left: tuple[Left, ...]
    told: Told | None = None


def new_plans_of(book: "Book", office: "Office") -> Sequence[Tables]:
    """Return the plan that a workbook makes, or all those that an export of ours holds; the caller keeps them."""
    # The readers are not needed by the other commands.
    from tthc_desktop.documents.reading.sheets.own.plans import own_plans  # noqa: PLC0415
    from tthc_desktop.documents.reading.sheets.tables.workbook import draft_of, read_incoming  # noqa: PLC0415

    own = own_plans(book)
    if own:
        return [Tables(one.draft.plan, one.draft, ()) for one in own]
    incoming = read_incoming(book, tuple(office.known_headings.values()))
    draft = draft_of(incoming)
    return [Tables(draft.plan, draft, _left(reconcile(None, incoming)))]


def take_into(book: "Book", office: "Office", plan: Plan) -> Tables:
    """Take what is new and changed in a workbook into the plan, as one change; none when it says nothing new."""
    from tthc_desktop.documents.reading.sheets.tables.workbook import incoming_for, problems  # noqa: PLC0415

    incoming = incoming_for(plan, book, tuple(office.known_headings.values()))
    found = reconcile(plan, incoming)
    made = taken(plan, found)
    if made is not plan:
        office.change(Change(f"Nhập bảng từ {clean(book.name)}", ((plan, made),)))
    draft = Draft(made, incoming.lines, dict.fromkeys(incoming.placed, made.id), tuple(problems(incoming)))
    return Tables(made, draft, _left(found), _told(found))


def no_tables_in(book: "Book") -> UserError | None:
    """Return the trouble with a workbook in which nothing reads like a table of tasks."""
    from tthc_desktop.documents.reading.sheets.own.plans import own_plans  # noqa: PLC0415
    from tthc_desktop.documents.reading.sheets.tables.proposing import no_tables, propose  # noqa: PLC0415

    return None if own_plans(book) else no_tables(book, propose(book))


def read_workbook(source: Path) -> "Book":
    """Read a workbook."""
    from tthc_desktop.documents.reading.sheets.reading import read_book  # noqa: PLC0415

    return read_book(source)


def told_words(tables: Tables) -> Sequence[str]:
    """Return what a person is told of rows."""
    lines = []
    if tables.told is not None:
        told = tables.told
        lines.append(
            f"Đã đối chiếu với “{title_of(tables.plan)}”: thêm {told.added} hàng, sửa {told.changed} hàng, "
            f"giữ nguyên {told.same} hàng; {told.gone} hàng của kế hoạch không có trong tệp vẫn được giữ."
        )
    lines += [f"  Chưa nhận, {left.place}: {left.text}" for left in tables.left]
    return lines


def _told(found: Reconciliation) -> Told:
    fates = Counter(
        change.fate
        for match in found.tables
        for change in match.rows
        if change.fate in {Fate.SAME, Fate.GONE} or change.taken
    )
    only_cleared = sum(_is_only_cleared(change) for match in found.tables for change in match.rows)
    changed, same = fates[Fate.CHANGED] - only_cleared, fates[Fate.SAME] + only_cleared
    return Told(fates[Fate.NEW], changed, same, fates[Fate.GONE])


def _is_only_cleared(change: RowChange) -> bool:
    """Tell whether the file only leaves cells blank, which takes no words away."""
    return change.fate is Fate.CHANGED and change.taken and not any(cell.taken for cell in change.cells)


def _left(found: Reconciliation) -> tuple[Left, ...]:
    rows = tuple(
        Left(_place(change), f"{change.doubt or 'Hàng cần xem lại trước khi nhận.'} (“{one_line(change.words)[:80]}”)")
        for change in left_over(found)
    )
    return (*rows, *_cleared(found), *_lacking(found))


def _cleared(found: Reconciliation) -> Iterator[Left]:
    """Yield the cells that the file leaves blank though the plan has words there."""
    for change in (change for match in found.tables for change in match.rows if change.taken):
        for cell in change.cells:
            if not cell.taken and change.incoming:
                kept = one_line(cell.now)[:80]
                text = f"Ô này trống trong tệp nên kế hoạch vẫn giữ “{kept}”; muốn bỏ thì hãy xóa trong kế hoạch."
                yield Left(f"{change.incoming.sheet}!{cell.address}", text)


def _lacking(found: Reconciliation) -> Iterator[Left]:
    """Yield the columns that the plan's table has not."""
    for match in found.tables:
        for column in match.lacking:
            title = one_line(str(column.title)) or "không tên"
            yield Left(
                match.incoming.sheet,
                f"Cột “{title}” không có trong bảng của kế hoạch nên chưa nhận; hãy thêm cột ấy vào bảng rồi nhập lại.",
            )


def _place(change: RowChange) -> str:
    row = change.incoming
    if row is None:
        return change.key
    grave = next((doubt.address for doubt in row.doubts if doubt.grave and doubt.address), "")
    return f"{row.sheet}!{grave}" if grave else f"{row.sheet}!hàng {row.row}"
