"""A paragraph at which an appendix begins, and an appendix that is only more of the text before it."""

import re
from dataclasses import replace

from tthc_desktop.models.editing import text
from tthc_desktop.models.editing.sequence import flattened, grown, place_in, root_of, settled
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.outline import appendix_label
from tthc_desktop.models.plan import Appendix, Item, Node, Plan
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import Text, plain

_WIDE_COLUMNS = 6
_LABEL = re.compile(r"\s*phụ\s+lục(?:\s+số)?(?:\s+(?:[ivx]+|\d{1,2}))?(?!\w)[\s.:–-]*", re.IGNORECASE)


def as_appendix(plan: Plan, item_id: Id) -> Plan:
    """Begin an appendix at a paragraph, which becomes its title: all that follows in the same text goes into it.

    The words "Phụ lục I" at its beginning go: they are computed for every appendix.
    """
    root, title = root_of(plan, item_id), text.find_item(plan, item_id).text
    entries = flattened(text.nodes_under(plan, root))
    place = place_in(entries, item_id)
    nodes = grown(settled(entries[place + 1 :]), ())
    wide = any(isinstance(node, Table) and len(node.columns) >= _WIDE_COLUMNS for node in nodes)
    appendix = Appendix(item_id, _without_label(title), landscape=wide, nodes=nodes)
    made = text.with_nodes(plan, root, grown(settled(entries[:place]), ()))
    at = next((n for n, one in enumerate(plan.appendices, 1) if one.id == root), 0)
    return replace(made, appendices=(*made.appendices[:at], appendix, *made.appendices[at:]))


def _without_label(title: Text) -> Text:
    match = _LABEL.match(str(title))
    return plain(str(title)[match.end() :]) if match else title


def dissolved(plan: Plan, appendix: Appendix) -> Plan:
    """Append what an appendix holds to the text before it; its title is a paragraph there."""
    at = next(n for n, one in enumerate(plan.appendices) if one.id == appendix.id)
    title = Item(appendix.id, text=appendix.title or plain(appendix_label(plan, appendix)))
    attached = (Item(new_id(), text=appendix.attached),) if appendix.attached else ()
    nodes: tuple[Node, ...] = (title, *attached, *appendix.nodes)
    rest = replace(plan, appendices=(*plan.appendices[:at], *plan.appendices[at + 1 :]))
    root = plan.appendices[at - 1].id if at else plan.id
    return text.with_nodes(rest, root, (*text.nodes_under(rest, root), *nodes))
