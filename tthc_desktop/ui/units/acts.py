"""What becomes of the chosen units from a day on: each command asks by a form and makes one change."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.unit_checks import UnitPairs
from tthc_desktop.models.editing.unit_history import (
    ending,
    merging_into,
    renaming_from,
    reopening,
    splitting_into,
)
from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.pages import Page
from tthc_desktop.ui.plan.names import short
from tthc_desktop.ui.units.days import day_typed
from tthc_desktop.ui.units.forms import (
    DAY,
    NAME,
    SHORT,
    Question,
    Typed,
    UnitForm,
    end_question,
    merge_question,
    rename_question,
    split_question,
)
from tthc_desktop.ui.units.words import parted

Units = Mapping[Id, Unit]
RENAME, MERGE, SPLIT, END, REOPEN = "rename_unit", "merge_units", "split_unit", "end_unit", "reopen_unit"
WORDS: Mapping[str, str] = {
    RENAME: "Đổi tên…",
    MERGE: "Sáp nhập…",
    SPLIT: "Chia tách…",
    END: "Ngừng hoạt động…",
    REOPEN: "Hoạt động lại",
}
"""What the acts are called in the menu of the page."""


def possible(chosen: Sequence[Unit]) -> tuple[str, ...]:
    """Return the acts that can be done with the chosen units."""
    if not chosen:
        return ()
    if len(chosen) > 1:
        return (MERGE,)
    return (RENAME, MERGE, SPLIT, END, *((REOPEN,) if chosen[0].valid_to else ()))


def check_silent(chosen: Sequence[Unit], progress: Iterable[Progress]) -> None:
    """Refuse to take away who has said something: its progress would be nobody's."""
    said = {one.unit_id for one in progress}
    if speaker := next((unit for unit in chosen if unit.id in said), None):
        raise UserError(
            f"{speaker.name} đã có báo cáo tiến độ nên không xóa được.",
            "Hãy cho đơn vị ngừng hoạt động, hoặc gộp vào một đơn vị khác, báo cáo sẽ sang đơn vị đó.",
        )


class UnitActs:
    """Asks about units of the register and changes it; `made` hears which unit to show and what was done."""

    def __init__(
        self,
        known: Callable[[], Units],
        apply: Callable[[Change], bool],
        show: Callable[[Page], object],
        made: Callable[[Id, str], object],
        today: Callable[[], date],
    ) -> None:
        self._known, self._apply, self._show, self._made, self._today = known, apply, show, made, today

    def do(self, name: str, chosen: Sequence[Unit]) -> None:
        """Do an act with the chosen units, or ask what it needs."""
        unit, today = chosen[0], self._today()
        if name == RENAME:
            self._ask(rename_question(unit, today), lambda typed: self._renamed(unit, typed))
        elif name == MERGE:
            self._ask(merge_question(chosen, today), lambda typed: self._merged(chosen, typed))
        elif name == SPLIT:
            self._ask(split_question(unit, today), lambda typed: self._split(unit, typed))
        elif name == END:
            self._ask(end_question(unit, today), lambda typed: self._ended(unit, typed))
        else:
            label = f"Cho {short(unit.name, 40)} hoạt động lại"
            self._change(label, reopening(self._known(), unit.id), unit.id, f"{unit.name} hoạt động lại.")

    def _ask(self, question: Question, take: Callable[[Typed], bool]) -> None:
        form = UnitForm(question, self._known, self._today(), take)
        self._show(form)
        first = next(iter(form.lines.values()))
        first.setFocus()
        first.selectAll()

    def _renamed(self, unit: Unit, typed: Typed) -> bool:
        pairs = renaming_from(self._known(), unit.id, typed[NAME], day_typed(typed[DAY]), typed[SHORT])
        done = f"{unit.name} từ {typed[DAY].strip()} là {' '.join(typed[NAME].split())}."
        return self._change(f"Đổi tên {short(unit.name, 40)}", pairs, unit.id, done)

    def _merged(self, chosen: Sequence[Unit], typed: Typed) -> bool:
        name = _named(typed, "Chưa ghi nhập vào đơn vị nào.")
        ids = [unit.id for unit in chosen]
        pairs = merging_into(self._known(), ids, name, day_typed(typed[DAY]))
        gone = [after for _, after in pairs if after and after.id in ids and after.became]
        whom = "; ".join(short(unit.name, 30) for unit in gone)
        done = f"Đã sáp nhập {whom} vào {name}."
        return self._change(f"Sáp nhập {short(whom, 40)}", pairs, gone[0].became[0], done)

    def _split(self, unit: Unit, typed: Typed) -> bool:
        pairs = splitting_into(self._known(), unit.id, parted(typed[NAME]), day_typed(typed[DAY]))
        done = f"Đã chia {unit.name} thành {'; '.join(parted(typed[NAME]))}."
        return self._change(f"Chia tách {short(unit.name, 40)}", pairs, unit.id, done)

    def _ended(self, unit: Unit, typed: Typed) -> bool:
        pairs = ending(self._known(), unit.id, day_typed(typed[DAY]))
        done = f"{unit.name} hoạt động đến hết {typed[DAY].strip()}."
        return self._change(f"Ngừng hoạt động {short(unit.name, 40)}", pairs, unit.id, done)

    def _change(self, label: str, pairs: UnitPairs, shown: Id, done: str) -> bool:
        if not pairs:
            return True
        if not self._apply(Change(label, pairs)):
            return False
        self._made(shown, done)
        return True


def _named(typed: Typed, missing: str) -> str:
    name = " ".join(typed[NAME].split())
    if not name:
        raise UserError(missing, "Hãy ghi tên một đơn vị.")
    return name
