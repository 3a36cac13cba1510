"""The head and the foot of the page surface, whose parts stand side by side as on paper."""

from collections.abc import Iterator
from dataclasses import replace

from tthc_desktop.models.addressing import ADDRESSEES, SUBJECT, addressee_part, has_subject_mark, is_letter
from tthc_desktop.models.plan import Plan, Recipient
from tthc_desktop.models.text import Text, plain
from tthc_desktop.ui.plan.paragraph import HEADER, SIGNATURE, Cell, Kind, Paragraph, Place, Style

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
HEAD, NUMBER, ABOUT, FOOT = "head", "number", "about", "foot"


def _field(part: str, style: Style, words: Text | str, name: str, cell: Cell | None = None) -> Paragraph:
    value = words if isinstance(words, Text) else plain(words)
    return Paragraph(
        Place("", part), style, Kind.FIELD, value, name=name, hint=_HINTS[part], cell=cell, ruled=part in _RULED
    )


_HINTS = {
    "parent_agency": "Cơ quan chủ quản",
    "agency": "Cơ quan ban hành",
    "number": "…",
    "symbol": "ký hiệu",
    "place": "Địa danh",
    "date": "ngày … tháng … năm …",
    "kind": "KẾ HOẠCH",
    "title": "Trích yếu: kế hoạch này về việc gì",
    "attached": "(Kèm theo …)",
    "capacity": "Quyền hạn, chức vụ",
    "signatory": "Họ và tên người ký",
}
_LABEL = "Kính gửi:"
_RULED = {"agency", "title"}


def head(plan: Plan) -> Iterator[Paragraph]:
    """Yield the head of the paper."""
    known = plan.header
    yield Paragraph(Place(HEADER, "caption"), Style.GAP, Kind.CAPTION)
    left, right = (HEAD, 0, 0), (HEAD, 0, 1)
    yield _field("parent_agency", Style.CENTRED, known.parent_agency, "cơ quan chủ quản", left)
    yield _field("agency", Style.STRONG, known.agency, "cơ quan ban hành", left)
    yield _fixed("nation", NATION, right)
    yield _fixed("motto", MOTTO, right)
    yield Paragraph(Place(HEADER, "gap"), Style.GAP, Kind.CAPTION)
    yield _marked(_field("number", Style.NUMBER, known.number, "số", (NUMBER, 0, 0)), mark="Số:")
    yield _marked(_field("symbol", Style.SYMBOL, known.symbol, "ký hiệu", (NUMBER, 0, 1)), mark="/")
    yield _marked(_field("place", Style.PLACE, known.place, "địa danh", (NUMBER, 0, 2)), ending=",")
    yield _field("date", Style.DATE, date_words(known.day, known.month, known.year), "ngày ban hành", (NUMBER, 0, 3))
    yield from _about(plan) if is_letter(plan) else _title(plan)
    if plan.attached:
        yield _field("attached", Style.CENTRED, plan.attached, "dòng kèm theo")
    yield from _addressees(plan)


def _title(plan: Plan) -> Iterator[Paragraph]:
    yield Paragraph(Place(HEADER, "space"), Style.GAP, Kind.CAPTION)
    yield _field("kind", Style.TITLE, plan.kind, "tên loại")
    yield _field("title", Style.TITLE, plan.title, "trích yếu")


def _about(plan: Plan) -> Iterator[Paragraph]:
    """Yield what a công văn is about, below its number, and beside it that it is one, which is not printed."""
    yield Paragraph(Place(HEADER, "above subject"), Style.GAP, Kind.CAPTION)
    about = _field("title", Style.SUBJECT, plan.title, "trích yếu", (ABOUT, 0, 0))
    mark = "" if has_subject_mark(plan.title) else SUBJECT
    yield replace(about, mark=mark, hint="việc gì", ruled=False)
    yield _field("kind", Style.UNPRINTED, plan.kind, "tên loại", (ABOUT, 0, 1))
    yield Paragraph(Place(HEADER, "space"), Style.GAP, Kind.CAPTION)


def _addressees(plan: Plan) -> Iterator[Paragraph]:
    """Yield the lines after Kính gửi; a công văn without one has the place to type it."""
    if not plan.addressees:
        if is_letter(plan):
            hint, name = "Gõ nơi nhận công văn", "nơi kính gửi 1"
            yield Paragraph(Place(ADDRESSEES, "first"), Style.ADDRESSEE, Kind.FIRST, mark=_LABEL, hint=hint, name=name)
        return
    dash = " -" if len(plan.addressees) > 1 else ""
    for place, words in enumerate(plan.addressees):
        mark, name = dash.strip() if place else f"{_LABEL}{dash}", f"nơi kính gửi {place + 1}"
        at = Place(ADDRESSEES, addressee_part(place))
        yield Paragraph(at, Style.ADDRESSEE, Kind.ADDRESSEE, plain(words), mark, hint="Gõ nơi nhận", name=name)


def _fixed(part: str, words: str, cell: Cell) -> Paragraph:
    return Paragraph(Place(HEADER, part), Style.EMBLEM, Kind.CAPTION, plain(words), cell=cell, ruled=part == "motto")


def _marked(field: Paragraph, mark: str = "", ending: str = "") -> Paragraph:
    return replace(field, mark=mark, ending=ending)


def date_words(day: int | None, month: int | None, year: int | None) -> str:
    """Return `ngày 05 tháng 01 năm 2025` with … for what is not known, nothing when all is unknown (II.4.b)."""
    if day is None and month is None and year is None:
        return ""
    days = "…" if day is None else f"{day:02d}"
    months = "…" if month is None else f"{month:02d}" if month < 3 else str(month)
    return f"ngày {days} tháng {months} năm {'…' if year is None else year}"


def foot(plan: Plan) -> Iterator[Paragraph]:
    """Yield the recipients at the left, who signs at the right."""
    left, right = (FOOT, 0, 0), (FOOT, 0, 1)
    yield Paragraph(Place(SIGNATURE, "caption"), Style.GAP, Kind.CAPTION)
    yield Paragraph(Place(SIGNATURE, "recipients"), Style.LABEL, Kind.CAPTION, plain("Nơi nhận:"), cell=left)
    if not plan.recipients:
        hint, name = "Gõ nơi nhận đầu tiên", "nơi nhận 1"
        yield Paragraph(Place(SIGNATURE, "first"), Style.FOOT, Kind.FIRST, mark="-", hint=hint, name=name, cell=left)
    for place, recipient in enumerate(plan.recipients, 1):
        yield _recipient(place, recipient, left)
    yield _field("capacity", Style.STRONG, "\n".join(plan.signatory.capacity), "quyền hạn, chức vụ", right)
    yield _field("signatory", Style.NAME, plan.signatory.name, "người ký", right)
    yield Paragraph(Place(SIGNATURE, "end"), Style.GAP, Kind.CAPTION)


def _recipient(place: int, recipient: Recipient, cell: Cell) -> Paragraph:
    mark, name = "-" if recipient.level == 0 else "+", f"nơi nhận {place}"
    return Paragraph(
        *(Place(recipient.id), Style.FOOT, Kind.RECIPIENT, plain(recipient.text), mark),
        hint="Gõ nơi nhận",
        level=recipient.level,
        name=name,
        cell=cell,
    )
