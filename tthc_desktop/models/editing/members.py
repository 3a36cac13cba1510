"""Members of an ordered part, found by identity: replaced, put in, taken out, moved."""

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id, Identified

M = TypeVar("M", bound=Identified)


def unknown(what: str) -> UserError:
    """Return the trouble that something to be edited is not there; `what` says its kind."""
    return UserError(f"Không tìm thấy {what} trong kế hoạch.", "Có thể nội dung này vừa bị xóa; hãy xem lại kế hoạch.")


def changed(members: tuple[M, ...], member_id: Id, make: Callable[[M], M], what: str) -> tuple[M, ...]:
    """Return the members with one of them put through `make`."""
    place = place_of(members, member_id, what)
    made = make(members[place])
    return members if made == members[place] else (*members[:place], made, *members[place + 1 :])


def place_of(members: Sequence[M], member_id: Id, what: str) -> int:
    """Return where a member stands."""
    for place, member in enumerate(members):
        if member.id == member_id:
            return place
    raise unknown(what)


def inserted(members: tuple[M, ...], place: int, new: Collection[M]) -> tuple[M, ...]:
    """Return the members with new ones before the one that stands at `place`, or at the end."""
    if not 0 <= place <= len(members):
        raise UserError("Không chèn được vào vị trí này.", "Hãy chọn lại vị trí trong kế hoạch hiện tại.")
    return (*members[:place], *new, *members[place:]) if new else members


def removed(members: tuple[M, ...], member_ids: Collection[Id], what: str) -> tuple[M, ...]:
    """Return the members without some of them."""
    if not set(member_ids) <= {member.id for member in members}:
        raise unknown(what)
    return tuple(member for member in members if member.id not in member_ids) if member_ids else members


def moved(members: tuple[M, ...], member_ids: Collection[Id], place: int, what: str) -> tuple[M, ...]:
    """Return the members with some of them, in their order, before the one that stands at `place` now."""
    rest = removed(members, member_ids, what)
    before = sum(1 for member in members[:place] if member.id not in member_ids) if place >= 0 else place
    chosen = [member for member in members if member.id in member_ids]
    result = inserted(rest, before if place <= len(members) else place, chosen)
    return members if result == members else result
