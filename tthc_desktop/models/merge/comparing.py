"""Each cell that came back held against what was sent and what the office has now."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.values import Compared, Spot, Verdict
from tthc_desktop.models.progress.values import Origin, Said

_TWO_ANSWERS = "Các tệp của đơn vị trả lời khác nhau; hãy chọn một."
_BOTH_CHANGED = "Đơn vị và cơ quan đều đã sửa từ lúc gửi bảng; hãy chọn một."
_ANSWERED_BEFORE = "Đơn vị đã trả lời khác ở bảng nhận trước; hãy chọn một."
_NOT_KNOWN = "Không rõ ô này có gì lúc gửi; hãy xem trước khi nhận."


class Heard(NamedTuple):
    """One cell of one file: what it says of a spot, and what was sent there (None when nobody knows)."""

    spot: Spot
    sent: str | None
    words: str
    origin: Origin
    sending_id: Id = ""
    doubt: str = ""


def mark_of(work_id: Id, field: str, words: str) -> str:
    """Return the mark by which a sending remembers an answer."""
    return hashlib.blake2b(f"{work_id}\0{field}\0{words}".encode(), digest_size=6).hexdigest()


def compare_spot(
    spot: Spot, heard: Sequence[Heard], current: Said | None, decided: Mapping[Id, frozenset[str]]
) -> Compared | None:
    """Return what all cells of one spot say, the oldest round's first; None when they are empty throughout.

    `decided` are the marks of the answers that were decided on, by sending.
    """
    now = current.words if current else ""
    if not now and not any(one.words or one.sent for one in heard):
        return None
    news = [
        one
        for place, one in enumerate(heard)
        if _says_new(one, now, decided) and not _was_sent_since(one, heard[place + 1 :])
    ]
    if not news:
        known = [one for one in heard if one.words or one.sent] or heard[:1]
        return Compared(spot, Verdict.SAME, known[-1].sent, _answers(known), current)
    verdict, doubt = _verdict(news, current)
    sure = next((one for one in news if one.sent is not None and not one.doubt), news[0])
    answers = tuple(dict.fromkeys((one.sending_id, one.words) for one in news if one.sending_id))
    return Compared(spot, verdict, sure.sent, _answers(news), current, doubt, answers)


def _says_new(one: Heard, now: str, decided: Mapping[Id, frozenset[str]]) -> bool:
    if _same(one.words, now) or (one.sent is not None and _same(one.words, one.sent)):
        return False
    marks = decided.get(one.sending_id)
    return not marks or mark_of(one.spot.work_id, one.spot.field, one.words) not in marks


def _same(one: str, other: str) -> bool:
    """Tell whether words are the same but for blanks, which no workbook keeps for sure."""
    if one == other:
        return True
    return one.split() == other.split() and _tidy(one) == _tidy(other)


def _tidy(words: str) -> str:
    return "\n".join(" ".join(line.split()) for line in words.split("\n")).strip("\n")


def _was_sent_since(one: Heard, later: Iterable[Heard]) -> bool:
    """Tell whether the office sent this very answer back to the unit in a later round, so that it had it by then."""
    return any(other.sent == one.words and other.sending_id != one.sending_id for other in later)


def _verdict(news: Sequence[Heard], current: Said | None) -> tuple[Verdict, str]:
    if len({one.words for one in news}) > 1:
        return Verdict.CONFLICT, _TWO_ANSWERS
    sure = [one for one in news if not one.doubt and one.sent is not None]
    now = current.words if current else ""
    if any(_same(one.sent or "", now) for one in sure):
        return Verdict.OFFERED, ""
    if sure:
        return Verdict.CONFLICT, _ANSWERED_BEFORE if current and current.origin else _BOTH_CHANGED
    return Verdict.REVIEW, next((one.doubt for one in news if one.doubt), _NOT_KNOWN)


def _answers(heard: Iterable[Heard]) -> tuple[Said, ...]:
    """Return the different answers, each from the first file that gives it."""
    first: dict[str, Said] = {}
    for one in heard:
        first.setdefault(one.words, Said(one.words, one.origin))
    return tuple(first.values())
