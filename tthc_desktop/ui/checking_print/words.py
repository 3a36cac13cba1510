"""What the window says of a measured print, line by line."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tthc_desktop.models.measuring import GROUPS, Result, Verdict
from tthc_desktop.models.measuring.results import missing
from tthc_desktop.ui.life.choices import Choice
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import number

_BROKEN, _ABSENT = "Chưa đúng", "Văn bản này không có"
_MOST = 50


class Key(NamedTuple):
    """What a line of the tree is about: a rule by its place, and one of the places where it is broken, -1 for none."""

    rule: int
    fault: int = -1


def lines(results: Sequence[Result]) -> Iterator[Choice]:
    """Yield what is broken, each with its places, then what is kept, then what does not apply."""
    told = list(enumerate(results))
    broken = [_broken(at, one) for at, one in told if one.verdict is Verdict.BROKEN]
    yield Choice(_BROKEN, children=broken)
    for group in GROUPS:
        kept = [(at, one) for at, one in told if one.group == group and one.verdict is Verdict.KEPT]
        yield Choice(group, children=[Choice(f"{one.name}: {one.asked}", Key(at)) for at, one in kept])
    absent = [(at, one) for at, one in told if one.verdict is Verdict.ABSENT]
    yield Choice(_ABSENT, children=[Choice(one.name, Key(at)) for at, one in absent])


def _broken(at: int, one: Result) -> Choice:
    shown = [Choice(f"Trang {fault.page + 1}: {fault.found}", Key(at, place)) for place, fault in enumerate(one.faults)]
    if len(shown) > _MOST:
        left = len(shown) - _MOST
        shown = [*shown[:_MOST], Choice(f"và {number(left)} chỗ khác", Key(at, _MOST))]
    return Choice(f"{one.name}: {one.asked}", children=shown)


def verdict(results: Sequence[Result], decree: str, doubt: str) -> tuple[Kind, str]:
    """Return what all of it comes to."""
    if doubt:
        return Kind.WARNING, doubt
    broken = sum(one.verdict is Verdict.BROKEN for one in results)
    measured = sum(one.verdict is not Verdict.ABSENT for one in results)
    lacks = f" Văn bản còn thiếu: {', '.join(missing(results))}." if missing(results) else ""
    if broken:
        return Kind.WARNING, f"{number(broken)} trong {number(measured)} điểm đo được chưa đúng {decree}.{lacks}"
    return Kind.WARNING if lacks else Kind.GOOD, f"Cả {number(measured)} điểm đo được đều đúng {decree}.{lacks}"


def rule_words(one: Result, fault: int, decree: str) -> str:
    """Return a rule with its clause, and what was found at one of its places."""
    clause = f" ({decree}, {one.clause})" if one.clause else " (cách trình bày thông dụng, Nghị định không quy định)"
    asked = f"{one.name}: {one.asked}{clause}."
    if one.verdict is Verdict.ABSENT:
        return f"{asked} Văn bản này không có phần đó."
    if fault < 0:
        return f"{asked} Đã đo {number(one.measured)} chỗ, đều đúng."
    return f"{asked} Trang {one.faults[fault].page + 1}: {one.faults[fault].found}."
