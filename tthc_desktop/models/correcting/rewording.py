"""What a corrected paper says otherwise, or in another look, of parts that the plan has as well."""

from collections.abc import Iterator, Mapping

from tthc_desktop.models.comparison import What
from tthc_desktop.models.comparison.units import Name, Sort, Value
from tthc_desktop.models.comparison.wording import reworded
from tthc_desktop.models.correcting.looks import (
    PLACING,
    Look,
    alike,
    look_of,
    look_of_held,
    look_of_paper,
)
from tthc_desktop.models.correcting.parts import Parts, held_by
from tthc_desktop.models.correcting.standing import Standing
from tthc_desktop.models.correcting.telling import told
from tthc_desktop.models.correcting.values import Proposal
from tthc_desktop.models.identity import Id
from tthc_desktop.models.places import Place
from tthc_desktop.models.table import Column, Row
from tthc_desktop.models.text import EMPTY, Text

_BOTH = "Cơ quan cũng đã sửa chỗ này sau khi gửi."
_LAST = {"capacity", "signatory"}


class Rewording:
    """Finds words and looks that differ."""

    def __init__(
        self, before: Parts, after: Parts, now: Parts, standing: Standing, doubts: Mapping[tuple[Id, str], str]
    ) -> None:
        self._before, self._after, self._now = before, after, now
        self._standing, self._doubts = standing, doubts

    def proposals(self) -> Iterator[tuple[Name | None, Proposal]]:
        """Yield the proposals, each with the part where it is read; None for the paper as a whole."""
        papers = (look_of_paper(parts.paper) for parts in (self._before, self._after, self._now))
        for one in self._differences("", *papers):
            yield (self._last() if one.place.part in _LAST else None), one
        for name in self._after.values:
            if name in self._standing.common:
                values = self._before.values[name], self._after.values[name], self._now.values[name]
                for one in self._differences(name[1], *map(look_of, values)):
                    if self._counts(name, one.place.part, values[1]):
                        yield name, one
        yield from self._of_works()

    def _last(self) -> Name | None:
        return next((name for name in reversed(self._after.values) if name[0] is not Sort.RECIPIENT), None)

    def _counts(self, name: Name, part: str, after: Value) -> bool:
        """Leave out what goes along with a move, and cells of columns that come or went."""
        if part in PLACING and name in self._standing.moved:
            return False
        kind, _, column_id = part.partition(" ")
        return kind != "cell" or (Sort.COLUMN, column_id) in self._standing.common or not isinstance(after, Row)

    def _of_works(self) -> Iterator[tuple[Name | None, Proposal]]:
        where = _where_printed(self._after)
        for kind in ("tasks", "targets"):
            before, after, now = (getattr(parts, kind) for parts in (self._before, self._after, self._now))
            for held in after:
                if held in before and held in now and after[held] is not before[held]:
                    for one in self._differences(held, *map(look_of_held, (before[held], after[held], now[held]))):
                        yield where.get(held), one

    def _differences(self, owner: Id, before: Look, after: Look, now: Look) -> Iterator[Proposal]:
        is_same_shape = before.get("lines") == after.get("lines")
        for part in {**before, **after}:
            if part.startswith("line ") and not is_same_shape:
                continue  # the lines come whole, with their words
            nothing = _nothing(after.get(part, before.get(part)))
            old, new, current = (look.get(part, nothing) for look in (before, after, now))
            if not alike(old, new) and not alike(current, new):
                yield self._proposal(Place(owner, part), old, new, current)

    def _proposal(self, place: Place, old: object, new: object, current: object) -> Proposal:
        clash = not alike(old, current)
        before, corrected, now = (told(place.part, value) for value in (old, new, current))
        return Proposal(
            f"{place.owner}:{place.part}", self._what(place, old, new), place, before, corrected, now, conflict=clash,
            doubt=_BOTH if clash else self._doubts.get((place.owner, place.part), ""),
        )  # fmt: skip

    def _what(self, place: Place, old: object, new: object) -> What:
        if isinstance(old, Text) and isinstance(new, Text):
            column = self._before.values.get((Sort.COLUMN, place.part.partition(" ")[2]))
            field = column.role if isinstance(column, Column) else ""
            return next((one.what for one in reworded(place, place, old, new, field=field)), What.REWORDED)
        if place.part == "date":
            return What.DATED
        return What.MOVED if place.part == "level" else What.SHAPED


def _nothing(value: object) -> object:
    return EMPTY if isinstance(value, Text) else None


def _where_printed(parts: Parts) -> Mapping[Id, Name]:
    found: dict[Id, Name] = {}
    for name, value in parts.values.items():
        if held := held_by(value):
            found.setdefault(held, name)
    return found
