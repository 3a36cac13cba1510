"""The usual values follow the office, and count anew only what has changed."""

import pytest

from tests.ui.papers import little_plan
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Role
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain
from tthc_desktop.models.usual import ROLE_FIELDS, Field, Uses, uses
from tthc_desktop.ui.offering import usual_values
from tthc_desktop.ui.offering.usual_values import UsualValues


def shown(values: UsualValues, *fields: Field, typed: str = "") -> list[str]:
    return [offer.words for offer in values.offers(*fields)(typed)]


def test_values_follow_the_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[Id] = []

    def count(plan: Plan) -> Uses:
        counted.append(plan.id)
        return uses(plan)

    monkeypatch.setattr(usual_values, "uses", count)
    plans = {"p1": little_plan()}
    values = UsualValues(plans.values)
    assert shown(values, Field.DEADLINE) == ["Tháng 6/2030", "Quý II"]
    assert shown(values, *ROLE_FIELDS[Role.COORDINATE], typed="các") == ["Các phòng", "Phòng Cải cách"]
    assert counted == ["p1"]
    plans["p2"] = Plan("p2", tasks={"t": Task("t", deadline=plain("Thường xuyên"))})
    assert shown(values, Field.DEADLINE, typed="thu") == ["Thường xuyên"]
    assert counted == ["p1", "p2"]
    del plans["p1"]
    assert shown(values, Field.DEADLINE) == ["Thường xuyên"]
    assert counted == ["p1", "p2"]


def test_an_office_without_plans_offers_nothing() -> None:
    assert shown(UsualValues(lambda: ()), *Field) == []
