"""Targets that are marked in the running text of two plans: which of the newer is which of the older."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.targets.marks import marked


def marks_in_common(old: Plan, new: Plan, root: Callable[[Id], Id]) -> Iterator[tuple[Id, Id]]:
    """Yield the pairs by identity, then by what both were first copied from, in their order.

    What is marked in one plan only is no difference: no word of the paper tells it.
    """
    before, after = ([target.id for target in marked(plan)] for plan in (old, new))
    both = set(before) & set(after)
    yield from ((id_, id_) for id_ in after if id_ in both)
    waiting: defaultdict[Id, list[Id]] = defaultdict(list)
    for id_ in before:
        if id_ not in both:
            waiting[root(id_)].append(id_)
    for id_ in after:
        if id_ not in both and waiting[root(id_)]:
            yield waiting[root(id_)].pop(0), id_
