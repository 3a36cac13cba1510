"""The text of a plan as a row of paragraphs for the page surface: what stands where and what Hoàn tác calls it."""

from collections.abc import Iterator

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import printed
from tthc_desktop.models.outline import appendix_label, numbers
from tthc_desktop.models.plan import Appendix, Item, Node, Plan, line_value, opens_plan, words
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import plain
from tthc_desktop.ui.plan.names import appendix_name, item_names, table_name
from tthc_desktop.ui.plan.paper_parts import foot, head
from tthc_desktop.ui.plan.paragraph import BASES, BODY, Kind, Paragraph, Place, Style
from tthc_desktop.ui.plan.table_face import face


def paragraphs(plan: Plan) -> tuple[Paragraph, ...]:
    """Return the whole text in reading order."""
    return (*head(plan), *_bases(plan), *_body(plan), *foot(plan), *_appendices(plan))


def _gap(owner: Id) -> Paragraph:
    return Paragraph(Place(owner, "caption"), Style.GAP, Kind.CAPTION)


def _first(owner: Id, style: Style, hint: str, name: str) -> Paragraph:
    return Paragraph(Place(owner, "first"), style, Kind.FIRST, hint=hint, name=name)


def _bases(plan: Plan) -> Iterator[Paragraph]:
    yield _gap(BASES)
    if not plan.bases:
        yield _first(BASES, Style.BASIS, "Gõ căn cứ đầu tiên: Căn cứ …", "căn cứ 1")
    for place, basis in enumerate(plan.bases, 1):
        style = Style.BODY if opens_plan(basis) else Style.BASIS
        yield Paragraph(Place(basis.id), style, Kind.BASIS, basis.text, hint="Căn cứ …", name=f"căn cứ {place}")


def _body(plan: Plan) -> Iterator[Paragraph]:
    yield _gap(BODY)
    if not plan.body:
        yield _first(BODY, Style.HEADING, "Gõ đề mục đầu tiên", "mục I")
    yield from _nodes(plan, plan.body)


def _nodes(plan: Plan, nodes: tuple[Node, ...]) -> Iterator[Paragraph]:
    numbered = numbers(nodes)
    yield from _below(plan, nodes, 0, numbered, item_names(nodes, numbered))


def _below(
    plan: Plan, nodes: tuple[Node, ...], level: int, numbered: dict[Id, str], names: dict[Id, str]
) -> Iterator[Paragraph]:
    for node in nodes:
        if isinstance(node, Table):
            yield table_paragraph(plan, node, level)
            continue
        style = Style.HEADING if node.heading else Style.BODY
        mark = printed(node.mark, numbered[node.id])
        own, hint = words(plan, node), "Gõ nội dung"
        yield Paragraph(Place(node.id), style, Kind.ITEM, own, mark, hint=hint, level=level, name=names[node.id])
        yield from _below(plan, node.children, level + 1, numbered, names)
        yield from _lines(plan, node, level + 1, names[node.id])


def _lines(plan: Plan, item: Item, level: int, name: str) -> Iterator[Paragraph]:
    for place, line in enumerate(item.lines):
        label = f"{printed(line.mark, '')} {line.label}:".strip()
        value = line_value(plan, item, line)
        called = f"{line.label[:1].lower()}{line.label[1:]} của {name}"
        at = Place(item.id, f"line {place}")
        yield Paragraph(at, Style.LINE, Kind.LINE, value, label, line.ending, "chưa có", level, called)


def table_paragraph(plan: Plan, table: Table, level: int = 0) -> Paragraph:
    """Return what stands in the text for a table."""
    name = table_name(plan, table)
    called = f"{name} · {len(table.rows)} hàng · bấm đúp để mở và sửa"
    return Paragraph(
        *(Place(table.id, "table"), Style.TABLE, Kind.TABLE, plain(called)),
        level=level,
        name=name,
        face=face(plan, table),
    )


def _appendices(plan: Plan) -> Iterator[Paragraph]:
    for appendix in plan.appendices:
        yield from _appendix(plan, appendix)


def _appendix(plan: Plan, appendix: Appendix) -> Iterator[Paragraph]:
    called = appendix_name(plan, appendix)
    label = plain(appendix_label(plan, appendix))
    yield Paragraph(Place(appendix.id, "caption"), Style.CAPTION, Kind.CAPTION, label)
    title, attached = Place(appendix.id, "title"), Place(appendix.id, "attached")
    yield Paragraph(title, Style.STRONG, Kind.APPENDIX, appendix.title, hint="Tên phụ lục", name=f"tên {called}")
    name = f"dòng kèm theo của {called}"
    yield Paragraph(attached, Style.CENTRED, Kind.APPENDIX, appendix.attached, hint="(Kèm theo …)", name=name)
    if not appendix.nodes:
        yield _first(appendix.id, Style.BODY, "Gõ nội dung phụ lục, hoặc chèn bảng", f"đoạn đầu của {called}")
    yield from _nodes(plan, appendix.nodes)
