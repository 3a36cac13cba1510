"""The head of the paper: offices, number, place and date, the name of its kind and its title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tthc_desktop.documents.reading.text.source import Line
from tthc_desktop.models.plan import Header
from tthc_desktop.models.text import fold

_MOTTO = re.compile(r"CỘNG\s+H[ÒO][ÀA]?.*|Cộng\s+h[òo][àa]?\s+xã.*|Độc\s+lập.*", re.DOTALL)
_MOTTO_REST = re.compile(r"(cong hoa xa|hoi chu nghia|chu nghia viet|viet nam|doc lap|hanh phuc|tu do)")
_NUMBER = re.compile(r"Số\s*:?\s*(\d*)[\s.…_]*/\s*([A-ZĐ][\w&.]*(?:\s?-\s?[\w&.]+)*)", re.IGNORECASE)
_PARTY_NUMBER = re.compile(r"Số\s*:?\s*(\d*)[\s.…_]*-\s*([A-ZĐ]{2,4}/[\w.]+)")
_DATE = re.compile(
    r"(?:([^\W\d_][^,:;/\n]{1,40}?),\s*)?"
    r"ngày[\s.…_]*(\d{0,2})[\s.…_]*tháng[\s.…_]*(\d{0,2})[\s.…_]*năm[\s.…_]*(\d{0,4})",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(r"([^\W\d_][^,:;/]{1,40}?),\s*(?:ngày\s*)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_OFFICE = re.compile(
    r"(ubnd|uy ban|so|bo|cuc|chi cuc|phong|trung tam|van phong|ban|tong cuc|thanh tra|vien|truong|"
    r"cong an|hoi dong|hdnd|thu tuong|chinh phu|"
    r"benh vien|cong ty|tong cong ty|tap doan|hoc vien|dai hoc|ngan hang|vien kiem sat|toa an|"
    r"bao hiem|bhxh|kho bac|dai|hoi|lien minh|dang uy|tinh uy|huyen uy|thanh uy)\b"
)
_PLACE = re.compile(r"(tinh|thanh pho|huyen|quan|xa|phuong|thi xa|thi tran|tp)\b")
_NAMES_PLACE = re.compile(r"\b(tinh|thanh pho|huyen|quan|xa|phuong|thi xa|thi tran)$")
"""An office's name that a narrow column cuts before the name of its place."""
_DRAFT = re.compile(
    r"(du thao|ban du thao|hoa toc|khan|thuong khan|mat|toi mat|tuyet mat)(?: lan)?(?: thu)?(?: \d+)?\W*"
)
_DATE_PART = re.compile(
    r"(ngay|so\s*:|thang|nam)\b|\d{1,2} thang\b|\d{1,2} nam\b|[^:]{1,40}, ngay( \d{1,2}( thang( \d{1,2})?)?)?$"
)
KINDS = (
    "ke hoach", "chuong trinh", "quyet dinh", "bao cao", "to trinh", "phuong an", "de an", "huong dan",
    "thong bao", "chi thi", "nghi quyet", "quy dinh", "quy che", "cong van",
)  # fmt: skip


def kind_at(words: str) -> str:
    """Return the name of the paper's kind if the words are nothing but that name in capitals."""
    squeezed = re.sub(r"\s+", " ", words).strip(" *.:")
    if len(squeezed) > 3 and all(len(part) == 1 for part in squeezed.split(" ")):
        squeezed = squeezed.replace(" ", "")
        return next((kind for kind in KINDS if fold(squeezed) == kind.replace(" ", "")), "").upper()
    return squeezed if squeezed.isupper() and fold(squeezed) in KINDS else ""


def heads_paper(words: str) -> bool:
    """Tell whether the words are nothing but a number with its symbol, or a place with its date."""
    bare = words.strip(" .")
    return bool(_NUMBER.fullmatch(bare)) or bool((match := _DATE.fullmatch(bare)) and match.group(1))


def is_draft_sign(words: str) -> bool:
    """Tell whether the words say that a paper is a draft, urgent or secret: they belong to no part of it."""
    return bool(_DRAFT.fullmatch(fold(words)))


def read_header(lines: Sequence[Line]) -> tuple[Header, frozenset[int]]:
    """Return the head and the numbers of the lines that it is made of; the others found no place."""
    parts = list(_pieces(lines))
    used = {number for number, words in parts if _is_motto(words) or not words.strip("-_=*~ .|")}
    joined = "\n".join(words for _, words in parts if not _is_motto(words))
    header = _numbered(_dated(Header(), joined), joined)
    names: list[str] = []
    for number, words in parts:
        if number in used and _is_motto(words):
            continue
        named_on = bool(names) and words.isupper() and bool(_NAMES_PLACE.search(fold(names[-1])))
        if _tells_number_or_date(words, header) and not named_on:
            used.add(number)
        elif words.isupper() and not is_draft_sign(words):
            used.add(number)
            names = _with_name(names, words)
    return replace(header, parent_agency=names[0] if len(names) > 1 else "", agency=_agency(names)), frozenset(used)


def number_and_date(words: str) -> Header:
    """Return what some words of a head tell of number, symbol, place and date; the rest of it is empty."""
    return _numbered(_dated(Header(), words), words)


def _tells_number_or_date(words: str, header: Header) -> bool:
    found = any(pattern.search(words) for pattern in (_NUMBER, _PARTY_NUMBER, _DATE, _SHORT_DATE))
    year_alone = words.strip(" .") == str(header.year)
    dated = header.year is not None and (year_alone or bool(_DATE_PART.match(fold(words))))
    return found or dated or _is_place(words, header) or fold(words).strip(" :./") == "so"


def _agency(names: Sequence[str]) -> str:
    return " ".join(names[1:]) if len(names) > 1 else "".join(names)


def _pieces(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Yield what stands at left and at right of each line; the motto's last word may stand on a line of its own."""
    torn = False
    for line in lines:
        for piece in _columns(line):
            words = piece
            if torn and words.endswith("NAM"):
                yield line.number, "VIỆT NAM"
                words = words.removesuffix("NAM").strip()
            motto = _MOTTO.search(words)
            torn = bool(motto and words.endswith("VIỆT")) or (torn and not words)
            if motto and motto.start():
                yield line.number, words[: motto.start()].strip()
            if words:
                yield line.number, words[motto.start() :] if motto else words


def _columns(line: Line) -> Iterator[str]:
    whole = _NUMBER.match(line.words) or _DATE.fullmatch(line.words)
    pieces = [line.words] if whole else re.split(r"\s{3,}|\t|\|", line.raw.strip())
    yield from filter(None, (" ".join(piece.replace("*", "").split()) for piece in pieces))


def _is_motto(words: str) -> bool:
    return bool(_MOTTO.match(words)) or bool(_MOTTO_REST.match(fold(words)))


def _is_place(words: str, header: Header) -> bool:
    return bool(header.place) and fold(words).strip(" ,") == fold(header.place)


def _numbered(header: Header, words: str) -> Header:
    match = _NUMBER.search(words) or _PARTY_NUMBER.search(words)
    return (
        replace(header, number=match.group(1), symbol=match.group(2).replace(" ", "").rstrip("-.")) if match else header
    )


def _dated(header: Header, words: str) -> Header:
    rest = _NUMBER.sub(" \n", words)
    match = _DATE.search(rest) or _SHORT_DATE.search(rest)
    if not match:
        return header
    place, day, month, year = match.groups()
    return replace(
        header, place=(place or "").split("\n")[-1].strip(), day=_figure(day), month=_figure(month), year=_figure(year)
    )


def _figure(digits: str) -> int | None:
    return int(digits) if digits else None


def _with_name(names: list[str], words: str) -> list[str]:
    """Add a line of an office's name: a new office, or more of the one above."""
    folded = fold(words)
    goes_on = bool(names) and (
        not _OFFICE.match(folded)
        or _PLACE.match(folded)
        or fold(names[-1]).endswith(("uy ban nhan", " va", "hoi dong nhan"))
    )
    return [*names[:-1], f"{names[-1]} {words}"] if goes_on else [*names, words]
