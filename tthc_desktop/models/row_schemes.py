"""The styles in which the rows of real plans are numbered."""

from dataclasses import dataclass, replace

from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.table import RowKind, Table


@dataclass(frozen=True, slots=True)
class Scheme:
    """One style: the marks of the levels from the outermost, and whether rows are counted through all groups."""

    name: str
    levels: tuple[Mark, ...]
    continuous: bool = False


PLAIN = Scheme("1, 2, 3… cho mọi hàng", (Mark.ARABIC,))
SCHEMES = (
    Scheme("1, 1.1, 1.1.1…: số thập phân theo cấp", (Mark.ARABIC, Mark.DECIMAL)),
    Scheme("Nhóm I, II…; hàng 1, 2, 3… liên tục qua các nhóm", (Mark.ROMAN, Mark.ARABIC), continuous=True),
    Scheme("Nhóm I, II…; hàng 1, 2…; dưới hàng a, b, c, d, đ…", (Mark.ROMAN, Mark.ARABIC, Mark.LETTER)),
    Scheme("Nhóm I, II…; hàng 1, 2, 3… bắt đầu lại ở mỗi nhóm", (Mark.ROMAN, Mark.ARABIC)),
    PLAIN,
)


def marks(scheme: Scheme, table: Table) -> tuple[Mark, ...]:
    """Return the marks of the levels for a table; in the plain style groups have none and the rows count through."""
    if scheme is not PLAIN:
        return scheme.levels
    groups = [row.level for row in table.rows if row.kind is RowKind.GROUP]
    return (*[Mark.NONE] * (max(groups, default=-1) + 1), Mark.ARABIC)


def with_scheme(table: Table, scheme: Scheme) -> Table:
    """Return the table in another style."""
    levels = marks(scheme, table)
    return replace(table, levels=levels, continuous=scheme.continuous or (scheme is PLAIN and len(levels) > 1))


def scheme_of(table: Table) -> Scheme | None:
    """Return the style that a table is in, None when it is one of its own."""
    for scheme in SCHEMES:
        styled = with_scheme(table, scheme)
        if (styled.levels, styled.continuous) == (table.levels, table.continuous):
            return scheme
    return None
