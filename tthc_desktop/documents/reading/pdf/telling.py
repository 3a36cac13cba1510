"""What has to be told of a PDF: who signed it, pages that are pictures, letters guessed or unknown."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.documents.reading.legacy import guess
from tthc_desktop.documents.reading.pdf.arranging import Arranged
from tthc_desktop.documents.reading.pdf.composing import has_old_letters
from tthc_desktop.documents.reading.pdf.line import Line
from tthc_desktop.documents.reading.pdf.seals import Seal
from tthc_desktop.documents.reading.pdf.sheet import Sheet
from tthc_desktop.documents.reading.syllables import is_syllable
from tthc_desktop.errors import UserError

_FEW = 40
"""So few letters on a page are a number, a stamp or a note, not the page's own words."""
_UNREADABLE, _SOME = 0.3, 0.01
_MOSTLY = 0.5
_COVERS = 0.5
"""The share of a page that the picture of a scan covers at least."""
_WHOLE = "cả văn bản"
_MOST_NAMED = 12
_SAMPLE, _LEAST_SAMPLE, _FEW_SYLLABLES = 400, 60, 0.12
"""A text of so many words in which so few are syllables is none; in English a quarter could be."""
_INSTEAD = (
    "Hãy xin tệp gốc (Word, hoặc PDF xuất thẳng từ Word), hoặc dùng phần mềm nhận dạng chữ (OCR) tạo tệp có chữ "
    "rồi nhập tệp đó."
)


def refuse_scan(pages: Sequence[Arranged], name: str) -> None:
    """Raise a `UserError` for a file whose pages have no words of their own."""
    written = sum(page.sheet.written.count for page in pages)
    if written and sum(page.sheet.written.unknown for page in pages) > _UNREADABLE * written:
        raise UserError(
            f"Chữ trong tệp “{name}” được lưu bằng mã riêng của phông chữ, không đọc ra được lời văn (như bản quét).",
            _INSTEAD,
        )
    fewest = _FEW if any(page.sheet.drawn.pictures for page in pages) else 0
    if any(page.letters > fewest for page in pages):
        return
    what = "chỉ có chữ của con dấu, chữ ký số hoặc số trang" if written else "không có chữ nào"
    raise UserError(f"Tệp “{name}” là bản quét (ảnh chụp trang giấy), {what} nên không đọc được lời văn.", _INSTEAD)


def problems(pages: Sequence[Arranged], lost: Sequence[int]) -> Iterator[Problem]:
    """Yield what has to be told; `lost` are the pages that are damaged."""
    if lost:
        yield _on(lost, "bị hỏng trong tệp nên không đọc được; hãy so với bản giấy.")
    scanned = [page.sheet.number for page in pages if page.letters <= _FEW and is_picture(page.sheet)]
    if scanned:
        yield _on(scanned, "là ảnh quét, không có chữ để đọc; phần đó phải gõ lại.")
    guessed = _numbers(pages, lambda page: page.hidden > _MOSTLY)
    if guessed:
        yield _on(guessed, "là bản quét, chữ do máy nhận dạng nên có thể sai; hãy so kỹ với ảnh trang.")
    unknown = _numbers(pages, lambda page: page.sheet.written.unknown > _SOME * page.sheet.written.count)
    if unknown:
        yield _on(unknown, "có chữ lưu bằng mã riêng của phông, không đọc ra được; hãy so với bản in.")
    if _says_nothing(pages):
        yield Problem(_WHOLE, "Chữ đọc ra hầu như không có tiếng Việt, có thể phông chữ lưu sai mã; hãy so với bản in.")
    for page in pages:
        for seal in page.seals:
            yield Problem(f"trang {page.sheet.number}", _signed(seal))


def _says_nothing(pages: Sequence[Arranged]) -> bool:
    """Tell whether hardly any word is one of Vietnamese: a font may give its letters the wrong meaning."""
    lines = (item for page in pages for item in page.items if isinstance(item, Line))
    words = (word for line in lines if not any(map(has_old_letters, line.fonts)) for word in line.said.split())
    sample = list(islice((word for word in words if len(word) > 1 and word.isalpha()), _SAMPLE))
    if len(sample) < _LEAST_SAMPLE or guess(" ".join(sample)):
        return False
    return sum(map(is_syllable, sample)) < _FEW_SYLLABLES * len(sample)


def _signed(seal: Seal) -> str:
    if seal.stamp:
        stamp = seal.stamp
        return (
            f"Có dấu chữ ký số của cơ quan: số {stamp.number}/{stamp.symbol}, {stamp.at:%d/%m/%Y %H:%M:%S}, để riêng."
        )
    who = f" của {seal.who}" if seal.who else ""
    when = f", ký lúc {seal.when}" if seal.when else ""
    return f"Có chữ ký số{who}{when}; các dòng của chữ ký được để riêng, không thuộc nội dung kế hoạch."


def _numbers(pages: Sequence[Arranged], wanted: Callable[[Arranged], bool]) -> list[int]:
    return [page.sheet.number for page in pages if page.sheet.written.count and wanted(page)]


def is_picture(sheet: Sheet) -> bool:
    """Tell whether one picture covers most of a page."""
    return any(
        (right - left) * (bottom - top) > _COVERS * sheet.width * sheet.height
        for left, top, right, bottom in sheet.drawn.pictures
    )


def _on(numbers: Sequence[int], what: str) -> Problem:
    shown = ", ".join(map(str, numbers[:_MOST_NAMED])) + (" …" if len(numbers) > _MOST_NAMED else "")
    place = f"trang {shown}" if len(numbers) < _MOST_NAMED else _WHOLE
    return Problem(place, f"Trang {shown} {what}")
