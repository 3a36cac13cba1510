"""The words of a deadline in one spelling, and the places in them that name a time, an event or a superior's plan."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tthc_desktop.models.rollforward.citations import cited
from tthc_desktop.models.text import clean, fold

_BULLETS = "-+*•–—"
_DASH = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_HIDDEN = "\x00"


class Sign(StrEnum):
    """What a place in the words is."""

    EVERY = "every"
    WEEKLY = "weekly"
    LAST_DAY = "last_day"
    AHEAD = "ahead"
    YEARLY = "yearly"
    MONTHLY = "monthly"
    LAST_MONTH = "last_month"
    DATE = "date"
    LONG_DATE = "long_date"
    RELATIVE = "relative"
    HALF = "half"
    TIMES = "times"
    RECURRING = "recurring"
    QUARTERS = "quarters"
    MONTH_YEAR = "month_year"
    MONTHS = "months"
    YEARS = "years"
    DAY = "day"
    PART = "part"
    NEXT = "next"
    ONGOING = "ongoing"
    EVENT = "event"
    PLAN = "plan"


_Y = r"\d{2,8}(?!\d)"
_OF_YEAR = rf"(?: ?[/-] ?| (?:cua )?nam )({_Y})| nam nay\b"
_NUM = r"\d{1,2}(?!\d|/\d{1,3}(?!\d))"
_Q = r"(?:(?:iii|ii|iv|i|[1-4])(?!\w|/lan| lan\b)|(?:vi{0,3}|[05-9])(?= ?[/-] ?\d| nam \d))"
_AND = r"(?: ?[,;] ?| va | hoac | ?- ?| den (?:het )?| toi )"
_UNIT = (
    r"(?:tuan|thang|quy|nam|0?6 thang|0?9 thang|sau thang|nua nam)(?! ?\d|\w| (?:i|ii|iii|iv)\b| (?:dau|cuoi|sau)\b)"
)
_EACH = r"(?:hang|moi|tung) "
_NEXT = r"(?:lien ke|ke tiep|tiep theo|sau(?! khi| ngay))"
_COUNT = r"(\d{1,3})(?: \([^()]{1,20}\))? ?"
_OLD = r"(?<![\d/.\w])(?<![^\W\d]-)"
_SOME = r"(\d{1,3}|mot|hai|ba|bon|nam|sau)(?: \(\w{1,9}\))?"
_LENGTH = r"(ngay|tuan|thang|quy|nam)"
_TURN = r"(?:lan|ky|dot|cuoc|buoi|lop|hoi nghi)"
_WEEKDAY = r"(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat)\b"
_TIED = r"(?= (?:ke tu|tinh tu|(?:sau|truoc) (?:khi|ngay (?!\d))))"
_DAY_MONTH = rf"{_OLD}(\d{{1,2}}) ?([/.-]) ?(\d{{1,2}})"

_PATTERNS: dict[Sign, str] = {
    Sign.EVERY: rf"\b(?:(?:dinh ky|cu) )?(?:{_EACH}|cach )?{_OLD}{_SOME} {_LENGTH} ?"
    r"(?:/ ?(?:0?1 |mot )?|(?:0?1|mot) )lan\b",
    Sign.WEEKLY: rf"\b({_WEEKDAY}) (?:(?:cua |trong )?{_EACH}tuan|dau tuan|cuoi tuan)\b"
    rf"|\b{_EACH}tuan ?,? (?:(?:vao|truoc|cham nhat|xong|ngay|sang|chieu|la) ){{0,4}}({_WEEKDAY})",
    Sign.LAST_DAY: rf"\bngay (lam viec )?cuoi(?: cung)? (?:cua |trong )?(?:{_EACH})?(thang|quy)\b"
    r"(?! ?\d| (?:i|ii|iii|iv)\b)",
    Sign.AHEAD: rf"\btruoc ([^,;.\d\x00]{{3,60}}?) (?:(?:it nhat|toi thieu|cham nhat) )?{_COUNT}"
    r"(ngay lam viec|ngay|tuan)\b(?! (?:ke tu|tinh tu|sau|truoc|tu)\b)",
    Sign.YEARLY: rf"(?:\bngay )?{_OLD}(\d{{1,2}})(?: ?[/.-] ?| thang )(\d{{1,2}})(?!\d)"
    rf" (?:cua )?(?:{_EACH}nam\b|nam {_NEXT}\b)",
    Sign.LAST_MONTH: rf"(?:\bngay )?{_OLD}(\d{{1,2}}) (?:cua |o )?thang (?:cuoi|dau) "
    rf"(?:cua )?(?:{_EACH})?quy(?: {_NEXT})?(?! ?\d| (?:i|ii|iii|iv)\b)",
    Sign.MONTHLY: rf"(?:\bngay )?{_OLD}(\d{{1,2}}) (?:cua )?(?:{_EACH}(thang|quy)"
    rf"(?:(?: ?, ?| va )(?:{_EACH})?(quy)\b(?! ?\d| (?:i|ii|iii|iv)\b))?|thang {_NEXT})\b",
    Sign.LONG_DATE: rf"(?:\bngay |(?<!tuan )(?<!tuan thu ){_OLD})(\d{{1,2}}) (?:cua )?(?:cac )?thang (\d{{1,2}})(?!\d)"
    r"((?:(?: ?, ?| va )\d{1,2}(?!\d|[/.-]\d)){1,11}(?= ?(?:$|[;.)/]|nam \d)))?"
    rf"(?! (?:cua )?{_EACH}nam| nam {_NEXT}\b)(?:{_OF_YEAR})?",
    Sign.DATE: rf"{_DAY_MONTH} ?\2 ?({_Y})(?![/.-]?\d)|{_OLD}(\d{{1,2}})/(\d{{1,2}})(?![\d/])(?: nam ({_Y}))?",
    Sign.RELATIVE: rf"{_OLD}{_COUNT}(ngay lam viec|ngay|tuan|(?:thang|gio lam viec|gio|h){_TIED})"
    r"(?! \d| dau| cuoi)(?=(?P<tie>"
    r"(?: (?:ke tu|tinh tu|tinh den|so voi|sau|truoc|tu))(?: (?:khi|ngay))?)?)",
    Sign.HALF: rf"\b(\d{{1,2}}|sau|chin) thang (dau|cuoi) nam\b(?: ({_Y}))?",
    Sign.TIMES: rf"\b{_SOME} {_TURN} ?(?:/|moi |trong |tren |mot )? ?(?:01 |1 |mot )?(tuan|thang|quy|nam)\b(?! ?\d)"
    rf"|\b{_EACH}(tuan|thang|quy|nam) ?,? ?(?:(?:it nhat|toi thieu|to chuc) ){{0,2}}{_SOME} {_TURN}\b",
    Sign.RECURRING: rf"\b(?:dinh ky (?:vao )?(?:{_EACH})?|{_EACH}){_UNIT}"
    rf"(?:(?: ?[,;/] ?| va | hoac )(?:dinh ky )?(?:{_EACH})?{_UNIT}){{0,6}}(?: (?:mot|0?1) lan)?"
    rf"|\b(?<!hai )(?<!ba )(?<!bon )(?<!nam )(?<!\d ){_UNIT} ?(?:/ ?(?:0?1 |mot )?|(?:0?1|mot) )lan\b"
    r"|\bdinh ky\b|\bthuong nien\b",
    Sign.QUARTERS: rf"\bqu[yi] ({_Q}(?:{_AND}(?:qu[yi] )?{_Q}){{0,4}})(?:{_OF_YEAR})?",
    Sign.MONTH_YEAR: rf"{_OLD}(\d{{1,2}})/(\d{{4,8}})(?![/\d])",
    Sign.MONTHS: rf"(?:(?<!\d )|(?<=tuan \d )|(?<=tuan thu \d ))\bthang "
    rf"(\d{{1,2}}(?!\d)(?:{_AND}(?:thang )?{_NUM}(?! (?:thang|ngay|lan|nam (?!nay\b)\D))){{0,11}})(?!/lan| lan\b)"
    rf"(?:{_OF_YEAR})?",
    Sign.YEARS: r"\b(?:giai doan|cac nam|ca nam|nam) (\d{4,8})(?!\d)"
    r"(?:(?: ?- ?| den (?:het )?| toi |, | va )(?:nam )?((?:19|20)\d\d)"
    r"(?![\d/])|( va (?:cac|nhung) nam (?:tiep theo|sau)))?"
    r"|\b(?:trong|ca|het|den het) nam\b(?! ?\d| hoc\b)|(?:(?<=\bden )|(?<=\bhet )|(?<=\btruoc )|(?<=\btrong ))"
    r"((?:19|20)\d\d)(?![\d/.]|-\d)",
    Sign.DAY: r"\bngay (\d{1,2})(?!\d| ?[/.-] ?\d| thang \d)",
    Sign.PART: rf"(?<!ky hop )(?<!hoi nghi )(?<!ky thi )\b(dau|giua|cuoi) ({_EACH})?(thang|quy|nam)\b"
    r"(?! ?\d| (?:i|ii|iii|iv)\b)(?! nam| sau| hoc\b)",
    Sign.NEXT: rf"\b(thang|quy|nam) {_NEXT}\b",
    Sign.ONGOING: r"\b(?:thuong xuyen|lien tuc|quanh nam|hang ngay)\b",
    Sign.EVENT: r"\b(?:ngay )?(?:sau )?khi\b|\bngay sau\b|\bdot xuat\b"
    r"|\btheo (?:cac )?(?:yeu cau|de nghi|chi dao|phat sinh|thuc te)\b|\b(?:neu (?:co )?)?phat sinh\b"
    r"|\b(?:truoc|sau|tai|trong) (?:cac |moi )?(?:ky hop|phien hop|hoi nghi|dai hoi|tet)\b"
    r"|\bke tu ngay(?= (?![\d\x00]|[^,;.\d]{0,40}\b(?:den|toi)\b))",
    Sign.PLAN: r"\btheo (?:dung |cac |thoi gian (?:cua |tai )?)?(?:ke hoach|quyet dinh|tien do|huong dan|chuong trinh|"
    r"thong tu|nghi dinh|nghi quyet|cong van|quy dinh|lich|van ban|thong bao|thoi han|luat|ket luan|to trinh|chi thi|"
    r"de an|quy che|chi tieu)\b|\btheo (?=\x00)",
}
_EACH_SIGN = {sign: re.compile(pattern) for sign, pattern in _PATTERNS.items()}


@dataclass(frozen=True, slots=True)
class Place:
    """A sign in the words, with what its pattern found."""

    sign: Sign
    found: re.Match[str]

    @property
    def start(self) -> int:
        return self.found.start()

    @property
    def end(self) -> int:
        return self.found.end()


def one_spelling(words: str) -> str:
    """Return the words in one line with single blanks; a line that begins anew is parted by a semicolon."""
    line = ""
    for each in clean(words).split("\n"):
        piece = " ".join(each.split())
        anew = piece[:1] in _BULLETS or piece[:1].isupper()
        line += ("; " if anew else " ") * bool(line and piece) + piece.lstrip(_BULLETS + " ")
    return line.strip(" .;,")


def folded(line: str) -> str:
    """Return the words folded, letter for letter as long as before, with cited documents hidden."""
    letters = list(line.translate(_DASH))
    for start, end in cited(line):
        letters[start:end] = _HIDDEN * (end - start)
    return "".join(map(_folded_letter, letters))


@lru_cache(1 << 10)
def _folded_letter(letter: str) -> str:
    plain = fold(letter)
    return plain if len(plain) == 1 else " " if letter.isspace() else letter


def places(line: str) -> Iterator[Place]:
    """Yield the signs in folded words from left to right; they never overlap."""
    coming = {sign: found for sign, pattern in _EACH_SIGN.items() if (found := pattern.search(line))}
    while coming:
        first = min(coming, key=lambda sign: coming[sign].start())
        place = Place(first, coming[first])
        yield place
        for sign, found in list(coming.items()):
            if found.start() < place.end:
                again = _EACH_SIGN[sign].search(line, place.end)
                coming.update({sign: again} if again else {})
                if not again:
                    del coming[sign]
