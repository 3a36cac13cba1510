"""The name of a unit's workbook: good on every system, and no other's in the same folder."""

import unicodedata
from collections.abc import Collection

from tthc_desktop.documents.writing.file_names import safe_words

_UNIT_LETTERS = 50
_PLAN_LETTERS = 60
_BYTES = 220
"""Linux takes 255 bytes for a name; the rest is for a number and the ending."""


def sheet_name(unit: str, plan_title: str, taken: Collection[str] = (), period: str = "") -> str:
    """Return the name of the workbook for a unit and a period; names that differ in case alone count as taken."""
    parts = (safe_words(unit, _UNIT_LETTERS), *filter(None, (period.replace("/", "-"),)))
    stem = " - ".join(("Bảng việc", *parts, safe_words(plan_title, _PLAN_LETTERS))).rstrip(" .-")
    stem = stem.encode()[:_BYTES].decode(errors="ignore").rstrip(" .-")
    used = {unicodedata.normalize("NFC", name).casefold() for name in taken}
    name, count = f"{stem}.xlsx", 1
    while name.casefold() in used:
        count += 1
        name = f"{stem} ({count}).xlsx"
    return name
