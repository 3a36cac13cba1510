"""Checks of the sheets: paper, margins, fonts, page numbers."""

import re
from collections.abc import Iterator

from tthc_desktop.models.measuring.lettering import lettered
from tthc_desktop.models.measuring.parts import NUMBER, Kind, Part, Sheet
from tthc_desktop.models.measuring.results import Probe, box
from tthc_desktop.models.measuring.seen import Seen
from tthc_desktop.models.measuring.values import MM, Line
from tthc_desktop.models.measuring.wording import millimetres, number, quoted

_NEAR = 0.5 * MM
_PAPER = 1.0 * MM
_CENTRE = 2.0 * MM
_WIDE = 2.0 * MM
"""An appendix whose words end so much before the margin says nothing of it."""
_MANY = 3
"""Of fewer pages each may end early, as may those with rows that stay whole."""
_TIMES = re.compile(r"times|liberation ?serif|tinos|nimbus ?rom|termes", re.IGNORECASE)
_BLACK = re.compile(r"symbol|wingdings|dingbats|opensymbol|tthcsigns", re.IGNORECASE)


def paper_size(seen: Seen) -> Iterator[Probe]:
    """A4; A3, which is two of it, for what is wide in an appendix."""
    sides = seen.rules.length("paper_width"), seen.rules.length("paper_height")
    for part, sheet in _sheets(seen):
        found = sorted((sheet.page.width, sheet.page.height))
        allowed = [sides, (sides[1], 2 * sides[0])] if part.kind is Kind.APPENDIX else [sides]
        fits = any(all(abs(a - b) < _PAPER for a, b in zip(found, each, strict=True)) for each in allowed)
        size = f"{number(round(sheet.page.width / MM))} × {number(round(sheet.page.height / MM))} mm"
        yield Probe(sheet.at, (0, 0, sheet.page.width, sheet.page.height), f"khổ giấy {size}", fits)


def orientation(seen: Seen) -> Iterator[Probe]:
    """Let the paper itself stand upright but where a table lies across."""
    for part, sheet in _sheets(seen):
        if part.kind is Kind.PAPER:
            lies = sheet.page.width > sheet.page.height
            found = "trang nằm ngang mà không có bảng" if lies else "trang đứng"
            yield Probe(sheet.at, (0, 0, sheet.page.width, sheet.page.height), found, not lies or bool(sheet.tables))


def inside(seen: Seen) -> Iterator[Probe]:
    """No words and no rule in the margins."""
    least = {side: seen.rules.limits(f"margin_{side}")[0] - _NEAR for side in ("left", "right", "top", "bottom")}
    for _, sheet in _sheets(seen):
        page = sheet.page
        edges = least["left"], least["top"], page.width - least["right"], page.height - least["bottom"]
        outside = [line for line in sheet.lines if _is_outside((line.left, line.top, line.right, line.bottom), edges)]
        if outside:
            first = f"{quoted(outside[0].words)} lấn ra lề {_side(outside[0], edges)}"
            others = f"; thêm {len(outside) - 1} dòng khác" if len(outside) > 1 else ""
            yield Probe(sheet.at, box(outside), f"{first}{others}", is_kept=False)
        for frame in page.figures:
            if _is_outside(frame, edges):
                yield Probe(sheet.at, frame, "biểu đồ lấn ra lề", is_kept=False)
        for grid in sheet.grids:
            frame = grid.left, grid.top, grid.right, grid.bottom
            if _is_outside(frame, edges) and not _is_aside(frame, edges):
                yield Probe(sheet.at, frame, "bảng lấn ra lề", is_kept=False)
        if sheet.lines and not outside:
            yield Probe(sheet.at, box(sheet.lines), "trong lề", is_kept=True)


def _is_outside(frame: tuple[float, float, float, float], edges: tuple[float, float, float, float]) -> bool:
    return frame[0] < edges[0] or frame[1] < edges[1] or frame[2] > edges[2] or frame[3] > edges[3]


def _is_aside(frame: tuple[float, float, float, float], edges: tuple[float, float, float, float]) -> bool:
    """Tell whether a frame stands wholly in a margin, as those of stamps do."""
    return frame[3] < edges[1] or frame[1] > edges[3]


def _side(line: Line, edges: tuple[float, float, float, float]) -> str:
    if line.left < edges[0]:
        return "trái"
    if line.right > edges[2]:
        return "phải"
    return "trên" if line.top < edges[1] else "dưới"


def margin_left(seen: Seen) -> Iterator[Probe]:
    for part in seen.parts:
        if part.kind is not Kind.CONTENTS and any(sheet.lines for sheet in part.sheets):
            yield _margin(seen, part, "left", part.left)


def margin_right(seen: Seen) -> Iterator[Probe]:
    for part in seen.parts:
        widest = max(part.sheets, key=lambda sheet: len(sheet.lines))
        spare = widest.page.width - part.right
        full = len(widest.lines) > 8 and part.kind is Kind.PAPER
        if part.kind is not Kind.CONTENTS and (full or spare <= seen.rules.limits("margin_right")[1] + _WIDE):
            yield _margin(seen, part, "right", spare)


def margin_top(seen: Seen) -> Iterator[Probe]:
    """Measured where words go on from another page, or the paper begins."""
    for part in seen.parts:
        for sheet in part.sheets:
            tops = [line.top for line in sheet.lines] + [grid.top for grid in sheet.tables]
            tops += [top for _, top, _, _ in sheet.page.figures]
            if tops and part.kind is not Kind.CONTENTS:
                yield _edge(seen, sheet, "top", min(tops))


def margin_bottom(seen: Seen) -> Iterator[Probe]:
    """Measured on the fullest page of each part that goes on: a page may end early for what follows."""
    for part in seen.parts:
        spares = [(spare, sheet) for sheet in part.sheets[:-1] if (spare := _below(sheet)) is not None]
        if spares:
            spare, sheet = min(spares, key=lambda found: found[0])
            probe = _edge(seen, sheet, "bottom", spare)
            loose = len(spares) < _MANY or part.kind is not Kind.PAPER or any(one.tables for one in part.sheets)
            early = loose and spare > seen.rules.limits("margin_bottom")[0]
            yield probe._replace(is_kept=True) if early else probe


def _below(sheet: Sheet) -> float | None:
    ends = [line.bottom for line in sheet.lines] + [grid.bottom for grid in sheet.tables]
    ends += [bottom for _, _, _, bottom in sheet.page.figures]
    return sheet.page.height - max(ends) if ends else None


def _margin(seen: Seen, part: Part, side: str, found: float) -> Probe:
    least, most = seen.rules.limits(f"margin_{side}")
    sheet = part.sheets[0]
    area = box(sheet.lines) if sheet.lines else (0.0, 0.0, sheet.page.width, sheet.page.height)
    return Probe(sheet.at, area, f"lề rộng {millimetres(found)}", least - _NEAR <= found <= most + _NEAR)


def _edge(seen: Seen, sheet: Sheet, side: str, found: float) -> Probe:
    """Return what a margin above or below is; words may end up to two lines before it."""
    least, most = seen.rules.limits(f"margin_{side}")
    slack = 2 * seen.rules.letters["body"].most * 1.5 if side == "bottom" else 4 * MM
    kept = least - _NEAR <= found <= most + slack
    return Probe(sheet.at, box(sheet.lines) if sheet.lines else (0, 0, 0, 0), f"lề rộng {millimetres(found)}", kept)


def font(seen: Seen) -> Iterator[Probe]:
    """Allow Times New Roman or a font of its very measures."""
    whole = sum(count for _, count in seen.paper.fonts)
    for name, count in seen.paper.fonts:
        if count > 0.001 * whole and not _BLACK.search(name):
            yield from _in_font(seen, name)


def _in_font(seen: Seen, name: str) -> Iterator[Probe]:
    for _, sheet in _sheets(seen):
        if held := [line for line in sheet.page.lines if line.font == name]:
            found = f"phông {name or 'không có tên'}"
            yield Probe(sheet.at, box(held[:1]), found, bool(_TIMES.search(name)))
            return


def ink(seen: Seen) -> Iterator[Probe]:
    """Black words; stamps are red by the decree and are none of the lines."""
    for _, sheet in _sheets(seen):
        coloured = [line for line in sheet.lines if not line.is_black]
        for line in coloured:
            yield Probe(sheet.at, box([line]), f"{quoted(line.words)} không phải màu đen", is_kept=False)
        if sheet.lines and not coloured:
            yield Probe(sheet.at, box(sheet.lines), "màu đen", is_kept=True)


def number_place(seen: Seen) -> Iterator[Probe]:
    """In the middle of the top margin: of the paper or of its text."""
    for part, sheet in _sheets(seen):
        line = sheet.number
        if line is None:
            continue
        middles = (sheet.page.width / 2, (part.left + part.right) / 2, _text_middle(seen, sheet))
        centred = any(abs(line.middle - middle) < _CENTRE for middle in middles)
        above = line.base < seen.rules.limits("margin_top")[1]
        found = "ở giữa lề trên" if centred and above else "không ở giữa" if above else "không ở lề trên"
        yield Probe(sheet.at, box([line]), f"số trang {line.words} {found}", centred and above)


def _text_middle(seen: Seen, sheet: Sheet) -> float:
    return (seen.rules.length("margin_left") + sheet.page.width - seen.rules.length("margin_right")) / 2


def number_letters(seen: Seen) -> Iterator[Probe]:
    for _, sheet in _sheets(seen):
        yield from lettered(sheet.at, seen.rules.letters["page_number"], [sheet.number] if sheet.number else [])


def number_hidden(seen: Seen) -> Iterator[Probe]:
    """No number on the first page; of appendices the decree does not say it."""
    for part in seen.parts:
        sheet = part.sheets[0]
        if part.kind is Kind.PAPER:
            where = box([sheet.number]) if sheet.number else (0.0, 0.0, sheet.page.width, 30.0)
            found = f"trang đầu có số trang {sheet.number.words}" if sheet.number else "trang đầu không có số trang"
            yield Probe(sheet.at, where, found, sheet.number is None)


def number_counts(seen: Seen) -> Iterator[Probe]:
    """From 1 in each part, a number on each page but the first."""
    for part, sheet in _sheets(seen):
        due = sheet.place + 1
        where = box([sheet.number]) if sheet.number else (0.0, 0.0, sheet.page.width, 60.0)
        if sheet.number:
            match = NUMBER.fullmatch(sheet.number.words)
            kept = match is not None and int(match.group(1)) == due
            yield Probe(sheet.at, where, f"số trang {sheet.number.words}, đúng ra là {due}", kept)
        elif sheet.place and part.kind is not Kind.CONTENTS:
            yield Probe(sheet.at, where, f"không thấy số trang {due}", is_kept=False)


def _sheets(seen: Seen) -> Iterator[tuple[Part, Sheet]]:
    for part in seen.parts:
        for sheet in part.sheets:
            yield part, sheet
