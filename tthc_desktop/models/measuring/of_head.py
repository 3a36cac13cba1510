"""Checks of the head: the letters of each part, their places, the rules below them."""

from collections.abc import Callable, Iterator, Sequence

from tthc_desktop.models.measuring.head import Head
from tthc_desktop.models.measuring.lettering import lettered
from tthc_desktop.models.measuring.results import Probe, beside, box
from tthc_desktop.models.measuring.seen import Seen
from tthc_desktop.models.measuring.values import Line, Ruled
from tthc_desktop.models.measuring.wording import number, points, quoted

_AXIS = 6.0
_LONG = 0.04
_SHORT = 0.03
_LEVEL = 4.0
_Check = Callable[[Seen], Iterator[Probe]]


def part(name: str, lines: Callable[[Head], Sequence[Line]]) -> _Check:
    """Return the check of the letters of one part of the head."""

    def check(seen: Seen) -> Iterator[Probe]:
        if seen.head:
            yield from lettered(seen.head.sheet.at, seen.rules.letters[name], lines(seen.head))

    return check


def _alone(line: Line | None) -> list[Line]:
    return [line] if line else []


_country = part("country", lambda head: [head.nation])
motto = part("motto", lambda head: _alone(head.motto))
parent_agency = part("parent_agency", lambda head: head.parent)
agency = part("agency", lambda head: head.agency)
symbol = part("number", lambda head: _alone(head.number))
date = part("date", lambda head: head.date)
kind = part("kind", lambda head: head.kind)
title = part("title", lambda head: head.title)
subject = part("subject", lambda head: head.subject)


def country(seen: Seen) -> Iterator[Probe]:
    """Measure its letters; it stands whole on one line."""
    yield from _country(seen)
    if seen.head and not seen.head.nation.words.upper().endswith("NAM"):
        yield Probe(seen.head.sheet.at, box([seen.head.nation]), "Quốc hiệu bị ngắt thành hai dòng", is_kept=False)


def motto_rule(seen: Seen) -> Iterator[Probe]:
    """As long as the motto, below it and in its middle."""
    head = seen.head
    if head is None or head.motto is None:
        return
    if head.motto_rule is None:
        yield Probe(head.sheet.at, box([head.motto]), "không thấy đường kẻ dưới Tiêu ngữ", is_kept=False)
        return
    rule, wide = head.motto_rule, head.motto.right - head.motto.left
    kept = abs(rule.length / wide - 1) <= _LONG and abs(rule.middle - head.motto.middle) < _AXIS
    found = f"đường kẻ dài {points(rule.length)}, dòng chữ dài {points(wide)}"
    yield Probe(head.sheet.at, beside(rule), found, kept)


def agency_rule(seen: Seen) -> Iterator[Probe]:
    if seen.head and seen.head.agency:
        yield from _short(seen, seen.head, seen.head.agency, seen.head.agency_rule, "tên cơ quan")


def title_rule(seen: Seen) -> Iterator[Probe]:
    """Below the title, or below the line `(Kèm theo …)` where one stands under it."""
    if seen.head and (lines := seen.head.attached or seen.head.title or seen.head.kind):
        yield from _short(seen, seen.head, lines, seen.head.title_rule, "trích yếu")


def _short(seen: Seen, head: Head, lines: Sequence[Line], rule: Ruled | None, about: str) -> Iterator[Probe]:
    """Yield whether a rule is a third to a half as long as a line above it and stands in its middle."""
    if rule is None:
        yield Probe(head.sheet.at, box(lines), f"không thấy đường kẻ dưới {about}", is_kept=False)
        return
    least, most = seen.rules.limits("short_rule")
    shares = [
        rule.length / (line.right - line.left) for line in {lines[-1], max(lines, key=lambda one: one.right - one.left)}
    ]
    fits = any(least - _SHORT <= share <= most + _SHORT for share in shares)
    kept = fits and abs(rule.middle - lines[-1].middle) < _AXIS
    found = f"đường kẻ dài {points(rule.length)} bằng {number(shares[0])} dòng {quoted(lines[-1].words, 30)}"
    yield Probe(head.sheet.at, beside(rule), found, kept)


def places(seen: Seen) -> Iterator[Probe]:
    """Agency left of the nation, each part in the middle below what it belongs to, number and date on one line."""
    head = seen.head
    if head is None:
        return
    at, nation = head.sheet.at, head.nation
    yield _placed(at, [nation], nation.middle > head.sheet.page.width / 2, "Quốc hiệu", "ở bên phải phía trên")
    if head.motto:
        kept = abs(head.motto.middle - nation.middle) < _AXIS and head.motto.base > nation.base
        yield _placed(at, [head.motto], kept, "Tiêu ngữ", "canh giữa dưới Quốc hiệu")
    names = [*head.parent, *head.agency]
    if names:
        kept = max(line.right for line in names) <= nation.left and _share_axis(names)
        yield _placed(at, names, kept, "tên cơ quan", "canh giữa ở bên trái Quốc hiệu")
    if head.number and names:
        yield _placed(
            at, [head.number], _share_axis([names[-1], head.number]), "số, ký hiệu", "canh giữa dưới tên cơ quan"
        )
    if head.number and head.date:
        kept = abs(head.date[0].base - head.number.base) < _LEVEL
        yield _placed(at, head.date, kept, "địa danh, thời gian", "cùng dòng với số, ký hiệu")


def _placed(at: int, lines: Sequence[Line], kept: bool, about: str, where: str) -> Probe:
    return Probe(at, box(lines), f"{about} {where}" if kept else f"{about} không {where}", kept)


def _share_axis(lines: Sequence[Line]) -> bool:
    middles = [line.middle for line in lines]
    return max(middles) - min(middles) < 2 * _AXIS


def in_middle(seen: Seen) -> Iterator[Probe]:
    """Kind and title in the middle of the paper."""
    head = seen.head
    if head and (lines := [*head.kind, *head.title]):
        found = "tên loại và trích yếu canh giữa" if _share_axis(lines) else "tên loại và trích yếu lệch nhau"
        yield Probe(head.sheet.at, box(lines), found, _share_axis(lines))
