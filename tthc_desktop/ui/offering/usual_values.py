"""The usual values of the open office, counted again only for plans that have changed."""

from collections.abc import Callable, Iterable

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.usual import Field, Uses, Usual, matching, ranked, uses
from tthc_desktop.ui.offering.offer_list import Offer
from tthc_desktop.ui.offering.suggesting import Offers


class UsualValues:
    """What the office usually writes in a field."""

    def __init__(self, plans: Callable[[], Iterable[Plan]]) -> None:
        self.plans = plans
        self._counted: dict[Id, tuple[Plan, Uses]] = {}
        self._ranked: dict[Field, tuple[Usual, ...]] = {}

    def of(self, *fields: Field) -> tuple[Usual, ...]:
        """Return the values of some fields as they are now."""
        self._count()
        return tuple(value for field in fields for value in self._ranked.get(field, ()))

    def _count(self) -> None:
        before, plans = self._counted, tuple(self.plans())
        known = {plan.id: before[plan.id] for plan in plans if plan.id in before and before[plan.id][0] is plan}
        if len(known) == len(plans) == len(before) and self._ranked:
            return
        self._counted = {plan.id: known.get(plan.id) or (plan, uses(plan)) for plan in plans}
        self._ranked = ranked(found for _, found in self._counted.values())

    def offers(self, *fields: Field) -> Offers:
        """Return what offers the values of some fields to an editor."""
        return lambda typed: offered(matching(self.of(*fields), typed))


def offered(values: Iterable[Usual]) -> list[Offer]:
    """Return the values as offers, each once."""
    return [Offer(words) for words in dict.fromkeys(value.words for value in values)]
