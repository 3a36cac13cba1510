"""Units for the register, found in the plans that name them: spellings of one unit together, and what kind it is."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from tthc_desktop.models.identity import new_id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import clean, collation_key, fold
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.charging import addressed, archiving, charged
from tthc_desktop.models.units.naming import bare_name, collective_name, cut_names, is_name
from tthc_desktop.models.units.ranks import Rank, kind_of, rank_of
from tthc_desktop.models.units.resolving import Resolver
from tthc_desktop.models.units.scope import is_collective, is_head, means_whom_it_concerns
from tthc_desktop.models.units.spelling import key, same_name, shortness
from tthc_desktop.models.units.works import works

_KINDS = tuple(UnitKind)
_FIRST = ("van phong", "thanh tra", "phong")


def proposed_units(plans: Iterable[Plan], units: Collection[Unit]) -> tuple[Unit, ...]:
    """Return the units that the plans name and the register lacks: those inside, then those outside, then collectives.

    Names are one unit when they surely are the same; what is inside follows from what kind of office most plans are of.
    """
    plans = tuple(plans)
    rank = rank_of(plans)
    registers = {period: Resolver(units, period) for period in {plan.period for plan in plans}}
    printed = Counter(name for plan in plans for name in _named(plan, registers[plan.period], rank))
    groups = _grouped(printed)
    for plan in plans:
        for words in (*addressed(plan), *archiving(plan)):
            _spell(groups, words)
    found = [_unit(group, kind_of(group[0], rank)) for group in groups]
    return tuple(sorted(found, key=_place))


def _unit(spelled: list[str], kind: UnitKind) -> Unit:
    name, *others = spelled
    return Unit(new_id(), name, aliases=tuple(others), kind=kind)


def _place(unit: Unit) -> tuple[object, ...]:
    first = next((place for place, head in enumerate(_FIRST) if key(unit.name).startswith(head)), len(_FIRST))
    inside = unit.kind is UnitKind.INSIDE
    return _KINDS.index(unit.kind), first if inside else 0, collation_key(unit.name), unit.name


def _named(plan: Plan, register: Resolver, rank: Rank) -> Iterator[str]:
    """Yield the names that a plan prints and the register lacks, as often as they stand there."""
    unknown: list[str] = []
    for cell in _cells(plan, rank):
        said = (one for one in register.resolved(cell) if one.unit is None and not means_whom_it_concerns(one.words))
        unknown += [collective_name(one.words) if one.collective else bare_name(one.words) for one in said]
    names = {key(name) for name in unknown if is_name(name)}
    for words in unknown:
        pieces = [words] if is_collective(words) else cut_names(words, lambda piece: key(piece) in names)
        yield from (piece for piece in map(_flat, pieces) if is_name(piece) and not _known(register, piece))


def _cells(plan: Plan, rank: Rank) -> Iterator[str]:
    """Yield where a plan says who does something, then who else is charged, and which units inside get the paper."""
    for work in works(plan):
        yield from (str(work.held.lead), str(work.held.coordinate))
    yield from charged(plan)
    if rank is Rank.DEPARTMENT:
        yield from (words for words in addressed(plan) if _is_inside(words))


def _is_inside(words: str) -> bool:
    inside = kind_of(words, Rank.DEPARTMENT) is not UnitKind.OUTSIDE and not is_head(words)
    return inside and is_name(words)


def _spell(groups: Iterable[list[str]], words: str) -> None:
    """Add a spelling to the one unit that it surely means."""
    meant = [group for group in groups if _mean_one(group, [words])]
    if len(meant) == 1 and fold(words) not in map(fold, meant[0]):
        meant[0].append(words)


def _known(register: Resolver, name: str) -> bool:
    return any(one.unit is not None for one in register.parties((name,)))


def _flat(words: str) -> str:
    flat = " ".join(clean(words).split()).replace(" ,", ",")
    return flat[:1].upper() + flat[1:]


def _grouped(printed: Counter[str]) -> list[list[str]]:
    """Return the names by unit, the fullest first; one whose letters may mean several units stays alone."""
    groups: list[list[str]] = []
    for spelled in sorted(_by_key(printed), key=lambda spelled: _fullness(spelled[0])):
        collective = is_collective(spelled[0])
        meant = [] if collective else [group for group in groups if _mean_one(group, spelled)]
        if len(meant) == 1:
            meant[0].extend(spelled)
        else:
            groups.append(spelled)
    return groups


def _mean_one(group: Iterable[str], spelled: Collection[str]) -> bool:
    return any(same_name(one, other) for one in group for other in spelled)


def _fullness(words: str) -> tuple[object, ...]:
    return shortness(words), -len(words), collation_key(words), words


def _by_key(printed: Counter[str]) -> Iterator[list[str]]:
    """Yield the spellings of each name, the fullest first; of those unlike in capitals or tone marks the usual one."""
    usual: dict[str, str] = {}
    for words in sorted(printed, key=lambda words: (-printed[words], -_capitals(words), words)):
        usual.setdefault(fold(words), words)
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for words in sorted(usual.values(), key=_fullness):
        by_key[key(words)].append(words)
    yield from by_key.values()


def _capitals(words: str) -> int:
    return sum(map(str.isupper, words))
