"""What is being typed where a legal document may be meant: the letters to search by, and what a choice replaces."""

import re
from typing import NamedTuple

from tthc_desktop.models.citing import KINDS, citations
from tthc_desktop.models.text import fold


class Query(NamedTuple):
    """The typed letters, the words that a choice replaces, and whether it is to begin with Căn cứ."""

    typed: str
    start: int
    end: int
    as_basis: bool = False


_SHORT = "nđ|tt|qđ|nq|ct|kh|nd|qd"
_LEAD = re.compile(r"(căn\s+cứ)\s*|((?:tiếp tục\s+)?(?:triển khai\s+)?thực hiện|theo)\s+", re.IGNORECASE)
_BARE = r"(?<![\w/])(?<!tháng )(?<!quý )\d+/(?:\d{4}(?:/[\w&/.-]*)?|[^\W\d][\w&/.-]*)"
_REFERENCE = re.compile(rf"(?:\b(?:{'|'.join(KINDS)}|{_SHORT})\s+(?:số\s+)?\d[\w/&.-]*|{_BARE})$", re.IGNORECASE)
_LAW = re.compile(r"\b(?:Bộ luật|Luật|Pháp lệnh)\s+\w[\w ,]{1,40}$")
_NUMBER_WORD = re.compile(r"\bsố\s+", re.IGNORECASE)
_LONGEST = 60


def basis_query(words: str, cursor: int) -> Query | None:
    """Return what is searched in a basis: all of it behind the last semicolon, until it cites a document in full."""
    start = max(words.rfind(";", 0, cursor), words.rfind("\n", 0, cursor)) + 1
    start += len(words[start:cursor]) - len(words[start:cursor].lstrip())
    own = words[start:cursor]
    lead = _LEAD.match(own)
    typed = own[lead.end() :] if lead else own
    if len(typed) > _LONGEST or any(found.document.date or found.document.issuer for found in citations(own)):
        return None
    if typed and len(fold(typed)) < 2 and not typed.isdecimal():
        return None
    as_basis = lead is None or bool(lead[1])
    begin = start if as_basis else start + len(own) - len(typed)
    return Query(_NUMBER_WORD.sub("", typed), begin, _behind(words, cursor, as_basis=as_basis), as_basis)


def _behind(words: str, cursor: int, *, as_basis: bool) -> int:
    """Return the end of what is replaced: a basis brings its own semicolon."""
    sign = re.match(r"\s*[;.]", words[cursor:]) if as_basis else None
    return cursor + sign.end() if sign else cursor


def sentence_query(words: str, cursor: int) -> Query | None:
    """Return what is searched in running text: only what looks like a document, such as nđ 63 or 45/2020."""
    found = _REFERENCE.search(words, 0, cursor) or _LAW.search(words, 0, cursor)
    if found is None:
        return None
    return Query(_NUMBER_WORD.sub("", found.group()), found.start(), cursor)
