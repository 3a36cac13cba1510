"""Where a signature goes in a finished file: an empty field that is there, else the place that the decree gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields

from tthc_desktop.documents.decree import Rules, rules
from tthc_desktop.documents.limits import MOST_PAGES
from tthc_desktop.documents.measuring import read_print
from tthc_desktop.documents.signing.making.source import told
from tthc_desktop.documents.signing.verifying import WRONG
from tthc_desktop.errors import UserError
from tthc_desktop.models.measuring.appendix import AppendixHead, appendix_heads
from tthc_desktop.models.measuring.foot import foot_of
from tthc_desktop.models.measuring.parts import parts
from tthc_desktop.models.measuring.values import MeasuredPaper
from tthc_desktop.models.signature_places import ORGANISATION, PERSON, SignaturePlace
from tthc_desktop.models.signing import SignAs

_APPENDIX = "Phụ lục"
_DEEPEST = 50
"""How many steps the tree of pages is followed upwards, which in a damaged file may lead round."""


_NAMES = {SignAs.PERSON: PERSON, SignAs.ORGANISATION: ORGANISATION}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be signed: as what, in the field of a name if one is given, and the width in points that it needs.

    `page`, from 1, is where an appendix begins, 0 for the first one that is not signed.
    """

    role: SignAs
    field: str = ""
    page: int = 0
    width: float = 0


def place_for(data: bytes, name: str, wanted: Wanted) -> SignaturePlace:
    """Return the field to sign: the one that is named or the first empty one of its kind, else a new one.

    The box of a new field of an appendix is as wide as the room that is kept free for it, or wider. Raises
    `UserError` where there is no place, or none wide enough: what is cut off at the edge would not be seen.
    """
    what = f"Không ký được tệp “{name}”: tệp không theo chuẩn PDF."
    advice = "Hãy in lại tệp từ chương trình này rồi ký."
    with told(what, advice, *WRONG):
        empty, signed = _fields(data)
    called = wanted.field or _NAMES.get(wanted.role, "")
    if called in signed:
        raise UserError(f"Ô ký “{called}” của tệp “{name}” đã được ký.", "Hãy chọn ô ký khác, hoặc lấy tệp chưa ký.")
    if found := next((place for place in empty if _fits(place, wanted.role, called, wanted.page)), None):
        return _wide_enough(found, wanted)
    if wanted.field:
        raise UserError(
            f"Tệp “{name}” không có ô ký “{wanted.field}”.", "Hãy để trống tên ô, chương trình sẽ tự tìm chỗ ký."
        )
    found = _found(read_print(data, name), wanted, signed, name)
    with told(what, advice, *WRONG):
        return _on_page(data, found, name)


def _on_page(data: bytes, place: SignaturePlace, name: str) -> SignaturePlace:
    """Return a place that was measured from the corner of what is seen, as the file counts it."""
    page = PdfFileReader(BytesIO(data), strict=False).find_page_for_modification(place.page)[0].get_object()
    if int(_inherited(page, "/Rotate") or 0) % 360:
        raise UserError(
            f"Trang {place.page + 1} của tệp “{name}” bị xoay nên chữ ký sẽ không nằm đúng chỗ.",
            "Hãy in lại tệp từ chương trình này, hoặc in tệp ra một PDF mới, rồi ký tệp mới.",
        )
    edges = [box for key in ("/MediaBox", "/CropBox") if (box := _inherited(page, key)) is not None]
    x, y = (max((float(min(box[at], box[at + 2])) for box in edges), default=0.0) for at in (0, 1))
    left, bottom, right, top = place.box
    return SignaturePlace(place.name, place.page, (left + x, bottom + y, right + x, top + y))


def _inherited(page: DictionaryObject, key: str) -> Any:  # noqa: ANN401 - untyped
    """Return what a page says, or what stands above it says for it."""
    for _ in range(_DEEPEST):
        if key in page or "/Parent" not in page:
            break
        page = page["/Parent"]
    return page[key] if key in page else None  # noqa: SIM401 - get() would return a reference


def _wide_enough(place: SignaturePlace, wanted: Wanted) -> SignaturePlace:
    if place.box[2] - place.box[0] < wanted.width:
        raise UserError(
            f"Dòng số, ký hiệu, thời gian ký dài hơn ô ký “{place.name}”.",
            "Hãy rút ngắn số, ký hiệu, hoặc ghi số, ký hiệu vào kế hoạch rồi in lại và ký bản in mới.",
        )
    return place


def _fits(place: SignaturePlace, role: SignAs, wanted: str, page: int) -> bool:
    if wanted:
        return place.name == wanted
    return role is SignAs.APPENDIX and place.name.startswith(_APPENDIX) and page in {0, place.page + 1}


def _fields(data: bytes) -> tuple[list[SignaturePlace], set[str]]:
    reader = PdfFileReader(BytesIO(data), strict=False)
    pages = {_page_of(reader, at): at for at in range(min(int(reader.root["/Pages"]["/Count"]), MOST_PAGES))}
    empty: list[SignaturePlace] = []
    signed: set[str] = set()
    for name, value, reference in enumerate_sig_fields(reader):
        held = reference.get_object()
        if value is not None:
            signed.add(name)
        elif "/Rect" in held and "/P" in held:
            one, two, three, four = map(float, held["/Rect"])
            left, bottom, right, top = min(one, three), min(two, four), max(one, three), max(two, four)
            at = pages.get(held.raw_get("/P").idnum, 0)
            empty.append(SignaturePlace(name, at, (left, bottom, right, top)))
    return empty, signed


def _page_of(reader: PdfFileReader, at: int) -> int:
    number: int = reader.find_page_for_modification(at)[0].idnum
    return number


def _found(paper: MeasuredPaper, wanted: Wanted, signed: set[str], name: str) -> SignaturePlace:
    found = parts(paper)
    if wanted.role is SignAs.APPENDIX:
        return _corner(paper, appendix_heads(found), wanted, signed, name)
    foot = foot_of(found)
    if foot is None or not foot.capacity:
        raise UserError(
            f"Không tìm thấy chỗ ký (chức vụ và họ tên người ký) trong tệp “{name}”.",
            "Hãy in lại tệp từ chương trình này, hoặc chọn một ô ký có sẵn.",
        )
    measures, sheet = rules(), foot.sheet
    top = foot.capacity[-1].bottom
    bottom = foot.signer[0].top if foot.signer else top + measures.length("signature_height")
    middle = foot.capacity[0].middle, sheet.page.height - (top + bottom) / 2
    wide, high = measures.length("signature_picture_width"), measures.length("signature_picture_height")
    if wanted.role is SignAs.PERSON:
        return SignaturePlace(PERSON, sheet.at, _around(middle, wide, high))
    seal = measures.length("seal_diameter")
    edge = middle[0] - wide / 2 + wide * measures.number("seal_share")
    return SignaturePlace(ORGANISATION, sheet.at, _around((edge - seal / 2, middle[1]), seal, seal))


def _around(middle: tuple[float, float], width: float, height: float) -> tuple[float, float, float, float]:
    x, y = middle
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _corner(
    paper: MeasuredPaper, heads: Sequence[AppendixHead], wanted: Wanted, signed: set[str], name: str
) -> SignaturePlace:
    """Return the top right corner of an appendix: of the page that is asked for, or the first one not signed."""
    known = [(" ".join(head.label.words.split()), head.sheet.at) for head in heads]
    if wanted.page:
        known = [one for one in known if one[1] == wanted.page - 1] or [
            (f"{_APPENDIX} trang {wanted.page}", at) for at in range(len(paper.pages)) if at == wanted.page - 1
        ]
    free = [one for one in known if one[0] not in signed]
    if not free:
        what = "các phụ lục đã được ký" if known else "không thấy phụ lục nào"
        raise UserError(f"Tệp “{name}”: {what}.", "Hãy chọn trang đầu của phụ lục cần ký.")
    label, at = free[0]
    page = paper.pages[at]
    box = _corner_box(page.width, page.height, wanted.width, rules())
    return _wide_enough(SignaturePlace(label, at, box), wanted)


def _corner_box(width: float, height: float, needed: float, measures: Rules) -> tuple[float, float, float, float]:
    """Return the box at the top right of a page that is kept free for the organisation, wider where it has to be."""
    right, top = width - measures.length("margin_right"), height - measures.length("stamp_line_top")
    wide = min(max(measures.length("stamp_line_width"), needed), right)
    return right - wide, top - measures.length("stamp_line_height"), right, top
