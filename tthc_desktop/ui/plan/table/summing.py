"""What is said of the chosen cells in the status bar: what they add up to, how one deadline is understood."""

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from tthc_desktop.models.agenda.periods import plan_period
from tthc_desktop.models.deadlines.telling import in_brief
from tthc_desktop.models.table import Role
from tthc_desktop.models.targets.value import understand

if TYPE_CHECKING:
    from tthc_desktop.ui.plan.grid import Grid

PAUSE, MOST, LONGEST_FIGURE = 80, 60_000, 24


class Summing:
    """Looks at the chosen cells after a short pause."""

    def __init__(self, grid: "Grid") -> None:
        self._grid = grid
        self.words = ""
        self._later = QTimer(grid, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._count)

    def wait(self) -> None:
        """Count soon."""
        self._later.start()

    def _count(self) -> None:
        chosen = self._grid.chosen()
        words = ""
        if chosen is not None and 1 < chosen.count <= MOST:
            words = summed(self._said())
        elif chosen is not None and chosen.count == 1:
            words = self._understood()
        if words != self.words:
            self.words = words
            self._grid.told.emit()

    def _understood(self) -> str:
        """Return how the deadline in the one chosen cell is understood."""
        chosen, cells = self._grid.chosen(), self._grid.cells
        assert chosen is not None
        (column,) = chosen.columns
        if column.role is not Role.DEADLINE or cells.is_group(chosen.top):
            return ""
        return in_brief(str(cells.words(chosen.top, column)), plan_period(cells.plan))

    def _said(self) -> list[str]:
        chosen, cells = self._grid.chosen(), self._grid.cells
        assert chosen is not None
        columns = [column for column in chosen.columns if column.role is not Role.NUMBER]
        places = range(chosen.top, chosen.bottom + 1)
        return [str(cells.words(place, column)) for place in places for column in columns]


def summed(said: list[str]) -> str:
    """Return how many cells hold words and, when their words are figures, the sum: 3 ô có chữ, tổng 245,5."""
    written = [" ".join(one.split()) for one in said if one.strip()]
    if not written:
        return ""
    count = f"{len(written)} ô có chữ"
    figures = {one: understand(one).value for one in set(written) if len(one) < LONGEST_FIGURE}
    known = [figure for one in written if (figure := figures.get(one)) is not None]
    return f"{count}, tổng {_shown(sum(known, Decimal()))}" if len(known) == len(written) else count


def _shown(figure: Decimal) -> str:
    whole, _, rest = f"{figure:,f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")
