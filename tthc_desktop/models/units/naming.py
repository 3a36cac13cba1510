"""Where a name ends: parties of a list told apart further, and names without what is said of them."""

import re
from collections.abc import Callable, Iterator

from tthc_desktop.models.units.scope import is_collective

_BODY = (
    r"(?:các|toàn thể|tất cả|ubnd|hđnd|sở(?! hữu)|phòng|văn phòng|vp|thanh tra|trung tâm|chi cục|cục|tổng cục|vụ"
    r"|ban(?! hành)|bộ(?! thủ tục| tiêu chí| chỉ số| trưởng)|[uủ][ỷy] ban|(?:hiệp )?hội(?! nghị| thảo)|trường(?! hợp)"
    r"|viện(?! dẫn)"
    r"|bệnh viện|quỹ|công an|bưu điện|bảo hiểm|kho bạc|thuế|báo(?! cáo)|đài|tổ(?! chức)|lãnh đạo|công chức"
    r"|đơn vị(?! tính)|cơ quan|bộ phận|cổng (?:dịch vụ|thông tin)|ngân hàng|tỉnh đoàn|mặt trận|t(?:òa|oà) án"
    r"|đoàn (?:thanh niên|đbqh|đại biểu)|viện kiểm sát|liên đoàn|liên minh|giám đốc|phó giám đốc|chi nhánh|công ty"
    r"|tổng công ty|tập đoàn|doanh nghiệp|thông tấn xã|bp|tt|cá nhân|đội|bảo tàng|thư viện|nhà (?:văn hóa|hát)"
    r"|tổ chức (?:chính trị|có|liên quan|hành nghề))"
)
_BODY_FIRST = re.compile(rf"{_BODY}(?!\w)|p\.|(?!tthc)(?:bp|tt|vp|bql|mttq|nhnn)[a-zđ]+(?=\W|$)")
_NEXT = re.compile(r"\s*[,/&+]\s*|\s+(?:và|cùng với|cùng|với)\s+")
_NEXT_SMALL = re.compile(
    r"(?:\s*,|\s+và)\s+(?=(?:Thông tấn xã|Tỉnh đoàn|Ngân hàng|Liên đoàn|Mặt trận|Bệnh viện|Cổng|Tòa án|Liên minh)\s)"
    r"|\s*(?:[,/]|\bvà\b)\s*(?:và\s+)?(?=(?:phòng|văn phòng|thanh tra|trung tâm|chi cục|sở|bộ phận|tổ)\s+[A-ZĐ])"
    r"|\s*[/+]\s*(?=(?:Phòng|Văn phòng|Thanh tra|Trung tâm|Chi cục|Sở|Bộ phận|Tổ)\s)"
)
_IN_PARENTHESES = re.compile(r"\s*\([^()]*\)?")
_SAID_OF_IT = re.compile(
    r"(?<!,)(?<! và)(?<! về)(?<! -)(?<! quản lý),? (?:(?:để|nhằm) )?"
    r"(?:có (?!hiệu)|được |liên quan\b|khi |theo |cử |chủ trì|đầu mối|là (?:đơn vị|cơ quan|đầu mối)|phối hợp|triển khai"
    r"|thực hiện|tham mưu|thúc đẩy|hướng dẫn|tiến hành|rà soát|(?<!ác )tổ chức (?!cán|cá nhân|liên quan|có|khác)"
    r"|xây dựng (?!và)|tổng hợp|gửi |đôn đốc|chịu trách nhiệm|phụ trách|trong |căn cứ |báo cáo|hoàn thành|đề xuất"
    r"|kịp thời|chủ động |tích cực|tập trung|khẩn trương|nghiêm túc|đóng (?:trên|tại) "
    r"|trình |trên |trừ |ngoại trừ |không (?:bao )?gồm )"
)
_WITH_PROCEDURES = re.compile(r",? (?:(?:có|được giao|thực hiện|giải quyết|tiếp nhận) )+(?:thủ tục hành chính|TTHC)\b")
_MOST_WORDS = 24
_SENTENCE = re.compile(r"[:?!…]|(?<!\bP)\. |\d{2,}/\d|\d+ ?%")
_SEVERAL = re.compile(r"(?:các|toàn thể|tất cả|ubnd|[uủ][ỷy] ban|lãnh đạo|công chức)\b")
_HEADS = frozenset(
    (
        "",
        *"các|mặt trận|phòng|sở|ban|bộ|cục|chi cục|trung tâm|viện|vụ|tổ|bộ phận|đơn vị|cơ quan|ubnd|đội|lãnh đạo".split(
            "|"
        ),
    )
)
_SINGLE_NAMES = re.compile(r"thuế|vp|(?:bp|tt|bql|mttq|nhnn)\w{3,}")
_EXCEPTING = re.compile(r" (?:trừ|không (?:bao )?gồm) [^()]+$")
_BEFORE_IT = re.compile(
    r"(?:(?:giao|đề nghị|yêu cầu)(?: cho)?|(?:phó )?chánh|(?:phó )?trưởng(?: ban)?|lãnh đạo"
    r"|(?:phó )?giám đốc|thủ trưởng)\s+"
    r"(?=(?:văn phòng|phòng|thanh tra|trung tâm|chi cục|bộ phận|sở|các)\b(?! *$))",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(r"(?:,| và)(?: (?:các )?(?:cơ quan|đơn vị|tổ chức),?)+ khác$")
_NOUN_ONCE = re.compile(
    r"(?i:các)\s+(?i:phòng|trung tâm|chi cục|sở)\s*:?\s+"
    r"(?!Chuyên|Nghiệp|Ban|Đơn|Trung|Chi|Trực|Thuộc|Có|Liên)(?=[A-ZÀ-ỸĐ])"
)
_BULLET = re.compile(r"^[-–+•*\s]+")


def named(found: tuple[str, ...], printed: str) -> tuple[str, ...]:
    """Return the parties of a list: pieces of one name put together again, names in small letters told apart."""
    together: list[str] = []
    flat = " ".join(printed.split())
    for piece in found:
        before = together[-1] if together else ""
        excepting = _EXCEPTING.search(before) is not None
        goes_on = excepting or _are_several(before, piece)
        signs = (", ", " và ") if goes_on else (" - ", " ")
        whole = next((words for words in (f"{before}{sign}{piece}" for sign in signs) if words in flat), "")
        if before and whole and (goes_on or not begins_with_body(piece)):
            together[-1] = whole
        else:
            together.append(piece)
    pieces = (piece for party in together for piece in _apart(party))
    return tuple(dict.fromkeys(filter(None, (_BULLET.sub("", piece).strip(" .,;") for piece in pieces))))


def _are_several(before: str, piece: str) -> bool:
    """Tell whether a piece goes on with what several units are called: Các phòng, Trung tâm thuộc Sở."""
    return is_collective(before) and is_collective(piece) and not _SEVERAL.match(piece.casefold())


def _apart(party: str) -> list[str]:
    return [party] if "(" in party or is_collective(party) else _NEXT_SMALL.split(party)


def shorter(words: str) -> Iterator[str]:
    """Yield a party's words, then ever less of them: without who heads it, parentheses, what is said of it."""
    yield words
    heading = _BEFORE_IT.match(words)
    bare = _IN_PARENTHESES.sub("", words[heading.end() if heading else 0 :]).strip(" ,.;")
    if bare != words:
        yield bare
    for found in reversed(list(_SAID_OF_IT.finditer(bare))):
        if (name := bare[: found.start()].strip(" ,.;")).casefold() not in _HEADS:
            yield name


def bare_name(words: str) -> str:
    """Return a party's words without anything that is said of it: an action, parentheses, what it has or is given."""
    *_, shortest = shorter(words)
    return shortest


def begins_with_body(words: str) -> bool:
    """Tell whether words begin as names of bodies do."""
    return _BODY_FIRST.match(words.casefold()) is not None


def collective_name(words: str) -> str:
    """Return collective words without what narrows them, but that the units have administrative procedures."""
    bare = _AND_OTHERS.sub("", bare_name(words))
    rest = _IN_PARENTHESES.sub("", words)[len(bare) :]
    return f"{bare} có thủ tục hành chính" if _WITH_PROCEDURES.match(rest) else bare


def is_name(words: str) -> bool:
    """Tell whether words may be the name of a body, and are neither an action nor a sentence nor a single noun."""
    if not begins_with_body(words) or len(words.split()) > _MOST_WORDS or _SENTENCE.search(words):
        return False
    if is_collective(words):
        return (
            _NOUN_ONCE.match(words) is None
            and _SEVERAL.match(words.casefold()) is not None
            and words.casefold() not in _HEADS
        )
    folded = words.casefold()
    return folded not in _HEADS and (len(words.split()) > 1 or _SINGLE_NAMES.fullmatch(folded) is not None)


def cut_names(words: str, known: Callable[[str], bool]) -> Iterator[str]:
    """Yield the names of a list that commas or `và` hold together, the first a known one; else the words."""
    ends = [found.start() for found in _NEXT.finditer(words)]
    starts = [found.end() for found in _NEXT.finditer(words)]
    for end, start in zip(reversed(ends), reversed(starts), strict=True):
        head, rest = words[:end], words[start:]
        if known(head) and (known(rest) or begins_with_body(rest)):
            yield head
            yield from cut_names(rest, known)
            return
    yield words
