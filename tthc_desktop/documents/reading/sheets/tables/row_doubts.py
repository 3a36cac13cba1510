"""What is doubtful of a row: what it lacks, words under the wrong column, its number, a row that says the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tthc_desktop.documents.reading.sheets.book import Kind
from tthc_desktop.documents.reading.sheets.tables.sheet_rows import Reader, SheetRow
from tthc_desktop.documents.reading.text.tables.fitness import is_body, is_time
from tthc_desktop.documents.reading.text.tables.rows import Raw
from tthc_desktop.models.reconciling.incoming import Doubt, IncomingRow, Matter
from tthc_desktop.models.table import Column, Role, RowKind
from tthc_desktop.models.targets.value import understand

_NEEDED = {
    RowKind.TASK: (Role.CONTENT, Role.LEAD, Role.DEADLINE),
    RowKind.TARGET: (Role.CONTENT, Role.VALUE),
}
_NAMES = {
    Role.CONTENT: "nội dung công việc",
    Role.LEAD: "đơn vị chủ trì",
    Role.DEADLINE: "thời hạn",
    Role.VALUE: "chỉ tiêu",
}


def row_doubts(columns: Sequence[Column], raw: Raw, row: IncomingRow) -> Iterator[Doubt]:
    """Yield what a row lacks, and words that belong to another column."""
    by_role = {column.role: column for column in columns}
    words = {role: row.cells[column.id].words for role, column in by_role.items() if column.id in row.cells}
    shifted = _shifted(words) if row.kind is RowKind.TASK else None
    if shifted is not None:
        at, text, suggestion = shifted
        yield _doubt(row, by_role[at], Matter.SHIFTED, text, suggestion, grave=True)
    elif raw.shifted:
        text = "Hàng có ô thừa bên phải bảng, các ô đã được xếp lại theo cột; hãy xem lại cả hàng."
        yield Doubt(row.sheet, "", row.row, "", Matter.SHIFTED, "", text)
    for role in _NEEDED.get(row.kind, ()):
        if role in by_role and role not in words and (shifted is None or role is Role.CONTENT):
            text = f"Hàng này chưa có {_NAMES[role]}; hãy ghi thêm, hoặc nhận như vậy nếu đúng là để trống."
            yield _doubt(row, by_role[role], Matter.MISSING, text, grave=role is Role.CONTENT)
    if row.kind is RowKind.TARGET:
        yield from _percent(by_role, words, row)


def _doubt(
    row: IncomingRow, column: Column, matter: Matter, text: str, suggestion: str = "", *, grave: bool = False
) -> Doubt:
    cell = row.cells.get(column.id)
    letters = column.id.rpartition(":")[2]
    address = cell.address if cell else f"{letters}{row.row}"
    return Doubt(row.sheet, address, row.row, column.id, matter, cell.words if cell else "", text, suggestion, grave)


def _shifted(words: Mapping[Role, str]) -> tuple[Role, str, str] | None:
    """Return where words of a deadline stand as those of a body, or those of a body as a deadline."""
    lead, helper, deadline = (words.get(role, "") for role in (Role.LEAD, Role.COORDINATE, Role.DEADLINE))
    if lead and is_time(lead) and not is_body(lead):
        return Role.LEAD, f"Ô chủ trì ghi “{lead}” giống thời hạn: có thể các ô bị lệch cột.", helper or deadline
    if deadline and is_body(deadline) and not is_time(deadline) and len(deadline.split()) < 12:
        return Role.DEADLINE, f"Ô thời hạn ghi “{deadline}” giống tên đơn vị: có thể các ô bị lệch cột.", ""
    if helper and not deadline and is_time(helper) and not is_body(helper):
        return Role.COORDINATE, f"Ô phối hợp ghi “{helper}” giống thời hạn: có thể các ô bị lệch cột.", ""
    return None


def _percent(by_role: Mapping[Role, Column], words: Mapping[Role, str], row: IncomingRow) -> Iterator[Doubt]:
    """Yield the doubt of 0,6 under a unit of per cent, which may be 60 % without its format."""
    value, unit = words.get(Role.VALUE, ""), words.get(Role.UNIT, "")
    figure = understand(value).value if value else None
    title = str(by_role[Role.VALUE].title) if Role.VALUE in by_role else ""
    if figure is not None and 0 < figure <= 1 and "%" not in value and ("%" in unit or "%" in title):
        whole = f"{(figure * 100).normalize():f}"
        text = f"Giá trị “{value}” với đơn vị tính là %: có thể là {whole}%."
        yield _doubt(row, by_role[Role.VALUE], Matter.PERCENT, text, whole)


def number_doubts(reader: Reader, one: SheetRow, row: IncomingRow, right: str) -> Iterator[Doubt]:
    """Yield how the number that was seen differs from the one that is meant or that the place gives."""
    place = reader.place(Role.NUMBER)
    if place is None:
        return
    column = reader.columns[reader.places.index(place)]
    address = reader.view.address(one.rows[0], place)
    said = one.raw.number
    bare = one.number_seen.strip(" .():/")
    text, meant = "", said
    if said and bare and said != bare and not one.raw.in_title:
        is_date = reader.view.seen(one.rows[0], place).kind is Kind.DATE
        became = "bị Excel đổi thành ngày" if is_date else "mất số 0 ở cuối"
        if is_date or f"{bare}0" == said:
            text = f"Số thứ tự hiện là “{one.number_seen}”, có lẽ {became}; được hiểu là {said}."
    if not text and said and said.lstrip("0") != right:
        meant = right
        text = f"Số thứ tự trong tệp là “{said}”, theo vị trí là “{right}”; số sẽ được đánh theo vị trí."
    if text:
        yield Doubt(row.sheet, address, row.row, column.id, Matter.NUMBER, one.number_seen, text, meant)


def with_duplicates(columns: Sequence[Column], rows: Sequence[IncomingRow]) -> tuple[IncomingRow, ...]:
    """Return the rows with a doubt on each that says the same as one before it in its group."""
    content = next((column for column in columns if column.role is Role.CONTENT), None)
    number = {column.id for column in columns if column.role is Role.NUMBER}
    groups: list[tuple[int, int]] = []
    first: dict[tuple[object, ...], IncomingRow] = {}
    made: list[IncomingRow] = []
    for at, row in enumerate(rows):
        while groups and groups[-1][0] >= row.level:
            groups.pop()
        above = groups[-1][1] if groups else -1
        groups.append((row.level, at))
        said = tuple((id_, cell.words.casefold()) for id_, cell in row.cells.items() if id_ not in number)
        before = first.setdefault((above, row.kind, said), row)
        if before is row or row.kind is RowKind.GROUP or content is None or content.id not in row.cells:
            made.append(row)
            continue
        text = f"Hàng này giống hệt hàng {before.row}; hãy bỏ nếu đó là một việc."
        made.append(replace(row, doubts=(*row.doubts, _doubt(row, content, Matter.DUPLICATE, text, grave=True))))
    return tuple(made)
