"""Who is named outside the tasks of a plan: charged by the section on carrying it out, or sent the paper."""

import re
from collections.abc import Iterator

from tthc_desktop.models.outline import items
from tthc_desktop.models.party import parties
from tthc_desktop.models.plan import Item, Plan, words
from tthc_desktop.models.text import fold
from tthc_desktop.models.units.clauses import said_parts
from tthc_desktop.models.units.naming import bare_name, begins_with_body

_SECTION = re.compile(r"(?:to chuc (?:trien khai )?thuc hien|phan cong|trach nhiem)\b")
_ASKED = re.compile(r"(?:^|\s)(?i:giao|đề nghị|yêu cầu)(?:\s*:|\s+cho)?\s+(?=[A-ZĐÀ-Ỹ]|các\b)")
_HEAD_OF = re.compile(
    r"(?:bộ trưởng|thủ trưởng|trưởng(?: ban)?|(?:phó )?giám đốc|(?:phó )?chánh|chủ tịch|lãnh đạo|người đứng đầu)\s+"
    r"(?=(?:các|bộ|sở|phòng|văn phòng|thanh tra|trung tâm|chi cục|ubnd|[uủ][ỷy] ban|cơ quan|đơn vị)\b)",
    re.IGNORECASE,
)
_SUBJECT_ENDS = re.compile(r"[.;:]")
_NOTE = re.compile(r"\([^()]*\)?")
_ARCHIVE = re.compile(r"lưu\s*:\s*", re.IGNORECASE)
_IN_ARCHIVE = re.compile(r"[,;./\s]*(?:[,;.]|$)\s*")


def charged(plan: Plan) -> Iterator[str]:
    """Yield whom the section on carrying out the plan names at the head of its paragraphs, or asks to do something."""
    for item, above in items(plan.body):
        if above and _is_section(plan, above[-1]):
            printed = " ".join(str(words(plan, item)).split())
            yield from filter(begins_with_body, parties(_subject(printed, whole=item.heading)))


def _is_section(plan: Plan, item: Item) -> bool:
    return item.heading and _SECTION.match(fold(str(words(plan, item)))) is not None


def _subject(printed: str, *, whole: bool) -> str:
    """Return who is spoken to: all words of a heading, of a sentence those before what is to be done."""
    asked = _ASKED.search(printed)
    named = _HEAD_OF.sub("", printed[asked.end() :] if asked else printed)
    return named.strip(" :") if whole else bare_name(_SUBJECT_ENDS.split(named)[0])


def addressed(plan: Plan) -> Iterator[str]:
    """Yield who is sent the paper, without the notes behind the names."""
    for recipient in plan.recipients:
        if not _ARCHIVE.match(recipient.text):
            yield from said_parts(_NOTE.sub("", recipient.text).strip(" :")).lead


def archiving(plan: Plan) -> Iterator[str]:
    """Yield how the archive line calls the units that keep the paper: VT, VP, BPKSTTHC."""
    for recipient in plan.recipients:
        if label := _ARCHIVE.match(recipient.text):
            yield from filter(None, _IN_ARCHIVE.split(_NOTE.sub("", recipient.text[label.end() :])))
