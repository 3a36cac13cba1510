"""Our own Word files: the parts of the plan are known again, and so is the plan as it was written."""

import pytest

from tests.documents.reading.word.made import cell, document, packed, paragraph, parts_of, read, row, table, tables
from tthc_desktop.documents.own_papers import CARRIED_NAMESPACE, bookmark
from tthc_desktop.documents.reading.laid_out.blocks import Block
from tthc_desktop.documents.reading.word import read_word

_IDS = [f"{place:016x}" for place in range(9)]


def _mark(*names: str) -> str:
    return "".join(f'<w:bookmarkStart w:id="{at}" w:name="{name}"/>' for at, name in enumerate(names))


def _marked(words: str, *places: int) -> str:
    names = [bookmark(_IDS[place]) for place in places]
    return f"<w:p>{_mark(*names)}<w:r><w:t>{words}</w:t></w:r></w:p>"


def test_a_paragraph_is_known_by_its_bookmark() -> None:
    paper = read(_marked("mục", 1) + f"<w:p>{_mark('_Toc123')}<w:r><w:t>khác</w:t></w:r></w:p>" + paragraph("mới"))
    assert [block.known for block in paper.blocks if isinstance(block, Block)] == [_IDS[1], "", ""]


def _cells(*inner: str) -> str:
    return "".join(f"<w:tc>{one}</w:tc>" for one in inner)


def test_a_table_and_its_rows_are_known() -> None:
    head = row(_cells(_marked("STT", 1), paragraph("Việc")), properties="<w:tblHeader/>")
    rows = row(_cells(_marked("1", 2), paragraph("a"))), row(_cells(paragraph("2"), paragraph("mới")))
    (found,) = tables(read(table(head, *rows)))
    assert (found.known, found.known_rows) == (_IDS[1], ("", _IDS[2], ""))


def test_a_table_without_a_head_is_known_by_its_first_row() -> None:
    (found,) = tables(read(table(row(_cells(_marked("1", 1, 2))), row(_cells(_marked("2", 3))))))
    assert (found.known, found.known_rows) == (_IDS[1], (_IDS[2], _IDS[3]))


def test_paragraphs_of_a_frame_do_not_name_it() -> None:
    (found,) = tables(read(table(row(_cells(_marked("Nơi nhận", 1), _marked("GIÁM ĐỐC", 2))))))
    assert found.known == ""


def test_a_bookmark_before_a_table_names_it() -> None:
    (found,) = tables(read(_mark(bookmark(_IDS[4])) + table(row(cell("a")))))
    assert found.known == _IDS[4]


@pytest.mark.parametrize("space", [CARRIED_NAMESPACE, "urn:khac"])
def test_the_plan_that_is_carried_is_found(space: str) -> None:
    plan = f'<plan xmlns="{space}">{{"tên": "Kế hoạch &lt;b&gt;"}}</plan>'
    paper = read_word(packed(parts_of(document(paragraph("lời")), {"customXml": plan})), "a.docx")
    assert paper.carried == ('{"tên": "Kế hoạch <b>"}' if space == CARRIED_NAMESPACE else "")
