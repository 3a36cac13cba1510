"""The unit of the register that the user means."""

from collections.abc import Iterable

from tthc_desktop.errors import UserError
from tthc_desktop.models.text import fold
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.validity import names


def unit_named(units: Iterable[Unit], wanted: str) -> Unit:
    """Return the unit that an identity, a name, a short name or another spelling means."""
    register = tuple(units)
    by_id = [unit for unit in register if unit.id == wanted]
    said = fold(wanted)
    found = by_id or [unit for unit in register if said in set(map(fold, names(unit)))]
    if len(found) == 1:
        return found[0]
    if found:
        ids = "; ".join(f"{unit.name} ({unit.id})" for unit in found)
        raise UserError(f"Có {len(found)} đơn vị là “{wanted}”: {ids}.", "Hãy ghi mã của một đơn vị.")
    known = "; ".join(unit.name for unit in register)
    raise UserError(f"Không có đơn vị nào là “{wanted}”.", f"Các đơn vị đang có: {known or 'chưa có'}.")
