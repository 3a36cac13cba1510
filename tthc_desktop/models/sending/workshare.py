"""A unit's share of a plan: the tasks and targets that it leads or helps with, as its sheet shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.models.identity import Id
from tthc_desktop.models.progress.values import MEASURES, REPORTED, Field
from tthc_desktop.models.unit import Unit

LOCKED: Mapping[str, str] = {
    "number": "STT",
    "content": "Nội dung công việc",
    "part": "Vai trò",
    "lead": "Chủ trì",
    "coordinate": "Phối hợp",
    "result": "Kết quả, sản phẩm phải có",
    "deadline": "Thời hạn",
}
"""The columns of a sheet that the unit reads but does not change, with their titles; of a target `result` holds unit
and value."""


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A task or target of the share; with no `work_id` the heading of the group that stands above it in the plan."""

    work_id: Id = ""
    level: int = 0
    words: Mapping[str, str] = field(default_factory=dict)
    """By column of `LOCKED`; a heading has `number` and `content` alone."""
    is_target: bool = False


@dataclass(frozen=True, slots=True)
class WorkShare:
    """All of a plan that concerns one unit, in the plan's order.

    `called` is what the unit is called in the time of the plan, where that is not its present name.
    """

    plan_id: Id
    plan_title: str
    unit: Unit
    rows: tuple[ShareRow, ...] = ()
    called: str = ""

    @property
    def name(self) -> str:
        """What the unit is called here: in an old plan by its old name."""
        return self.called or self.unit.name


def fields_of(share: WorkShare) -> tuple[Field, ...]:
    """Return what the unit fills in: the figures of targets only when it has any."""
    return (*REPORTED, *(MEASURES if any(row.is_target for row in share.rows) else ()))
