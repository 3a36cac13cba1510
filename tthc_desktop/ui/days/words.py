"""What typing into the table of days means."""

from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.editing.days_off import day_typed
from tthc_desktop.models.text import fold
from tthc_desktop.ui.days.table import KINDS
from tthc_desktop.ui.inline_cells import Offering
from tthc_desktop.ui.offering.offer_list import Offer


def edited(day: ExchangedDay, field: str, typed: str) -> ExchangedDay:
    """Return a day with a cell as it was typed; trouble when the words mean nothing there."""
    match field:
        case "day":
            return replace(day, day=day_typed(typed, day.day.year))
        case "off":
            return replace(day, off=_is_off(typed))
        case _:
            return replace(day, note=typed)


def _is_off(typed: str) -> bool:
    said = fold(typed)
    found = [off for off, name in KINDS.items() if said and fold(name).startswith(said)]
    if len(found) != 1:
        choices = " hoặc ".join(f"“{name}”" for name in KINDS.values())
        raise UserError(f"“{typed.strip()}” không phải một loại ngày.", f"Hãy chọn {choices}.")
    return found[0]


KIND_OFFERS = Offering(
    lambda typed: [Offer(name) for name in KINDS.values() if fold(name).startswith(fold(typed.strip()))], at_once=True
)
