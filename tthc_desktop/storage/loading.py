"""Values built from the file: one question per table, however many records it answers."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVarTuple

from sqlalchemy import Connection, Row, select
from sqlalchemy import Table as SqlTable

from tthc_desktop.models.changes import K
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import Id
from tthc_desktop.models.marks import UNMARKED, PaperSize
from tthc_desktop.models.plan import Appendix, Header, Item, Node, Period, Plan, Signatory
from tthc_desktop.models.table import Table
from tthc_desktop.storage import following, following_tables, parts, register_tables, registers
from tthc_desktop.storage import tables as kept
from tthc_desktop.storage.keys import Key
from tthc_desktop.storage.reader import Reader, grouped

Ts = TypeVarTuple("Ts")
Read = Callable[[Reader, dict[Key, int]], Iterator[K]]
"""Reads the values of one kind, and notes their revisions."""
Owner = tuple[Id | None, Id | None, Id]
"""The item, the appendix and the plan that a node stands under."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Values and the revisions of them that the file holds."""

    holdings: Holdings
    revisions: Mapping[Key, int]


def load(connection: Connection, keys: Collection[Key] | None = None) -> Loaded:
    """Return these values, or all of them but the progress, in the order in which they were made."""
    revisions: dict[Key, int] = {}

    def of(table: SqlTable, read: Read[K]) -> Mapping[Id, K]:
        ids = None if keys is None else [key.id for key in keys if key.table == table.name]
        return {value.id: value for value in read(Reader(connection, ids), revisions)} if ids != [] else {}

    holdings = Holdings(
        plans=of(kept.plans, _plans),
        legal_documents=of(register_tables.legal_documents, registers.legal_documents),
        units=of(register_tables.units, registers.units),
        progress={} if keys is None else of(register_tables.progress, registers.progress),
        sendings=of(register_tables.sendings, registers.sendings),
        known_headings=of(register_tables.known_headings, registers.known_headings),
        follow_ups=of(following_tables.follow_ups, following.follow_ups),
        exchanged_days=of(following_tables.exchanged_days, following.exchanged_days),
        rules=of(following_tables.rules, following.rules),
        regimes=of(following_tables.regimes, following.regimes),
        saved_filters=of(following_tables.saved_filters, following.saved_filters),
        particulars=of(following_tables.particulars, following.particulars),
    )
    return Loaded(holdings, revisions)


class _Builder:
    """The parts of the plans by what they stand under."""

    def __init__(self, reader: Reader) -> None:
        self.bases = parts.bases(reader)
        self.recipients = parts.recipients(reader)
        self.tasks = parts.tasks(reader)
        self.targets = parts.targets(reader)
        self.capacities = parts.capacities(reader)
        self.addressees = parts.addressees(reader)
        self.drawn = parts.drawn(reader)
        self.marks = parts.marks(reader)
        self.stamps = parts.stamps(reader)
        self.unplaced = parts.unplaced(reader)
        self._nodes: defaultdict[Owner, list[tuple[int, Node]]] = defaultdict(list)
        self._take_tables(reader)
        self._take_items(reader)
        self.appendices = self._appendices(reader)

    def nodes(self, item: Id | None, appendix: Id | None, plan: Id) -> tuple[Node, ...]:
        """Return the nodes directly under an item, else under an appendix, else in the plan's running text."""
        found = self._nodes.get((item, appendix, plan))
        return tuple(node for _, node in sorted(found, key=_rank)) if found else ()

    def _take_tables(self, reader: Reader) -> None:
        columns, rows, levels = parts.columns(reader), parts.rows(reader), parts.levels(reader)
        c = kept.tables.c
        question = select(c.id, c.plan_id, c.appendix_id, c.parent_id, c.rank, c.continuous, c.number_in_title, c.chart)
        for id_, plan, appendix, parent, rank, continuous, in_title, chart in reader.rows(kept.tables, question):
            table = Table(
                id_,
                columns=tuple(columns.get(id_, ())),
                rows=tuple(rows.get(id_, ())),
                levels=tuple(levels.get(id_, ())),
                continuous=continuous,
                number_in_title=in_title,
                chart=chart,
            )
            self._nodes[parent, appendix, plan].append((rank, table))

    def _take_items(self, reader: Reader) -> None:
        """Build the items from the innermost outwards, for a value is made with its children."""
        lines = parts.lines(reader)
        c = kept.items.c
        question = select(
            *(c.id, c.plan_id, c.appendix_id, c.parent_id, c.rank, c.mark, c.words, c.heading),
            *(c.task_id, c.shares_id, c.starts_at, c.origin_id),
        )
        for found in _innermost_first(reader.rows(kept.items, question)):
            id_, plan, appendix, parent, rank, mark, words, heading, task, shares, starts_at, origin = found
            item = Item(
                id_,
                mark=parts.MARKS[mark],
                text=reader.texts[words],
                heading=heading,
                children=self.nodes(id_, None, plan),
                task_id=task or "",
                lines=tuple(lines.get(id_, ())),
                shares_id=shares or "",
                starts_at=starts_at,
                origin_id=origin,
            )
            self._nodes[parent, appendix, plan].append((rank, item))

    def _appendices(self, reader: Reader) -> Mapping[Id, list[Appendix]]:
        c, texts, sheets = kept.appendices.c, reader.texts, parts.sheets(reader)
        question = select(c.plan_id, c.id, c.title, c.attached, c.landscape)
        return grouped(
            (
                owner,
                Appendix(
                    *(id_, texts[title], texts[attached], landscape, self.nodes(None, id_, owner)),
                    sheets.get(id_, PaperSize.A4),
                ),
            )
            for owner, id_, title, attached, landscape in reader.rows(kept.appendices, question)
        )


def _rank(ranked: tuple[int, Node]) -> int:
    return ranked[0]


def _innermost_first(found: Sequence[Row[*Ts]]) -> list[Row[*Ts]]:
    parents = {row.id: row.parent_id for row in found}
    depths: dict[Id | None, int] = {None: 0}

    def depth(id_: Id | None) -> int:
        if id_ not in depths:
            depths[id_] = depth(parents[id_]) + 1
        return depths[id_]

    return sorted(found, key=lambda row: -depth(row.id))


def _plans(reader: Reader, revisions: dict[Key, int]) -> Iterator[Plan]:
    found = reader.rows(kept.plans, select(kept.plans))
    if not found:
        return
    built, stages = _Builder(reader), parts.stages(reader)
    for row in found:
        revisions[Key("plans", row.id)] = row.revision
        plan = Plan(
            id=row.id,
            kind=row.kind,
            title=reader.texts[row.title],
            attached=reader.texts[row.attached],
            header=Header(
                row.parent_agency, row.agency, row.number, row.symbol, row.location, row.day, row.month, row.year
            ),
            period=_period(row.period_start, row.period_end),
            bases=tuple(built.bases.get(row.id, ())),
            body=built.nodes(None, None, row.id),
            appendices=tuple(built.appendices.get(row.id, ())),
            signatory=Signatory(tuple(built.capacities.get(row.id, ())), row.signatory_name),
            recipients=tuple(built.recipients.get(row.id, ())),
            tasks={task.id: task for task in built.tasks.get(row.id, ())},
            targets={target.id: target for target in built.targets.get(row.id, ())},
            stamps=tuple(built.stamps.get(row.id, ())),
            source=row.source,
            unplaced=tuple(built.unplaced.get(row.id, ())),
            origin_id=row.origin_id,
            drawn=built.drawn.get(row.id),
            addressees=tuple(built.addressees.get(row.id, ())),
            marks=built.marks.get(row.id, UNMARKED),
        )
        yield replace(plan, **stages[row.id]) if row.id in stages else plan


def _period(start: str | None, end: str | None) -> Period | None:
    return Period(date.fromisoformat(start), date.fromisoformat(end)) if start and end else None
