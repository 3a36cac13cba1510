"""Flows onto pages: as many strips as fit, then back to the nearest place where a page may end."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tthc_desktop.documents.writing.pdf.flow import Flow, Tie
from tthc_desktop.errors import UserError

_SLACK = 1e-6
_FILLED = 0.7
"""The share of a page above which it may end early for the sake of a loose tie."""


class Slice(NamedTuple):
    """The strips of one flow on one page, `first` up to `last`, from `y` points below the text area's top."""

    flow: Flow
    first: int
    last: int
    y: float


class _Entry(NamedTuple):
    """One strip of a flow."""

    flow: Flow
    place: int


def pages(flows: Sequence[Flow], room: float) -> list[list[Slice]]:
    """Return the slices on each page whose text area is `room` points high; at least one page."""
    entries = [_Entry(flow, place) for flow in flows for place in range(len(flow.strips))]
    found: list[list[Slice]] = []
    start = 0
    while start < len(entries):
        tops = _fill(entries, start, room)
        end = _good_end(entries, start, tops, room)
        found.append(list(_slices(entries, start, end, tops)))
        start = end
    return found or [[]]


def _fill(entries: Sequence[_Entry], start: int, room: float) -> list[float]:
    """Return the top of each strip that fits; a slice's top counts its repeated head."""
    tops: list[float] = []
    y = 0.0
    previous: Flow | None = None
    for flow, place in map(entries.__getitem__, range(start, len(entries))):
        strip = flow.strips[place]
        top = y + (strip.gap if tops else 0.0)
        y = top + strip.height + (0.0 if flow is previous else flow.head(place))
        if y + flow.tail(place + 1) > room + _SLACK:
            break
        tops.append(top)
        previous = flow
    if not tops:
        raise UserError(
            f"{entries[start].flow.where} có phần cao hơn một trang giấy nên không in được.",
            "Hãy rút ngắn hoặc chia phần này ra rồi in lại.",
        )
    return tops


def _good_end(entries: Sequence[_Entry], start: int, tops: Sequence[float], room: float) -> int:
    """Return the best place where the page may end: at no tie, at a loose one, or where it is full."""
    full = start + len(tops)
    if full == len(entries):
        return full
    last_loose = 0
    for end in range(full, start, -1):
        flow, place = entries[end]
        tie = flow.strips[place].tie
        if tie is Tie.FREE and (not last_loose or tops[end - start - 1] > room * _FILLED):
            return end
        if tie is Tie.LOOSE and not last_loose:
            last_loose = end
    return last_loose or full


def _slices(entries: Sequence[_Entry], start: int, end: int, tops: Sequence[float]) -> Iterator[Slice]:
    first = start
    for place in range(start + 1, end + 1):
        if place == end or entries[place].flow is not entries[first].flow:
            flow = entries[first].flow
            yield Slice(flow, entries[first].place, entries[place - 1].place + 1, tops[first - start])
            first = place
