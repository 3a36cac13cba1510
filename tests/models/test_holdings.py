"""What an office keeps, before and after a change."""

from dataclasses import replace

import pytest
from hypothesis import given

from tests.strategies import legal_documents, plans
from tthc_desktop.models.changes import Change, Name, name_of, pairs_of, reverse
from tthc_desktop.models.holdings import FIELDS, Holdings, changed, held
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.plan import Plan


@given(plans(), legal_documents())
def test_a_change_of_several_kinds_and_its_reverse(plan: Plan, document: LegalDocument) -> None:
    before = Holdings({plan.id: plan}, {})
    other = replace(plan, kind="QUYẾT ĐỊNH ĐỔI")
    change = Change("Đổi", ((plan, other), (None, document)))

    after = changed(before, change.pairs)

    assert after == Holdings({plan.id: other}, {document.id: document})
    assert before == Holdings({plan.id: plan}, {})
    assert changed(after, reverse(change).pairs) == before


def test_kinds_that_are_not_touched_stay_the_same_object() -> None:
    before = Holdings({"1": Plan("1")}, {"2": LegalDocument("2")})

    after = changed(before, ((None, LegalDocument("3")),))

    assert after.plans is before.plans
    assert list(after.legal_documents) == ["2", "3"]


def test_equal_identities_of_two_kinds_are_two_values() -> None:
    plan, document = Plan("1"), LegalDocument("1")
    both = changed(Holdings(), ((None, plan), (None, document)))

    assert (held(both, Name(Plan, "1")), held(both, Name(LegalDocument, "1"))) == (plan, document)
    assert held(changed(both, ((plan, None),)), Name(LegalDocument, "1")) is document
    assert held(both, Name(Plan, "2")) is None


def test_each_kind_has_its_place() -> None:
    assert set(FIELDS.values()) == set(Holdings.__dataclass_fields__)


def test_pairs_of_a_kind() -> None:
    plan, document = Plan("1"), LegalDocument("2")
    pairs = ((plan, None), (None, document), (document, None))

    assert pairs_of(Plan, pairs) == ((plan, None),)
    assert pairs_of(LegalDocument, pairs) == ((None, document), (document, None))


@pytest.mark.parametrize("pair", [(Plan("1"), LegalDocument("1")), (Plan("1"), Plan("2")), (None, None)])
def test_a_pair_of_two_values_or_none_is_a_bug(pair: tuple[Plan | None, Plan | LegalDocument | None]) -> None:
    with pytest.raises(ValueError, match="about one value"):
        name_of(pair)
