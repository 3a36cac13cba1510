"""The records of a plan with its head and stage, without those of its parts."""

from collections.abc import Iterator

from tthc_desktop.models.marks import UNMARKED
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import Text, to_markup
from tthc_desktop.models.version import Stage
from tthc_desktop.storage.keys import Key, Record


def plan_records(plan: Plan) -> Iterator[tuple[Key, Record]]:
    head, period = plan.header, plan.period
    yield (
        Key("plans", plan.id),
        {
            "kind": plan.kind,
            "title": markup(plan.title),
            "attached": markup(plan.attached),
            "parent_agency": head.parent_agency,
            "agency": head.agency,
            "number": head.number,
            "symbol": head.symbol,
            "location": head.place,
            "day": head.day,
            "month": head.month,
            "year": head.year,
            "period_start": period.start.isoformat() if period else None,
            "period_end": period.end.isoformat() if period else None,
            "signatory_name": plan.signatory.name,
            "source": plan.source,
            "origin_id": plan.origin_id,
        },
    )
    yield from _stage(plan)
    yield from _drawn(plan)
    yield from _marks(plan)
    for at, words in enumerate(plan.addressees):
        yield Key("addressees", plan.id, at), {"words": words}
    for at, words in enumerate(plan.signatory.capacity):
        yield Key("capacities", plan.id, at), {"words": words}
    for at, stamp in enumerate(plan.stamps):
        yield (
            Key("stamps", plan.id, at),
            {"number": stamp.number, "symbol": stamp.symbol, "at": stamp.at.isoformat()},
        )
    for at, line in enumerate(plan.unplaced):
        yield Key("unplaced", plan.id, at), {"number": line.number, "words": line.text}


def _stage(plan: Plan) -> Iterator[tuple[Key, Record]]:
    issue = plan.issue
    record: Record = {
        "stage": plan.stage.value,
        "version_of": plan.version_of,
        "version_name": plan.version_name,
        "kept_at": plan.kept_at.isoformat() if plan.kept_at else None,
        "issue_number": issue.number if issue else None,
        "issue_symbol": issue.symbol if issue else None,
        "issue_date": issue.date.isoformat() if issue else None,
        "issue_pdf": issue.pdf if issue else None,
        "issue_pdf_name": issue.pdf_name if issue else None,
        "replaced_by": plan.replaced_by,
    }
    if plan.stage is not Stage.DRAFT or any(value for name, value in record.items() if name != "stage"):
        yield Key("stages", plan.id), record


def _drawn(plan: Plan) -> Iterator[tuple[Key, Record]]:
    drawn = plan.drawn
    if drawn is None:
        return
    yield (
        Key("drawn", plan.id),
        {
            "form": drawn.form.value,
            "first_day": drawn.start.isoformat(),
            "last_day": drawn.end.isoformat(),
            "span": drawn.span,
            "unit_id": drawn.unit_id,
            "regime_id": drawn.regime_id,
            "made": "\n".join(drawn.made),
        },
    )
    for at, source in enumerate(drawn.plan_ids):
        yield Key("drawn_plans", plan.id, at), {"source_id": source}


def _marks(plan: Plan) -> Iterator[tuple[Key, Record]]:
    marks = plan.marks
    if marks == UNMARKED:
        return
    yield (
        Key("marks", plan.id),
        {
            "secrecy": marks.secrecy.value,
            "urgency": marks.urgency.value,
            "circulation": marks.circulation.value,
            "drafter": marks.drafter,
            "copies": marks.copies,
        },
    )


def markup(words: Text) -> str:
    """Return what is kept of a text; most have one run and nothing to escape, and then it is that run's words."""
    if len(words.runs) == 1:
        (run,) = words.runs
        if not run.bold and not run.italic and not run.figure and _ESCAPED.isdisjoint(run.text):
            return run.text
    return to_markup(words)


_ESCAPED = frozenset("&<>")
