"""The text of a plan as a row of paragraphs for the page surface: what stands where and what Hoàn tác calls it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import printed
from tthc_desktop.models.outline import appendix_label, numbers
from tthc_desktop.models.plan import Appendix, Item, Node, Plan, Recipient, line_value, opens_plan, words
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import EMPTY, Text, plain
from tthc_desktop.ui.plan.names import appendix_name, item_names, table_name


class Style(StrEnum):
    """How a paragraph looks."""

    CAPTION = "caption"
    FIELD = "field"
    TITLE = "title"
    BASIS = "basis"
    HEADING = "heading"
    BODY = "body"
    LINE = "line"
    TABLE = "table"


class Kind(StrEnum):
    """What a paragraph belongs to, and so what the keys of structure do in it."""

    CAPTION = "caption"
    FIELD = "field"
    BASIS = "basis"
    ITEM = "item"
    LINE = "line"
    TABLE = "table"
    RECIPIENT = "recipient"
    APPENDIX = "appendix"
    FIRST = "first"
    """Stands where a part is empty; what is typed becomes the part's first member."""


HEADER, BASES, BODY, SIGNATURE = "header", "bases", "body", "signature"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph's words are kept: the identity of their owner and which part of it."""

    owner: Id
    part: str = "text"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its words and what is painted beside them but never typed.

    `mark` is the number or label before the words and `ending` the sign after them; `hint` stands where there are
    no words yet; `name` is how the paragraph is called in "Sửa …".
    """

    place: Place
    style: Style
    kind: Kind
    words: Text = EMPTY
    mark: str = ""
    ending: str = ""
    hint: str = ""
    level: int = 0
    name: str = ""

    @property
    def fixed(self) -> bool:
        """Tell whether nothing can be typed here."""
        return self.style in {Style.CAPTION, Style.TABLE}


def paragraphs(plan: Plan) -> tuple[Paragraph, ...]:
    """Return the whole text in reading order."""
    return (*_head(plan), *_bases(plan), *_body(plan), *_end(plan), *_appendices(plan))


def _caption(owner: Id, words_of_it: str, level: int = 0) -> Paragraph:
    return Paragraph(Place(owner, "caption"), Style.CAPTION, Kind.CAPTION, plain(words_of_it), level=level)


def _first(owner: Id, style: Style, hint: str, name: str) -> Paragraph:
    return Paragraph(Place(owner, "first"), style, Kind.FIRST, hint=hint, name=name)


def _field(part: str, label: str, value: str, hint: str) -> Paragraph:
    name = label[0].lower() + label[1:]
    return Paragraph(Place("", part), Style.FIELD, Kind.FIELD, plain(value), mark=label, hint=hint, name=name)


def _head(plan: Plan) -> Iterator[Paragraph]:
    head = plan.header
    yield _caption(HEADER, "Đầu văn bản")
    yield _field("parent_agency", "Cơ quan chủ quản", head.parent_agency, "chưa có")
    yield _field("agency", "Cơ quan ban hành", head.agency, "chưa có")
    yield _field("number", "Số", head.number, "để trống khi chưa ban hành")
    yield _field("symbol", "Ký hiệu", head.symbol, "ví dụ KH-STP")
    yield _field("place", "Địa danh", head.place, "chưa có")
    day = date_words(head.day, head.month, head.year)
    yield _field("date", "Ngày ban hành", day, "dd/MM/yyyy, phần chưa biết để …")
    yield _field("kind", "Tên loại", plan.kind, "KẾ HOẠCH")
    hint = "Trích yếu: kế hoạch này về việc gì"
    yield Paragraph(Place("", "title"), Style.TITLE, Kind.FIELD, plan.title, hint=hint, name="trích yếu")
    if plan.attached:
        yield Paragraph(Place("", "attached"), Style.BASIS, Kind.FIELD, plan.attached, name="dòng kèm theo")


def date_words(day: int | None, month: int | None, year: int | None) -> str:
    """Return a date as dd/MM/yyyy with … for what is not known, nothing when all is unknown."""
    if day is None and month is None and year is None:
        return ""
    return "/".join("…" if part is None else f"{part:02d}" for part in (day, month, year))


def _bases(plan: Plan) -> Iterator[Paragraph]:
    yield _caption(BASES, "Căn cứ")
    if not plan.bases:
        yield _first(BASES, Style.BASIS, "Gõ căn cứ đầu tiên: Căn cứ …", "căn cứ 1")
    for place, basis in enumerate(plan.bases, 1):
        style = Style.BODY if opens_plan(basis) else Style.BASIS
        yield Paragraph(Place(basis.id), style, Kind.BASIS, basis.text, hint="Căn cứ …", name=f"căn cứ {place}")


def _body(plan: Plan) -> Iterator[Paragraph]:
    yield _caption(BODY, "Nội dung")
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
    called = f"{name} · {len(table.rows)} hàng · bấm đúp để mở"
    return Paragraph(Place(table.id, "table"), Style.TABLE, Kind.TABLE, plain(called), level=level, name=name)


def _end(plan: Plan) -> Iterator[Paragraph]:
    yield _caption(SIGNATURE, "Nơi nhận và chữ ký")
    if not plan.recipients:
        yield _first(SIGNATURE, Style.BODY, "Gõ nơi nhận đầu tiên", "nơi nhận 1")
    for place, recipient in enumerate(plan.recipients, 1):
        yield _recipient(place, recipient)
    signatory = plan.signatory
    capacity = "\n".join(signatory.capacity)
    yield _field("capacity", "Quyền hạn, chức vụ", capacity, "ví dụ GIÁM ĐỐC; xuống dòng bằng Shift+Enter")
    yield _field("signatory", "Người ký", signatory.name, "họ và tên")


def _recipient(place: int, recipient: Recipient) -> Paragraph:
    mark, name = "-" if recipient.level == 0 else "+", f"nơi nhận {place}"
    words_of_it = plain(recipient.text)
    return Paragraph(
        Place(recipient.id), Style.BODY, Kind.RECIPIENT, words_of_it, mark, level=recipient.level, name=name
    )


def _appendices(plan: Plan) -> Iterator[Paragraph]:
    for appendix in plan.appendices:
        yield from _appendix(plan, appendix)


def _appendix(plan: Plan, appendix: Appendix) -> Iterator[Paragraph]:
    called = appendix_name(plan, appendix)
    yield _caption(appendix.id, appendix_label(plan, appendix))
    title, attached = Place(appendix.id, "title"), Place(appendix.id, "attached")
    yield Paragraph(title, Style.TITLE, Kind.APPENDIX, appendix.title, hint="Tên phụ lục", name=f"tên {called}")
    name = f"dòng kèm theo của {called}"
    yield Paragraph(attached, Style.BASIS, Kind.APPENDIX, appendix.attached, hint="(Kèm theo …)", name=name)
    if not appendix.nodes:
        yield _first(appendix.id, Style.BODY, "Gõ nội dung phụ lục, hoặc chèn bảng", f"đoạn đầu của {called}")
    yield from _nodes(plan, appendix.nodes)
