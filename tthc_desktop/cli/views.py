"""A plan as plain data for scripts: `show --json`, `list --json`, `history --json`."""

from dataclasses import asdict
from datetime import date

from tthc_desktop.cli.plans import one_line
from tthc_desktop.cli.rows import row_cells
from tthc_desktop.cli.sections import sections
from tthc_desktop.cli.works import targets, tasks
from tthc_desktop.models.changes import Entry
from tthc_desktop.models.counts import count
from tthc_desktop.models.outline import appendix_label, tables
from tthc_desktop.models.plan import Appendix, Header, Plan
from tthc_desktop.models.table import Row, Table, numbers

View = dict[str, object]


def view(plan: Plan) -> View:
    """Return the whole plan as it is shown to scripts; all strings are plain."""
    return {
        "id": plan.id,
        "kind": plan.kind,
        "title": one_line(plan.title),
        "attached": str(plan.attached),
        "header": {**asdict(plan.header), "date": _date(plan.header)},
        "period": _period(plan),
        "addressees": list(plan.addressees),
        "bases": [str(basis.text) for basis in plan.bases],
        "sections": sections(plan, plan.body),
        "tasks": tasks(plan),
        "targets": targets(plan),
        "tables": [_table(plan, table, appendix) for table, appendix in tables(plan)],
        "appendices": [_appendix(plan, appendix) for appendix in plan.appendices],
        "signatory": {"capacity": list(plan.signatory.capacity), "name": plan.signatory.name},
        "recipients": [recipient.text for recipient in plan.recipients],
        "stamps": [
            {"number": stamp.number, "symbol": stamp.symbol, "at": stamp.at.isoformat()} for stamp in plan.stamps
        ],
        "counts": asdict(count(plan)),
        "unplaced": [{"line": line.number, "text": line.text} for line in plan.unplaced],
        **life(plan),
        "version_of": plan.version_of or None,
    }


def summary(plan: Plan) -> View:
    """Return what a list says of a plan."""
    header = plan.header
    return {
        "id": plan.id,
        "form": str(plan.drawn.form) if plan.drawn else None,
        "kind": plan.kind,
        "title": one_line(plan.title),
        "agency": header.agency,
        "number": header.number,
        "symbol": header.symbol,
        "date": _date(header),
        "period": _period(plan),
        "source": plan.source,
        "counts": asdict(count(plan)),
        **life(plan),
    }


def life(plan: Plan) -> View:
    """Return how far a plan has come."""
    issue = plan.issue
    return {
        "stage": str(plan.stage),
        "issue": {**asdict(issue), "date": issue.date.isoformat()} if issue else None,
        "replaced_by": plan.replaced_by or None,
    }


def version(kept: Plan) -> View:
    """Return what is said of a version that was kept."""
    return {
        "version": kept.id,
        "name": kept.version_name,
        "kept_at": kept.kept_at.isoformat() if kept.kept_at else None,
    }


def entry(made: Entry) -> View:
    """Return one step of a plan's history."""
    undone = made.undone_at.isoformat() if made.undone_at else None
    return {
        "id": made.id,
        "at": made.at.isoformat(),
        "label": made.label,
        "state": str(made.state),
        "undone_at": undone,
    }


def _date(header: Header) -> str | None:
    if header.day is None or header.month is None or header.year is None:
        return None
    try:
        return date(header.year, header.month, header.day).isoformat()
    except ValueError:
        return None


def _period(plan: Plan) -> View | None:
    return {"start": plan.period.start.isoformat(), "end": plan.period.end.isoformat()} if plan.period else None


def _appendix(plan: Plan, appendix: Appendix) -> View:
    return {
        "id": appendix.id,
        "label": appendix_label(plan, appendix),
        "title": one_line(appendix.title),
        "attached": str(appendix.attached),
        "landscape": appendix.landscape,
        "sections": sections(plan, appendix.nodes),
    }


def _table(plan: Plan, table: Table, appendix: Appendix | None) -> View:
    rows = zip(table.rows, numbers(table), strict=True)
    return {
        "id": table.id,
        "where": "appendix" if appendix else "body",
        "appendix": appendix.id if appendix else None,
        "title": one_line(appendix.title) if appendix else "",
        "columns": [
            {"role": str(column.role), "title": str(column.title), "over": str(column.over)} for column in table.columns
        ],
        "rows": [_row(plan, table, row, number) for row, number in rows],
    }


def _row(plan: Plan, table: Table, row: Row, number: str) -> View:
    return {"kind": str(row.kind), "level": row.level, "number": number, "cells": row_cells(plan, table, row, number)}
