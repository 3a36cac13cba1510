"""Checks of tables that go over pages: the heading repeated, no group row left alone."""

from collections.abc import Iterator

from tthc_desktop.models.measuring.grids import Band, Grid
from tthc_desktop.models.measuring.parts import Kind, Part, Sheet, continued
from tthc_desktop.models.measuring.results import Probe
from tthc_desktop.models.measuring.seen import Seen
from tthc_desktop.models.measuring.wording import quoted

_NEAR = 2.0


def heading_repeated(seen: Seen) -> Iterator[Probe]:
    """Each page on which a table goes on begins with the table's heading."""
    for before, sheet, grid, heading in _continued(seen):
        first = grid.bands[0]
        if first.words == heading.words:
            yield Probe(sheet.at, _box(grid, first), "có dòng tiêu đề", is_kept=True)
        elif not _is_new(first, heading):
            found = f"trang tiếp theo của bảng bắt đầu bằng {quoted(first.words)}, không có dòng tiêu đề của bảng"
            yield Probe(sheet.at, _box(grid, first), found, is_kept=False)
        del before


def _is_new(first: Band, heading: Band) -> bool:
    """Tell the heading of another table from a row of this one."""
    return (
        first.is_bold
        and len(first.lines) > 1
        and len({round(line.left) for line in first.lines}) >= len({round(line.left) for line in heading.lines})
    )


def orphan_groups(seen: Seen) -> Iterator[Probe]:
    """No page ends with a group row, or with the heading, of a table that goes on."""
    for part in seen.parts:
        weighty = _has_plain_rows(part)
        for before, _, _, heading in _continued_in(part):
            grid = before.tables[-1]
            last = grid.bands[-1]
            if not last.lines or not weighty:
                continue
            alone = last.is_bold
            what = "tiêu đề bảng" if last.words == heading.words else "dòng nhóm"
            found = f"{what} {quoted(last.words)} đứng cuối trang" if alone else "cuối trang không có dòng nhóm"
            yield Probe(before.at, _box(grid, last), found, not alone)


def _has_plain_rows(part: Part) -> bool:
    return any(band.lines and not band.is_bold for sheet in part.sheets for grid in sheet.tables for band in grid.bands)


def _box(grid: Grid, band: Band) -> tuple[float, float, float, float]:
    return grid.left, band.top, grid.right, band.bottom


def _continued(seen: Seen) -> Iterator[tuple[Sheet, Sheet, Grid, Band]]:
    for part in seen.parts:
        if part.kind is not Kind.CONTENTS:
            yield from _continued_in(part)


def _continued_in(part: Part) -> Iterator[tuple[Sheet, Sheet, Grid, Band]]:
    """Yield where a table goes on: the page before, the page, the table there, the heading that it began with."""
    heading: Band | None = None
    for before, sheet in continued(part):
        if not (before.tables and sheet.tables):
            heading = None
            continue
        upper, lower = before.tables[-1], sheet.tables[0]
        if heading is None or len(before.tables) > 1 or _stands_above(before, upper):
            heading = upper.bands[0]
        if not (_ends_page(before, upper) and _begins_page(sheet, lower) and _same_columns(upper, lower)):
            heading = None
            continue
        if heading.is_bold:
            yield before, sheet, lower, heading


def _stands_above(sheet: Sheet, grid: Grid) -> bool:
    return any(line.base < grid.top for line in sheet.text)


def _ends_page(sheet: Sheet, grid: Grid) -> bool:
    return not any(line.base > grid.bottom for line in sheet.text)


def _begins_page(sheet: Sheet, grid: Grid) -> bool:
    return not any(line.base < grid.top for line in sheet.text)


def _same_columns(upper: Grid, lower: Grid) -> bool:
    """Tell whether two tables have the same columns; rows that are merged may hide some of them."""
    few, many = sorted((upper.edges, lower.edges), key=len)
    return all(any(abs(edge - other) < _NEAR for other in many) for edge in few) and len(many) - len(few) <= 1
