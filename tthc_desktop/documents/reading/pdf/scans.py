"""Pages that are pictures of a paper, and letters that no program can read: told, with what to do instead."""

from collections.abc import Sequence

from tthc_desktop.documents.reading.pdf.sheet import Sheet
from tthc_desktop.errors import UserError

_FEW = 40
"""So few letters on a page are a number, a stamp or a note, not the page's own words."""
_UNREADABLE = 0.3
_INSTEAD = (
    "Hãy xin tệp gốc (Word, hoặc PDF xuất thẳng từ Word), hoặc dùng phần mềm nhận dạng chữ (OCR) tạo tệp có chữ "
    "rồi nhập tệp đó."
)


def refuse_scan(sheets: Sequence[Sheet], name: str) -> None:
    """Raise a `UserError` for a file whose pages have no words of their own."""
    written = sum(sheet.written.count for sheet in sheets)
    unknown = sum(sheet.written.unknown for sheet in sheets)
    if written and unknown > _UNREADABLE * written:
        raise UserError(
            f"Chữ trong tệp “{name}” được lưu bằng mã riêng của phông chữ, không đọc ra được lời văn (như bản quét).",
            _INSTEAD,
        )
    worded = [sheet for sheet in sheets if _letters(sheet) > _FEW]
    if not worded:
        what = "chỉ có chữ của con dấu, số trang" if written else "không có chữ nào"
        raise UserError(f"Tệp “{name}” là bản quét (ảnh chụp trang giấy), {what} nên không đọc được lời văn.", _INSTEAD)


def _letters(sheet: Sheet) -> int:
    glyphs = [*sheet.glyphs, *(glyph for turned in sheet.written.turned.values() for glyph in turned)]
    return sum(glyph.char.isalpha() for glyph in glyphs)
