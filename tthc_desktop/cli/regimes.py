"""`regime`: on what terms the office reports, by its own regimes and those that come with the program."""

from collections.abc import Iterator, Sequence
from datetime import date

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.days import day_on
from tthc_desktop.cli.plans import opened
from tthc_desktop.documents.reporting_regimes import clause_of, known_regimes
from tthc_desktop.errors import UserError
from tthc_desktop.models.days_off import DaysOff, days_off
from tthc_desktop.models.reporting.cutoff_words import KIND_NAMES, example, example_span
from tthc_desktop.models.reporting.listed_regimes import ListedRegime, listed_regimes
from tthc_desktop.models.reporting.regimes import Cutoff, Regime, cutoff_of, window
from tthc_desktop.models.reporting.words import short_date
from tthc_desktop.models.spans import SpanKind, title
from tthc_desktop.models.text import clean, fold
from tthc_desktop.public_holidays import public_holidays

View = dict[str, object]


def run(wishes: Wishes) -> Answer:
    """List the regimes, or tell all of one."""
    on = day_on(wishes)
    with opened(wishes.office) as office:
        listed = listed_regimes(office.regimes, known_regimes(), on)
        exchanged = tuple(office.exchanged_days.values())
    if wishes.action == "list":
        return Answer({"regimes": [_view(one) for one in listed]}, "\n".join(map(_line, listed)))
    found = _find(listed, wishes.regime)
    years = {example_span(found.regime, kind, on).end.year for kind in KIND_NAMES}
    days = days_off(public_holidays(sorted(years | {max(years) + 1})), exchanged)
    view = {**_view(found), "periods": [_period(found.regime, kind, on, days) for kind in KIND_NAMES]}
    return Answer(view, "\n".join(_told(found, on, days)))


def _find(listed: Sequence[ListedRegime], wanted: str) -> ListedRegime:
    typed = clean(wanted).strip()
    if not typed:
        found = [one for one in listed if one.holds]
    else:
        found = [one for one in listed if one.id == typed]
        found = found or [one for one in listed if fold(one.regime.name) == fold(typed)]
        found = found or [one for one in listed if one.id.startswith(typed)]
    if len(found) == 1:
        return found[0]
    what = f"Có {len(found)} chế độ báo cáo là “{typed}”." if found else f"Không có chế độ báo cáo nào là “{typed}”."
    if not typed:
        what = "Không có chế độ báo cáo nào áp dụng vào ngày này."
    raise UserError(what, "Hãy ghi mã của một chế độ; lệnh regime list cho biết các mã.")


def _view(one: ListedRegime) -> View:
    regime = one.regime
    return {
        "id": one.id,
        "name": regime.name,
        "start": regime.start.isoformat(),
        "end": regime.end.isoformat() if regime.end else None,
        "own": one.own,
        "known": one.known,
        "holds": one.holds,
        "bases": list(regime.bases),
        "addressees": list(regime.addressees),
        "recipients": list(regime.recipients),
        "forms": list(regime.forms),
    }


def _period(regime: Regime, kind: SpanKind, on: date, days: DaysOff) -> View:
    cutoff, span = cutoff_of(regime, kind), example_span(regime, kind, on)
    found, said = window(cutoff, span, days), cutoff or Cutoff(kind)
    return {
        "kind": kind.value,
        "set": cutoff is not None,
        "months_before": said.months_before,
        "from_day": said.from_day,
        "to_day": said.to_day,
        "due_day": said.due_day,
        "due_after": said.due_after,
        "clause": clause_of(regime, kind) or None,
        "example": {
            "span": span.key,
            "title": title(span.key),
            "start": found.start.isoformat(),
            "end": found.end.isoformat(),
            "due": found.due.isoformat() if found.due else None,
        },
    }


def _line(one: ListedRegime) -> str:
    end = f" đến {short_date(one.regime.end)}" if one.regime.end else ""
    whose = "của cơ quan" if one.own else "có sẵn"
    holds = ", đang áp dụng" if one.holds else ""
    return f"{one.id}  {one.regime.name} – từ {short_date(one.regime.start)}{end} ({whose}{holds})"


def _told(one: ListedRegime, on: date, days: DaysOff) -> Iterator[str]:
    yield _line(one)
    lists = {
        "Căn cứ": one.regime.bases,
        "Kính gửi": one.regime.addressees,
        "Nơi nhận": one.regime.recipients,
        "Biểu mẫu": one.regime.forms,
    }
    for name, words in lists.items():
        if words:
            yield f"{name}:"
            yield from (f"  {line}" for line in words)
    yield "Các kỳ:"
    for kind in KIND_NAMES:
        clause = clause_of(one.regime, kind)
        yield f"  {example(one.regime, kind, on, days)}{f' ({clause})' if clause else ''}"
