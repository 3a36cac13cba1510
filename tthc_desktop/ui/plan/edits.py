"""From what a clerk typed to a new plan: values to values, without Qt."""

import re
from dataclasses import replace
from typing import Any

from tthc_desktop.errors import UserError
from tthc_desktop.models.addressing import ADDRESSEES, addressee_at
from tthc_desktop.models.editing import paper, text
from tthc_desktop.models.editing.habits import usual_look
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.plan import Basis, Item, Plan, Recipient
from tthc_desktop.models.text import Run, Text, clean, linked, plain
from tthc_desktop.models.text import text as joined
from tthc_desktop.ui.plan import paragraph
from tthc_desktop.ui.plan.differences import same_ends
from tthc_desktop.ui.plan.paragraph import Place

_PART = r"(\d{1,2}|[…_.]*)"
_DATE = re.compile(rf"{_PART}\s*/\s*{_PART}\s*/\s*(\d{{4}}|[…_.]*)")
_LONG_DATE = re.compile(rf"ngày\s*{_PART}\s*tháng\s*{_PART}\s*năm\s*(\d{{4}}|[…_.]*)", re.IGNORECASE)


def rewrite(plan: Plan, place: Place, words: Text) -> Plan:
    """Return the plan with other words in one paragraph."""
    if not place.owner:
        return _field(plan, place.part, words)
    if place.part == "first":
        return _first(plan, place.owner, words)
    if place.owner == ADDRESSEES:
        return paper.set_addressee(plan, addressee_at(place.part), _flat(words))
    if any(basis.id == place.owner for basis in plan.bases):
        return paper.set_basis(plan, place.owner, words)
    level = next((recipient.level for recipient in plan.recipients if recipient.id == place.owner), None)
    if level is not None:
        return paper.set_recipient(plan, place.owner, _flat(words), level)
    if any(appendix.id == place.owner for appendix in plan.appendices):
        change = paper.set_appendix_title if place.part == "title" else paper.set_appendix_attached
        return change(plan, place.owner, words)
    if place.part.startswith("line "):
        return text.set_line(plan, place.owner, int(place.part.removeprefix("line ")), words)
    return text.set_words(plan, place.owner, words)


def _first(plan: Plan, owner: Id, words: Text) -> Plan:
    """Return the plan with the first member of a part that was empty."""
    match owner:
        case paragraph.BASES:
            return paper.insert_bases(plan, 0, (Basis(new_id(), words),))
        case paragraph.SIGNATURE:
            return paper.insert_recipients(plan, 0, (Recipient(new_id(), _flat(words)),))
        case _ if owner == ADDRESSEES:
            return paper.set_addressees(plan, (_flat(words),))
        case paragraph.BODY:
            look = usual_look({}, None)
            return text.insert_nodes(plan, plan.id, 0, (Item(new_id(), look.mark, words, look.heading),))
        case _:
            return text.insert_nodes(plan, owner, 0, (Item(new_id(), text=words),))


def _flat(words: Text) -> str:
    return " ".join(str(words).split())


def _field(plan: Plan, part: str, words: Text) -> Plan:
    match part:
        case "title":
            return paper.set_title(plan, words)
        case "kind":
            return paper.set_kind(plan, _flat(words))
        case "attached":
            return paper.set_attached(plan, words)
        case "date":
            day, month, year = read_date(_flat(words))
            return paper.set_header(plan, replace(plan.header, day=day, month=month, year=year))
        case "capacity":
            lines = tuple(line.strip() for line in str(words).split("\n") if line.strip())
            return paper.set_signatory(plan, replace(plan.signatory, capacity=lines))
        case "signatory":
            return paper.set_signatory(plan, replace(plan.signatory, name=_flat(words)))
        case _:
            fields: dict[str, Any] = {part: _flat(words)}
            return paper.set_header(plan, replace(plan.header, **fields))


def read_date(words: str) -> tuple[int | None, int | None, int | None]:
    """Return day, month and year of a date in words or dd/MM/yyyy; a part left as … or empty is not known yet."""
    if not words.strip():
        return None, None, None
    found = _LONG_DATE.fullmatch(words.strip()) or _DATE.fullmatch(words.strip())
    if found is None:
        advice = "Gõ “ngày 05 tháng 02 năm 2025” hoặc 05/02/2025; phần chưa biết để …"
        raise UserError(f"Ngày ban hành “{words}” chưa đúng.", advice)
    day, month, year = (int(part) if part.isdecimal() else None for part in found.groups())
    return day, month, year


def retyped(old: Text, typed: str) -> Text:
    """Return typed words that keep the look, and the figures, of what they share with the old ones at both ends."""
    was, now = str(old), clean(typed)
    looks = [(run.bold, run.italic, run.figure) for run in old.runs for _ in run.text]
    if not looks or was == now:
        return old if was == now else plain(now)
    head, tail = same_ends(was, now)
    middle = len(now) - head - tail
    every = [*looks[:head], *[looks[max(head - 1, 0)]] * middle, *looks[len(was) - tail :]]
    return linked(joined(Run(letter, *look) for letter, look in zip(now, every, strict=True)), old)
