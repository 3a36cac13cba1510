"""Where something stood that was deleted, said in words."""

import re
from collections.abc import Iterable, Mapping

from tthc_desktop.models.bin.values import PARTS, WHOLE_PLANS, Deleted
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import printed
from tthc_desktop.models.outline import appendix_label, items, numbers, tables
from tthc_desktop.models.plan import Item, Plan, words

_LONGEST = 60
_TITLE = 32
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_GONE = "kế hoạch đã xóa"


def places(deleted: Iterable[Deleted], plans: Mapping[Id, Plan]) -> Mapping[Id, str]:
    """Return where each stood, by its identity; empty for what stands by itself. Plans that are gone are named too."""
    known = tuple(deleted)
    gone = {one.id: one.words for one in known if one.what in WHOLE_PLANS}
    named: dict[Id, Mapping[Id, str]] = {}
    found: dict[Id, str] = {}
    for one in known:
        if not one.plan_id or one.plan_id == one.id:
            continue
        plan = plans.get(one.plan_id)
        if plan is None:
            found[one.id] = f"{_titled(gone.get(one.plan_id, '')) or 'Kế hoạch'} ({_GONE})"
            continue
        title = _titled(str(plan.title)) or plan.kind.capitalize()
        if one.what not in PARTS:
            found[one.id] = title
            continue
        if plan.id not in named:
            named[plan.id] = _names(plan)
        found[one.id] = " › ".join(filter(None, (title, named[plan.id].get(one.under, "phần này cũng đã xóa"))))
    return found


def _names(plan: Plan) -> dict[Id, str]:
    """Return what each part of a plan is called that may hold others; the plan's own text needs no name."""
    found: dict[Id, str] = {plan.id: ""}
    roots = [("", plan.body)]
    for appendix in plan.appendices:
        found[appendix.id] = appendix_label(plan, appendix)
        roots.append((found[appendix.id], appendix.nodes))
    for root, nodes in roots:
        numbered = numbers(nodes)
        for item, above in items(nodes):
            headings = (_short(plan, one, numbered) for one in (*above, item))
            found[item.id] = " › ".join(filter(None, (root, *headings)))
    for place, (table, holder) in enumerate(tables(plan), 1):
        where = found[holder.id] if holder is not None else ""
        found[table.id] = " › ".join(filter(None, (where, f"bảng {place}")))
    return found


def _short(plan: Plan, item: Item, numbered: Mapping[Id, str]) -> str:
    return f"{printed(item.mark, numbered[item.id])} {cut(str(words(plan, item)), _LONGEST // 2)}".strip()


def _titled(title: str) -> str:
    """Return a plan's title cut short with its year: plans of two years often differ in nothing else."""
    short, year = cut(title, _TITLE), _YEAR.search(title)
    return short if year is None or year.group() in short else f"{short} {year.group()}"


def cut(said: str, longest: int = _LONGEST) -> str:
    """Return words on one line, shortened at a blank where they are longer."""
    line = " ".join(said.split())
    return line if len(line) <= longest else f"{line[:longest].rsplit(' ', 1)[0]}…"
