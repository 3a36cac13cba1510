"""Page numbers, the foot of the paper, appendices, tables over several pages."""

from collections.abc import Iterator
from itertools import pairwise

from tthc_desktop.models.decree import Rules
from tthc_desktop.models.measuring.anatomy import Anatomy, Sheet
from tthc_desktop.models.measuring.grids import GridPart
from tthc_desktop.models.measuring.head_places import text_edges
from tthc_desktop.models.measuring.outcomes import Spot
from tthc_desktop.models.measuring.pages import SetLine
from tthc_desktop.models.measuring.ruling import Looked, Ruling, millimetres, spot
from tthc_desktop.models.text import fold

_OFF = 8.0
_CLOSE = 60.0
"""Points from a table to the edge of the text within which it goes on over the page."""


def page_rules(rules: Rules) -> Iterator[Ruling]:
    """Yield the rulings on page numbers, foot, appendices and tables."""
    number, letters = rules.letters["page_number"], rules.letters
    room = rules.measures["signature_height"]
    stamp = rules.measures["stamp_line_height"]
    yield Ruling("number.first", "Trang thứ nhất không có số trang", "không hiển thị", number.clause, _none_on_first)
    yield Ruling("number.place", "Chỗ của số trang", "canh giữa trong lề trên", number.clause, _number_place)
    yield Ruling(
        "number.count", "Thứ tự số trang", "từ 1, liên tục; mỗi phụ lục đánh số riêng", number.clause, _number_count
    )
    yield Ruling(
        "place.recipients", "Chỗ của Nơi nhận", "sát lề trái, ngang hàng với chức vụ người ký",
        letters["recipients_label"].clause, _recipients_place,
    )  # fmt: skip
    yield Ruling(
        "text.recipients", "Các dòng nơi nhận", letters["recipient"].rule, letters["recipient"].clause, _dashes
    )
    yield Ruling(
        "place.signer", "Chỗ của họ tên người ký", "canh giữa dưới chức vụ", letters["signer"].clause, _signer_place
    )
    yield Ruling(
        "room.signature", "Chỗ trống để ký, đóng dấu", f"cao ít nhất {room.least:g} mm", room.clause, _signature_room
    )
    yield Ruling(
        "room.stamp", "Góc trên bên phải phụ lục để trống", "chỗ cho chữ ký số của cơ quan", stamp.clause, _stamp_room
    )
    yield Ruling("table.heading", "Đầu bảng lặp lại ở mỗi trang", "bảng dài qua trang lặp lại hàng đầu", "", _repeated)
    yield Ruling("table.group", "Hàng nhóm không đứng cuối trang", "liền trang với hàng bên dưới", "", _group)


def _none_on_first(paper: Anatomy, _rules: Rules) -> Looked:
    for part in paper.parts:
        for sheet in part[:1]:
            line = sheet.number_line
            yield spot(sheet.page.number, line, f"có số {line.words}") if line else None


def _number_place(paper: Anatomy, rules: Rules) -> Looked:
    most = (rules.measures["margin_top"].most or 25.0) * 72 / 25.4
    for sheet, line in _numbered(paper):
        left, right = _edges(paper, sheet)
        if line.bottom > most:
            yield spot(sheet.page.number, line, f"cách mép trên {millimetres(line.top)}")
        else:
            off = min(abs(line.middle - middle) for middle in ((left + right) / 2, sheet.page.width / 2))
            yield None if off < _OFF else spot(sheet.page.number, line, f"lệch giữa {millimetres(off)}")


def _edges(paper: Anatomy, sheet: Sheet) -> tuple[float, float]:
    if sheet.page.width < sheet.page.height:
        return text_edges(paper)
    return min((table.left for table in sheet.tables), default=0.0), max(
        (table.right for table in sheet.tables), default=sheet.page.width
    )


def _numbered(paper: Anatomy) -> Iterator[tuple[Sheet, SetLine]]:
    for sheet in paper.sheets:
        if sheet.number_line:
            yield sheet, sheet.number_line


def _number_count(paper: Anatomy, _rules: Rules) -> Looked:
    for part in paper.parts:
        for sheet in part[1:]:
            line = sheet.number_line
            if line is None:
                yield Spot(sheet.page.number, 0.0, "không có số trang")
                continue
            said = "".join(char for char in line.words if char.isdecimal())
            yield (
                None if int(said) == sheet.place else spot(sheet.page.number, line, f"số {said}, đúng ra {sheet.place}")
            )


def _recipients_place(paper: Anatomy, _rules: Rules) -> Looked:
    foot = paper.foot
    if not (foot and foot.label):
        return
    left, _ = text_edges(paper)
    page = foot.sheet.page.number
    if foot.label.left - left > _OFF:
        yield spot(page, foot.label, f"cách lề trái {millimetres(foot.label.left - left)}")
    elif foot.capacity and abs(foot.label.base - foot.capacity[0].base) > 1.3 * foot.label.size:
        yield spot(page, foot.label, "không ngang hàng với chức vụ người ký")
    else:
        yield None


def _dashes(paper: Anatomy, _rules: Rules) -> Looked:
    foot = paper.foot
    if not (foot and foot.recipients):
        return
    (begin, first), (page, last) = foot.recipients[0], foot.recipients[-1]
    yield None if first.words.startswith(("-", "–")) else spot(begin, first, "không có gạch đầu dòng")
    is_kept = any(fold(line.words).lstrip("-–+ ").startswith("luu") for _, line in foot.recipients)
    yield None if is_kept else spot(page, last, "không có dòng “Lưu: VT, …”")
    yield None if last.words.rstrip().endswith(".") else spot(page, last, "dòng cuối không kết thúc bằng dấu chấm")


def _signer_place(paper: Anatomy, _rules: Rules) -> Looked:
    foot = paper.foot
    if foot and foot.capacity and foot.signer:
        off = abs(foot.signer.middle - foot.capacity[0].middle)
        yield None if off < _OFF else spot(foot.sheet.page.number, foot.signer, f"lệch giữa {millimetres(off)}")


def _signature_room(paper: Anatomy, rules: Rules) -> Looked:
    foot = paper.foot
    if foot and foot.capacity and foot.signer:
        room = foot.signer.top - foot.capacity[-1].bottom
        least = (rules.measures["signature_height"].least or 0.0) * 72 / 25.4
        yield None if room >= least - 4 else spot(foot.sheet.page.number, foot.signer, f"cao {millimetres(room)}")


def _stamp_room(paper: Anatomy, rules: Rules) -> Looked:
    width, height = rules.length("stamp_line_width"), rules.length("stamp_line_height")
    top, right = rules.length("stamp_line_top"), rules.length("margin_right")
    for head in paper.appendices:
        page = head.sheet.page
        inside = [
            line
            for line in page.lines
            if line.right > page.width - right - width and line.top < top + height and line.bottom > top
        ]
        yield spot(page.number, inside[0], "có chữ trong góc này") if inside else None


def _continued(paper: Anatomy) -> Iterator[tuple[Sheet, GridPart, Sheet, GridPart]]:
    """Yield tables that end one page and begin the next with the same columns."""
    for part in paper.parts:
        for above, below in pairwise(part):
            if not (above.tables and below.tables):
                continue
            ends, begins = above.tables[-1], below.tables[0]
            is_last = all(line.base < ends.bottom + 2 for line in above.pieces)
            is_first = all(line.base > begins.top for line in below.pieces)
            same = len(ends.edges) == len(begins.edges) and all(
                abs(one - other) < 3 for one, other in zip(ends.edges, begins.edges, strict=True)
            )
            if is_last and is_first and same and ends.rows and begins.rows:
                yield above, ends, below, begins


def _repeated(paper: Anatomy, _rules: Rules) -> Looked:
    heads: dict[tuple[int, ...], str] = {}
    for _, ends, below, begins in _continued(paper):
        key = tuple(round(edge / 4) for edge in ends.edges)
        first = heads.setdefault(key, ends.rows[0].words)
        is_same = fold(begins.rows[0].words) == fold(first)
        yield (
            None
            if is_same
            else Spot(below.page.number, begins.top, "không lặp lại đầu bảng", begins.rows[0].words[:60])
        )


def _group(paper: Anatomy, _rules: Rules) -> Looked:
    for above, ends, _, _ in _continued(paper):
        last = ends.rows[-1]
        most = max(row.inner for row in ends.rows)
        is_group = most > 1 and last.inner <= 1 and len(ends.rows) > 1 and bool(last.words)
        yield Spot(above.page.number, last.top, "đứng cuối trang", last.words[:60]) if is_group else None
