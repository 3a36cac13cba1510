"""The parts of plans that hold no other parts but cells, read from the file by what they stand under."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypedDict

from sqlalchemy import select

from tthc_desktop.models.drawn import Drawn, Form
from tthc_desktop.models.identity import Id
from tthc_desktop.models.marks import Circulation, Marks, PaperSize, Secrecy, Urgency
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Basis, Line, Recipient, SourceLine, Stamp
from tthc_desktop.models.table import Column, Role, Row, RowKind
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import Text
from tthc_desktop.models.version import Issue, Stage
from tthc_desktop.storage import tables as kept
from tthc_desktop.storage.reader import Reader, grouped

MARKS = {mark.value: mark for mark in Mark}
ROLES = {role.value: role for role in Role}
KINDS = {kind.value: kind for kind in RowKind}


def bases(reader: Reader) -> Mapping[Id, list[Basis]]:
    c = kept.bases.c
    found = reader.rows(kept.bases, select(c.plan_id, c.id, c.words))
    return grouped((plan, Basis(id_, reader.texts[words])) for plan, id_, words in found)


def recipients(reader: Reader) -> Mapping[Id, list[Recipient]]:
    c = kept.recipients.c
    found = reader.rows(kept.recipients, select(c.plan_id, c.id, c.words, c.level))
    return grouped((plan, Recipient(id_, words, level)) for plan, id_, words, level in found)


def tasks(reader: Reader) -> Mapping[Id, list[Task]]:
    c, texts = kept.tasks.c, reader.texts
    question = select(c.plan_id, c.id, c.content, c.lead, c.coordinate, c.result, c.deadline, c.origin_id)
    return grouped(
        (plan, Task(id_, texts[content], texts[lead], texts[coordinate], texts[result], texts[deadline], origin))
        for plan, id_, content, lead, coordinate, result, deadline, origin in reader.rows(kept.tasks, question)
    )


def targets(reader: Reader) -> Mapping[Id, list[Target]]:
    c, texts = kept.targets.c, reader.texts
    question = select(c.plan_id, c.id, c.name, c.unit, c.value, c.basis, c.lead, c.coordinate, c.origin_id, c.item_id)
    return grouped(
        (
            plan,
            Target(
                *(id_, texts[name], texts[unit], texts[value], texts[basis], texts[lead], texts[coordinate]),
                origin,
                item,
            ),
        )
        for plan, id_, name, unit, value, basis, lead, coordinate, origin, item in reader.rows(kept.targets, question)
    )


def capacities(reader: Reader) -> Mapping[Id, list[str]]:
    c = kept.capacities.c
    return grouped((plan, words) for plan, words in reader.rows(kept.capacities, select(c.plan_id, c.words)))


def addressees(reader: Reader) -> Mapping[Id, list[str]]:
    c = kept.addressees.c
    return grouped((plan, words) for plan, words in reader.rows(kept.addressees, select(c.plan_id, c.words)))


def marks(reader: Reader) -> Mapping[Id, Marks]:
    return {
        row.plan_id: Marks(
            *(Secrecy(row.secrecy), Urgency(row.urgency), Circulation(row.circulation)), row.drafter, row.copies
        )
        for row in reader.rows(kept.marks, select(kept.marks))
    }


def sheets(reader: Reader) -> Mapping[Id, PaperSize]:
    return {row.appendix_id: PaperSize(row.paper) for row in reader.rows(kept.sheets, select(kept.sheets))}


def drawn(reader: Reader) -> Mapping[Id, Drawn]:
    c = kept.drawn_plans.c
    sources = grouped((plan, source) for plan, source in reader.rows(kept.drawn_plans, select(c.plan_id, c.source_id)))
    return {
        row.plan_id: Drawn(
            *(Form(row.form), tuple(sources.get(row.plan_id, ()))),
            *(date.fromisoformat(row.first_day), date.fromisoformat(row.last_day)),
            *(row.span, row.unit_id, row.regime_id),
            tuple(row.made.split("\n")) if row.made else (),
        )
        for row in reader.rows(kept.drawn, select(kept.drawn))
    }


def stamps(reader: Reader) -> Mapping[Id, list[Stamp]]:
    c = kept.stamps.c
    found = reader.rows(kept.stamps, select(c.plan_id, c.number, c.symbol, c.at))
    return grouped((plan, Stamp(number, symbol, datetime.fromisoformat(at))) for plan, number, symbol, at in found)


class StageFields(TypedDict):
    """The fields of a plan that say how far it has come."""

    stage: Stage
    version_of: Id
    version_name: str
    kept_at: datetime | None
    issue: Issue | None
    replaced_by: Id


def stages(reader: Reader) -> Mapping[Id, StageFields]:
    return {
        row.plan_id: StageFields(
            stage=Stage(row.stage),
            version_of=row.version_of,
            version_name=row.version_name,
            kept_at=datetime.fromisoformat(row.kept_at) if row.kept_at else None,
            issue=_issue(row.issue_number, row.issue_symbol, row.issue_date, row.issue_pdf, row.issue_pdf_name),
            replaced_by=row.replaced_by,
        )
        for row in reader.rows(kept.stages, select(kept.stages))
    }


def _issue(number: str, symbol: str, day: str | None, pdf: str, pdf_name: str) -> Issue | None:
    return Issue(number, symbol, date.fromisoformat(day), pdf, pdf_name) if day else None


def unplaced(reader: Reader) -> Mapping[Id, list[SourceLine]]:
    c = kept.unplaced.c
    found = reader.rows(kept.unplaced, select(c.plan_id, c.number, c.words))
    return grouped((plan, SourceLine(number, words)) for plan, number, words in found)


def lines(reader: Reader) -> Mapping[Id, list[Line]]:
    c = kept.lines.c
    found = reader.rows(kept.lines, select(c.item_id, c.role, c.label, c.mark, c.ending, c.words))
    return grouped(
        (item, Line(ROLES[role], label, MARKS[mark], ending, reader.texts[words]))
        for item, role, label, mark, ending, words in found
    )


def levels(reader: Reader) -> Mapping[Id, list[Mark]]:
    c = kept.levels.c
    return grouped((table, MARKS[mark]) for table, mark in reader.rows(kept.levels, select(c.table_id, c.mark)))


def columns(reader: Reader) -> Mapping[Id, list[Column]]:
    c, texts = kept.columns.c, reader.texts
    found = reader.rows(kept.columns, select(c.table_id, c.id, c.role, c.title, c.over_title, c.width))
    return grouped(
        (table, Column(id_, ROLES[role], texts[title], texts[over], width))
        for table, id_, role, title, over, width in found
    )


def rows(reader: Reader) -> Mapping[Id, list[Row]]:
    c, texts = kept.rows.c, reader.texts
    cells, merges = _cells(reader), _merges(reader)
    found = reader.rows(kept.rows, select(c.table_id, c.id, c.kind, c.level, c.title, c.task_id, c.target_id))
    return grouped(
        (
            table,
            Row(
                *(id_, KINDS[kind], level, texts[title], task or "", target or ""),
                tuple(cells.get(id_, ())),
                tuple(merges.get(id_, ())),
            ),
        )
        for table, id_, kind, level, title, task, target in found
    )


def _cells(reader: Reader) -> Mapping[Id, list[tuple[Id, Text]]]:
    c = kept.cells.c
    found = reader.rows(kept.cells, select(c.row_id, c.column_id, c.words))
    return grouped((row, (column, reader.texts[words])) for row, column, words in found)


def _merges(reader: Reader) -> Mapping[Id, list[Id]]:
    c = kept.merges.c
    return grouped((row, column) for row, column in reader.rows(kept.merges, select(c.row_id, c.column_id)))
