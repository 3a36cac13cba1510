"""`compare PLAN FILE.docx`: what the reader of a Word file corrected in a plan, taken when that is asked for."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import find_plan, opened, safe_before, short, title_of
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.models.comparison import NAMES, What
from tthc_desktop.models.correcting import Correction, Key, Proposal, accepted, with_needed
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import to_markup

if TYPE_CHECKING:
    from tthc_desktop.documents.corrected_papers import Compared, CorrectedPaper
    from tthc_desktop.office import Office

View = dict[str, object]


def compare_word(wishes: Wishes) -> Answer:
    """Tell what was changed in a file since it was written from a plan; take what is wanted as one change."""
    from tthc_desktop.documents.corrected_papers import compared, read_corrected  # noqa: PLC0415 - heavy
    from tthc_desktop.documents.reading.own_process import OwnProcess  # noqa: PLC0415

    path = Path(wishes.newer)
    with opened(wishes.office, daily=False) as office:
        plan = find_plan(office, wishes.plan)
        with OwnProcess() as process:
            paper = process.ask(read_corrected, path.name, path)
        _check_plan(office, plan, paper)
        result = compared(plan, paper)
        found = result.found
        chosen = _chosen(found, wishes)
        made = accepted(found, chosen)
        if made is not plan:
            safe_before(wishes, Reason.MERGE)
            office.change(Change(f"Nhận bản Word đã sửa “{path.name}”", ((plan, made),)))
    taken = with_needed(found, chosen)
    return Answer(_found(path, paper, result, taken), "\n".join(_lines(result, chosen, taken)))


def _check_plan(office: "Office", plan: Plan, paper: "CorrectedPaper") -> None:
    """Refuse a file that was written from another plan; one that does not tell is compared by its words."""
    from tthc_desktop.documents.corrected_papers import is_of, plan_of_paper  # noqa: PLC0415 - heavy

    own = plan_of_paper(paper, office.plans.values())
    if is_of(own, plan, office.plans):
        return
    other = office.plans.get(own)
    called = title_of(other or paper.base or plan)
    elsewhere = "Kế hoạch đó không có trong dữ liệu của cơ quan; hãy chọn đúng tệp, hoặc nhập tệp này bằng lệnh import."
    advice = f"Hãy so sánh với kế hoạch đó: mã {own}." if other else elsewhere
    raise UserError(f"Tệp “{paper.name}” được ghi ra từ kế hoạch khác: “{called}”.", advice)


def _chosen(found: Correction, wishes: Wishes) -> Collection[Key]:
    if wishes.take:
        return [found.proposals[number - 1].key for number in _numbers(wishes.take, len(found.proposals))]
    return [one.key for one in found.proposals if one.taken] if wishes.apply else ()


def _numbers(typed: str, most: int) -> list[int]:
    """Return the numbers of the proposals to take."""
    parts = [part.strip() for part in typed.split(",") if part.strip()]
    if not parts or not all(part.isdecimal() and 1 <= int(part) <= most for part in parts):
        raise UserError(
            f"Không hiểu các đề xuất cần nhận: “{typed}”.",
            f"Hãy ghi số từ 1 đến {most}, cách nhau bằng dấu phẩy." if most else "Tệp không khác kế hoạch.",
        )
    return [int(part) for part in parts]


def _found(path: Path, paper: "CorrectedPaper", result: "Compared", taken: Collection[Key]) -> View:
    found = result.found
    numbers = {one.key: number for number, one in enumerate(found.proposals, 1)}
    return {
        "plan": found.current.id,
        "file": str(path),
        "carried": paper.base is not None,
        "proposals": [_view(one, numbers, one.key in taken) for one in found.proposals],
        "problems": [{"place": one.place, "text": one.text} for one in result.problems],
        "unplaced": [{"line": line.number, "text": line.text} for line in result.unplaced],
        "taken": len(taken),
        "left": len(found.proposals) - len(taken),
    }


def _view(one: Proposal, numbers: dict[Key, int], taken: bool) -> View:
    return {
        "number": numbers[one.key],
        "what": one.what.value,
        "place": {"owner": one.place.owner, "part": str(one.place.part)},
        "before": to_markup(one.before),
        "corrected": to_markup(one.corrected),
        "current": to_markup(one.current),
        "conflict": one.conflict,
        "below": one.below,
        "needs": [numbers[key] for key in one.needs],
        "doubt": one.doubt,
        "taken": taken,
    }


def _lines(result: "Compared", chosen: Collection[Key], taken: Collection[Key]) -> Sequence[str]:
    found = result.found
    lines = [_told(number, one) for number, one in enumerate(found.proposals, 1)]
    lines += [f"Cần xem: {one.place}: {one.text}" for one in result.problems]
    lines += [f"Chưa xếp chỗ: {short(line.text)}" for line in result.unplaced]
    if not found.proposals:
        return [*lines, "Tệp không khác kế hoạch."]
    if not taken:
        return [*lines, f"Chưa ghi gì; thêm --apply để nhận {sum(one.taken for one in found.proposals)} thay đổi."]
    along = len(taken) - len(set(chosen))
    more = f" (gồm {along} thay đổi phải nhận cùng)" if along else ""
    left = len(found.proposals) - len(taken)
    return [*lines, f"Đã nhận {len(taken)} thay đổi{more}, để lại {left}; lệnh undo lấy lại được."]


def _told(number: int, one: Proposal) -> str:
    below = f" và {one.below} phần đi cùng" if one.below else ""
    clash = f" – MÂU THUẪN, kế hoạch hiện có: “{short(one.current)}”" if one.conflict else ""
    doubt = f" ({one.doubt})" if one.doubt else ""
    return f"{number}. {NAMES[one.what]}: {_words(one)}{below}{clash}{doubt}"


def _words(one: Proposal) -> str:
    match one.what:
        case What.ADDED:
            return f"“{short(one.corrected)}”"
        case What.REMOVED:
            return f"“{short(one.before)}”"
        case What.MOVED if one.names:
            return f"“{short(one.before)}”"
        case _:
            return f"“{short(one.before)}” → “{short(one.corrected)}”"
