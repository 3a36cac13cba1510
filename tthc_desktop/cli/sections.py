"""The outline of a plan as plain data."""

from collections.abc import Iterator, Mapping
from itertools import takewhile

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import numbers
from tthc_desktop.models.plan import Item, Line, Node, Plan, line_value, words

Section = dict[str, object]


def sections(plan: Plan, nodes: tuple[Node, ...]) -> list[Section]:
    """Return the items of a part of the text with everything below them; its tables are listed elsewhere."""
    return list(_sections(plan, nodes, numbers(nodes)))


def _sections(plan: Plan, nodes: tuple[Node, ...], bare: Mapping[Id, str]) -> Iterator[Section]:
    for node in nodes:
        if isinstance(node, Item):
            yield _section(plan, node, bare)


def _section(plan: Plan, item: Item, bare: Mapping[Id, str]) -> Section:
    """Return one item; unmarked paragraphs right below a marked one are the rest of its words."""
    own = str(words(plan, item))
    more = list(takewhile(_goes_on, item.children)) if item.mark is not Mark.NONE else []
    texts = [] if item.heading else [own]
    texts += [str(words(plan, child)) for child in more if isinstance(child, Item)]
    return {
        "mark": str(item.mark),
        "number": bare[item.id],
        "title": own if item.heading else "",
        "text": "\n".join(texts),
        "task": item.task_id or None,
        "lines": [_line(plan, item, line) for line in item.lines],
        "sections": list(_sections(plan, item.children[len(more) :], bare)),
    }


def _goes_on(node: Node) -> bool:
    return isinstance(node, Item) and node.mark is Mark.NONE and not (node.heading or node.children or node.task_id)


def _line(plan: Plan, item: Item, line: Line) -> Section:
    return {"role": str(line.role), "label": line.label, "text": str(line_value(plan, item, line))}
