"""What an office usually writes in the fields of its plans, ranked, and the search in it by a few letters."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tthc_desktop.models.outline import items, nodes_of
from tthc_desktop.models.party import parties
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import clean, collation_key, fold


class Field(StrEnum):
    """A field whose values repeat from plan to plan."""

    PARENT_AGENCY = "parent_agency"
    AGENCY = "agency"
    SYMBOL = "symbol"
    PLACE = "place"
    KIND = "kind"
    CAPACITY = "capacity"
    SIGNATORY = "signatory"
    RECIPIENT = "recipient"
    ADDRESSEE = "addressee"
    LEAD = "lead"
    COORDINATE = "coordinate"
    PARTY = "party"
    """One unit by itself, whether it leads or helps."""
    DEADLINE = "deadline"
    RESULT = "result"
    UNIT = "unit"


ROLE_FIELDS = {
    Role.LEAD: (Field.LEAD, Field.PARTY),
    Role.COORDINATE: (Field.COORDINATE, Field.PARTY),
    Role.DEADLINE: (Field.DEADLINE,),
    Role.RESULT: (Field.RESULT,),
    Role.UNIT: (Field.UNIT,),
}
"""The fields whose values are offered in a column, or in a labelled line, of a role."""

_HEAD = (Field.PARENT_AGENCY, Field.AGENCY, Field.SYMBOL, Field.PLACE)
_SIGNS = " .;"
_REMEMBERED = 1 << 15
"""How many values keep their keys: a plan is counted again after each of its changes, which touches few of them."""
Uses = Mapping[tuple[Field, str, int], int]
"""How often a plan writes a value in a field; the third part is the level of a recipient."""


@dataclass(frozen=True, slots=True)
class Usual:
    """A value that the office has written before."""

    words: str
    level: int = 0
    """The level of a recipient's line."""
    exact: str = ""
    folded: str = ""


@lru_cache(_REMEMBERED)
def usual(words: str, level: int = 0) -> Usual:
    """Return a value with what the search in it needs."""
    return Usual(words, level, " ".join(words.casefold().split()), fold(words))


def uses(plan: Plan) -> Uses:
    """Return what one plan writes, and how often."""
    found: Counter[tuple[Field, str, int]] = Counter()
    for field, words in _of_paper(plan):
        found[field, words, 0] += 1
    for recipient in plan.recipients:
        found[Field.RECIPIENT, recipient.text, recipient.level] += 1
    for addressee in plan.addressees:
        found[Field.ADDRESSEE, addressee, 0] += bool(addressee.strip())
    cells = Counter(_of_work(plan))
    for (field, words), count in cells.items():
        found[field, words, 0] += count
        if field in {Field.LEAD, Field.COORDINATE}:
            for party in _parties(words):
                found[Field.PARTY, party, 0] += count
    return _tidy(found)


_parties = lru_cache(_REMEMBERED)(parties)
_collation_key = lru_cache(_REMEMBERED)(collation_key)


def _of_paper(plan: Plan) -> Iterator[tuple[Field, str]]:
    for field in _HEAD:
        yield field, getattr(plan.header, field.value)
    yield Field.KIND, plan.kind
    yield Field.CAPACITY, "\n".join(plan.signatory.capacity)
    yield Field.SIGNATORY, plan.signatory.name


def _of_work(plan: Plan) -> Iterator[tuple[Field, str]]:
    for task in plan.tasks.values():
        yield Field.LEAD, str(task.lead)
        yield Field.COORDINATE, str(task.coordinate)
        yield Field.DEADLINE, str(task.deadline)
        yield Field.RESULT, str(task.result)
    for target in plan.targets.values():
        yield Field.LEAD, str(target.lead)
        yield Field.COORDINATE, str(target.coordinate)
        yield Field.UNIT, str(target.unit)
    for nodes in nodes_of(plan):
        for item, _ in items(nodes):
            for line in item.lines:
                if line.words and (fields := ROLE_FIELDS.get(line.role)):
                    yield fields[0], str(line.words)


def _tidy(found: Uses) -> Uses:
    """Return the uses without the signs that end a line, which the paper sets by itself; empty values are none."""
    tidied: Counter[tuple[Field, str, int]] = Counter()
    for (field, words, level), count in found.items():
        if kept := tidy(words):
            tidied[field, kept, level] += count
    return tidied


def tidy(words: str) -> str:
    """Return a value on trimmed lines, without the sign that ends it."""
    lines = (" ".join(line.split()) for line in clean(words).rstrip(_SIGNS + "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def ranked(plans: Iterable[Uses]) -> dict[Field, tuple[Usual, ...]]:
    """Return the values of each field over all plans, the oldest plan first: the most used first, then the newest.

    Of values that differ in capitals and blanks only, the spelling that is used most stands for all.
    """
    counts: Counter[tuple[Field, str, int]] = Counter()
    newest: dict[tuple[Field, str, int], int] = {}
    for place, found in enumerate(plans):
        counts.update(found)
        newest.update(dict.fromkeys(found, place))
    order = sorted(counts, key=lambda value: (-counts[value], -newest[value], _collation_key(value[1])))
    made: dict[Field, dict[tuple[str, int], Usual]] = {field: {} for field in Field}
    for field, words, level in order:
        value = usual(words, level)
        made[field].setdefault((value.exact, level), value)
    return {field: tuple(values.values()) for field, values in made.items()}


def signers(plans: Iterable[Plan], capacity: tuple[str, ...]) -> frozenset[str]:
    """Return who has signed with these lines above the signature."""
    return frozenset(plan.signatory.name for plan in plans if plan.signatory.capacity == capacity)


def matching(values: Iterable[Usual], typed: str) -> tuple[Usual, ...]:
    """Return the values with words that begin as the typed ones do, in this order; all of them when nothing is typed.

    Accents, đ and capitals do not matter, but what is spelled as typed stands first, and what begins so before what
    has it inside. Values that are equally near keep their order.
    """
    exact, folded = " ".join(clean(typed).casefold().split()), fold(clean(typed))
    near = ((_distance(value, exact, folded), value) for value in values)
    return tuple(value for _, value in sorted((pair for pair in near if pair[0] < _FAR), key=lambda pair: pair[0]))


_FAR = 6


def _distance(value: Usual, exact: str, folded: str) -> int:
    """Return how far a value is from what is typed: 0 for the nearest, `_FAR` for none."""
    if not folded:
        return 0 if not exact or value.exact.startswith(exact) else _FAR
    for distance, words, wanted in ((0, value.exact, exact), (2, value.folded, folded)):
        if words.startswith(wanted):
            return distance
        if _inside(words, wanted):
            return distance + 1
    return _FAR - 1 if _begin(value.folded.split(), folded.split()) else _FAR


def _inside(words: str, wanted: str) -> bool:
    """Tell whether a word begins where `wanted` stands."""
    at = words.find(wanted)
    while at > 0:
        if not words[at - 1].isalnum():
            return True
        at = words.find(wanted, at + 1)
    return at == 0


def _begin(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Tell whether the wanted beginnings are found at words of the value, in this order."""
    rest = iter(words)
    return all(any(word.lstrip("(“\"'-/").startswith(start) for word in rest) for start in wanted)
