"""A fragment under review: what each of its parts is, how a person makes it something else, and what is left out."""

from collections.abc import Collection

from tthc_desktop.models.editing import paper, parts, structure
from tthc_desktop.models.editing.parts import Kind, Piece
from tthc_desktop.models.editing.sequence import flattened
from tthc_desktop.models.fragment import Fragment, part, whole
from tthc_desktop.models.identity import Id


def pieces(fragment: Fragment) -> tuple[Piece, ...]:
    """Return the parts in reading order, the bases first."""
    return parts.pieces(whole(fragment))


def make(fragment: Fragment, part_id: Id, kind: Kind) -> Fragment:
    """Make a part something else; no word is lost."""
    plan = whole(fragment)
    made = parts.make(plan, part_id, kind)
    return fragment if made is plan else part(made)


def shift(fragment: Fragment, part_id: Id, step: int) -> Fragment:
    """Move a part with all below it one level in or out."""
    if all(basis.id != part_id for basis in fragment.bases):
        move = structure.demote if step > 0 else structure.promote
        return part(move(whole(fragment), (part_id,)))
    return fragment


def without(fragment: Fragment, ids: Collection[Id]) -> Fragment:
    """Leave parts out; what stands below one that goes stays."""
    plan = whole(fragment)
    bases = [basis.id for basis in plan.bases if basis.id in ids]
    nodes = [node.id for _, node in flattened(plan.body) if node.id in ids]
    return part(structure.cut_out(paper.remove_bases(plan, bases), nodes))
