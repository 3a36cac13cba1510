"""How the proposals of a corrected file are said, without Qt."""

from collections.abc import Iterator
from typing import NamedTuple

from tthc_desktop.documents.corrected_papers import Compared
from tthc_desktop.models.comparison import NAMES, What
from tthc_desktop.models.comparison.units import Sort, units
from tthc_desktop.models.correcting import Correction, Proposal
from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import Text
from tthc_desktop.ui.correcting.decisions import Decisions
from tthc_desktop.ui.life.place_names import PlaceNames
from tthc_desktop.ui.plan.names import number, short

CONFLICT = "Mâu thuẫn"
ORDER = (What.REWORDED, What.ADDED, What.REMOVED, What.MOVED, What.DATED, What.VALUED, What.SHAPED)
_BELOW = 12
"""How many of the parts that come or go together are named one by one."""


class Told:
    """Says where proposals stand in the plan and in the corrected file."""

    def __init__(self, found: Correction) -> None:
        self.found = found
        self._now, self._then = PlaceNames(found.current), PlaceNames(found.corrected)
        self._words = {unit.name: unit.words for plan in (found.current, found.corrected) for unit in units(plan)}

    def where(self, one: Proposal) -> str:
        """Return the place of a proposal: in the plan, of what is added in the file."""
        return (self._then if one.what is What.ADDED else self._now).name(one.place)

    def where_then(self, one: Proposal) -> str:
        """Return the place in the corrected file."""
        return self._then.name(one.place)

    def owner(self, one: Proposal) -> Id:
        """Return what the window goes to; nothing for what the plan has not yet."""
        return "" if one.what is What.ADDED else self._now.owner(one.place)

    def line(self, one: Proposal) -> str:
        """Return a proposal on one line."""
        said = one.before if one.what is What.REMOVED or one.names else one.corrected
        words = short(" ".join(str(one.corrected if one.what is What.ADDED else said).split()), 90)
        if one.what is What.MOVED and not one.names:
            return f"{self.where(one)}: {one.before} → {one.corrected}"
        empty = "(để trống)" if not one.names else ""
        along = f" (cùng {number(one.below)} phần)" if one.below else ""
        return f"{self.where(one)}: {words or empty}{along}".rstrip(": ")

    def along(self, one: Proposal) -> Iterator[str]:
        """Yield what comes, goes or moves together with the first part."""
        said = [short(str(self._words.get(name, "")), 80) for name in one.names[1:] if name[0] is not Sort.COLUMN]
        shown = [words for words in said if words]
        yield from shown[:_BELOW]
        if len(shown) > _BELOW:
            yield f"… và {number(len(shown) - _BELOW)} phần nữa"


class Seen(NamedTuple):
    """What a file proposes, with what says where it stands; made in a worker, for a plan may have thousands of rows."""

    compared: Compared
    told: Told


def seen(compared: Compared) -> Seen:
    """Return what was compared, ready to be shown."""
    return Seen(compared, Told(compared.found))


def group(one: Proposal) -> str:
    """Return the kind under which a proposal is listed."""
    return CONFLICT if one.conflict else NAMES[one.what]


def groups() -> tuple[str, ...]:
    """Return the kinds in the order in which they are listed."""
    return (CONFLICT, *(NAMES[what] for what in ORDER))


def outcome(decisions: Decisions) -> str:
    """Return what will happen: "Nhận 12 thay đổi, để lại 3; 2 chỗ mâu thuẫn cần chọn."."""
    proposals = decisions.found.proposals
    if not proposals:
        return "Tệp không khác kế hoạch: không có gì để nhận."
    open_ = sum(one.conflict and one.key not in decisions.taken for one in proposals)
    clash = f"; {number(open_)} chỗ mâu thuẫn giữ theo kế hoạch" if open_ else ""
    return f"Nhận {number(len(decisions.taken))} thay đổi, để lại {number(decisions.left)}{clash}."


def button_words(decisions: Decisions) -> str:
    return f"Nhận {number(len(decisions.taken))} thay đổi"


def happened(decisions: Decisions, name: str) -> str:
    """Return what was written: "Đã nhận 12 thay đổi từ “…”, để lại 3."."""
    left = f", để lại {number(decisions.left)}" if decisions.left else ""
    return f"Đã nhận {number(len(decisions.taken))} thay đổi từ “{name}”{left}."


def emphasised(old: Text, new: Text) -> Iterator[str]:
    """Yield which words are set otherwise where the words themselves are the same."""
    for name, called in (("bold", "đậm"), ("italic", "nghiêng")):
        before, after = (_letters(words, name) for words in (old, new))
        for words, verb in ((_runs(after, before), "In"), (_runs(before, after), "Thôi in")):
            if words:
                yield f"{verb} {called}: {'; '.join(f'“{each}”' for each in words)}"


def _letters(words: Text, name: str) -> list[tuple[str, bool]]:
    return [(letter, getattr(run, name)) for run in words.runs for letter in run.text]


def _runs(these: list[tuple[str, bool]], those: list[tuple[str, bool]]) -> list[str]:
    """Return the stretches that only the first has set so."""
    found: list[str] = []
    last = False
    for (letter, mine), (_, other) in zip(these, those, strict=False):
        is_new = mine and not other
        if is_new:
            found = [*found[:-1], found[-1] + letter] if last else [*found, letter]
        last = is_new
    return [short(words.strip(), 80) for words in found if words.strip()]


def doubts(compared: Compared) -> Iterator[tuple[str, str, str]]:
    """Yield what has to be looked at beside the proposals: words, where they stand, icon."""
    for line in compared.unplaced:
        yield line.text, "Chưa xếp chỗ: không thuộc đề xuất nào", "row-below"
    for problem in compared.problems:
        yield problem.text, problem.place, "warning"
