"""`new`, `roll`, `compare`: a plan from a template or from last year's, and two plans side by side."""

from datetime import date

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import find_plan, opened, source_plan, title_of
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.comparison import NAMES, Difference, What
from tthc_desktop.models.comparison import compare as compared
from tthc_desktop.models.particulars import particulars_of
from tthc_desktop.models.places import Place
from tthc_desktop.models.rollforward import Proposal, proposals, roll_forward, years_of
from tthc_desktop.models.template import filled, usual_filling

_FIRST, _LAST = 1900, 2099


def new(wishes: Wishes) -> Answer:
    """Add a plan made from a template, filled with what the office used last."""
    from tthc_desktop.documents.templates import TEMPLATES, template_plan  # noqa: PLC0415 - not needed to explain

    names = [template.name for template in TEMPLATES]
    if wishes.template not in names:
        raise UserError(f"Không có mẫu “{wishes.template}”.", f"Hãy chọn một trong các mẫu: {', '.join(names)}.")
    with opened(wishes.office) as office:
        filling = usual_filling(
            tuple(office.plans.values()),
            date.today(),  # noqa: DTZ011
            _year(wishes.year),
            particulars_of(office.holdings),
        )
        made = filled(template_plan(wishes.template), filling)
        office.change(Change(f"Lập từ mẫu “{wishes.template}”", ((None, made),)))
    found = {"plan": made.id, "template": wishes.template, "year": filling.year}
    return Answer(found, f"Đã lập “{title_of(made)}”, mã {made.id}.")


def roll(wishes: Wishes) -> Answer:
    """Add a plan made from last year's; what is doubtful stays as it is and is told."""
    with opened(wishes.office) as office:
        plan = source_plan(office, wishes.plan)
        first, last = years_of(plan) or (0, 0)
        if not first:
            raise UserError("Không rõ kế hoạch này của năm nào.", "Hãy ghi năm vào trích yếu hoặc kỳ kế hoạch.")
        shift = (_year(wishes.year) or last + 1) - first
        offered = proposals(plan, shift)
        taken = [one for one in offered if one.taken]
        left = [one for one in offered if not one.taken]
        made = roll_forward(plan, shift, taken)
        office.change(Change(f"Lập từ “{title_of(plan)}”", ((None, made),)))
    found = {"plan": made.id, "origin": plan.id, "changed": _views(taken), "left": _views(left)}
    told = [f"Đã lập “{title_of(made)}”, mã {made.id}: đổi {len(taken)} chỗ, giữ {len(left)}."]
    return Answer(found, "\n".join([*told, *(f"Giữ: {one.old}" for one in left)]))


def compare(wishes: Wishes) -> Answer:
    """Tell what differs between two plans, or two versions of one."""
    with opened(wishes.office) as office:
        plans = tuple(office.plans.values())
        old, newer = find_plan(office, wishes.plan), find_plan(office, wishes.newer)
    found = compared(old, newer, plans)
    lines = [_told(one) for one in found] or ["Hai bản không khác nhau."]
    return Answer({"old": old.id, "new": newer.id, "differences": [_view(one) for one in found]}, "\n".join(lines))


def _year(typed: str) -> int | None:
    if not typed:
        return None
    if not typed.isdecimal() or not _FIRST <= int(typed) <= _LAST:
        raise UserError(f"“{typed}” không phải là một năm.", "Hãy ghi năm bằng bốn chữ số, như 2027.")
    return int(typed)


def _views(offered: list[Proposal]) -> list[dict[str, object]]:
    return [{**_where(one.place), "old": one.old, "new": one.new, "doubt": one.doubt.value} for one in offered]


def _view(one: Difference) -> dict[str, object]:
    before, after = one.before and _where(one.before), one.after and _where(one.after)
    words = {"old": str(one.old), "new": str(one.new), "below": one.below}
    return {"what": one.what.value, "before": before, "after": after, **words}


def _where(place: Place) -> dict[str, object]:
    return {"owner": place.owner, "part": str(place.part)}


def _told(one: Difference) -> str:
    old, now = (" ".join(str(words).split()) for words in (one.old, one.new))
    match one.what:
        case What.ADDED:
            words = f"“{now}”"
        case What.REMOVED | What.MOVED:
            words = f"“{old}”"
        case _:
            words = f"“{old}” → “{now}”"
    return f"{NAMES[one.what]}: {words}{f' và {one.below} phần bên dưới' if one.below else ''}"
