"""Where the parts of the head stand, and how long the rules below them are."""

from collections.abc import Iterator

from tthc_desktop.models.decree import Rules
from tthc_desktop.models.measuring.anatomy import Anatomy
from tthc_desktop.models.measuring.outcomes import Spot
from tthc_desktop.models.measuring.pages import Bar, SetLine
from tthc_desktop.models.measuring.ruling import Looked, Ruling, millimetres, spot

_OFF = 6.0
"""Points by which the middles of two lines may differ where one is centred below the other."""
_LEVEL = 3.0
_BELOW = 16.0
"""Points below a line within which its rule stands."""
_SHARE = 0.04


def head_places(rules: Rules) -> Iterator[Ruling]:
    """Yield the rulings on places and rules of the head and of appendix headings."""
    letters = rules.letters
    share = rules.measures["short_rule"]
    half = "đường kẻ nét liền dài từ 1/3 đến 1/2 dòng chữ, cân giữa"
    yield Ruling("place.country", "Chỗ của Quốc hiệu", "trên cùng, bên phải", letters["country"].clause, _country)
    yield Ruling("place.motto", "Chỗ của Tiêu ngữ", "canh giữa dưới Quốc hiệu", letters["motto"].clause, _motto)
    yield Ruling(
        "rule.motto", "Đường kẻ dưới Tiêu ngữ", "nét liền, dài bằng dòng chữ", letters["motto"].clause, _motto_rule
    )
    yield Ruling("place.agency", "Chỗ của tên cơ quan", "trên cùng, bên trái", letters["agency"].clause, _agency)
    yield Ruling("rule.agency", "Đường kẻ dưới tên cơ quan", half, share.clause, _agency_rule)
    yield Ruling("place.number", "Chỗ của số, ký hiệu", "canh giữa dưới tên cơ quan", letters["number"].clause, _number)
    yield Ruling(
        "place.date", "Chỗ của địa danh, thời gian", "cùng dòng với số, canh giữa dưới Quốc hiệu",
        letters["date"].clause, _date,
    )  # fmt: skip
    yield Ruling("place.kind", "Chỗ của tên loại, trích yếu", "canh giữa văn bản", letters["kind"].clause, _kind)
    yield Ruling("rule.title", "Đường kẻ dưới trích yếu", half, share.clause, _title_rule)
    yield Ruling(
        "place.appendix", "Chỗ của số, tên phụ lục", "canh giữa", letters["appendix_label"].clause, _appendix_place
    )


def _country(paper: Anatomy, _rules: Rules) -> Looked:
    country = paper.head.country
    if country:
        above = [line for line in paper.first.pieces if line.base < country.base - _LEVEL]
        is_right = country.middle > paper.first.page.width / 2
        yield None if is_right and not above else spot(1, country, "không ở trên cùng, bên phải trang đầu")


def _motto(paper: Anatomy, _rules: Rules) -> Looked:
    country, motto = paper.head.country, paper.head.motto
    if country and motto:
        yield _under(motto, country, "Quốc hiệu")


def _agency(paper: Anatomy, _rules: Rules) -> Looked:
    middles = [line.middle for line in paper.head.agencies]
    for line in paper.head.agencies:
        if line.middle > paper.first.page.width / 2:
            yield spot(1, line, "không ở bên trái")
        else:
            yield None if max(middles) - min(middles) < _OFF else spot(1, line, "các dòng không canh giữa nhau")


def _number(paper: Anatomy, _rules: Rules) -> Looked:
    if paper.head.number and paper.head.agencies:
        yield _under(paper.head.number, paper.head.agencies[-1], "tên cơ quan")


def _date(paper: Anatomy, _rules: Rules) -> Looked:
    head = paper.head
    if not (head.date and head.number and head.country):
        return
    if abs(head.date.base - head.number.base) > _LEVEL:
        yield spot(1, head.date, "không cùng dòng với số, ký hiệu")
    elif head.date.width > head.country.width or not head.date.words[-1].isdecimal():
        yield None  # blanks to stamp on at its end are not seen
    else:
        yield _under(head.date, head.country, "Quốc hiệu")


def _kind(paper: Anatomy, _rules: Rules) -> Looked:
    for line in (*([paper.head.kind] if paper.head.kind else []), *paper.head.title):
        yield _in_the_middle(paper, line)


def _in_the_middle(paper: Anatomy, line: SetLine) -> Spot | None:
    left, right = text_edges(paper)
    off = abs(line.middle - (left + right) / 2)
    return None if off < 2 * _OFF else spot(1, line, f"lệch giữa {millimetres(off)}")


def text_edges(paper: Anatomy) -> tuple[float, float]:
    """Return the edges of the running text on upright pages, or those of the head where there is none."""
    lines = [line for _, found in paper.text() for line in found]
    head = paper.head
    lines += [line for line in (head.country, head.number, *head.agencies) if line]
    if not lines:
        return 0.0, paper.first.page.width
    return min(line.left for line in lines), max(line.right for line in lines)


def _appendix_place(paper: Anatomy, _rules: Rules) -> Looked:
    for head in paper.appendices:
        middle = head.label.middle
        for line in (*head.title, *head.attached):
            off = abs(line.middle - middle)
            yield None if off < _OFF else spot(head.sheet.page.number, line, f"lệch giữa {millimetres(off)}")


def _under(line: SetLine, above: SetLine, name: str) -> Spot | None:
    if line.base <= above.base:
        return spot(1, line, f"không ở dưới {name}")
    off = abs(line.middle - above.middle)
    return None if off < _OFF else spot(1, line, f"lệch {millimetres(off)} so với {name}")


def _motto_rule(paper: Anatomy, _rules: Rules) -> Looked:
    if paper.head.motto:
        yield _rule_below(paper, paper.head.motto, 1.0, 1.0)


def _agency_rule(paper: Anatomy, rules: Rules) -> Looked:
    if paper.head.agencies:
        yield _short_rule(paper, paper.head.agencies[-1], rules)


def _title_rule(paper: Anatomy, rules: Rules) -> Looked:
    last = (*paper.head.title, *paper.head.attached)[-1:]
    for line in last if not paper.head.subject else ():
        yield _short_rule(paper, line, rules)


def _short_rule(paper: Anatomy, line: SetLine, rules: Rules) -> Spot | None:
    share = rules.measures["short_rule"]
    return _rule_below(paper, line, share.least or 0.0, share.most or 1.0)


def _rule_below(paper: Anatomy, line: SetLine, least: float, most: float) -> Spot | None:
    bar = _bar_below(paper, line)
    if bar is None:
        return spot(1, line, "không có đường kẻ bên dưới")
    share = (bar.right - bar.left) / line.width
    if abs((bar.left + bar.right) / 2 - line.middle) > _OFF:
        return spot(1, line, "đường kẻ không cân giữa dòng chữ")
    if not least - _SHARE <= share <= most + _SHARE:
        return spot(1, line, f"đường kẻ dài {100 * share:.0f} % dòng chữ")
    return None


def _bar_below(paper: Anatomy, line: SetLine) -> Bar | None:
    under = [
        bar
        for bar in paper.first.page.bars
        if 0 < bar.y - line.base < _BELOW and bar.left < line.right and bar.right > line.left
    ]
    return min(under, key=lambda bar: bar.y, default=None)
