"""A plan's way from a draft to one that is issued and replaced, with the versions that were kept on it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edits import edited
from tests.models.test_copying import printed
from tests.strategies import issues, plans
from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.copying import identities
from tthc_desktop.models.editing.life import (
    check_unlocked,
    deletion,
    gone_along,
    is_locked,
    is_version,
    issue_plan,
    keep_version,
    new_draft,
    replace_plan,
    versions,
)
from tthc_desktop.models.holdings import Holdings, changed
from tthc_desktop.models.plan import Header, Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Issue, Stage

AT = datetime(2026, 3, 1, 8, tzinfo=UTC)
ISSUE = Issue("125", "KH-STP", date(2026, 2, 14))


@given(plans())
def test_a_kept_version_says_what_the_plan_says(plan: Plan) -> None:
    draft = replace(plan, stage=Stage.DRAFT)

    kept = keep_version(draft, "Trình lần đầu", AT)

    assert printed(kept) == printed(plan)
    assert (kept.stage, kept.version_of, kept.version_name, kept.kept_at) == (
        Stage.KEPT,
        plan.id,
        "Trình lần đầu",
        AT,
    )
    assert kept.issue is None
    assert identities(kept).isdisjoint(identities(plan))


@pytest.mark.parametrize("stage", [Stage.KEPT, Stage.ISSUED, Stage.REPLACED])
def test_no_version_is_kept_of_what_is_locked(stage: Stage) -> None:
    with pytest.raises(UserError, match="không sửa được"):
        keep_version(Plan("1", stage=stage), "", AT)


def test_an_issued_plan_bears_its_number_and_day() -> None:
    plan = Plan("1", header=Header("UBND TỈNH", "SỞ TƯ PHÁP", "", "KH-CŨ", "Lai Châu", year=2025))

    issued = issue_plan(plan, ISSUE)

    assert issued.header == Header("UBND TỈNH", "SỞ TƯ PHÁP", "125", "KH-STP", "Lai Châu", 14, 2, 2026)
    assert (issued.stage, issued.issue) == (Stage.ISSUED, ISSUE)


@pytest.mark.parametrize("number", ["", "  "])
def test_nothing_is_issued_without_a_number(number: str) -> None:
    with pytest.raises(UserError, match="Chưa có số"):
        issue_plan(Plan("1"), replace(ISSUE, number=number))


@pytest.mark.parametrize("stage", [Stage.KEPT, Stage.ISSUED, Stage.REPLACED])
def test_only_a_draft_is_issued(stage: Stage) -> None:
    with pytest.raises(UserError):
        issue_plan(Plan("1", stage=stage), ISSUE)


def test_an_issued_plan_is_replaced_by_another() -> None:
    old = replace_plan(issue_plan(Plan("old"), ISSUE), Plan("new"))

    assert (old.stage, old.replaced_by, old.issue) == (Stage.REPLACED, "new", ISSUE)


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.KEPT])
def test_only_what_was_issued_is_replaced(stage: Stage) -> None:
    with pytest.raises(UserError, match="đã ban hành"):
        replace_plan(Plan("old", stage=stage), Plan("new"))


@pytest.mark.parametrize("by", [Plan("old"), Plan("kept", stage=Stage.KEPT)])
def test_nothing_is_replaced_by_itself_or_a_version(by: Plan) -> None:
    with pytest.raises(UserError):
        replace_plan(issue_plan(Plan("old"), ISSUE), by)


@given(plans())
def test_a_new_draft_can_be_edited_and_remembers_where_it_is_from(plan: Plan) -> None:
    draft = new_draft(plan)

    assert not is_locked(draft)
    assert draft.origin_id == plan.id
    assert (draft.version_of, draft.issue, draft.replaced_by) == ("", None, "")


def test_a_new_draft_of_an_issued_plan_waits_for_a_number_of_its_own() -> None:
    draft = new_draft(issue_plan(Plan("1"), ISSUE))

    assert draft.header == Header(symbol="KH-STP", year=2026)


def unmarked(plan: Plan) -> Plan:
    """Return the plan without what is marked in its words, which no mark changes."""
    return replace(plan, targets={id_: target for id_, target in plan.targets.items() if not target.item_id})


@given(plans(), st.data())
def test_no_edit_gets_through_to_a_locked_plan(plan: Plan, data: st.DataObject) -> None:
    locked = issue_plan(replace(plan, stage=Stage.DRAFT), data.draw(issues()))
    after = data.draw(edited(locked))

    if unmarked(after) == unmarked(locked):
        check_unlocked(locked, after)
    else:
        with pytest.raises(UserError, match="đã ban hành nên không sửa được"):
            check_unlocked(locked, after)


def test_a_locked_plan_can_go_on_in_its_life_but_not_with_other_words() -> None:
    issued = issue_plan(Plan("1"), ISSUE)
    replaced = replace_plan(issued, Plan("2"))

    check_unlocked(issued, replaced)
    with pytest.raises(UserError):
        check_unlocked(issued, replace(replaced, title=plain("khác")))


def test_versions_are_in_the_order_of_keeping_also_without_a_zone_or_time() -> None:
    late, early = (keep_version(Plan("1"), name, AT + timedelta(days=day)) for name, day in (("muộn", 2), ("sớm", 1)))
    local = replace(keep_version(Plan("1"), "giữa", AT), kept_at=datetime(2026, 3, 2, 12))  # noqa: DTZ001
    unknown = replace(keep_version(Plan("1"), "không rõ", AT), kept_at=None)
    other = keep_version(Plan("2"), "của bản khác", AT)

    found = versions((late, other, local, early, unknown), "1")

    assert [version.version_name for version in found] == ["không rõ", "sớm", "giữa", "muộn"]


def test_a_version_stands_under_its_plan_while_that_is_there() -> None:
    plan = Plan("1")
    kept = keep_version(plan, "", AT)

    assert is_version(kept, {"1": plan, kept.id: kept})
    assert not is_version(kept, {kept.id: kept})
    assert not is_version(plan, {"1": plan, kept.id: kept})


def test_versions_that_name_themselves_or_one_another_stand_by_themselves() -> None:
    itself, one, other = (Plan(id_, stage=Stage.KEPT, version_of=of) for id_, of in ("aa", "bc", "cb"))
    strange = {each.id: each for each in (itself, one, other)}

    assert not any(is_version(plan, strange) for plan in strange.values())
    assert deletion(Holdings(strange), "a") == ((itself, None),)


def test_a_plan_goes_with_its_versions_and_nothing_else() -> None:
    plan, other = Plan("1"), Plan("2")
    kept, of_other = keep_version(plan, "", AT), keep_version(other, "", AT)
    all_plans = {each.id: each for each in (plan, other, kept, of_other)}

    assert deletion(Holdings(all_plans), "1") == ((plan, None), (kept, None))
    assert deletion(Holdings(all_plans), kept.id) == ((kept, None),)


def test_what_was_sent_reported_and_noted_goes_with_a_plan_and_its_versions() -> None:
    plan, other = Plan("1"), Plan("2")
    kept = keep_version(plan, "", AT)
    said = {id_: Progress(id_, of, "task", "unit") for id_, of in (("a", "1"), ("b", kept.id), ("c", "2"))}
    sent = {id_: Sending(id_, of, "unit", AT) for id_, of in (("d", "1"), ("e", "2"))}
    noted = {id_: FollowUp(id_, of, "task") for id_, of in (("f", "1"), ("g", "2"))}
    office = Holdings({each.id: each for each in (plan, other, kept)}, progress=said, sendings=sent, follow_ups=noted)

    gone = deletion(office, "1")

    assert [before.id for before, _ in gone if before] == ["1", kept.id, "a", "b", "d", "f"]
    assert changed(office, gone) == Holdings(
        {"2": other}, progress={"c": said["c"]}, sendings={"e": sent["e"]}, follow_ups={"g": noted["g"]}
    )
    assert gone_along(gone) == " cùng 1 bản đã lưu và tiến độ các đơn vị đã báo"
    assert [gone_along(deletion(office, id_)) for id_ in (kept.id, "2")] == [" cùng tiến độ các đơn vị đã báo"] * 2
    assert gone_along(((plan, None),)) == ""
