"""Differences in what belongs to the plan as a whole: head, title, period, signatory."""

from collections.abc import Iterator

from tthc_desktop.models.comparison.differences import Difference, What
from tthc_desktop.models.comparison.wording import reworded, shaped
from tthc_desktop.models.places import Place
from tthc_desktop.models.plan import Header, Period, Plan, Stamp
from tthc_desktop.models.text import Text, plain

_HEADER = ("parent_agency", "agency", "number", "symbol", "place")


def paper_differences(old: Plan, new: Plan) -> Iterator[Difference]:
    """Yield the differences in the order of the paper."""
    for name in _HEADER:
        yield from _words(name, plain(getattr(old.header, name)), plain(getattr(new.header, name)))
    yield from _dated("date", _date(old.header), _date(new.header))
    yield from _words("kind", plain(old.kind), plain(new.kind))
    yield from _words("title", old.title, new.title)
    yield from _words("attached", old.attached, new.attached)
    yield from _lines("addressees", old.addressees, new.addressees)
    yield from _dated("period", _period(old.period), _period(new.period))
    yield from _lines("capacity", old.signatory.capacity, new.signatory.capacity)
    yield from _words("signatory", plain(old.signatory.name), plain(new.signatory.name))
    yield from _dated("stamps", _stamps(old.stamps), _stamps(new.stamps))


def _words(part: str, old: Text, new: Text) -> Iterator[Difference]:
    yield from reworded(Place("", part), Place("", part), old, new)


def _dated(part: str, old: str, new: str) -> Iterator[Difference]:
    if old != new:
        yield Difference(What.DATED, Place("", part), Place("", part), plain(old), plain(new))


def _lines(part: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Difference]:
    """Yield the difference in words, else in the number of lines: an empty one takes room on the paper."""
    before, after = plain("\n".join(old)), plain("\n".join(new))
    if before != after:
        yield from _words(part, before, after)
    else:
        yield from shaped(Place("", part), Place("", part), len(old), len(new))


def _date(header: Header) -> str:
    if header.day is header.month is header.year is None:
        return ""
    day = "…" if header.day is None else f"{header.day:02d}"
    month = "…" if header.month is None else f"{header.month:02d}"
    return f"{day}/{month}/{header.year or '…'}"


def _period(period: Period | None) -> str:
    return f"{period.start:%d/%m/%Y} – {period.end:%d/%m/%Y}" if period else ""


def _stamps(stamps: tuple[Stamp, ...]) -> str:
    return "\n".join(f"{stamp.number}/{stamp.symbol}; {stamp.at.isoformat()}" for stamp in stamps)
