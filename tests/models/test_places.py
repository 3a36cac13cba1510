"""One walk knows every place that holds words, and shares what it leaves alone."""

from hypothesis import given

from tests.models.editing.branches import unshared
from tests.models.test_copying import printed
from tests.strategies import plans
from tthc_desktop.models.places import Place, rewritten, words_by_place
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import Text, plain


@given(plans())
def test_turning_nothing_returns_the_plan_itself(plan: Plan) -> None:
    assert rewritten(plan, lambda _, words: words) is plan


@given(plans())
def test_no_printed_word_is_in_no_place(plan: Plan) -> None:
    emptied = rewritten(plan, lambda _, words: plain("x") if words else words)

    left = {words for words in printed(emptied) if isinstance(words, Text) and words}
    assert left <= {plain("x")}
    assert all(basis.text in (plain("x"), plain("")) for basis in emptied.bases)
    assert all(recipient.text in {"x", ""} for recipient in emptied.recipients)


@given(plans())
def test_a_place_is_listed_once_and_rewritten_alone(plan: Plan) -> None:
    places = [place for place, _ in words_by_place(plan)]
    assert len(set(places)) == len(places)
    if not places:
        return
    chosen = places[len(places) // 2]

    def turn(place: Place, words: Text) -> Text:
        return plain("khác hẳn") if place == chosen else words

    after = rewritten(plan, turn)

    assert dict(words_by_place(after)) == {**dict(words_by_place(plan)), chosen: plain("khác hẳn")}
    assert not unshared(plan, after)
