"""One difference between two plans."""

from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.models.places import Place
from tthc_desktop.models.text import EMPTY, Text


class What(StrEnum):
    """What happened to a part of the plan."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    """Another number without a move, because of what came, went or moved before it."""
    REWORDED = "reworded"
    DATED = "dated"
    """Another deadline, or words that differ only in years and dates."""
    VALUED = "valued"
    SHAPED = "shaped"
    """The same words in another appearance: emphasis, heading, level, kind of number, width …"""


NAMES = {
    What.ADDED: "Thêm",
    What.REMOVED: "Bỏ",
    What.MOVED: "Chuyển chỗ",
    What.REWORDED: "Sửa lời",
    What.DATED: "Đổi ngày, thời hạn",
    What.VALUED: "Đổi chỉ tiêu",
    What.RENUMBERED: "Đổi số thứ tự",
    What.SHAPED: "Đổi trình bày",
}
"""What the kinds are called, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, with the place in the older and in the newer plan; None where it has none there.

    `old` and `new` are the words, of what was renumbered the numbers. `below` counts the paragraphs and rows that
    came or went together with this one.
    """

    what: What
    before: Place | None
    after: Place | None
    old: Text = EMPTY
    new: Text = EMPTY
    below: int = 0
