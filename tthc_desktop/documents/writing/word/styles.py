"""The styles of the paper, by their Vietnamese names, made from the rules of the print."""

from collections.abc import Iterator
from dataclasses import dataclass

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.word.lettering import sized
from tthc_desktop.documents.writing.word.markup import DECLARATION, WORD, twips

FONT = "Times New Roman"
HEADINGS = 9
_SINGLE = 240
"""Word's measure of a single line."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its identity in the file, its name for people, its letters by the rules, its setting."""

    id: str
    name: str
    letters: str = "body"
    base: str = "Normal"
    align: str = ""
    before: float = 0.0
    indent: float = 0.0
    spacing: float = 1.0
    keeps: bool = False
    outline: int = -1
    size: float = 0.0
    """In points, where the rules give no letters."""


def heading_style(level: int) -> str:
    """Return the style of a heading at a depth, from 0."""
    return f"MucCap{min(level, HEADINGS - 1) + 1}"


def paragraph_styles(rules: Rules) -> Iterator[Style]:
    """Yield every paragraph style of the paper."""
    gap, indent = rules.length("paragraph_gap"), rules.length("first_line_indent")
    spaced = rules.number("line_spacing")
    yield Style("LoiVan", "Lời văn", "body", "Normal", "both", gap, indent, spaced)
    for id_, name in (("Khoan", "Khoản"), ("Diem", "Điểm"), ("GachDauDong", "Gạch đầu dòng")):
        yield Style(id_, name, "body", "LoiVan", "both", gap, indent, spaced)
    yield Style("CanCu", "Căn cứ", "basis", "LoiVan", "both", gap, indent, spaced)
    for level in range(HEADINGS):
        name = f"Mục cấp {level + 1}"
        yield Style(heading_style(level), name, "heading", "LoiVan", "both", gap, indent, spaced, True, level)
    yield Style("Phan", "Phần, chương", "heading", "Normal", "center", gap, 0.0, spaced, True, 0)
    yield from _head(rules)
    yield from _foot(spaced, rules)
    yield from _appendix()
    yield from _table(rules)


def _head(rules: Rules) -> Iterator[Style]:
    yield Style("QuocHieu", "Quốc hiệu", "country", align="center")
    yield Style("TieuNgu", "Tiêu ngữ", "motto", align="center")
    yield Style("CoQuanChuQuan", "Cơ quan chủ quản", "parent_agency", align="center")
    yield Style("CoQuan", "Cơ quan ban hành", "agency", align="center")
    yield Style("SoKyHieu", "Số, ký hiệu", "number", align="center")
    yield Style("DiaDanh", "Địa danh, thời gian", "date", align="center")
    yield Style("TrichYeuCongVan", "Trích yếu công văn", "subject", align="center", before=rules.length("subject_gap"))
    yield Style("TenLoai", "Tên loại", "kind", align="center", before=3 * rules.length("paragraph_gap"))
    yield Style("TrichYeu", "Trích yếu", "title", align="center")
    spaced = rules.number("line_spacing")
    yield Style("KinhGui", "Kính gửi", "addressees_label", before=rules.length("addressees_gap"), spacing=spaced)
    yield Style("NoiKinhGui", "Nơi kính gửi", "addressee", spacing=spaced)
    yield Style("DuongKe", "Đường kẻ", "", align="center", size=1.0)


def _foot(spaced: float, rules: Rules) -> Iterator[Style]:
    yield Style("NoiNhanNhan", "Nơi nhận (tiêu đề)", "recipients_label", spacing=spaced)
    yield Style("NoiNhan", "Nơi nhận", "recipient", spacing=spaced)
    yield Style("ChucVu", "Chức vụ người ký", "capacity", align="center")
    yield Style("NguoiKy", "Họ tên người ký", "signer", align="center", before=rules.length("signature_height"))


def _appendix() -> Iterator[Style]:
    yield Style("SoPhuLuc", "Số phụ lục", "appendix_label", align="center", keeps=True, outline=0)
    yield Style("TenPhuLuc", "Tên phụ lục", "appendix_title", align="center", keeps=True)
    yield Style("KemTheo", "Kèm theo", "appendix_attached", align="center")
    yield Style("SoTrang", "Số trang", "page_number", align="center")


def _table(rules: Rules) -> Iterator[Style]:
    size, spaced = rules.length("table_size"), rules.number("table_line_spacing")
    yield Style("ChuBang", "Chữ trong bảng", "", spacing=spaced, size=size)
    yield Style("DauBang", "Tiêu đề bảng", "", "ChuBang", "center", spacing=spaced, size=size)
    yield Style("NhomBang", "Nhóm trong bảng", "", "ChuBang", spacing=spaced, size=size, keeps=True)
    title, gap = rules.length("chart_title_size"), rules.length("chart_gap")
    yield Style("BieuDo", "Biểu đồ", "", align="center", before=gap, size=title, keeps=True)
    body = rules.number("line_spacing")
    yield Style("TenBieuDo", "Tên biểu đồ", "", align="center", before=gap, spacing=body, size=title)


_BOLD, _ITALIC = frozenset({"DauBang", "NhomBang"}), frozenset({"TenBieuDo"})


@dataclass(frozen=True, slots=True)
class Look:
    """How the letters of a style look; `size` in points."""

    size: float
    bold: bool = False
    italic: bool = False
    upper: bool = False


def looks(rules: Rules) -> dict[str, Look]:
    """Return the look of each style by its identity."""
    return {style.id: _look(style, rules) for style in paragraph_styles(rules)}


def _look(style: Style, rules: Rules) -> Look:
    if not style.letters:
        return Look(style.size, style.id in _BOLD, style.id in _ITALIC)
    letters = rules.letters[style.letters]
    return Look(letters.size, letters.bold, letters.italic, letters.upper)


def styles_part(rules: Rules) -> str:
    """Return word/styles.xml."""
    body = rules.letters["body"].size
    font = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    language = '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font}{sized(body)}{language}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr><w:widowControl/></w:pPr><w:rPr>{font}{sized(body)}{language}</w:rPr></w:style>"
    )
    made = "".join(_style(style, rules) for style in paragraph_styles(rules))
    return f'{DECLARATION}<w:styles xmlns:w="{WORD}">{defaults}{normal}{_OTHERS}{made}{_tables(rules)}</w:styles>'


_OTHERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def _style(style: Style, rules: Rules) -> str:
    keeps = "<w:keepNext/>" if style.keeps else ""
    line = round(_SINGLE * style.spacing)
    spacing = f'<w:spacing w:before="{twips(style.before)}" w:after="0" w:line="{line}" w:lineRule="auto"/>'
    indent = f'<w:ind w:left="0" w:right="0" w:firstLine="{twips(style.indent)}"/>'
    align = f'<w:jc w:val="{style.align}"/>' if style.align else ""
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline >= 0 else ""
    look = _look(style, rules)
    letters = _faces(look) + sized(look.size)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.base}"/><w:qFormat/>'
        f"<w:pPr>{keeps}{spacing}{indent}{align}{outline}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _faces(look: Look) -> str:
    named = (("<w:b/><w:bCs/>", look.bold), ("<w:i/><w:iCs/>", look.italic), ("<w:caps/>", look.upper))
    return "".join(tag for tag, wanted in named if wanted)


def _tables(rules: Rules) -> str:
    """Return the two styles of tables: the grid of a plan's tables, and the unseen frame of head and foot."""
    weight = round(rules.length("table_rule") * 8)
    sides = "top left bottom right insideH insideV".split()
    grid = "".join(f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/>' for side in sides)
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{cell_margins(0.0, 0.0)}</w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="Bang"><w:name w:val="Bảng"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{grid}</w:tblBorders></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Khung"><w:name w:val="Khung không kẻ"/>'
        '<w:basedOn w:val="TableNormal"/></w:style>'
    )


def cell_margins(side: float, above: float) -> str:
    """Return the room between the rules and the words of all cells, in points."""
    return (
        f'<w:tblCellMar><w:top w:w="{twips(above)}" w:type="dxa"/><w:left w:w="{twips(side)}" w:type="dxa"/>'
        f'<w:bottom w:w="{twips(above)}" w:type="dxa"/><w:right w:w="{twips(side)}" w:type="dxa"/></w:tblCellMar>'
    )
