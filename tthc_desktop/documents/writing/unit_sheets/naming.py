"""The name of a unit's workbook: good on every system, and no other's in the same folder."""

import re
import unicodedata
from collections.abc import Collection

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
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


def safe_words(words: str, most: int) -> str:
    """Return words that may stand in a file name, cut at the end of a word."""
    kept = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", words)).split())
    if len(kept) > most:
        kept = kept[: most + 1].rsplit(" ", 1)[0][:most]
    return kept.strip(" .")
