"""Two wordings of one place: what kind of difference there is between them, if any."""

from collections.abc import Iterator

from tthc_desktop.models.comparison.differences import Difference, What
from tthc_desktop.models.mentions import mentions
from tthc_desktop.models.places import Place
from tthc_desktop.models.text import Text, plain

_KINDS = {"deadline": What.DATED, "value": What.VALUED, "unit": What.VALUED}


def reworded(before: Place, after: Place, old: Text, new: Text, *, field: str = "") -> Iterator[Difference]:
    """Yield the difference between the words of one place, which hold that field; none when they are the same."""
    if old != new:
        yield Difference(_kind(field or after.part, old, new), before, after, old, new)


def shaped(before: Place, after: Place, old: object, new: object) -> Iterator[Difference]:
    """Yield the difference in how one place appears, none when it is the same."""
    if old != new:
        yield Difference(What.SHAPED, before, after, plain(str(old)), plain(str(new)))


def _kind(field: str, old: Text, new: Text) -> What:
    if str(old) == str(new):
        return What.SHAPED
    if field in _KINDS:
        return _KINDS[field]
    return What.DATED if _timeless(str(old)) == _timeless(str(new)) else What.REWORDED


def _timeless(words: str) -> list[str]:
    """Return the words around the years and dates, and of what kind these are."""
    found: list[str] = []
    place = 0
    for mention in mentions(words):
        found += [words[place : mention.start], mention.kind]
        place = mention.end
    return [*found, words[place:]]
