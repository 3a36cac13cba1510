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
from tthc_desktop.cli.plans import day_of, destination, find_plan, opened, source_plan, title_of
from tthc_desktop.documents.reporting_regimes import known_regimes
from tthc_desktop.documents.writing.files import write
from tthc_desktop.documents.writing.unit_sheets.folder import write_together
from tthc_desktop.documents.writing.unit_sheets.naming import safe_words
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.days_off import DaysOff
from tthc_desktop.models.drawn import FORM_NAMES
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reporting.assigning import assignments
from tthc_desktop.models.reporting.composing import report as composed
from tthc_desktop.models.reporting.entries import Stretch
from tthc_desktop.models.reporting.gathering import gathered, gathered_again, plans_of, terms, whole_stretch
from tthc_desktop.models.reporting.letters import reminder
from tthc_desktop.models.reporting.overview_table import overview_table
from tthc_desktop.models.reporting.refreshing import refreshed
from tthc_desktop.models.reporting.regimes import Regime, Window
from tthc_desktop.models.reporting.words import short_date
from tthc_desktop.models.spans import key_of, span_of
from tthc_desktop.models.units.assigning import shares
from tthc_desktop.office_days import days_off_of

if TYPE_CHECKING:
    from tthc_desktop.office import Office

_UNIT_LETTERS = 80
_DAY = r"\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}"
_STRETCH = re.compile(rf"({_DAY})\s*(?:-|–|—|đến|\.\.)\s*({_DAY})")


def report(wishes: Wishes) -> Answer:
    """Draw up a report of a period."""
    out = _file(wishes, ".pdf", ".xlsx")
    with opened(wishes.office) as office:
        days = days_off_of(office.holdings, day_on(wishes))
        regime, found = _terms(office, wishes.period, days)
        stretch = Stretch(found.start, found.end, _key(wishes.period))
        plans = _plans(office, wishes, stretch)
        made = composed(plans, gathered(office.holdings, plans, stretch, days), regime, day_on(wishes))
        return _given(office, wishes, made, out, due=found.due)


def remind(wishes: Wishes) -> Answer:
    """Draw up a letter to one unit, or to all that are late."""
    out, on = _file(wishes, ".pdf", ".xlsx"), day_on(wishes)
    answer_by = day_of(wishes.due) if wishes.due else None
    with opened(wishes.office) as office:
        unit = find_unit(tuple(office.units.values()), wishes.unit) if wishes.unit else None
        plans = _plans(office, wishes, Stretch(date.min, on))  # what is late from last year is late still
        known = gathered(office.holdings, plans, whole_stretch(plans, on), days_off_of(office.holdings, on))
        return _given(office, wishes, reminder(plans, known, on, unit.id if unit else "", answer_by), out)


def follow(wishes: Wishes) -> Answer:
    """Draw up the table of all work with how it stands."""
    out, on = _file(wishes, ".pdf", ".xlsx"), day_on(wishes)
    with opened(wishes.office) as office:
        plans = _plans(office, wishes, Stretch(on, on))
        known = gathered(office.holdings, plans, whole_stretch(plans, on), days_off_of(office.holdings, on))
        return _given(office, wishes, overview_table(plans, known, on), out)


def assign(wishes: Wishes) -> Answer:
    """Draw up the paper that gives a unit its work, or one for each unit into a folder."""
    out, on = _file(wishes, ".pdf", ".xlsx") if wishes.unit else wishes.out, day_on(wishes)
    with opened(wishes.office) as office:
        plans, units = _plans(office, wishes, Stretch(on, on)), tuple(office.units.values())
        unit = find_unit(units, wishes.unit) if wishes.unit else None
        made = assignments(plans, units, on, unit.id if unit else "")
        if not made:
            busy = dict.fromkeys(one.name for plan in plans for one in shares(plan, units, on))
            raise UserError(
                f"Kế hoạch không giao việc nào cho “{unit.name}”."
                if unit
                else "Kế hoạch chưa giao việc cho đơn vị nào.",
                f"Các đơn vị có việc: {'; '.join(busy) or 'chưa có'}.",
            )
        return _given(office, wishes, made[0], out) if unit else _for_all(office, wishes, made)


def _for_all(office: "Office", wishes: Wishes, made: Sequence[Plan]) -> Answer:
    names = _names(office, made)
    for path in (wishes.out / name for name in names.values()):
        destination(replace(wishes, out=path))
    write_together(wishes.out, [(names[one.id], _data(one, Path(names[one.id]))) for one in made])
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
    write(out, _data(made, out))
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


def _data(made: Plan, out: Path) -> bytes:
    if out.suffix.lower() == ".xlsx":
        from tthc_desktop.documents.writing.workbook import workbook  # noqa: PLC0415 - not needed for a print

        return workbook(made)
    from tthc_desktop.documents.writing.pdf import render  # noqa: PLC0415 - not needed for Excel

    return render(made)


def _file(wishes: Wishes, *endings: str) -> Path:
    out = destination(wishes)
    if out.suffix.lower() not in endings:
        raise UserError(
            f"“{out.name}” không có đuôi .pdf hay .xlsx.", "Hãy đặt cho tệp một tên có đuôi .pdf hoặc .xlsx."
        )
    return out


def _terms(office: "Office", period: str, days: DaysOff) -> tuple[Regime | None, Window]:
    if stretch := _STRETCH.fullmatch(period.strip()):
        start, end = day_of(stretch[1]), day_of(stretch[2])
        if start > end:
            raise UserError(
                f"Kỳ báo cáo “{period}” có ngày đầu sau ngày cuối.", "Hãy ghi ngày đầu trước, dạng 15/3/2025-14/6/2025."
            )
        return None, Window(start, end)
    return terms(office.holdings, known_regimes(), _key(period) or period, days)


def _key(period: str) -> str:
    key = key_of(period)
    return key if span_of(key) else ""


def _plans(office: "Office", wishes: Wishes, stretch: Stretch) -> tuple[Plan, ...]:
    return plans_of(office.holdings, stretch, [source_plan(office, each).id for each in wishes.plans])
