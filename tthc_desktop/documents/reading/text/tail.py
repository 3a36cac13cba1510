"""The foot of the paper: Nơi nhận, who signs in which capacity, and the name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tthc_desktop.documents.reading.text.source import Line
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.plan import Recipient, Signatory
from tthc_desktop.models.text import fold

_HEADING = re.compile(r"\s*Nơi\s+nhận\s*:?\s*", re.IGNORECASE)
_SIGN = re.compile(r"(?:(?:TM|KT|TL|TUQ|Q)\s?\.|T/M|K/T|T/L)\s*")
_RANKS = re.compile(
    r"(?:(?:quyen|pho|tong)\s+)*(?:giam doc|chu tich|chu nhiem|bi thu|thu tuong|thu truong|bo truong|"
    r"tong giam doc|kiem toan truong|"
    r"(?:truong|pho) (?:phong|ban|thanh tra|doan|so|cong an|bo phan|chi cuc|khoa|trung tam)|"
    r"chanh (?:van phong|thanh tra|an)|"
    r"(?:chi cuc|cuc|vu|vien|hieu|tong cuc|doi|to|huyen|xa) truong|chi huy|thong doc|tong thanh tra|uy vien|chinh uy)\b"
)
_AT_RIGHT = re.compile(
    r"(?:(?<=[;.,:)])|(?<=\s))\s*((?:(?:TM|KT|TL|TUQ|Q)\s?\.\s*)?(?:[A-ZĐÀ-Ỹ]{2,}(?:[\s,]+|$)){2,})$"
)
_DEGREES = re.compile(r"(?:(?:[^\W\d_]{1,5}\s?){1,2}\.\s*)*")
_SIGNED = re.compile(r"(\(?\s*(da ky|ky ten|da ky so|ky, dong dau|ky dien tu)\W*|\[daky\]|\[da ky\])")
_BULLET = re.compile(r"\s*([-–—•*]|\+|\d+[.)])\s*(?=\S)")
_ENDING = re.compile(r"\s*[;.,]+\s*$")


@dataclass(frozen=True, slots=True)
class Tail:
    """The foot as read. `used` are the numbers of the lines it is made of."""

    recipients: tuple[Recipient, ...]
    signatory: Signatory
    used: frozenset[int]


def is_tail(words: str) -> bool:
    """Tell whether the line opens the list of recipients."""
    return bool(_HEADING.match(words))


def is_capacity(words: str) -> bool:
    """Tell whether the words are a line above a signature: KT. GIÁM ĐỐC, TM. ỦY BAN NHÂN DÂN, PHÓ CHỦ TỊCH."""
    bare = words.strip(" *")
    if not bare.isupper() or len(bare.split()) > 9:
        return False
    return bool(_SIGN.match(bare)) or bool(_RANKS.match(fold(bare)))


def read_tail(lines: Sequence[Line]) -> Tail:
    """Read the foot, whether the two columns stand below or beside each other."""
    reader = _Reader()
    for line in lines:
        for piece in _pieces(line):
            reader.take(line.number, piece)
    return reader.tail()


def _pieces(line: Line) -> Iterator[str]:
    """Yield what stands at left and at right of a line."""
    heading = _HEADING.match(line.raw)
    if heading:
        yield "Nơi nhận:"
    rest = line.raw[heading.end() :] if heading else line.raw
    if heading and rest.count(";") > 1:
        yield from (f"- {part.strip()}" for part in rest.split(";") if part.strip())
        return
    for part in re.split(r"\s{3,}|\t+|\|", rest.replace("*", "").strip()):
        right = None if is_capacity(part) else _AT_RIGHT.search(part)
        if right and right.start() and is_capacity(right.group(1)):
            yield part[: right.start()].strip()
            yield right.group(1).strip()
        elif part.strip():
            yield " ".join(part.split())


def _names_person(words: str) -> bool:
    """Tell whether the words are a name: two to six words with capitals, behind degrees or none."""
    parts = _DEGREES.sub("", words, count=1).split()
    return 1 < len(parts) < 7 and all(part[0].isupper() and part.replace("'", "").isalpha() for part in parts)


class _Reader:
    def __init__(self) -> None:
        self._recipients: list[tuple[str, int]] = []
        self._capacity: list[str] = []
        self._name = ""
        self._listing = False
        self._used: set[int] = set()
        self._refused: set[int] = set()

    def take(self, number: int, words: str) -> None:
        if words == "Nơi nhận:":
            self._listing = True
        elif is_capacity(words) and not self._name:
            self._capacity.append(words)
        elif self._listing and (bullet := _BULLET.match(words)):
            self._recipients.append((words[bullet.end() :], int(bullet.group(1) == "+")))
        elif self._capacity and not self._name and words.isupper() and not _RANKS.search(fold(self._capacity[-1])):
            self._capacity.append(words)
        elif self._is_name(words):
            self._name = words
        elif not _SIGNED.match(fold(words)) and not self._goes_on(words):
            self._refused.add(number)
        self._used.add(number)

    def _is_name(self, words: str) -> bool:
        open_line = bool(self._recipients) and not _ENDING.search(self._recipients[-1][0]) and not self._capacity
        return (
            not self._name
            and not open_line
            and _names_person(words)
            and (bool(self._capacity) or bool(self._recipients))
        )

    def _goes_on(self, words: str) -> bool:
        """Take the words as more of the last recipient, or as one without its dash; tell whether they are."""
        if not self._listing or self._name:
            return bool(self._capacity) and not self._name and self._more_capacity(words)
        if self._recipients and not self._recipients[-1][0].rstrip().endswith((";", ".")):
            before, level = self._recipients[-1]
            self._recipients[-1] = (f"{before} {words}", level)
            return True
        if self._recipients and fold(self._recipients[-1][0]).startswith("luu"):
            return False
        if words.rstrip().endswith((";", ".")) or not self._recipients:
            self._recipients.append((words, 0))
            return True
        return False

    def _more_capacity(self, words: str) -> bool:
        if words.isupper() and len(self._capacity) < 4:
            self._capacity.append(words)
            return True
        return False

    def tail(self) -> Tail:
        recipients = tuple(Recipient(new_id(), _ENDING.sub("", words), level) for words, level in self._recipients)
        return Tail(
            recipients, Signatory(tuple(_joined(self._capacity)), self._name), frozenset(self._used - self._refused)
        )


def _joined(capacity: Sequence[str]) -> list[str]:
    """Join the lines of a capacity that was wrapped: TM. ỦY BAN NHÂN / DÂN."""
    lines: list[str] = []
    for words in capacity:
        if lines and not is_capacity(words):
            lines[-1] = f"{lines[-1]} {words}"
        else:
            lines.append(words)
    return lines
