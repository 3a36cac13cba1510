"""Finding a legal document in the office's list by a few letters or digits."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.text import clean, fold

_PIECE = re.compile(r"\d+|[^\W\d_]+")
_ABBREVIATIONS = {
    "Nghị định": "nd",
    "Nghị quyết": "nq",
    "Quyết định": "qd",
    "Thông tư": "tt",
    "Thông tư liên tịch": "ttlt",
    "Chỉ thị": "ct",
    "Chương trình": "ctr",
    "Chương trình hành động": "ctr",
    "Kế hoạch": "kh",
    "Kết luận": "kl",
    "Công văn": "cv",
    "Công điện": "cd",
    "Thông báo": "tb",
    "Hướng dẫn": "hd",
    "Tờ trình": "ttr",
    "Báo cáo": "bc",
    "Pháp lệnh": "pl",
}
_LONG_AGO = date.min


def found(documents: Iterable[LegalDocument], typed: str) -> tuple[LegalDocument, ...]:
    """Return the documents in which every typed piece begins a word: of the number, the type, the title, the issuer.

    Accents do not matter; types may be abbreviated (nđ, tt, qđ) and the title by the first letters of its words.
    A number that is just the typed one stands first, then titles that hold the words side by side, then the newest;
    documents that are replaced stand last.
    """
    pieces = tuple(_PIECE.findall(fold(clean(typed))))
    matching = [document for document in documents if all(_begins(_words(document), piece) for piece in pieces)]
    return tuple(sorted(matching, key=lambda document: _rank(document, pieces)))


def _rank(document: LegalDocument, pieces: tuple[str, ...]) -> tuple[bool, bool, bool, int, str]:
    number = _PIECE.findall(fold(document.number))
    numeric = [piece for piece in pieces if piece.isdecimal()]
    exact = bool(numeric and number and numeric[0].lstrip("0") == number[0].lstrip("0"))
    kind = {_ABBREVIATIONS.get(document.kind, ""), *fold(document.kind).split()}
    phrase = " ".join(piece for piece in pieces if not piece.isdecimal() and piece not in kind)
    apart = phrase not in fold(document.title)
    age = -(document.date or _LONG_AGO).toordinal()
    return bool(document.replaced_by), not exact, apart, age, document.number


def _begins(words: tuple[str, ...], piece: str) -> bool:
    bare = piece.lstrip("0") or piece
    initials = words[0]
    return any(word.startswith((piece, bare)) for word in words[1:]) or (len(piece) > 2 and piece in initials)


@lru_cache(1 << 12)
def _words(document: LegalDocument) -> tuple[str, ...]:
    """Return the first letters of the title's words as one word, then all that a search may begin with."""
    title = _PIECE.findall(fold(document.title))
    year = [str(document.date.year)] if document.date else []
    short = _ABBREVIATIONS.get(document.kind, "")
    others = _PIECE.findall(fold(f"{document.number} {document.kind} {document.issuer}"))
    return ("".join(word[0] for word in title), *others, short, *year, *title)
