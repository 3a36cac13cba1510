"""The tables of a workbook, proposed: where each has its header and rows, and what its columns may hold."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tthc_desktop.documents.reading.sheets.book import Book
from tthc_desktop.documents.reading.sheets.found import letters
from tthc_desktop.documents.reading.sheets.tables.extent import end_of, tables_of
from tthc_desktop.documents.reading.sheets.tables.grid import View, view_of
from tthc_desktop.documents.reading.sheets.tables.headers import Header, header_of, headers, repeats, titles_in
from tthc_desktop.documents.reading.sheets.tables.roles import Known, Proposal, Titled, guessed, known_of, told
from tthc_desktop.documents.reading.sheets.tables.titles import title_of
from tthc_desktop.documents.reading.unit_sheet.carried import is_carrying
from tthc_desktop.errors import UserError
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.reconciling.incoming import Certainty, ProposedColumn, ProposedTable, TableChoice, TableChoices
from tthc_desktop.models.table import Role

_SAMPLES = 3
_LOOKED_AT = 200
_LONE = 0.2
"""A column without a heading belongs to the table when at least this share of its rows has words there."""
_NOT_FOUND = (
    "Không thấy hàng tiêu đề nào có cột nội dung (nhiệm vụ, công việc, chỉ tiêu …) cùng ít nhất một cột chủ trì, "
    "phối hợp, kết quả, thời hạn hoặc chỉ tiêu giao."
)
_HIDDEN = "Trang này bị ẩn trong tệp nên chưa lấy."


def propose(
    book: Book, known: Sequence[KnownHeading] = (), choices: TableChoices | None = None
) -> tuple[ProposedTable, ...]:
    """Return the tables of a workbook in its order, as the clerk's choices have them where there are any.

    A sheet on which no table is found stands among them as one that is not `found`.
    """
    remembered = known_of(known)
    found: list[ProposedTable] = []
    for sheet in book.sheets:
        found += _tables(view_of(sheet), remembered, choices or {})
    return tuple(found)


def no_tables(book: Book, proposed: Sequence[ProposedTable]) -> UserError | None:
    """Return the trouble with a workbook of which nothing is taken, None when there is a table.

    A unit's sheet has a table, but its rows are works of a plan already, beside what the unit reports of them.
    """
    if any(is_carrying(sheet) for sheet in book.sheets):
        return UserError(
            f"Tệp “{book.name}” là bảng việc mà đơn vị gửi lại, không phải bảng để nhập thành kế hoạch.",
            "Hãy dùng Nhận bảng đơn vị gửi lại (lệnh receive) cho tệp này.",
        )
    if any(table.taken for table in proposed):
        return None
    if not proposed:
        return UserError(f"Tệp “{book.name}” không có ô nào có chữ.", "Hãy chọn đúng tệp có bảng nhiệm vụ.")
    return UserError(
        f"Tệp “{book.name}” không có bảng nhiệm vụ hay chỉ tiêu nào. {_NOT_FOUND}",
        "Hãy kiểm tra xem đã chọn đúng tệp chưa, ghi tên cột vào hàng tiêu đề, hoặc nhập tệp trong cửa sổ chương trình "
        "và chỉ ra hàng tiêu đề.",
    )


def _tables(view: View, known: Known, choices: TableChoices) -> Iterator[ProposedTable]:
    if not view.height:
        return
    found = tables_of(view, headers(view, known))
    if not found:
        yield _unfound(view, known, choices)
    behind = 0
    for header, end in found:
        key = _key(view, header.start, header.titles[0][0])
        table = _table(view, header, end, known)
        above = title_of(view, behind, header.start)
        table = replace(table, key=key, title=above.title)
        if view.sheet.hidden:
            table = replace(table, taken=False, why=_HIDDEN)
        yield _chosen(view, table, choices.get(key, TableChoice()), known)
        behind = max(behind, end)


def _key(view: View, row: int, column: int) -> str:
    return f"{view.sheet.name}!{view.address(row, column)}"


def _unfound(view: View, known: Known, choices: TableChoices) -> ProposedTable:
    key = _key(view, 0, 0)
    table = ProposedTable(
        key, view.sheet.name, 0, 0, view.height, taken=False, found=False, why=_NOT_FOUND,
        first_row=view.sheet.first_row,
    )  # fmt: skip
    return _chosen(view, table, choices.get(key, TableChoice()), known)


def _chosen(view: View, table: ProposedTable, choice: TableChoice, known: Known) -> ProposedTable:
    """Return the table as the clerk chose it."""
    if choice.header is not None and choice.header != (table.start, table.body):
        start, body = choice.header
        titles = titles_in(view, start, body) if body > start else ()
        header = header_of(start, body, titles or _untitled(view))
        moved = _table(view, header, end_of(view, header, max(table.end, body)), known)
        title = title_of(view, 0, start).title
        table = replace(moved, key=table.key, title=table.title if table.found else title)
    columns = tuple(
        replace(column, role=choice.roles[column.place], certainty=Certainty.CHOSEN, why="Bạn đã chọn.")
        if column.place in choice.roles
        else column
        for column in table.columns
    )
    taken = table.taken if choice.taken is None else choice.taken
    return replace(table, columns=_once(columns), taken=taken and bool(columns))


def _once(columns: Sequence[ProposedColumn]) -> tuple[ProposedColumn, ...]:
    """Return the columns with each role but FREE once: a role that the clerk chose is taken from the others."""
    chosen = {column.role for column in columns if column.certainty is Certainty.CHOSEN}
    seen: set[Role] = set()
    made = []
    for column in columns:
        is_chosen = column.certainty is Certainty.CHOSEN
        if column.role not in {None, Role.FREE} and (column.role in seen or (column.role in chosen and not is_chosen)):
            made.append(replace(column, role=Role.FREE))
            continue
        if column.role is not None:
            seen.add(column.role)
        made.append(column)
    return tuple(made)


def _untitled(view: View) -> tuple[tuple[int, Titled], ...]:
    return tuple((column, Titled("")) for column in range(view.width))


def _table(view: View, header: Header, end: int, known: Known) -> ProposedTable:
    titles = _with_untitled(view, header, end)
    rows = [row for row in range(header.end, min(end, header.end + _LOOKED_AT)) if not repeats(view, row, header)]
    samples = [_samples(view, rows, place) for place, _ in titles]
    proposals = guessed(told([titled for _, titled in titles], known), samples)
    columns = tuple(
        _column(view, place, titled, proposal, words)
        for (place, titled), proposal, words in zip(titles, proposals, samples, strict=True)
    )
    return ProposedTable("", view.sheet.name, header.start, header.end, end, columns, first_row=view.sheet.first_row)


def _column(view: View, place: int, titled: Titled, proposal: Proposal, words: Sequence[str]) -> ProposedColumn:
    return ProposedColumn(
        place, letters(view.sheet.first_column + place), titled.title, titled.over, proposal.role, proposal.certainty,
        proposal.why, tuple(dict.fromkeys(words))[:_SAMPLES],
    )  # fmt: skip


def _samples(view: View, rows: Sequence[int], place: int) -> list[str]:
    return [words for row in rows if (words := view.own(row, place))]


def _with_untitled(view: View, header: Header, end: int) -> list[tuple[int, Titled]]:
    """Return the titled columns and those between and beside them that have words in many rows."""
    titled = dict(header.titles)
    first, last = min(titled), max(titled)
    beside = [at for at in range(view.width) if first <= at <= last + 1 and at not in titled]
    rows = range(header.end, end)
    for column in beside:
        filled = [row for row in rows if view.own(row, column)]
        if filled and len(filled) >= _LONE * len(rows) and not (column > last and _overflows(view, filled, header)):
            titled[column] = Titled("")
    return sorted(titled.items())


def _overflows(view: View, rows: Sequence[int], header: Header) -> bool:
    """Tell whether the words beside the table are those of rows that slipped to the right: a cell of each is blank."""
    return all(any(not view.words(row, place) for place, _ in header.titles) for row in rows)
