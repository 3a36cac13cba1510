"""Hits come in the order of the page surface, and their letters are those that it shows."""

from itertools import pairwise

from hypothesis import given

from tests.strategies import plans
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.searching.finding import Hit
from tthc_desktop.models.searching.places import spots
from tthc_desktop.ui.plan.paragraph import Place
from tthc_desktop.ui.plan.paragraphs import paragraphs
from tthc_desktop.ui.searching.order import Order
from tthc_desktop.ui.searching.place_names import PlaceNames


@given(plans())
def test_every_place_stands_on_the_surface_in_the_order_of_reading(plan: Plan) -> None:
    shown = {paragraph.place: paragraph for paragraph in paragraphs(plan)}
    every = list(spots(plan))
    order = Order(plan, shown.values())
    ranks = [order.rank(spot.place, 0) for spot in every]
    assert all(rank[0] >= 0 for rank in ranks)
    assert all(before <= after for before, after in pairwise(ranks))
    for spot in every:
        if not spot.place.table and not spot.place.part.startswith("label"):
            assert str(shown[Place(spot.place.owner, spot.place.part)].words) == str(spot.words)


@given(plans())
def test_every_place_has_a_name(plan: Plan) -> None:
    names = PlaceNames(plan)
    for spot in spots(plan):
        assert names.name(Hit(spot.place, 0, 1, str(spot.words)).place)
