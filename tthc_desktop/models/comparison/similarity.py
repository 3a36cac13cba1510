"""Equal keys and alike words found among many, without holding each against each."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

_ALIKE = 0.55
_NEAREST = 24
"""How many places of one word are looked at: those nearest to where the part stands in the other plan."""
_TELLING = 12
"""How many words of a part say where to look: those that stand in the fewest places."""
_LOOKED_AT = 6


def equal(old: Sequence[object], new: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indexes whose keys are the same, in their order; each index once at most, an empty key never."""
    waiting: defaultdict[object, list[int]] = defaultdict(list)
    for index in reversed(range(len(old))):
        if old[index]:
            waiting[old[index]].append(index)
    for index, key in enumerate(new):
        if key and waiting.get(key):
            yield waiting[key].pop(), index


def alike(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indexes whose folded words are alike, the most alike first; each index once at most."""
    if not old or not new:
        return
    bags = [Counter(words.split()) for words in old]
    where = _where(bags)
    found: list[tuple[float, int, int, int]] = []
    for index, words in enumerate(new):
        bag = Counter(words.split())
        there = index * len(old) // len(new)
        for other in _candidates(bag, where, there):
            likeness = _likeness(bags[other], bag)
            if likeness >= _ALIKE:
                found.append((-likeness, abs(there - other), other, index))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _, _, first, second in sorted(found):
        if first not in taken_old and second not in taken_new:
            taken_old.add(first)
            taken_new.add(second)
            yield first, second


def nearest(old: Sequence[str], new: Sequence[str]) -> list[list[int]]:
    """Return for each of `new` the indexes of `old` whose folded words are most alike; none where no words are alike.

    Unlike `alike` it gives no pairs: what one is most like does not depend on the others.
    """
    places: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    sizes = []
    for index, words in enumerate(old):
        numbered = _numbered(words)
        sizes.append(len(numbered))
        for word in numbered:
            places[word].append(index)
    return [_most_alike(_numbered(words), places, sizes) for words in new]


def _most_alike(
    words: list[tuple[str, int]], places: Mapping[tuple[str, int], list[int]], sizes: list[int]
) -> list[int]:
    shared: Counter[int] = Counter()
    for word in words:
        shared.update(places.get(word, ()))
    likes = {index: 2 * common / (len(words) + sizes[index]) for index, common in shared.items()}
    best = max(likes.values(), default=0.0)
    return [index for index, likeness in likes.items() if likeness == best >= _ALIKE]


def _numbered(words: str) -> list[tuple[str, int]]:
    """Return the words, each with how often it was there before: what two lists share are their common words."""
    return [(word, before) for word, count in Counter(words.split()).items() for before in range(count)]


def _where(bags: list[Counter[str]]) -> dict[str, list[int]]:
    """Return for each word where it stands, in order."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, bag in enumerate(bags):
        for word in bag:
            found[word].append(index)
    return found


def _candidates(bag: Counter[str], where: dict[str, list[int]], there: int) -> list[int]:
    known = sorted((len(where[word]), word) for word in bag if word in where)
    votes: Counter[int] = Counter()
    for _, word in known[:_TELLING]:
        votes.update(_nearest(where[word], there))
    return [place for place, _ in votes.most_common(_LOOKED_AT)]


def _nearest(places: list[int], there: int) -> list[int]:
    if len(places) <= _NEAREST:
        return places
    middle = bisect_left(places, there)
    first = min(max(middle - _NEAREST // 2, 0), len(places) - _NEAREST)
    return places[first : first + _NEAREST]


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 0.0
