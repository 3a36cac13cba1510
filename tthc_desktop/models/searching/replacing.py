"""The plan with other words where hits were."""

from collections import deque
from collections.abc import Iterable, Sequence
from operator import attrgetter

from tthc_desktop.models.plan import Plan
from tthc_desktop.models.searching.finding import Hit
from tthc_desktop.models.searching.places import spots
from tthc_desktop.models.searching.rewriting import rewritten
from tthc_desktop.models.searching.spots import Place, Value, string
from tthc_desktop.models.text import Run, Text, clean, linked, text

_START = attrgetter("start")


def replaced(plan: Plan, hits: Iterable[Hit], words: str, *, keep_capitals: bool = False) -> Plan:
    """Return the plan with `words` in place of each hit; a hit whose words are others by now is left alone."""
    at: dict[Place, list[Hit]] = {}
    for hit in replaceable(hits):
        at.setdefault(hit.place, []).append(hit)
    if not at:
        return plan
    new = " ".join(clean(words).split("\n"))
    old = {here[0].words for here in at.values()}
    values: dict[Value, Text] = {}
    for spot in spots(plan, old.__contains__):
        here = at.get(spot.place)
        if here and string(spot.words) == here[0].words:
            made = with_words(spot.words, sorted(here, key=_START), new, keep_capitals=keep_capitals)
            if made != spot.words:
                values.update(dict.fromkeys(spot.values, made))
    return rewritten(plan, values)


def replaceable(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits whose words are kept as words: a date of three numbers is not."""
    return [hit for hit in hits if not hit.fixed]


def with_words(old: Text, hits: Sequence[Hit], new: str, *, keep_capitals: bool = False) -> Text:
    """Return a text with new words at its hits; they look like the first letter that they replace.

    A figure of a report that is hit becomes ordinary words.
    """
    pieces: list[Run] = []
    begin = 0
    waiting = deque((hit.start, hit.end, in_shape_of(hit.found, new) if keep_capitals else new) for hit in hits)
    for run in old.runs:
        end, kept = begin + len(run.text), []
        place = begin
        while waiting and waiting[0][0] < end:
            first, last, shaped = waiting[0]
            if first >= begin:
                kept += [run.text[place - begin : first - begin], shaped]
            place = min(last, end)
            if last > end:
                break
            waiting.popleft()
        kept.append(run.text[place - begin :])
        pieces.append(Run("".join(kept), run.bold, run.italic, run.figure))
        begin = end
    return linked(text(pieces), old)


def in_shape_of(found: str, new: str) -> str:
    """Return new words in capitals, or with a capital at their beginning, where the found ones are so."""
    letters = [letter for letter in found if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return new.upper()
    if letters and letters[0].isupper():
        return new[:1].upper() + new[1:]
    return new
