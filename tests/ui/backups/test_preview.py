"""What taking a part back would do is told before, and is what then happens; whatever was edited meanwhile."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.edits import edited
from tests.strategies import plans
from tests.ui.papers import little_plan
from tthc_desktop.models.backups.standing import Standing
from tthc_desktop.models.editing.life import deletion
from tthc_desktop.models.holdings import Holdings, changed
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.version import Stage
from tthc_desktop.ui.backups.inside.preview import effect, previewed
from tthc_desktop.ui.backups.inside.survey import Key, Sort, surveyed, walk

DRAFTS = plans().map(lambda plan: replace(plan, stage=Stage.DRAFT))


def holdings(*every: Plan) -> Holdings:
    return Holdings(plans={plan.id: plan for plan in every})


def standings(then: Holdings, now: Holdings) -> dict[Key, Standing]:
    return {part.key: part.standing for part in walk(surveyed(then.plans, now.plans, lambda: False))}


@given(DRAFTS, st.data())
def test_whatever_part_is_taken_back_is_there_again(then: Plan, data: st.DataObject) -> None:
    now = then
    for _ in range(data.draw(st.integers(1, 4))):
        now = data.draw(edited(now))
    before, today = holdings(then), holdings(replace(now, id=then.id))
    found = standings(before, today)
    key = data.draw(st.sampled_from(list(found)))
    preview = previewed(before, today, key)
    assert effect(preview)
    if key[0] is Sort.TEXT:
        assert not preview.can_be_taken
        return
    after = standings(before, changed(today, preview.pairs))
    assert after[key] is not Standing.GONE
    if key[0] is Sort.PLAN:
        assert Standing.GONE not in after.values()
    assert not [each for each in found if found[each] is not Standing.GONE and after[each] is Standing.GONE]


def test_an_equal_plan_has_nothing_to_be_taken_back() -> None:
    same = previewed(holdings(little_plan()), holdings(little_plan()), (Sort.PLAN, "p1", "p1"))
    assert not same.can_be_taken
    assert effect(same) == "Phần này vẫn như lúc sao lưu, không có gì để lấy lại."


def test_what_comes_back_beside_the_plan_is_told() -> None:
    unit = Unit("u1", "Sở Nội vụ")
    said = Progress("r1", "p1", "t1", "u1", {Field.RESULT: Said("Đã ban hành")})
    then = replace(holdings(little_plan()), units={"u1": unit}, progress={"r1": said})
    now = changed(changed(then, deletion(then, "p1")), ((unit, None),))
    told = effect(previewed(then, now, (Sort.PLAN, "p1", "p1")))
    assert told == (
        "Lấy lại sẽ đưa kế hoạch trở lại với 4 nhiệm vụ, 1 chỉ tiêu, 1 bảng, 1 căn cứ; "
        "đưa lại 1 dòng tiến độ; đưa lại 1 đơn vị."
    )
