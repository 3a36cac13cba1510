"""A whole paper under review: what each part is made, what stays out, and where each line of the paper went.

Every line that was read is either placed or unplaced, after any number of choices. A choice makes another value, so
that the one before it takes the choice back.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from tthc_desktop.errors import UserError
from tthc_desktop.models.copying import identities
from tthc_desktop.models.editing import paper, parts, structure, text
from tthc_desktop.models.editing.parts import Kind, Piece, What
from tthc_desktop.models.editing.sequence import Entry, flattened, grown, place_in, root_of, settled
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Basis, Item, Plan, SourceLine, line_value
from tthc_desktop.models.text import Text, join, plain


@dataclass(frozen=True)
class Reviewed:
    """A plan with all its parts, those in `left` too, and what each line of its paper went into.

    `placed` is that of a draft: a line that only belongs to the paper stands under "".
    """

    plan: Plan
    lines: tuple[SourceLine, ...] = ()
    placed: Mapping[int, Id] = field(default_factory=dict)
    left: frozenset[Id] = frozenset()

    @cached_property
    def taken(self) -> Plan:
        """The plan without what is left out; lines without a place are kept in it."""
        plan = _without(self.plan, self._out) if self._out else self.plan
        unplaced = tuple(line for line in self.lines if line.number not in self.fate)
        return plan if unplaced == plan.unplaced else replace(plan, unplaced=unplaced)

    @cached_property
    def fate(self) -> Mapping[int, Id]:
        """What each placed line goes into; the lines of a part that is left out are not placed any more."""
        gone = {number for part_id in self._out for number in self.lines_of.get(part_id, ())}
        return {number: owner for number, owner in self.placed.items() if number not in gone} if gone else self.placed

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All parts in reading order, those that are left out too."""
        return parts.pieces(self.plan)

    @cached_property
    def owners(self) -> Mapping[Id, Id]:
        """The part that each thing belongs to under which lines are placed: a table for its rows and columns."""
        found = {piece.id: piece.id for piece in self.pieces}
        for table, _ in tables(self.plan):
            found |= {row.id: table.id for row in table.rows} | {column.id: table.id for column in table.columns}
        return found

    @cached_property
    def lines_of(self) -> Mapping[Id, list[int]]:
        """The lines of each part. A part that has none shares those of the one before it."""
        own: dict[Id, list[int]] = {}
        for number in self.placed:
            own.setdefault(self.part_of(number), []).append(number)
        found: dict[Id, list[int]] = {}
        before: list[int] = []
        for piece in self.pieces:
            before = found[piece.id] = own.get(piece.id, before)
        return found

    def part_of(self, number: int) -> Id:
        """Return the part that a line went into, left out or not; empty for none."""
        return self.owners.get(self.placed.get(number, ""), "")

    @cached_property
    def _out(self) -> frozenset[Id]:
        """What is left out; an appendix of which something is taken is not."""
        within = _within(self.plan) if self.left else {}
        return self.left - {appendix_id for appendix_id, nodes in within.items() if not nodes <= self.left}


def _without(plan: Plan, left: frozenset[Id]) -> Plan:
    made = paper.remove_bases(plan, [basis.id for basis in plan.bases if basis.id in left])
    for nodes in (plan.body, *(appendix.nodes for appendix in plan.appendices)):
        made = structure.cut_out(made, [node.id for _, node in flattened(nodes) if node.id in left])
    for appendix in plan.appendices:
        if appendix.id in left:
            made = paper.remove_appendix(made, appendix.id)
    return made


def make(reviewed: Reviewed, part_id: Id, kind: Kind) -> Reviewed:
    """Make a part something else; the lines of what is merged into it go with it."""
    plan = parts.make(reviewed.plan, part_id, kind)
    return reviewed if plan is reviewed.plan else _with_plan(reviewed, plan, part_id)


def shift(reviewed: Reviewed, part_id: Id, step: int) -> Reviewed:
    """Move a paragraph or table with all below it one level in or out."""
    plan = reviewed.plan
    if _is_basis(plan, part_id) or any(appendix.id == part_id for appendix in plan.appendices):
        return reviewed
    move = structure.demote if step > 0 else structure.promote
    return _with_plan(reviewed, move(plan, (part_id,)), part_id)


def _with_plan(reviewed: Reviewed, plan: Plan, heir: Id) -> Reviewed:
    """Return another plan; what it no longer has gives its lines to a part that it has."""
    gone = identities(reviewed.plan) - identities(plan)
    placed = {number: heir if owner in gone else owner for number, owner in reviewed.placed.items()}
    return replace(reviewed, plan=plan, placed=placed, left=reviewed.left - gone)


def turn(reviewed: Reviewed, part_ids: Collection[Id]) -> Reviewed:
    """Leave parts out, or take them when all of them are left out; an appendix goes and comes with all it holds."""
    within = _within(reviewed.plan)
    wanted = frozenset(part_ids).union(*(nodes for one, nodes in within.items() if one in part_ids))
    if not wanted <= reviewed.left:
        return replace(reviewed, left=reviewed.left | wanted)
    whole = {appendix_id for appendix_id, nodes in within.items() if nodes & wanted}
    return replace(reviewed, left=reviewed.left - wanted - whole)


def _within(plan: Plan) -> dict[Id, frozenset[Id]]:
    """Return what each appendix holds."""
    return {one.id: frozenset(entry.node.id for entry in flattened(one.nodes)) for one in plan.appendices}


def put(reviewed: Reviewed, number: int) -> Reviewed:
    """Make a paragraph of a line, between the parts of its neighbours; a line of a part that is left out takes it."""
    line = next(one for one in reviewed.lines if one.number == number)
    if out := [part_id for part_id in reviewed.left if number in reviewed.lines_of.get(part_id, ())]:
        return turn(reviewed, out)
    if reviewed.placed.get(number):
        return reviewed
    made, said = new_id(), plain(" ".join(line.text.split()))
    before, after = _neighbours(reviewed, number)
    plan = reviewed.plan
    if _is_basis(plan, before) and _is_basis(plan, after):
        place = next(place for place, basis in enumerate(plan.bases, 1) if basis.id == before)
        plan = paper.insert_bases(plan, place, (Basis(made, said),))
    else:
        plan = _inserted(plan, before, Item(made, text=said))
    return replace(reviewed, plan=plan, placed=_in_order({**reviewed.placed, number: made}))


def add_to_part_before(reviewed: Reviewed, number: int) -> Reviewed:
    """Append an unplaced line to the paragraph before it."""
    line = next(one for one in reviewed.lines if one.number == number)
    if number in reviewed.fate:
        return reviewed
    before, _ = _neighbours(reviewed, number)
    said = plain(" ".join(line.text.split()))
    plan = reviewed.plan
    piece = next((one for one in reviewed.pieces if one.id == before), None)
    if piece is None or piece.kind.what in {*parts.ROWS_OF, What.APPENDIX}:
        raise UserError(
            f"Không có đoạn văn nào ngay trước dòng {number} để nối vào.", "Hãy đưa dòng này vào thành một đoạn riêng."
        )
    made = _longer(plan, piece, said)
    return replace(reviewed, plan=made, placed=_in_order({**reviewed.placed, number: before}))


def _longer(plan: Plan, piece: Piece, said: Text) -> Plan:
    """Append words to what a paragraph says last."""
    if piece.kind.what is What.BASIS:
        return paper.set_basis(plan, piece.id, join((piece.words, said), " "))
    item = text.find_item(plan, piece.id)
    if not item.lines:
        return text.set_words(plan, piece.id, join((piece.words, said), " "))
    last = len(item.lines) - 1
    return text.set_line(plan, piece.id, last, join((line_value(plan, item, item.lines[last]), said), " "))


def _in_order(placed: Mapping[int, Id]) -> Mapping[int, Id]:
    return dict(sorted(placed.items()))


def _neighbours(reviewed: Reviewed, number: int) -> tuple[Id, Id]:
    """Return the parts of the nearest lines before and after a line that went into parts, empty for none."""
    at = {line: part_id for line in reviewed.placed if (part_id := reviewed.part_of(line))}
    before = max((line for line in at if line < number), default=0)
    after = min((line for line in at if line > number), default=0)
    return at.get(before, ""), at.get(after, "")


def _is_basis(plan: Plan, part_id: Id) -> bool:
    return any(basis.id == part_id for basis in plan.bases)


def _inserted(plan: Plan, before: Id, new: Item) -> Plan:
    """Put a paragraph right behind a part, above what stands below that; without a part at the beginning."""
    if any(appendix.id == before for appendix in plan.appendices):
        return text.insert_nodes(plan, before, 0, (new,))
    if not before or _is_basis(plan, before):
        return text.insert_nodes(plan, plan.id, 0, (new,))
    root = root_of(plan, before)
    entries = flattened(text.nodes_under(plan, root))
    place = place_in(entries, before) + 1
    depth = max(entry.depth for entry in entries[place - 1 : place + 1])
    made = [*entries[:place], Entry(depth, new), *entries[place:]]
    return text.with_nodes(plan, root, grown(settled(made), ()))
