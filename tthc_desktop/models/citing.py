"""Which legal documents a sentence cites, read from its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from tthc_desktop.models.legal import LegalDocument

KINDS = (
    "Nghị quyết liên tịch",
    "Thông tư liên tịch",
    "Chương trình hành động",
    "Văn bản hợp nhất",
    "Bộ luật",
    "Chương trình",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông báo",
    "Thông tư",
    "Hướng dẫn",
    "Kế hoạch",
    "Kết luận",
    "Công điện",
    "Công văn",
    "Pháp lệnh",
    "Hiến pháp",
    "Quy định",
    "Quy chế",
    "Báo cáo",
    "Tờ trình",
    "Văn bản",
    "Chỉ thị",
    "Đề án",
    "Lệnh",
    "Luật",
)
"""Types of documents as citations call them, longer names before those that they begin with."""

_TITLE_WORDS = (
    "về",
    "quy định",
    "Quy định",
    "phê duyệt",
    "Phê duyệt",
    "ban hành",
    "Ban hành",
    "hướng dẫn",
    "Hướng dẫn",
    "sửa đổi",
    "Sửa đổi",
    "bổ sung",
    "công bố",
    "Công bố",
    "thực hiện",
    "triển khai",
    "Triển khai",
    "tổ chức",
    "giao",
    "bãi bỏ",
    "thay thế",
    "thành lập",
    "đẩy mạnh",
    "tăng cường",
    "nâng cao",
    "tiếp tục",
    "kiểm soát",
    "cắt giảm",
    "đơn giản hóa",
    "chỉ đạo",
    "V/v",
    "v/v",
)
_KIND = "|".join(KINDS)
_UPPER = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1F00)) if letter.isupper())
_LETTERS = r"[^\W_](?:[\w&]|\.(?=\w))*"
_NUMBER = rf"\d+[a-zA-Z]?(?:\s?/\s?\d{{4}}(?=\s?/)|\s?[/-]\s?(?!\d){_LETTERS})(?:\s?[/-]\s?{_LETTERS})*"
_DAY = (
    r"ngày\s+(?P<day>\d{1,2})\s*(?:tháng|[/.-])\s*(?P<month>\d{1,2})\s*(?:năm|[/.-])\s*(?P<year>\d{4})"
    r"|năm\s+(?P<only_year>\d{4})"
)
_BEGIN = re.compile(
    rf"\b(?P<kind>{_KIND})\s+(?:số\s*:?\s*)?(?P<number>{_NUMBER})(?P<rest>(?:\s*,)?\s+(?:{_DAY}))?"
    rf"|\b(?P<law>Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+(?P<name>(?!số\b)[^;:.()\n]{{1,200}}?)"
    rf"(?:\s+số\s+(?P<law_number>{_NUMBER}))?\s+(?P<law_rest>{_DAY.replace('?P<', '?P<law_')})"
    rf"|\b(?P<bare>Bộ luật|Luật|Pháp lệnh)\s+(?P<bare_name>[{_UPPER}][^;:.()\n]{{0,200}})(?=[;.]?\s*$|;)",
)
_ISSUER = re.compile(
    rf"(?:\s*,)?\s+(?:của|do)\s+(?P<issuer>[{_UPPER}].{{0,200}}?)(?=\s+(?:{'|'.join(_TITLE_WORDS)})\b"
    rf"|\s*[;.:()\n]|\s*,\s*[^{_UPPER}\s]|\s+(?:tại|trên địa bàn)\s|\s+và\s+(?:các|những|(?:{_KIND})\s+(?:số|\d))|\s*$)"
)
_TITLE = re.compile(rf"(?:\s*,)?\s+(?P<title>(?:{'|'.join(_TITLE_WORDS)})\b[^;\n]{{0,1200}})")
_NEXT = re.compile(rf"\s*(?:,|\bvà)\s+(?:{_KIND})\s+(?:số\s*:?\s*)?\d")
_SENTENCE = re.compile(
    rf"\s*[.:](?:\s|$)|\s*\.?/?\.?\s*$|,\s+(?=(?:[{_UPPER}][^,]*?\s)?(?:ban hành|xây dựng|đề nghị|báo cáo)\s)"
)
_TAKES_OTHERS = re.compile(
    r"(?:về\s+)?(?:việc\s+)?(?:sửa đổi|bổ sung|bãi bỏ|thay thế|hướng dẫn|quy định chi tiết|"
    r"(?:triển khai\s+)?thực hiện)"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as a sentence cites it, from its first letter to behind its last one."""

    document: LegalDocument
    start: int
    end: int


@lru_cache(1 << 13)
def citations(words: str) -> tuple[Citation, ...]:
    """Return the documents that the words cite, in order; one that the title of another names is a part of that."""
    return tuple(_found(words))


def _found(words: str) -> Iterator[Citation]:
    place = 0
    while begin := _BEGIN.search(words, place):
        found = _numbered(words, begin) if begin["kind"] else _by_name(begin)
        yield found
        place = max(found.end, place + 1)


def _by_name(begin: re.Match[str]) -> Citation:
    """Return a law: its name stands before its number and date."""
    if begin["bare"]:
        name = begin["bare_name"].strip(" ,")
        document = LegalDocument("", begin["bare"], title=name)
        return Citation(document, begin.start(), begin.start("bare_name") + len(begin["bare_name"].rstrip(" ,")))
    number = _tight(begin["law_number"] or "")
    document = LegalDocument("", begin["law"], number, title=begin["name"].strip(" ,"), date=_date(begin, "law_"))
    return Citation(document, begin.start(), begin.end())


def _numbered(words: str, begin: re.Match[str]) -> Citation:
    document = LegalDocument("", begin["kind"], _tight(begin["number"]), date=_date(begin))
    end = begin.end()
    if begin["rest"] and begin["only_year"]:
        return Citation(document, begin.start(), begin.end())
    if issuer := _ISSUER.match(words, end):
        document, end = replace(document, issuer=_flat(issuer["issuer"])), issuer.end("issuer")
    if (title := _TITLE.match(words, end)) and (issuer or document.date):
        kept = _cut(title["title"])
        document, end = replace(document, title=_flat(kept)), title.start("title") + len(kept)
    return Citation(document, begin.start(), end)


def _cut(title: str) -> str:
    """Return a title without what follows it: the next document, or the sentence that goes on."""
    ends = [len(title)]
    if not _TAKES_OTHERS.match(title) and (following := _NEXT.search(title)):
        ends.append(following.start())
    if over := _SENTENCE.search(title):
        ends.append(over.start())
    return title[: min(ends)].rstrip(" ,.")


def _date(begin: re.Match[str], prefix: str = "") -> date | None:
    parts = (begin[f"{prefix}{part}"] for part in ("year", "month", "day"))
    try:
        return date(*(int(part) for part in parts))
    except (TypeError, ValueError):
        return None


def _tight(number: str) -> str:
    return "".join(number.split())


def _flat(words: str) -> str:
    return " ".join(words.split())
