"""The plan with other words in some of its values; every branch without one of them is shared."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from tthc_desktop.models.addressing import ADDRESSEES, addressee_part
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Appendix, Header, Item, Line, Node, Plan, Recipient, Signatory
from tthc_desktop.models.searching.spots import Value
from tthc_desktop.models.table import Column, Row, Table
from tthc_desktop.models.text import Text

M = TypeVar("M")
_HEADER = frozenset({"parent_agency", "agency", "number", "symbol", "place"})


def rewritten(plan: Plan, values: Mapping[Value, Text]) -> Plan:
    """Return the plan in which each of the values says something else; a plan without a change is itself."""
    by_owner: dict[Id, dict[str, Text]] = {}
    for (owner, part), words in values.items():
        by_owner.setdefault(owner, {})[part] = words
    return _Rewriting(by_owner).plan(plan) if by_owner else plan


def _with(member: M, **fields: object) -> M:
    """Return the member with these fields, itself when it has them already."""
    changed: dict[str, Any] = {name: value for name, value in fields.items() if getattr(member, name) is not value}
    return replace(member, **changed) if changed else member  # type: ignore[type-var]


class _Rewriting:
    """New words by owner and part while a plan is rebuilt."""

    def __init__(self, new: Mapping[Id, Mapping[str, Text]]) -> None:
        self._new = new

    def _members(self, members: tuple[M, ...], make: Callable[[M], M]) -> tuple[M, ...]:
        made = tuple(make(member) for member in members)
        return members if all(a is b for a, b in zip(members, made, strict=True)) else made

    def plan(self, plan: Plan) -> Plan:
        own = self._new.get("", {})
        return _with(
            plan,
            kind=_string(own, "kind", plan.kind),
            title=own.get("title", plan.title),
            attached=own.get("attached", plan.attached),
            header=_header(plan.header, own),
            signatory=_signatory(plan.signatory, own),
            addressees=self._addressees(plan.addressees),
            bases=self._members(plan.bases, lambda basis: _with(basis, text=self._text(basis.id, "text", basis.text))),
            body=self._nodes(plan.body),
            appendices=self._members(plan.appendices, self._appendix),
            recipients=self._members(plan.recipients, self._recipient),
            tasks=self._held(plan.tasks),
            targets=self._held(plan.targets),
        )

    def _addressees(self, old: tuple[str, ...]) -> tuple[str, ...]:
        own = self._new.get(ADDRESSEES)
        return tuple(_string(own, addressee_part(at), words) for at, words in enumerate(old)) if own else old

    def _text(self, owner: Id, part: str, old: Text) -> Text:
        return self._new.get(owner, {}).get(part, old)

    def _recipient(self, recipient: Recipient) -> Recipient:
        return _with(recipient, text=_string(self._new.get(recipient.id, {}), "text", recipient.text))

    def _held(self, holders: Mapping[Id, M]) -> Mapping[Id, M]:
        """Return tasks or targets with the new words of some of them."""
        changed = {id_: _with(holders[id_], **new) for id_, new in self._new.items() if id_ in holders}
        return {**holders, **changed} if changed else holders

    def _appendix(self, appendix: Appendix) -> Appendix:
        own = self._new.get(appendix.id, {})
        return _with(
            appendix,
            title=own.get("title", appendix.title),
            attached=own.get("attached", appendix.attached),
            nodes=self._nodes(appendix.nodes),
        )

    def _nodes(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        return self._members(nodes, lambda node: self._item(node) if isinstance(node, Item) else self._table(node))

    def _item(self, item: Item) -> Item:
        own = self._new.get(item.id, {})
        lines = tuple(_line(line, place, own) for place, line in enumerate(item.lines)) if own else item.lines
        return _with(
            item,
            text=own.get("text", item.text),
            children=self._nodes(item.children),
            lines=item.lines if lines == item.lines else lines,
        )

    def _table(self, table: Table) -> Table:
        return _with(
            table, columns=self._members(table.columns, self._column), rows=self._members(table.rows, self._row)
        )

    def _column(self, column: Column) -> Column:
        own = self._new.get(column.id, {})
        return _with(column, title=own.get("title", column.title), over=own.get("over", column.over))

    def _row(self, row: Row) -> Row:
        own = self._new.get(row.id)
        if own is None:
            return row
        cells = tuple((column, own.get(f"cell {column}", words)) for column, words in row.cells)
        return replace(row, title=own.get("title", row.title), cells=cells)


def _string(own: Mapping[str, Text], part: str, old: str) -> str:
    return str(own[part]) if part in own else old


def _header(header: Header, own: Mapping[str, Text]) -> Header:
    fields: dict[str, Any] = {part: str(words) for part, words in own.items() if part in _HEADER}
    return replace(header, **fields) if fields else header


def _signatory(signatory: Signatory, own: Mapping[str, Text]) -> Signatory:
    if "capacity" in own:
        lines = tuple(line.strip() for line in str(own["capacity"]).split("\n"))
        signatory = replace(signatory, capacity=tuple(line for line in lines if line))
    return replace(signatory, name=str(own["signatory"])) if "signatory" in own else signatory


def _line(line: Line, place: int, own: Mapping[str, Text]) -> Line:
    label = _string(own, f"label {place}", line.label)
    return replace(line, label=label, words=own.get(f"line {place}", line.words))
