"""A plan as an office writes it in Word: all numbers automatic, the table's too, head and foot in frames."""

from tests.documents.reading.word.made import cell, level, listed, one_list, paragraph, read, row, table
from tthc_desktop.documents.reading.laid_out.reader import read_laid_out
from tthc_desktop.models.counts import count
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Plan

_CENTRED = '<w:jc w:val="center"/>'
_LINES = '<w:tblBorders><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'
_BEGINS, _GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_LISTS = (
    one_list(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."), level(2, "lowerLetter", "%3)"))
    + one_list(level(0, "bullet", "-"), list_id=2)
    + one_list(level(0, "upperRoman", "%1"), level(1, "decimal", "%2"), list_id=3)
)


def _held(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def _head() -> str:
    motto = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    agency = ("UBND TỈNH LÂM SƠN", "SỞ TƯ PHÁP")
    above = row(*(_held(*(paragraph(line, _CENTRED) for line in side)) for side in (agency, motto)))
    return table(above, row(cell("Số:      /KH-STP"), cell("Lâm Sơn, ngày    tháng 01 năm 2026")))


def _tasks() -> str:
    tall = [_held(paragraph(words), properties=_BEGINS) for words in ("STT", "Nội dung công việc")]
    days = _held(paragraph("Thời gian"), paragraph("hoàn thành"), properties=_BEGINS)
    head = row(*tall, cell("Phân công", '<w:gridSpan w:val="2"/>'), days, properties="<w:tblHeader/>")
    on = cell("", _GOES_ON)
    below = row(on, on, cell("Chủ trì"), cell("Phối hợp"), on, properties="<w:tblHeader/>")
    group = row(_held(listed("", 3)), cell("Công bố, công khai", '<w:gridSpan w:val="4"/>'))
    parts = _held(listed("Trình công bố;", 2), listed("Niêm yết.", 2))
    first = row(_held(listed("", 3, 1)), parts, cell("Văn phòng"), cell("Các phòng"), cell("Quý I/2026", _BEGINS))
    second = row(_held(listed("", 3, 1)), cell("Rà soát"), cell("Phòng Nghiệp vụ"), cell(""), on)
    return table(head, below, group, first, second, properties=_LINES)


def _plan() -> Plan:
    body = _head() + paragraph("KẾ HOẠCH", _CENTRED, "<w:b/>") + paragraph("Kiểm soát thủ tục hành chính", _CENTRED)
    outline = [
        (0, "MỤC ĐÍCH, YÊU CẦU"), (1, "Mục đích"), (1, "Yêu cầu"),
        (0, "NỘI DUNG"), (1, "Công bố danh mục"), (2, "Rà soát"), (2, "Công khai"), (1, "Tổ chức thực hiện"),
    ]  # fmt: skip
    body += "".join(listed(words, 1, depth) for depth, words in outline) + _tasks()
    foot = _held(paragraph("Nơi nhận:"), listed("UBND tỉnh;", 2), listed("Lưu: VT.", 2))
    body += table(row(foot, _held(paragraph("GIÁM ĐỐC"), paragraph("Nguyễn Văn An"))))
    draft = read_laid_out(read(body, numbering=_LISTS))
    assert draft.unplaced == ()
    return draft.plan


def _marks(items: tuple[object, ...]) -> list[object]:
    return [(item.mark, str(item.text), _marks(item.children)) for item in items if isinstance(item, Item)]


def test_the_outline_is_that_of_the_numbers() -> None:
    assert _marks(_plan().body) == [
        (Mark.ROMAN, "MỤC ĐÍCH, YÊU CẦU", [(Mark.DECIMAL, "Mục đích", []), (Mark.DECIMAL, "Yêu cầu", [])]),
        (
            Mark.ROMAN,
            "NỘI DUNG",
            [
                (
                    Mark.DECIMAL,
                    "Công bố danh mục",
                    [(Mark.LETTER, "Rà soát", []), (Mark.LETTER, "Công khai", [])],
                ),
                (Mark.DECIMAL, "Tổ chức thực hiện", []),
            ],
        ),
    ]


def test_head_foot_and_table_are_known() -> None:
    plan = _plan()
    assert (plan.header.agency, plan.header.symbol, plan.signatory.name) == ("SỞ TƯ PHÁP", "KH-STP", "Nguyễn Văn An")
    counted = count(plan)
    assert (counted.tables, counted.rows, counted.group_rows, counted.table_tasks) == (1, 3, 1, 2)
    assert counted.recipients == 2
