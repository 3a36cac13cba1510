"""The running text: margins, indents, gaps, line spacing, headings that stand alone."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from tthc_desktop.models.decree import Measure, Rules
from tthc_desktop.models.measuring.anatomy import Anatomy, Sheet
from tthc_desktop.models.measuring.head_places import text_edges
from tthc_desktop.models.measuring.outcomes import Spot
from tthc_desktop.models.measuring.pages import SetLine
from tthc_desktop.models.measuring.ruling import MM, Looked, Ruling, millimetres, points, spot

_SLACK = 0.6 * MM
_INDENTS = (10.0 * MM, 12.7 * MM)
_SINGLE = 1.15
"""One line of Times New Roman, in ems."""
_FONT = re.compile(r"times|liberation ?serif|tinos|nimbus ?rom|termes|tthcsigns", re.IGNORECASE)


def text_rules(rules: Rules) -> Iterator[Ruling]:
    """Yield the rulings on the pages and on the running text."""
    measures = rules.measures
    left, right, top = measures["margin_left"], measures["margin_right"], measures["margin_top"]
    yield Ruling(
        "page.paper", "Khổ giấy", "A4 (210 × 297 mm); phụ lục rộng: A3", measures["paper_width"].clause, _paper
    )
    yield Ruling("page.font", "Phông chữ", "Times New Roman", left.clause.replace("khoản 3", "khoản 4"), _font)
    yield Ruling("margin.left", "Lề trái", _span(left), left.clause, _left)
    yield Ruling("margin.right", "Lề phải", _span(right), right.clause, _right)
    yield Ruling("margin.outside", "Không dòng nào ra ngoài lề", _edges(rules), top.clause, _outside)
    indent, gap, spacing = (measures[name] for name in ("first_line_indent", "paragraph_gap", "line_spacing"))
    yield Ruling("text.indent", "Lùi đầu dòng", "1 cm hoặc 1,27 cm", indent.clause, _indent)
    yield Ruling("text.gap", "Khoảng cách giữa các đoạn", "tối thiểu 6 pt", gap.clause, _gap)
    yield Ruling("text.spacing", "Khoảng cách dòng", "từ dòng đơn đến 1,5 dòng", spacing.clause, _spacing)
    yield Ruling("text.heading", "Tiêu đề không đứng cuối trang", "liền trang với phần bên dưới", "", _heading)


def _span(measure: Measure) -> str:
    return f"{measure.least:g} đến {measure.most:g} {measure.unit}"


def _edges(rules: Rules) -> str:
    names = ("margin_top", "margin_bottom", "margin_left", "margin_right")
    least = [f"{rules.measures[name].least:g}" for name in names]
    return f"lề trên, dưới, trái, phải ít nhất {', '.join(least)} mm"


def _paper(paper: Anatomy, rules: Rules) -> Looked:
    a4 = rules.length("paper_width"), rules.length("paper_height")
    known = [a4] if not paper.appendices else [a4, (a4[1], 2 * a4[0])]
    for sheet in paper.sheets:
        size = sorted((sheet.page.width, sheet.page.height))
        fits = any(abs(size[0] - width) < 3 and abs(size[1] - height) < 3 for width, height in known)
        found = f"{millimetres(size[0])} × {millimetres(size[1])}"
        yield None if fits else Spot(sheet.page.number, 0.0, found)


def _font(paper: Anatomy, _rules: Rules) -> Looked:
    for sheet in paper.sheets:
        wrong = next((line for line in sheet.page.lines if line.font and not _FONT.search(line.font)), None)
        yield spot(sheet.page.number, wrong, wrong.font) if wrong else None


def _upright(paper: Anatomy) -> Iterator[tuple[Sheet, Sequence[SetLine]]]:
    yield from ((sheet, lines) for sheet, lines in paper.text() if sheet.page.width < sheet.page.height and lines)


def _left(paper: Anatomy, rules: Rules) -> Looked:
    measure = rules.measures["margin_left"]
    lines = [(sheet, line) for sheet, found in _upright(paper) for line in found]
    if lines:
        sheet, line = min(lines, key=lambda found: found[1].left)
        yield _margin(sheet, line, line.left, measure)


def _right(paper: Anatomy, rules: Rules) -> Looked:
    measure = rules.measures["margin_right"]
    lines = [(sheet, line) for sheet, found in _upright(paper) for line in found]
    if lines:
        sheet, line = max(lines, key=lambda found: found[1].right)
        yield _margin(sheet, line, sheet.page.width - line.right, measure, is_ragged=len(lines) < 8)


def _margin(sheet: Sheet, line: SetLine, found: float, measure: Measure, *, is_ragged: bool = False) -> Spot | None:
    least, most = (measure.least or 0.0) * MM, (measure.most or 1e9) * MM
    if least - _SLACK <= found <= most + _SLACK or (is_ragged and found > most):
        return None
    return spot(sheet.page.number, line, millimetres(found))


def _outside(paper: Anatomy, rules: Rules) -> Looked:
    top, bottom, left, right = (
        (rules.measures[f"margin_{side}"].least or 0.0) * MM for side in ("top", "bottom", "left", "right")
    )
    for sheet in paper.sheets:
        page = sheet.page
        lines = [line for line in page.lines if line is not sheet.number_line]
        yield next(
            (
                spot(page.number, line, _where(line, page.width, page.height))
                for line in lines
                if line.left < left - _SLACK
                or line.right > page.width - right + _SLACK
                or line.top < top - _SLACK
                or line.bottom > page.height - bottom + _SLACK + 1
            ),
            None,
        )


def _where(line: SetLine, width: float, height: float) -> str:
    sides = {"trái": line.left, "phải": width - line.right, "trên": line.top, "dưới": height - line.bottom}
    side = min(sides, key=lambda name: sides[name])
    return f"cách mép {side} {millimetres(sides[side])}"


def _paragraphs(paper: Anatomy) -> Iterator[tuple[Sheet, SetLine, SetLine | None]]:
    """Yield the first line of each paragraph with the line above it on the same page."""
    left, _ = text_edges(paper)
    for sheet, lines in paper.text():
        above: SetLine | None = None
        for line in lines:
            if line.left > left + 4 * MM and not _is_centred(sheet, line):
                yield sheet, line, above
            above = line


def _is_centred(sheet: Sheet, line: SetLine) -> bool:
    return line.left > sheet.page.width * 0.24


def _indent(paper: Anatomy, _rules: Rules) -> Looked:
    left, _ = text_edges(paper)
    for sheet, line, _above in _paragraphs(paper):
        found = line.left - left
        fits = any(abs(found - indent) < _SLACK for indent in _INDENTS)
        yield None if fits else spot(sheet.page.number, line, millimetres(found))


def _gap(paper: Anatomy, rules: Rules) -> Looked:
    step = _steps(paper)
    least = rules.measures["paragraph_gap"].least or 0.0
    for sheet, line, above in _paragraphs(paper):
        if above is None or not step or _has_between(sheet, above, line):
            continue
        found = line.base - above.base - step * line.size
        yield None if found >= least - 0.7 else spot(sheet.page.number, line, f"{points(max(found, 0.0))} pt")


def _has_between(sheet: Sheet, above: SetLine, line: SetLine) -> bool:
    """Tell whether a table stands between two lines."""
    return any(above.base < table.top < line.base for table in sheet.tables)


def _steps(paper: Anatomy) -> float:
    """Return the usual distance of two lines of a paragraph, in ems."""
    found = [step for _, _, step in _inner_steps(paper)]
    return median(found) if found else 0.0


def _inner_steps(paper: Anatomy) -> Iterator[tuple[Sheet, SetLine, float]]:
    left, _ = text_edges(paper)
    for sheet, lines in paper.text():
        for above, line in pairwise(lines):
            if abs(line.left - left) < 2 and line.size > 0 and not _has_between(sheet, above, line):
                yield sheet, line, (line.base - above.base) / line.size


def _spacing(paper: Anatomy, rules: Rules) -> Looked:
    measure = rules.measures["line_spacing"]
    least, most = (measure.least or 1.0) * _SINGLE, (measure.most or 1.5) * _SINGLE
    usual = _steps(paper)
    for sheet, line, step in _inner_steps(paper):
        if step > 1.2 * usual:
            continue
        fits = least - 0.03 <= step <= most + 0.03
        yield None if fits else spot(sheet.page.number, line, f"{points(step / _SINGLE)} dòng")


def _heading(paper: Anatomy, _rules: Rules) -> Looked:
    for part in paper.parts:
        for sheet in part[:-1]:
            last = max(sheet.page.lines, key=lambda line: line.base, default=None)
            if last is None or last not in sheet.pieces:
                continue
            alone = next(line for line in reversed(sheet.lines) if line.base <= last.base + 1)
            is_heading = alone.bold and not alone.words.rstrip().endswith((".", ";", ","))
            yield spot(sheet.page.number, alone, "đứng cuối trang") if is_heading else None
