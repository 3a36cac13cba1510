"""The checklist of a hand-over as a printed page, in the letters and tables of our papers."""

from collections.abc import Iterable, Sequence

from tthc_desktop.documents.decree import Rules, rules
from tthc_desktop.documents.writing.pdf.blocks import Column as Lines
from tthc_desktop.documents.writing.pdf.blocks import Panel
from tthc_desktop.documents.writing.pdf.document import part_below, sheet
from tthc_desktop.documents.writing.pdf.head import plain as lettered
from tthc_desktop.documents.writing.pdf.head import put, short_rule
from tthc_desktop.documents.writing.pdf.kept import Kept
from tthc_desktop.documents.writing.pdf.layout import draw, on_pages
from tthc_desktop.models.handover.values import Checklist
from tthc_desktop.models.handover.wording import CHECKS, DOUBT, FILES, STEPS, TITLE
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.print_form import PrintForm
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.text import Run, Text, plain, text

_FORM = PrintForm(fields=False)
_Heading = tuple[str, float]
"""The title of a column and its share of the width."""
_FILES: Sequence[_Heading] = (("Tệp", 8), ("Tên tệp", 60), ("Số trang", 12), ("Ô ký", 20))
_CHECKS: Sequence[_Heading] = (("TT", 8), ("Kiểm", 25), ("Trong văn bản này", 55), ("Đạt", 12))
_STEPS: Sequence[_Heading] = (
    ("Bước", 8),
    ("Ai làm", 12),
    ("Việc", 33),
    ("Tệp", 7),
    ("Chỗ ký, điền", 30),
    ("Đã làm", 10),
)


def checklist_pdf(found: Checklist) -> bytes:
    """Return the checklist as a PDF; the same checklist gives the same bytes."""
    measures, kept = rules(), Kept()
    plan = Plan("danh-muc-ky-so", TITLE, plain(found.about), body=(*_nodes(found),))
    page = sheet(measures)
    made = part_below(plan, _top(found, measures, page.width), plan.body, page, measures, kept)
    layout = on_pages(plan, [made], kept, _FORM)
    return draw(layout, range(len(layout.pages)))


def _top(found: Checklist, measures: Rules, width: float) -> Panel:
    column = Lines(0.0, width)
    kind, title = measures.letters["kind"], measures.letters["title"]
    put(column, lettered(TITLE, kind), kind, measures)
    put(column, lettered(found.about, title), title, measures, measures.number("title_width"))
    short_rule(column, measures)
    return Panel("Đầu danh mục ký số", (column,), measures.length("rule_thickness"), "")


def _nodes(found: Checklist) -> Iterable[Item | Table]:
    files = (
        (f"{at}", file.name, str(file.pages), ",\n".join(place.name for place in file.places))
        for at, file in enumerate(found.files, 1)
    )
    yield _section("tep", FILES, _table("tep", _FILES, files))
    checks = (
        (f"{at}", check.about, text([Run(DOUBT if check.is_doubtful else "", bold=True), Run(check.found)]), "")
        for at, check in enumerate(found.checks, 1)
    )
    yield _section("kiem", CHECKS, _table("kiem", _CHECKS, checks))
    steps = ((f"{at}", step.who, step.what, str(step.file), step.where, "") for at, step in enumerate(found.steps, 1))
    yield _section("ky", STEPS, _table("ky", _STEPS, steps))


def _section(name: str, title: str, table: Table) -> Item:
    return Item(f"muc-{name}", Mark.ROMAN, plain(title), heading=True, children=(table,))


def _table(name: str, headings: Sequence[_Heading], rows: Iterable[Sequence[str | Text]]) -> Table:
    columns = tuple(
        Column(f"{name}-{at}", Role.FREE, plain(title), width=share) for at, (title, share) in enumerate(headings)
    )
    return Table(name, columns, tuple(_row(f"{name}-hang-{at}", columns, cells) for at, cells in enumerate(rows, 1)))


def _row(name: str, columns: Sequence[Column], cells: Sequence[str | Text]) -> Row:
    words = (one if isinstance(one, Text) else plain(one) for one in cells)
    return Row(name, RowKind.PLAIN, cells=tuple((at.id, said) for at, said in zip(columns, words, strict=True)))
