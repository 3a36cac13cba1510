"""Every rule that a print is measured against: its name, what it asks, its clause, its check."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tthc_desktop.models.decree import Rules
from tthc_desktop.models.measuring import of_foot, of_head, of_sheets, of_tables, of_text
from tthc_desktop.models.measuring.results import Probe, Result, verdict
from tthc_desktop.models.measuring.seen import Seen, seen
from tthc_desktop.models.measuring.values import MeasuredPaper
from tthc_desktop.models.measuring.wording import range_words, style_words

SHEETS, HEAD, TEXT, FOOT, APPENDICES, TABLES = (
    "Trang giấy",
    "Phần đầu văn bản",
    "Nội dung",
    "Nơi nhận và chữ ký",
    "Phụ lục",
    "Bảng",
)
GROUPS = (SHEETS, HEAD, TEXT, FOOT, APPENDICES, TABLES)
_PAGE = "Phụ lục I, Phần I, Mục I"
_PARTS = "Phụ lục I, Phần I, Mục II"


class Check(NamedTuple):
    """One rule: `of` names the letters or the measure that it rests on, `asked` is what it wants beyond them."""

    rule: str
    name: str
    group: str
    look: Callable[[Seen], Iterator[Probe]]
    of: str = ""
    asked: str = ""
    clause: str = ""


CHECKS: Sequence[Check] = (
    Check("paper_size", "Khổ giấy", SHEETS, of_sheets.paper_size, "paper_width", "A4 (210 × 297 mm)"),
    Check(
        "orientation",
        "Hướng giấy",
        SHEETS,
        of_sheets.orientation,
        "",
        "đứng; nằm ngang khi có bảng",
        f"{_PAGE}, khoản 2",
    ),
    Check("margin_top", "Lề trên", SHEETS, of_sheets.margin_top, "margin_top"),
    Check("margin_bottom", "Lề dưới", SHEETS, of_sheets.margin_bottom, "margin_bottom"),
    Check("margin_left", "Lề trái", SHEETS, of_sheets.margin_left, "margin_left"),
    Check("margin_right", "Lề phải", SHEETS, of_sheets.margin_right, "margin_right"),
    Check(
        "inside_margins",
        "Không lấn ra lề",
        SHEETS,
        of_sheets.inside,
        "",
        "chữ và bảng nằm trong lề",
        f"{_PAGE}, khoản 3",
    ),
    Check("font", "Phông chữ", SHEETS, of_sheets.font, "", "Times New Roman", f"{_PAGE}, khoản 4"),
    Check("ink", "Màu chữ", SHEETS, of_sheets.ink, "", "màu đen", f"{_PAGE}, khoản 4"),
    Check("page_number", "Cỡ chữ số trang", SHEETS, of_sheets.number_letters, "page_number", "cỡ 13 đến 14, đứng"),
    Check(
        "page_number_place", "Vị trí số trang", SHEETS, of_sheets.number_place, "page_number", "canh giữa trong lề trên"
    ),
    Check(
        "page_number_first",
        "Trang đầu không có số trang",
        SHEETS,
        of_sheets.number_hidden,
        "page_number",
        "không hiển thị ở trang thứ nhất",
    ),
    Check(
        "page_number_count",
        "Thứ tự số trang",
        SHEETS,
        of_sheets.number_counts,
        "page_number",
        "liên tục từ 1, mỗi phụ lục đánh số riêng",
    ),
    Check("country", "Quốc hiệu", HEAD, of_head.country, "country"),
    Check("motto", "Tiêu ngữ", HEAD, of_head.motto, "motto"),
    Check("motto_rule", "Đường kẻ dưới Tiêu ngữ", HEAD, of_head.motto_rule, "motto", "dài bằng dòng chữ"),
    Check("parent_agency", "Cơ quan chủ quản", HEAD, of_head.parent_agency, "parent_agency"),
    Check("agency", "Cơ quan ban hành", HEAD, of_head.agency, "agency"),
    Check(
        "agency_rule",
        "Đường kẻ dưới tên cơ quan",
        HEAD,
        of_head.agency_rule,
        "short_rule",
        "dài từ 1/3 đến 1/2 dòng chữ, ở giữa",
    ),
    Check("number", "Số, ký hiệu", HEAD, of_head.symbol, "number"),
    Check("date", "Địa danh, thời gian", HEAD, of_head.date, "date"),
    Check(
        "head_places",
        "Vị trí các phần ở đầu văn bản",
        HEAD,
        of_head.places,
        "",
        "cơ quan bên trái, Quốc hiệu bên phải, số và ngày cùng dòng",
        f"{_PARTS}, khoản 1 đến khoản 4",
    ),
    Check("kind", "Tên loại văn bản", HEAD, of_head.kind, "kind"),
    Check("title", "Trích yếu", HEAD, of_head.title, "title"),
    Check("title_place", "Vị trí tên loại, trích yếu", HEAD, of_head.in_middle, "title", "canh giữa"),
    Check(
        "title_rule",
        "Đường kẻ dưới trích yếu",
        HEAD,
        of_head.title_rule,
        "short_rule",
        "dài từ 1/3 đến 1/2 dòng chữ, ở giữa",
    ),
    Check("subject", "Trích yếu công văn", HEAD, of_head.subject, "subject"),
    Check("basis", "Căn cứ ban hành", TEXT, of_text.bases, "basis"),
    Check("body", "Cỡ chữ nội dung", TEXT, of_text.body, "body"),
    Check("first_line_indent", "Lùi đầu dòng", TEXT, of_text.indents, "first_line_indent"),
    Check("justified", "Canh đều hai lề", TEXT, of_text.justified, "body", "canh đều cả hai lề"),
    Check("paragraph_gap", "Khoảng cách giữa các đoạn", TEXT, of_text.gaps, "paragraph_gap"),
    Check("line_spacing", "Khoảng cách dòng", TEXT, of_text.spacing, "line_spacing"),
    Check("heading", "Đề mục số La Mã", TEXT, of_text.headings, "heading", "cỡ 13 đến 14, đứng, đậm"),
    Check(
        "heading_at_foot",
        "Đề mục không đứng cuối trang",
        TEXT,
        of_text.heading_at_foot,
        "",
        "sau đề mục còn dòng nội dung trên cùng trang",
    ),
    Check("recipients_label", "Từ “Nơi nhận”", FOOT, of_foot.recipients_label, "recipients_label"),
    Check(
        "recipients_place",
        "Vị trí “Nơi nhận”",
        FOOT,
        of_foot.label_place,
        "recipients_label",
        "sát lề trái, ngang hàng chức vụ người ký",
    ),
    Check("recipient", "Các nơi nhận", FOOT, of_foot.recipients, "recipient"),
    Check(
        "recipient_lines",
        "Dòng nơi nhận",
        FOOT,
        of_foot.dashes,
        "recipient",
        "đầu dòng có gạch, dòng cuối có dấu chấm",
    ),
    Check("capacity", "Quyền hạn, chức vụ", FOOT, of_foot.capacity, "capacity"),
    Check("signer", "Họ tên người ký", FOOT, of_foot.signer, "signer"),
    Check("signature_room", "Chỗ ký và đóng dấu", FOOT, of_foot.signature_room, "signature_height"),
    Check("signature_axis", "Vị trí họ tên người ký", FOOT, of_foot.signature_axis, "signer", "canh giữa dưới chức vụ"),
    Check("appendix_label", "Số của phụ lục", APPENDICES, of_foot.appendix_label, "appendix_label"),
    Check("appendix_title", "Tên phụ lục", APPENDICES, of_foot.appendix_title, "appendix_title"),
    Check("appendix_attached", "Dòng kèm theo", APPENDICES, of_foot.appendix_attached, "appendix_attached"),
    Check(
        "appendix_place",
        "Vị trí tiêu đề phụ lục",
        APPENDICES,
        of_foot.appendix_case,
        "appendix_label",
        "từ “Phụ lục” in thường, canh giữa",
    ),
    Check(
        "stamp_room",
        "Góc trên bên phải phụ lục",
        APPENDICES,
        of_foot.stamp_room,
        "stamp_line_height",
        "để trống cho chữ ký số của cơ quan",
    ),
    Check(
        "stamp_line",
        "Dòng số, thời gian ký trên phụ lục",
        APPENDICES,
        of_foot.stamp_line,
        "stamp_line_size",
        "cỡ 10, đứng, ở góc trên bên phải trang đầu",
    ),
    Check(
        "table_heading",
        "Tiêu đề bảng ở mỗi trang",
        TABLES,
        of_tables.heading_repeated,
        "",
        "bảng sang trang có lại dòng tiêu đề",
    ),
    Check(
        "group_row",
        "Dòng nhóm không đứng cuối trang",
        TABLES,
        of_tables.orphan_groups,
        "",
        "sau dòng nhóm còn dòng của nhóm trên cùng trang",
    ),
)


def check(paper: MeasuredPaper, rules: Rules) -> list[Result]:
    """Measure a print against every rule of a decree, in the order of the catalogue."""
    found = seen(paper, rules)
    return [_result(one, found) for one in CHECKS]


def _result(one: Check, found: Seen) -> Result:
    probes = list(one.look(found))
    asked, clause = _asked(one, found.rules)
    faults = [probe for probe in probes if not probe.is_kept]
    return Result(one.rule, one.name, one.group, asked, clause, verdict(probes), len(probes), faults)


def _asked(one: Check, rules: Rules) -> tuple[str, str]:
    """Return what is asked and by which clause; a rule without one is the program's own."""
    if letters := rules.letters.get(one.of):
        return one.asked or style_words(letters), one.clause or letters.clause
    if measure := rules.measures.get(one.of):
        return one.asked or range_words(measure), one.clause or measure.clause
    return one.asked, one.clause
