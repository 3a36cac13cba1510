"""What several units say of one work, side by side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.values import Compared, Verdict
from tthc_desktop.models.progress.values import Field, Progress


@dataclass(frozen=True, slots=True)
class Beside:
    """What the units say of one field of one work for one period: what came back, else what the office has of them."""

    plan_id: Id
    work_id: Id
    field: Field
    said: Mapping[Id, tuple[str, ...]]
    period: str = ""

    @property
    def differs(self) -> bool:
        """Whether the units do not say the same."""
        return len(set(self.said.values())) > 1


def side_by_side(compared: Iterable[Compared], progress: Iterable[Progress]) -> tuple[Beside, ...]:
    """Return every field of a work of which two units or more say something and one of them says something new."""
    said: defaultdict[tuple[Id, Id, Field, str], dict[Id, tuple[str, ...]]] = defaultdict(dict)
    for one in progress:
        for field, value in one.said.items():
            said[one.plan_id, one.work_id, field, one.period][one.unit_id] = (value.words,)
    new = set()
    for each in compared:
        if each.verdict is not Verdict.SAME:
            spot = each.spot
            key = (spot.plan_id, spot.work_id, spot.field, spot.period)
            new.add(key)
            said[key][spot.unit_id] = tuple(one.words for one in each.returned)
    return tuple(Beside(*key[:3], units, key[3]) for key, units in said.items() if key in new and len(units) > 1)
