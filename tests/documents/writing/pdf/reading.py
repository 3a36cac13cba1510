"""The words that a plan should print, in order, and the words that its PDF holds."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

from pypdf import PdfReader

from tthc_desktop.models.addressing import addressee_lines, is_letter, subject
from tthc_desktop.models.marks import drafted
from tthc_desktop.models.numbering import Mark, printed
from tthc_desktop.models.outline import appendix_label, numbers
from tthc_desktop.models.plan import Node, Plan, cell, line_value, words
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.table import numbers as row_numbers

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
_UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f"))


def page_texts(data: bytes) -> list[str]:
    """Return the words of each page in the order in which they were drawn."""
    return [page.extract_text().replace("\u00a0", " ") for page in PdfReader(BytesIO(data)).pages]


def squeezed(text: str) -> str:
    """Return the text without white space and unseen signs: words that were cut are whole again."""
    return re.sub(r"\s+", "", text.translate(_UNSEEN))


def missing_words(plan: Plan, data: bytes) -> list[str]:
    """Return the words of the plan that its PDF does not hold, or holds too few times."""
    found = "\n".join(page_texts(data))
    lacking = Counter(" ".join(expected(plan)).split()) - Counter(found.split())
    whole = squeezed(found)
    return [word for word in lacking if len(word) < 8 or squeezed(word) not in whole]


def first_difference(plan: Plan, data: bytes) -> str:
    """Return where the drawn words leave the expected order; empty when they are the same.

    Page numbers and headings repeated on later pages are passed over. Not for merged cells and for rows that
    a page cuts, whose cells go on in turns.
    """
    due = squeezed(" ".join(expected(plan)))
    headings = {squeezed(heading(table.columns)) for table in _tables(plan)}
    place = 0
    for text in page_texts(data):
        starts = {squeezed(text), squeezed(re.sub(r"\A\d+ ?$", "", text, flags=re.MULTILINE))}
        starts |= {start.removeprefix(head) for start in starts for head in headings}
        page = next((start for start in sorted(starts, key=len, reverse=True) if due.startswith(start, place)), "")
        if not page and starts != {""}:
            return f"page {text[:300]!r}, due {due[place : place + 300]!r}"
        place += len(page)
    return due[place:]


def _tables(plan: Plan) -> Iterator[Table]:
    nodes: list[Node] = [*plan.body, *(node for appendix in plan.appendices for node in appendix.nodes)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, Table):
            yield node
        else:
            nodes += node.children


def expected(plan: Plan) -> Iterator[str]:
    """Yield what the plan prints, in the order of printing."""
    header = plan.header
    yield from (header.parent_agency.upper(), header.agency.upper(), COUNTRY)
    number = header.number.strip()
    symbol = f"/{header.symbol.strip()}" if header.symbol.strip() else ""
    yield f"Số: {number.zfill(2) if number.isdecimal() else number}{symbol}"
    yield f"{header.place.strip()}," if header.place.strip() else ""
    yield f"ngày {f'{header.day:02d}' if header.day else ''} tháng {_month(header.month)} năm {header.year or ''}"
    yield from () if is_letter(plan) else (plan.kind.upper(),)
    yield from (str(subject(plan)) if is_letter(plan) else str(plan.title), str(plan.attached))
    yield from ("Kính gửi:", *addressee_lines(plan)) if any(map(str.strip, plan.addressees)) else ()
    yield from (str(basis.text) for basis in plan.bases)
    yield _with_end(list(_nodes(plan, plan.body, numbers(plan.body))), plan.body)
    if plan.recipients:
        yield "Nơi nhận:"
    for place, recipient in enumerate(plan.recipients, 1):
        text, last = recipient.text.strip().rstrip(" .;"), place == len(plan.recipients)
        sign = "." if last else "" if text.endswith(":") else ";"
        said = ", ".join(filter(None, (text, drafted(plan.marks) if last else "")))
        yield f"{'+' if recipient.level else '-'} {said}{sign}"
    yield from (*(words.upper() for words in plan.signatory.capacity), plan.signatory.name)
    for appendix in plan.appendices:
        yield from (appendix_label(plan, appendix), str(appendix.title).upper(), str(appendix.attached))
        yield from _nodes(plan, appendix.nodes, numbers(appendix.nodes))


def _month(month: int | None) -> str:
    return "" if month is None else str(month) if month > 2 else f"0{month}"


def _with_end(body: list[str], nodes: tuple[Node, ...]) -> str:
    text = " ".join(body).rstrip()
    if not nodes:
        return text
    last: Node | None = nodes[-1]
    while not isinstance(last, Table) and last is not None:
        last = None if last.lines or not last.children else last.children[-1]
    if last is not None or not text:
        return f"{text} ./."
    return text if text.endswith("/.") else f"{text.removesuffix('.')}./."


def _nodes(plan: Plan, nodes: tuple[Node, ...], bare: dict[str, str]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Table):
            yield from table_words(plan, node)
            continue
        content = str(words(plan, node))
        yield f"{printed(node.mark, bare[node.id])} "
        yield content.upper() if node.mark in {Mark.PART, Mark.CHAPTER} else content
        yield from _nodes(plan, node.children, bare)
        for line in node.lines:
            value = str(line_value(plan, node, line))
            yield f"{printed(line.mark, '')} {line.label}{':' if line.label else ''}"
            yield f"{value}{line.ending}" if value else ""


def heading(columns: tuple[Column, ...]) -> str:
    """Return the words of a table's heading, those of one `over` below it."""
    parts: list[str] = []
    for over, members in groupby(columns, key=lambda column: str(column.over)):
        parts += (over, *(str(column.title) for column in members))
    return " ".join(parts)


def table_words(plan: Plan, table: Table) -> Iterator[str]:
    """Yield the words of a table, row by row; those of a merged cell once."""
    yield heading(table.columns)
    above: dict[str, str] = {}
    for row, number in zip(table.rows, row_numbers(table), strict=True):
        if row.kind is RowKind.GROUP:
            yield from _group(plan, table, row, number)
            above = {}
            continue
        for column in table.columns:
            text = str(cell(plan, row, column))
            own = text or (number if column.role is Role.NUMBER else "")
            if column.id not in row.continues or column.id not in above or text not in {"", above[column.id]}:
                above[column.id] = own
                yield own


def _group(plan: Plan, table: Table, row: Row, number: str) -> Iterator[str]:
    columns = table.columns
    own = {id_: words for id_, words in row.cells if words}
    first = columns[0] if columns else None
    if first and first.role is Role.NUMBER and len(columns) > 1 and not table.number_in_title:
        yield str(own.pop(first.id, "")) or number
    elif number:
        yield printed(table.levels[min(row.level, len(table.levels) - 1)], number)
    yield str(row.title)
    yield from (str(cell(plan, row, column)) for column in columns if column.id in own)
