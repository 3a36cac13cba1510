"""What the clerk does with the values in the grid: choose, type, take or leave all of a unit, go to a conflict."""

from PySide6.QtCore import QObject, QTimer, Signal

from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.values import Compared, Spot, Verdict
from tthc_desktop.models.progress.forms import in_form
from tthc_desktop.models.progress.values import TITLES, Said
from tthc_desktop.ui.merging.comparison import Comparison, Kind
from tthc_desktop.ui.merging.decisions import Decisions
from tthc_desktop.ui.merging.sources import Sources
from tthc_desktop.ui.merging.spots_view import SpotsView, Wish


class Choosing(QObject):
    """Turns keys and clicks into decisions over what is compared."""

    chosen = Signal()
    """Something was chosen."""
    troubled = Signal(object)

    def __init__(self, spots: SpotsView, sources: Sources, comparison: Comparison) -> None:
        super().__init__(spots)
        self._spots, self._sources, self._comparison = spots, sources, comparison
        self.decisions = Decisions(comparison.merge)
        spots.wished.connect(self.fulfil)
        spots.sought.connect(self.seek)
        spots.spots.typed.connect(self.type_value)

    def go_on(self, comparison: Comparison, wanted: set[Spot]) -> None:
        """Go on with a newer comparison; of what is wanted the newest answer is taken."""
        if comparison is not self._comparison:
            self._comparison = comparison
            self.decisions = self.decisions.over(comparison.merge)
        for one in comparison.ordered if wanted else ():
            if one.spot in wanted and one.returned:
                self.decisions.choose(one, one.returned[-1])

    def fulfil(self, wish: Wish) -> None:
        """Do what is wanted with the value under the cursor."""
        one, row = self._spots.current(), self._spots.currentIndex().row()
        if one is None:
            return
        if wish.whole_unit:
            self._decide_unit(one.spot.unit_id, take=wish.step > 0)
            self._spots.spots.renew()
        else:
            if wish.toggle:
                self.decisions.toggle(one)
            else:
                self.decisions.step(one, wish.step)
            self._spots.spots.renew(row, row)
        self.chosen.emit()

    def _decide_unit(self, unit_id: Id, *, take: bool) -> None:
        """Take, or leave, every value of a unit, whatever is shown."""
        mine = [one for one in self._comparison.ordered if one.spot.unit_id == unit_id]
        if not take:
            self.decisions.keep_all(mine)
            return
        several = self.decisions.take_all(mine)
        if several:
            what = f"Còn {several} giá trị của {self._comparison.unit(unit_id)} phải chọn hoặc gõ từng chỗ."
            self.troubled.emit(
                UserError(what, "Các tệp trả lời khác nhau hoặc không đọc được; chọn bằng ← →, gõ bằng F2.")
            )

    def type_value(self, one: Compared, typed: str) -> None:
        """Take a value that was typed, in the form of its field; what has no form is given back to be mended."""
        model, field_ = self._spots.spots, one.spot.field
        formed = in_form(field_, typed)
        if formed.trouble:
            model.unfit[one.spot] = typed
            self.troubled.emit(UserError(f"{TITLES[field_]}: {formed.trouble}", ""))
            QTimer.singleShot(0, self._spots, self._spots.type_value)
            return
        model.unfit.pop(one.spot, None)
        same = (said for said in one.returned if said.words == formed.words)
        self.decisions.choose(one, next(same, Said(formed.words)))
        model.renew()
        self.chosen.emit()

    def seek(self, step: int) -> None:
        """Go to the next conflict, or the one before; where none is shown, show the conflicts."""
        row = self._spots.row_of(_is_conflict, step)
        if row < 0 and any(map(_is_conflict, self._comparison.ordered)):
            self._sources.show_all(Kind.CONFLICT)
            row = self._spots.row_of(_is_conflict, step)
        if row >= 0:
            self._spots.go_to_row(row)
            self._spots.setFocus()


def _is_conflict(one: Compared) -> bool:
    return one.verdict is Verdict.CONFLICT
