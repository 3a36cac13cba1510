"""The choices of the last printing, kept for the user. Pages and copies belong to one printing and begin anew."""

from PySide6.QtCore import QSettings

from tthc_desktop.models.print_form import DRAFT, TO_SIGN, PrintForm
from tthc_desktop.models.printing.choices import Extent, PrintChoices, Sides

_EXTENT, _SIDES, _ON_A4, _DRAFT, _CONTENTS, _PRINTER = (
    f"print/{name}" for name in ("extent", "sides", "on-a4", "draft", "contents", "printer")
)
_KEPT = (Extent.WHOLE, Extent.BODY)


def last_choices(memory: QSettings) -> PrintChoices:
    """Return what was chosen last, what a program always had where nothing sensible is kept."""
    extent = next((one for one in _KEPT if one.value == memory.value(_EXTENT)), Extent.WHOLE)
    sides = next((one for one in Sides if one.value == memory.value(_SIDES)), Sides.ONE)
    form = PrintForm(
        draft=DRAFT if _is_on(memory, _DRAFT) else TO_SIGN.draft,
        contents=_is_on(memory, _CONTENTS),
    )
    return PrintChoices(extent=extent, sides=sides, on_a4=_is_on(memory, _ON_A4), form=form)


def _is_on(memory: QSettings, key: str) -> bool:
    return str(memory.value(key, "")) == "on"


def remember_choices(memory: QSettings, choices: PrintChoices) -> None:
    """Keep what should be the same next time."""
    if choices.extent in _KEPT:
        memory.setValue(_EXTENT, choices.extent.value)
    memory.setValue(_SIDES, choices.sides.value)
    for key, is_on in (
        (_ON_A4, choices.on_a4),
        (_DRAFT, bool(choices.form.draft)),
        (_CONTENTS, choices.form.contents),
    ):
        memory.setValue(key, "on" if is_on else "off")


def last_printer(memory: QSettings) -> str:
    """Return the name of the printer used last; it may have gone."""
    return str(memory.value(_PRINTER, ""))


def remember_printer(memory: QSettings, name: str) -> None:
    """Keep which printer was used."""
    memory.setValue(_PRINTER, name)
