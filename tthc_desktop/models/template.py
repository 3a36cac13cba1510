"""A plan from a template: its placeholders are filled with the year and with what the office used last."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.particulars import Particulars
from tthc_desktop.models.places import rewritten, words_by_place
from tthc_desktop.models.plan import Header, Period, Plan, Signatory, is_plan
from tthc_desktop.models.rollforward.proposals import years_of
from tthc_desktop.models.text import Run, Text, text

_TOKEN = re.compile(r"\{([^{}]*)\}")
_BLANK = "…"
_TYPES = {"KẾ HOẠCH": "KH", "CHƯƠNG TRÌNH": "CTr"}
"""The letters of a kind of paper in its symbol (Decree 30/2020, Appendix III)."""
NO_SIGNATORY = Signatory()
UNSAID = Particulars()
_NEXT_YEAR_FROM = 10
"""From this month on a new plan is for the coming year."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What differs from office to office; `named` is the agency as it stands in a sentence: Sở Nội vụ."""

    year: int
    parent_agency: str = ""
    agency: str = ""
    named: str = ""
    symbol: str = ""
    place: str = ""
    signatory: Signatory = NO_SIGNATORY


def usual_filling(plans: Collection[Plan], today: date, year: int | None = None, own: Particulars = UNSAID) -> Filling:
    """Return what the office says of itself, else used in its newest plan, to fill a template with.

    It is for that year, else for this one or, late in the year, the next.
    """
    year = year or today.year + (today.month >= _NEXT_YEAR_FROM)
    newest = max(enumerate(filter(is_plan, plans)), key=lambda pair: (_last_year(pair[1]), pair[0]), default=None)
    return _with_own(_used_in(newest[1], year) if newest else Filling(year), own)


def _used_in(plan: Plan, year: int) -> Filling:
    head = plan.header
    return Filling(year, head.parent_agency, head.agency, named_in(plan), head.symbol, head.place, plan.signatory)


def _with_own(used: Filling, own: Particulars) -> Filling:
    """Return the filling with what the office says of itself before what it used."""
    named = own.named or (guessed_name(own.agency) if own.agency and own.agency != used.agency else used.named)
    return Filling(
        used.year,
        own.parent_agency or used.parent_agency,
        own.agency or used.agency,
        named,
        f"KH-{own.symbol}" if own.symbol else used.symbol,
        own.place or used.place,
        own.signatory if own.signatory != NO_SIGNATORY else used.signatory,
    )


def _last_year(plan: Plan) -> int:
    years = years_of(plan)
    return years[1] if years else 0


def named_in(plan: Plan) -> str:
    """Return the agency's name as the plan's own sentences spell it; else a guess, of which only the first is large."""
    agency = plan.header.agency
    if not agency:
        return ""
    spelled = re.compile(re.escape(agency), re.IGNORECASE)
    for place, words in words_by_place(plan):
        found = spelled.search(str(words)) if place.part != "agency" else None
        if found and not found.group().isupper():
            return found.group()
    return guessed_name(agency)


def guessed_name(agency: str) -> str:
    """Return a name in capitals as it may stand in a sentence; what is a proper name in it is for the user to mend."""
    return f"{agency[:1]}{agency[1:].lower()}" if agency.isupper() else agency


def filled(template: Plan, filling: Filling) -> Plan:
    """Return a new plan of its own, made of a template: placeholders filled, blanks (…) left for the clerk."""
    symbol = _symbol(template.kind, filling.symbol)
    values = {
        "năm": str(filling.year),
        "năm trước": str(filling.year - 1),
        "cơ quan": filling.named,
        "ký hiệu": symbol,
        "tên loại": template.kind.capitalize(),
    }
    made = rewritten(template, lambda _, words: _filled(words, values))
    return replace(
        copy_plan(made),
        header=Header(filling.parent_agency, filling.agency, "", symbol, filling.place),
        period=Period(date(filling.year, 1, 1), date(filling.year, 12, 31)),
        signatory=_signing(template.signatory, filling.signatory),
    )


def _signing(of_template: Signatory, known: Signatory) -> Signatory:
    return known if any(known.capacity) else replace(of_template, name=known.name or of_template.name)


def headed(plan: Plan, own: Particulars) -> Plan:
    """Return a plan without words of its own with the head and the signatory that the office has named."""
    symbol = f"KH-{own.symbol}" if own.symbol else ""
    header = Header(own.parent_agency, own.agency, "", symbol, own.place)
    return replace(plan, header=header, signatory=own.signatory)


def _symbol(kind: str, symbol: str) -> str:
    """Return the symbol with the letters of this kind of paper before those of the agency."""
    own = _TYPES.get(kind, "")
    before, dash, agency = symbol.partition("-")
    return f"{own}-{agency}" if own and dash and before in _TYPES.values() else symbol


def _filled(words: Text, values: dict[str, str]) -> Text:
    return words if "{" not in str(words) else text(_runs(words, values))


def _runs(words: Text, values: dict[str, str]) -> Iterator[Run]:
    for run in words.runs:
        yield replace(run, text=_TOKEN.sub(lambda found: values.get(found.group(1)) or _BLANK, run.text))
