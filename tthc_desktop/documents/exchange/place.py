"""Where in a JSON text something is wrong, and how that is told."""

from dataclasses import dataclass

from tthc_desktop.errors import UserError

_ADVICE = "Hãy xuất lại kế hoạch từ chương trình, hoặc sửa chỗ này rồi nhập lại."


@dataclass(frozen=True, slots=True)
class Place:
    """A path such as `plan.body[0].children[2].mark`."""

    path: str = "plan"
    depth: int = 0

    def key(self, name: str) -> "Place":
        return Place(f"{self.path}.{name}", self.depth)

    def member(self, index: int) -> "Place":
        return Place(f"{self.path}[{index}]", self.depth + 1)


def wrong(place: Place, what: str) -> UserError:
    """Return the error that something at this place is wrong."""
    return UserError(f"Nội dung JSON của kế hoạch sai ở “{place.path}”: {what}.", _ADVICE)
