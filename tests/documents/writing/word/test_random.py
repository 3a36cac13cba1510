"""Any plan becomes a file that python-docx opens, whose names and numbers agree among each other."""

from collections import Counter
from io import BytesIO

import docx
from hypothesis import given

from tests.documents.writing.word.opening import W, elements, part, val
from tests.strategies import plans
from tthc_desktop.documents.exchange import from_json
from tthc_desktop.documents.own_papers import known_by
from tthc_desktop.documents.writing.word import render
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.models.plan import Plan


@given(plans())
def test_any_plan_is_a_file_of_word(plan: Plan) -> None:
    data = render(plan)
    assert docx.Document(BytesIO(data)).tables
    document, numbering = part(data), part(data, "word/numbering.xml")
    styles = {val(one, "styleId") for one in part(data, "word/styles.xml").iter(f"{W}style")}
    assert {val(one) for one in elements(document, "pStyle", "tblStyle")} <= styles
    assert {val(one) for one in document.iter(f"{W}numId")} <= {val(one, "numId") for one in numbering.iter(f"{W}num")}
    starts = [(val(one, "id"), val(one, "name")) for one in document.iter(f"{W}bookmarkStart")]
    ends = Counter(val(one, "id") for one in document.iter(f"{W}bookmarkEnd"))
    assert ends == Counter(number for number, _ in starts)
    assert set(Counter(name for _, name in starts).values()) <= {1}
    assert all(len(name) <= 40 for _, name in starts)
    assert {known_by(name) for _, name in starts} == set(parts(plan))
    assert from_json(part(data, "customXml/item1.xml").text or "") == plan


def parts(plan: Plan) -> list[str]:
    """Return the identities of all that a plan prints under one."""
    found = [
        *(one.id for one in plan.bases),
        *(one.id for one in plan.recipients),
        *(one.id for one in plan.appendices),
    ]
    found += [one.id for nodes in nodes_of(plan) for one, _ in items(nodes)]
    for table, _ in tables(plan):
        found += [table.id, *(row.id for row in table.rows)]
    return found


@given(plans())
def test_tables_fill_their_grid(plan: Plan) -> None:
    for table in part(render(plan)).iter(f"{W}tbl"):
        columns = len(list(table.iter(f"{W}gridCol")))
        for row in table.findall(f"{W}tr"):
            spans = [val(cell.find(f"{W}tcPr/{W}gridSpan")) or "1" for cell in row.findall(f"{W}tc")]
            assert sum(map(int, spans)) == columns
            assert all(cell.find(f"{W}p") is not None for cell in row.findall(f"{W}tc"))
