"""Words as a cell shows them, and how words that come back are compared with them."""

import re
from unicodedata import is_normalized, normalize

from tthc_desktop.documents.own_sheets.marks import LONG_SHEET
from tthc_desktop.models.text import Text, clean

MOST = 32_767
"""So many signs, counted as UTF-16 does, fit into a cell of Excel."""
_ROOM_FOR_NOTE = 80
_NOTE = re.compile(rf" … \(còn \d+ ký tự ở trang “{LONG_SHEET}”\)$")
_ESCAPE = re.compile(r"_x[0-9a-fA-F]{4}_")


def settled(words: str) -> str:
    """Return words as every program keeps them: blanks joined, none at the ends of lines or of the whole."""
    lines = (" ".join(line.split()) for line in normalize("NFC", clean(words)).split("\n"))
    return "\n".join(lines).strip()


def cut(words: str) -> tuple[str, str]:
    """Return what a cell shows of some words, with a note where that is not all, and the rest."""
    if 2 * len(words) <= MOST or _units(words) <= MOST:
        return words, ""
    head = words[: MOST - _ROOM_FOR_NOTE]
    while _units(head) > MOST - _ROOM_FOR_NOTE:
        head = head[: -max((_units(head) - MOST + _ROOM_FOR_NOTE) // 2, 1)]
    rest = words[len(head) :]
    return f"{head} … (còn {len(rest)} ký tự ở trang “{LONG_SHEET}”)", rest


def without_note(words: str) -> tuple[str, bool]:
    """Return words without the note that there are more of them, and whether there was one."""
    bare = _NOTE.sub("", words)
    return bare, bare != words


def _units(words: str) -> int:
    return len(words) + sum(sign > "\uffff" for sign in words) if not words.isascii() else len(words)


def is_whole(words: Text) -> bool:
    """Tell whether a cell can say all of a text: no emphasis or figure, no odd blanks, not too long."""
    if not words.runs:
        return True
    first = words.runs[0]
    return len(words.runs) == 1 and not first.bold and not first.italic and not first.figure and _keeps(first.text)


def _keeps(shown: str) -> bool:
    if len(shown) > MOST - _ROOM_FOR_NOTE or _ESCAPE.search(shown):
        return False
    if shown.isprintable() and "  " not in shown and shown == shown.strip():
        return is_normalized("NFC", shown)
    return settled(shown) == shown
