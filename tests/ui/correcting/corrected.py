"""The sample plan's Word file as a leader sends it back."""

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from tests import word_edits as edits
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.word import render
from tthc_desktop.models.editing.text import set_words
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, tables
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.table import Role, RowKind
from tthc_desktop.models.text import plain

PLAN = sample_plan()
NEW = "Bổ sung việc rà soát quy trình nội bộ theo ý kiến của lãnh đạo."


def points(plan: Plan = PLAN) -> list[Item]:
    """Return numbered paragraphs with nothing below them."""
    every = (item for item, above in items(plan.body) if above)
    return [
        item
        for item in every
        if not (item.children or item.task_id or item.heading)
        and item.mark is not Mark.NONE
        and len(str(item.text)) > 40
    ]


def corrected(plan: Plan = PLAN) -> bytes:
    """Return the file with a paragraph reworded, one added and one gone, another deadline and a row less."""
    first, second, third, fourth = points(plan)[:4]
    table = [table for table, _ in tables(plan)][-1]
    rows = [row for row in table.rows if row.kind is RowKind.TASK and not row.continues]
    at = [column.role for column in table.columns].index(Role.DEADLINE)

    def change(word: WordDocument) -> None:
        edits.rewrite(edits.paragraph(word, first.id), str(first.text).split()[0], "Kịp thời, thường xuyên rà soát và")
        edits.add_after(edits.paragraph(word, second.id), NEW)
        edits.delete(edits.paragraph(word, third.id))
        edits.write(edits.paragraph(word, fourth.id), "Lãnh đạo yêu cầu viết lại câu này cho gọn.")
        edits.write(edits.row(word, rows[0].id).findall(qn("w:tc"))[at], "Trước ngày 20/11/2026")
        edits.delete(edits.row(word, rows[1].id))

    return edits.edited(render(plan), change)


def meanwhile(plan: Plan = PLAN) -> Plan:
    """Return the plan after the office has changed a paragraph that the leader has changed too."""
    return set_words(plan, points(plan)[3].id, plain("Cơ quan cũng vừa sửa lại câu này trong khi chờ."))
