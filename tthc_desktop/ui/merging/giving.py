"""The list that gives an unknown row to a task of its unit: a few letters find the task."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.values import UnknownRow
from tthc_desktop.models.text import fold
from tthc_desktop.ui.merging.comparison import Comparison
from tthc_desktop.ui.merging.works import Work
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.searching.choices import Choice, fitting
from tthc_desktop.ui.searching.palette import Palette

MOST, _WIDE = 200, 90
HINT = "Gõ vài chữ của nhiệm vụ, không cần dấu"
Give = Callable[[UnknownRow, Id, Id], object]


class GiveList:
    """The palette over the review."""

    def __init__(self, page: QWidget, give: Give) -> None:
        self._give = give
        self.palette = Palette(page, lambda _typed: [])
        self.palette.setAccessibleName("Gán cho nhiệm vụ")

    def open_for(self, unknown: UnknownRow, comparison: Comparison) -> None:
        """Offer the tasks that the row may be about."""
        choices = [self._choice(unknown, work) for work in works_for(unknown, comparison)]
        self.palette.open(lambda typed: fitting(choices, typed, MOST), HINT)

    def _choice(self, unknown: UnknownRow, work: Work) -> Choice:
        def act() -> object:
            return self._give(unknown, work.plan_id, work.id)

        return Choice(short(work.words(), _WIDE), act, short(work.under, 30), "task")


def works_for(unknown: UnknownRow, comparison: Comparison) -> Iterator[Work]:
    """Yield the works of the unit's share, or all where the share is not known: those worded most alike first."""
    share = comparison.shares.get(unknown.unit_id)
    wanted = comparison.works if share is None else share
    said = set(fold(unknown.words.get("content", "")).split())

    def place(work: Work) -> tuple[int, int]:
        return -len(said & set(fold(work.content).split())), work.place

    return iter(sorted((comparison.works[id_] for id_ in wanted if id_ in comparison.works), key=place))
