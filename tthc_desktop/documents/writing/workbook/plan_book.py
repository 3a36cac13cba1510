"""A plan as a workbook: a sheet for each of its tables, one for the tasks in its text."""

from collections.abc import Sequence

from tthc_desktop.documents.own_sheets.records import KeptPlan
from tthc_desktop.documents.writing.workbook.book import Book
from tthc_desktop.documents.writing.workbook.faces import Face
from tthc_desktop.documents.writing.workbook.keeping import shared_works
from tthc_desktop.documents.writing.workbook.specs import Spec, specs
from tthc_desktop.documents.writing.workbook.table_sheet import write_table
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import Text, plain

_NOTHING = plain("Văn bản này chưa có bảng nào và chưa có nhiệm vụ nào trong lời văn.")


def workbook(plan: Plan) -> bytes:
    """Return the tables of a plan, and the tasks in its text, as an .xlsx file."""
    book = Book(" ".join(f"{plan.kind} {plan.title}".split()))
    book.keep(KeptPlan(plan.id, plan.kind, plan.title))
    found = list(specs(plan, book.names))
    write_sheets(book, found)
    if not found:
        pen = book.plain_sheet("Kế hoạch")
        pen.sheet.set_column(0, 0, 90)
        for row, words in enumerate((plain(plan.kind), Text(plan.title.runs), _NOTHING)):
            pen.put(row, 0, words, Face(14.0, bold=row < 2))
    return book.finished()


def write_sheets(book: Book, found: Sequence[Spec]) -> None:
    """Add the sheets of a plan."""
    shared = shared_works(spec.table for spec in found)
    for spec in found:
        write_table(book, spec, shared)
