"""The foot of the paper: recipients at the left, at the same height the signature with its free room."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.blocks import Column, draw_placed, leading
from tthc_desktop.documents.writing.pdf.flow import FOOT, Pen, Start, Strip, Tie
from tthc_desktop.documents.writing.pdf.head import plain, put
from tthc_desktop.documents.writing.pdf.lines import lines
from tthc_desktop.models.identity import Id
from tthc_desktop.models.marks import drafted
from tthc_desktop.models.plan import Plan, Recipient

_MARKS = ("-", "+")


class Room(NamedTuple):
    """Where signature and seal go, in points from the top left of the foot."""

    left: float
    top: float
    right: float
    bottom: float


class _Begun(NamedTuple):
    """Where a recipient begins: how far down, and the number of its first line."""

    id: Id
    y: float
    line: int


class Foot:
    """One strip that holds the signature; recipients that reach below it follow, parted only when they are many."""

    def __init__(self, plan: Plan, rules: Rules, width: float) -> None:
        self.where = "Phần chữ ký và nơi nhận"
        left = Column(0.0, rules.length("foot_left_width"))
        right = Column(left.right, width)
        begun = _recipients(left, plan, rules)
        self.room = _signature(right, plan, rules)
        self._signature = right.placed
        self._recipients = left.placed
        lower = [(top, line) for line, top in enumerate(_line_tops(left)) if top >= right.y]
        self._tops = [0.0, *(top for top, _ in lower), max(left.y, right.y)]
        self._starts = self._begun(begun, left.right)
        first = Strip(self._tops[1], 2 * rules.length("paragraph_gap"), Tie.FIRM)
        firsts = {one.line for one in begun}
        self.strips = [first] + [
            Strip(below - above, 0.0, Tie.LOOSE if line in firsts else Tie.FIRM)
            for (above, below), (_, line) in zip(pairwise(self._tops[1:]), lower, strict=True)
        ]

    def _begun(self, begun: Sequence[_Begun], right: float) -> dict[int, Sequence[Start]]:
        """Return the foot as a whole, and each recipient in the left half of the strip where it stands."""
        found: dict[int, list[Start]] = {0: [Start(FOOT)]}
        for id_, y, _ in begun:
            strip = min(bisect_right(self._tops, y), len(self._tops) - 1) - 1
            found.setdefault(strip, []).append(Start(id_, y - self._tops[strip], right=right))
        return dict(found)

    def head(self, _first: int) -> float:
        return 0.0

    def tail(self, _last: int) -> float:
        return 0.0

    def starts(self, strip: int) -> Sequence[Start]:
        return self._starts.get(strip, ())

    def draw(self, pen: Pen, y: float, first: int, last: int) -> None:
        top, bottom = self._tops[first], self._tops[last]
        draw_placed(pen, y - top, (placed for placed in self._recipients if top <= placed.y < bottom))
        if first == 0:
            draw_placed(pen, y, self._signature)


def _line_tops(column: Column) -> list[float]:
    return [placed.y - placed.size for placed in column.placed]


def _recipients(column: Column, plan: Plan, rules: Rules) -> list[_Begun]:
    """Add the recipients and return where each begins."""
    begun: list[_Begun] = []
    if not plan.recipients:
        return begun
    label, letters = rules.letters["recipients_label"], rules.letters["recipient"]
    column.add(lines(plain(label.words, label), 1000.0), label.size, leading(rules, label.size), centred=False)
    for place, recipient in enumerate(plan.recipients, 1):
        indent = letters.size * recipient.level
        words = plain(printed_recipient(plan, recipient, last=place == len(plan.recipients)), letters)
        set_lines = lines(words, (column.right - column.left - indent - letters.size) / letters.size)
        begun.append(_Begun(recipient.id, column.y, len(column.placed)))
        column.left += indent
        column.add(set_lines, letters.size, leading(rules, letters.size), centred=False)
        column.left -= indent
    return begun


def printed_recipient(plan: Plan, recipient: Recipient, *, last: bool) -> str:
    """Return a line of recipients, the last one with cell 12: who drafted the paper, and how many copies are made."""
    line, drafter = recipient_line(recipient, last=last), drafted(plan.marks)
    if not last or not drafter:
        return line
    return f"{line[:-1]}, {drafter}." if recipient.text.strip(" .;") else f"{line[:-1]}{drafter}."


def recipient_line(recipient: Recipient, *, last: bool) -> str:
    """Return the line with its dash and its final sign."""
    words = recipient.text.rstrip(" .;")
    final = "." if last else "" if words.endswith(":") else ";"
    return f"{_MARKS[min(recipient.level, 1)]} {words.lstrip()}{final}"


def _signature(column: Column, plan: Plan, rules: Rules) -> Room | None:
    """Add title and name, and return the room kept between them; None where nobody is said to sign."""
    signatory = plan.signatory
    for words in signatory.capacity:
        put(column, plain(words.strip(), rules.letters["capacity"]), rules.letters["capacity"], rules)
    room = Room(column.left, column.y, column.right, column.y + rules.length("signature_height"))
    if not (signatory.capacity or signatory.name):
        return None
    column.y = room.bottom
    put(column, plain(signatory.name.strip(), rules.letters["signer"]), rules.letters["signer"], rules)
    return room
