"""Things brought back: whole plans with what goes with them, refusals, several at once."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.storage.samples import sample_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.bin.returning import moments, returned
from tthc_desktop.models.bin.values import Deleted, What
from tthc_desktop.models.changes import Name
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.editing.life import deletion, keep_version
from tthc_desktop.models.editing.paper import remove_bases
from tthc_desktop.models.editing.text import remove_nodes
from tthc_desktop.models.holdings import Holdings, changed
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.version import Stage

AT = datetime(2026, 3, 2, 5, tzinfo=UTC)
PLAN = sample_plan()
FULL = Holdings(plans={PLAN.id: PLAN})


def gone(what: What, id_: str, entry: int = 1, plan_id: str = "") -> Deleted:
    return Deleted(id_, entry, AT, "Xóa", what, "Lời", plan_id=plan_id)


def after(chosen: list[Deleted], then: dict[str, Holdings], now: Holdings) -> Holdings:
    return changed(now, returned(chosen, then, now).change.pairs)


def test_a_plan_comes_back_with_its_versions_and_what_was_reported_of_it() -> None:
    version = keep_version(PLAN, "Bản trình", AT)
    said = Progress("said", PLAN.id, "work", "unit", {Field.STATUS: Said("xong")})
    full = Holdings(plans={PLAN.id: PLAN, version.id: version, "other": Plan("other")}, progress={"said": said})
    pairs = deletion(full, PLAN.id)
    now = changed(full, pairs)
    assert set(now.plans) == {"other"}

    back = after([gone(What.PLAN, PLAN.id, plan_id=PLAN.id)], {PLAN.id: full}, now)

    assert back.plans == full.plans
    assert back.progress == full.progress


def test_several_parts_of_a_plan_are_one_pair() -> None:
    basis, section = PLAN.bases[0].id, PLAN.body[0].id
    first = remove_bases(PLAN, [basis])
    now = Holdings(plans={PLAN.id: remove_nodes(first, [section])})
    chosen = [gone(What.BASIS, basis, 1, plan_id=PLAN.id), gone(What.HEADING, section, 2, plan_id=PLAN.id)]

    made = returned(chosen, {basis: FULL, section: Holdings(plans={PLAN.id: first})}, now)

    assert made.change.pairs == ((now.plans[PLAN.id], PLAN),)
    assert made.change.label == "Đưa trở lại 2 mục từ thùng rác"


def test_a_part_of_a_plan_that_is_gone_or_issued_is_refused() -> None:
    part = gone(What.BASIS, PLAN.bases[0].id, plan_id=PLAN.id)
    with pytest.raises(UserError, match="cũng đã xóa"):
        returned([part], {part.id: FULL}, Holdings())

    issued = replace(remove_bases(PLAN, [part.id]), stage=Stage.ISSUED)
    with pytest.raises(UserError, match="không còn là dự thảo"):
        returned([part], {part.id: FULL}, Holdings(plans={PLAN.id: issued}))


def test_what_the_office_has_anew_is_not_written_over() -> None:
    day = date(2026, 9, 1)
    then = Holdings(rules={"rules": Rules(strict=True)}, exchanged_days={"old": ExchangedDay("old", day)})
    now = Holdings(rules={"rules": Rules()}, exchanged_days={"new": ExchangedDay("new", day)})
    for one in (gone(What.RULES, "rules"), gone(What.DAY, "old")):
        with pytest.raises(UserError, match="đặt lại sau khi xóa"):
            returned([one], {one.id: then}, now)
        back = after([one], {one.id: then}, Holdings())
        assert back.rules or back.exchanged_days


def test_each_thing_is_read_as_it_was_before_its_own_change() -> None:
    asked: list[tuple[int, tuple[Name, ...]]] = []

    def before(entry: int, *names: Name) -> Holdings:
        asked.append((entry, names))
        return Holdings(units={"u": Unit("u", "Sở")})

    parts = [gone(What.BASIS, "b1", 4, plan_id="p"), gone(What.BASIS, "b2", 4, plan_id="p"), gone(What.UNIT, "u", 5)]
    found = moments(parts, before)

    assert asked == [(4, (Name(Plan, "p"),)), (5, ())]
    assert list(after(parts[2:], dict(found), Holdings()).units) == ["u"]
