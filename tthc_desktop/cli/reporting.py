"""`report`, `refresh`, `remind`, `assign`, `follow`: documents drawn up from what the office knows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.days import day_on
from tthc_desktop.cli.finding import find_unit
from tthc_desktop.cli.plans import day_of, destination, destination_ending, find_plan, opened, source_plan, title_of
from tthc_desktop.documents.reporting_regimes import known_regimes
from tthc_desktop.documents.writing.endings import written
from tthc_desktop.documents.writing.file_names import safe_words
from tthc_desktop.documents.writing.files import write
from tthc_desktop.documents.writing.unit_sheets.folder import write_together
from tthc_desktop.models.changes import Change
from tthc_desktop.models.drawn import FORM_NAMES, Form
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reporting.gathering import gathered_again
from tthc_desktop.models.reporting.orders import EACH, Ground, Order, drawn_up, terms_of
from tthc_desktop.models.reporting.refreshing import refreshed
from tthc_desktop.models.reporting.words import short_date
from tthc_desktop.models.spans import key_of
from tthc_desktop.office_days import days_off_of

if TYPE_CHECKING:
    from tthc_desktop.office import Office

_UNIT_LETTERS = 80
_DAY = r"\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}"
_STRETCH = re.compile(rf"({_DAY})\s*(?:-|–|—|đến|\.\.)\s*({_DAY})")


def report(wishes: Wishes) -> Answer:
    """Draw up a report of a period."""
    return _drawn(wishes, _of_period(wishes.period, day_on(wishes)))


def remind(wishes: Wishes) -> Answer:
    """Draw up a letter to one unit, or to all that are late."""
    answer_by = day_of(wishes.due) if wishes.due else None
    return _drawn(wishes, Order(Form.REMINDER, day_on(wishes), answer_by=answer_by))


def follow(wishes: Wishes) -> Answer:
    """Draw up the table of all work with how it stands."""
    return _drawn(wishes, Order(Form.FOLLOW_UP, day_on(wishes)))


def assign(wishes: Wishes) -> Answer:
    """Draw up the paper that gives a unit its work, or one for each unit into a folder."""
    return _drawn(wishes, Order(Form.ASSIGNMENT, day_on(wishes), unit_id="" if wishes.unit else EACH))


def _drawn(wishes: Wishes, order: Order) -> Answer:
    """Draw up what is ordered, of the plans and for the unit that are named."""
    several = order.unit_id == EACH
    out = wishes.out if several else destination_ending(wishes, ".pdf", ".docx", ".xlsx")
    with opened(wishes.office) as office:
        plan_ids = tuple(source_plan(office, each).id for each in wishes.plans)
        unit_id = find_unit(tuple(office.units.values()), wishes.unit).id if wishes.unit else order.unit_id
        order = replace(order, plan_ids=plan_ids, unit_id=unit_id)
        ground = Ground(office.holdings, known_regimes(), days_off_of(office.holdings, order.on))
        made = drawn_up(ground, order)
        if several:
            return _for_all(office, wishes, made)
        due = terms_of(ground, order)[1].due if order.form is Form.REPORT else None
        return _given(office, wishes, made[0], out, due)


def _for_all(office: "Office", wishes: Wishes, made: Sequence[Plan]) -> Answer:
    names = _names(office, made)
    for path in (wishes.out / name for name in names.values()):
        destination(replace(wishes, out=path))
    write_together(wishes.out, [(names[one.id], written(one, ".pdf")) for one in made])
    if wishes.keep:
        office.change(Change("Lập phiếu giao việc của các đơn vị", tuple((None, one) for one in made)))
    sheets = [
        {"unit": one.drawn.unit_id, "file": str(wishes.out / names[one.id]), "kept": one.id if wishes.keep else None}
        for one in made
        if one.drawn
    ]
    words = f"Đã lập {len(made)} phiếu giao việc ra {wishes.out}: {'; '.join(names.values())}."
    return Answer({"sheets": sheets}, words)


def _names(office: "Office", made: Sequence[Plan]) -> dict[Id, str]:
    """Return a name of a file for each paper; units of one name have their places behind it."""
    names: dict[Id, str] = {}
    for place, one in enumerate(made, 1):
        unit = safe_words(office.units[one.drawn.unit_id].name if one.drawn else "", _UNIT_LETTERS)
        name = f"Phiếu giao việc - {unit}"
        taken = {given.casefold() for given in names.values()}
        names[one.id] = f"{name} ({place}).pdf" if f"{name}.pdf".casefold() in taken else f"{name}.pdf"
    return names


def refresh(wishes: Wishes) -> Answer:
    """Bring the figures of a kept report up to date."""
    with opened(wishes.office) as office:
        old = find_plan(office, wishes.plan)
        days = days_off_of(office.holdings, day_on(wishes))
        made = refreshed(old, gathered_again(office.holdings, old, days))
        office.change(Change(f"Cập nhật số liệu “{title_of(old)}”", ((old, made),)))
    changed = made is not old
    said = "Đã cập nhật số liệu" if changed else "Số liệu không có gì mới trong"
    return Answer({"plan": old.id, "changed": changed}, f"{said} “{title_of(made)}”.")


def _given(office: "Office", wishes: Wishes, made: Plan, out: Path, due: date | None = None) -> Answer:
    """Write the file, keep the document when that is wished, and tell of both."""
    assert made.drawn is not None
    write(out, written(made, out.suffix.lower()))
    name = f"{FORM_NAMES[made.drawn.form]} “{title_of(made)}”"
    if wishes.keep:
        office.change(Change(f"Lập {name}", ((None, made),)))
    days = f"số liệu từ ngày {short_date(made.drawn.start)} đến ngày {short_date(made.drawn.end)}"
    words = f"Đã lập {name} ({days}) ra {out}."
    if due:
        words += f" Hạn gửi theo chế độ báo cáo: {short_date(due)}."
    if wishes.keep:
        words += f" Đã giữ trong dữ liệu, mã {made.id}."
    found = {
        "form": str(made.drawn.form),
        "title": title_of(made),
        "file": str(out),
        "start": made.drawn.start.isoformat(),
        "end": made.drawn.end.isoformat(),
        "span": made.drawn.span,
        "due": due.isoformat() if due else None,
        "plans": list(made.drawn.plan_ids),
        "regime": made.drawn.regime_id,
        "unit": made.drawn.unit_id,
        "kept": made.id if wishes.keep else None,
    }
    return Answer(found, words)


def _of_period(period: str, on: date) -> Order:
    """Return the order of a report for the words of a period: a span of the calendar, or any two days."""
    if stretch := _STRETCH.fullmatch(period.strip()):
        return Order(Form.REPORT, on, start=day_of(stretch[1]), end=day_of(stretch[2]))
    return Order(Form.REPORT, on, key_of(period) or period)
