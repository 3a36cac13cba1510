"""Who leads and who helps where a cell says it in several clauses, lists or sentences one after another."""

import re

from tthc_desktop.models.party import Parts, parties, parts
from tthc_desktop.models.text import clean
from tthc_desktop.models.units.naming import named

_NEXT_CLAUSE = re.compile(r";(?![^()]*\))|\n(?=\s*[-–—+•*]\s)")
_ENUMERATED = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[a-zđ]\))[ \t]+", re.MULTILINE)
_MARKED_HELPING = re.compile(r"\((?:cơ quan |đơn vị )?phối hợp[^()]*\)$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*[-–—+•*]\s*")
_BODIES = r"(?:(?:các )?(?:đơn vị|cơ quan|bộ phận|phòng)(?:, (?:đơn vị|cơ quan|bộ phận))* )?"
_LEADS = re.compile(rf"{_BODIES}(?:chủ trì|đầu mối)(?: thực hiện)?\s*:\s*", re.IGNORECASE)
_HELPS = re.compile(
    rf"(?:và )?{_BODIES}phối hợp(?: chặt chẽ| thực hiện)*(?:\s*:| cùng với| cùng| với)\s*", re.IGNORECASE
)
_HELPING = re.compile(r",? (?:cùng )?phối hợp(?: thực hiện| triển khai| tham gia)*[.,]?$")


def said_parts(words: str) -> Parts:
    """Return who leads and who helps; a clause that only lists goes on with the part of the clause before."""
    lead: list[str] = []
    helpers: list[str] = []
    helping = False
    for clause in _NEXT_CLAUSE.split(_ENUMERATED.sub("- ", clean(words))):
        said, helping = _clause(_BULLET.sub("", clause).strip(), clause, helping=helping)
        lead += named(said.lead, clause)
        helpers += named(said.coordinate, clause)
    helpers += filter(_MARKED_HELPING.search, lead)
    leaders = (party for party in lead if not _MARKED_HELPING.search(party))
    return Parts(tuple(dict.fromkeys(leaders)), tuple(dict.fromkeys(helpers)))


def _clause(words: str, printed: str, *, helping: bool) -> tuple[Parts, bool]:
    """Return the parts in one clause, and whether a list after it names more that help."""
    if label := _HELPS.match(words):
        return Parts((), parties(words[label.end() :])), True
    if label := _LEADS.match(words):
        said = parts(words[label.end() :])
        return said, bool(said.coordinate)
    if ending := _HELPING.search(words):
        return Parts((), parties(words[: ending.start()])), True
    said = parts(words)
    if said != Parts(parties(words)):
        return said, bool(said.coordinate)
    listed = parties(printed)
    return (Parts((), listed), True) if helping else (Parts(listed), False)
