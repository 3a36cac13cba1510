"""Hits in whole plans, and plans with other words in their place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.samples import sample_plan
from tests.strategies import plans
from tests.ui.papers import little_plan
from tests.work import work
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Header, Item, Line, Plan, Signatory
from tthc_desktop.models.searching.finding import Hit, context, find
from tthc_desktop.models.searching.matching import Query
from tthc_desktop.models.searching.places import printed, spots
from tthc_desktop.models.searching.replacing import in_shape_of, replaceable, replaced, with_words
from tthc_desktop.models.searching.spots import Place
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import Run, plain, text

PLAN = little_plan()
_queries = st.builds(
    Query,
    st.sampled_from(("so", "Sở", "t", "cac so", "rà soát", "  ", "15/12", "&", "nghia vu", "ngày", "KẾ HOẠCH", "2")),
    accents=st.booleans(),
    case=st.booleans(),
    whole=st.booleans(),
    tables_only=st.booleans(),
)


def test_hits_come_in_reading_order_from_every_part() -> None:
    plan = replace(PLAN, attached=plain("(Kèm theo Quyết định số 1)"), kind="QUYẾT ĐỊNH")
    whole = {(spot.place.owner, spot.place.part) for spot in spots(plan)}
    for owner, part in (
        *(("", name) for name in ("agency", "symbol", "kind", "title", "attached", "capacity", "signatory")),
        ("b1", "text"),
        ("s1", "text"),
        ("i2", "text"),
        ("i2", "line 0"),
        ("i2", "label 1"),
        ("r2", "text"),
        ("a1", "title"),
        ("a1", "attached"),
        ("g", "cell"),
        ("w1", "cell"),
        ("x1", "cell"),
        ("c3", "title"),
        ("c3", "over"),
    ):
        assert (owner, part) in whole
    owners = [hit.place.owner for hit in find(plan, Query("thu tuc"))]
    assert owners == ["", "w1", "w2", "w3"]


def test_a_hit_knows_where_it_is() -> None:
    (hit,) = find(PLAN, Query("phien ha"))
    assert hit == Hit(Place("i1"), 5, 13, "Giảm phiền hà cho người dân.", exact=False)
    assert hit.found == "phiền hà"
    assert context(hit, 8) == ("Giảm ", "phiền hà", " cho…")
    assert context(hit, 3) == ("…ảm ", "phiền hà", " ch…")


def test_tables_only() -> None:
    assert {hit.place.table for hit in find(PLAN, Query("van phong"))} == {""}
    assert find(PLAN, Query("van phong", tables_only=True)) == ()
    assert len(find(PLAN, Query("phong cai cach", tables_only=True))) == 3


def test_computed_numbers_are_no_words() -> None:
    assert [hit.place.part for hit in find(PLAN, Query("I", accents=True, case=True, whole=True))] == []
    (hit,) = find(PLAN, Query("ngay 05 thang 01"))
    assert hit.fixed
    assert replaceable([hit]) == []
    assert replaced(PLAN, [hit], "06/01/2030") is PLAN


def test_merged_cells_are_one_hit_and_change_together() -> None:
    hits = find(PLAN, Query("các phòng", tables_only=True))
    assert [hit.place.owner for hit in hits] == ["w1", "w3"]
    after = replaced(PLAN, hits[:1], "Các sở")
    assert [str(after.tasks[f"t{n}"].coordinate) for n in (1, 2, 3)] == ["Các sở", "Các sở", "Các phòng"]


def test_a_hidden_cell_that_says_something_else_is_a_hit_of_its_own() -> None:
    other = replace(PLAN.tasks["t2"], coordinate=plain("Văn thư"))
    plan = replace(PLAN, tasks={**PLAN.tasks, "t2": other})
    assert [hit.place.owner for hit in find(plan, Query("văn thư"))] == ["w2"]


def test_a_task_printed_twice_is_one_hit() -> None:
    table = PLAN.appendices[0].nodes[0]
    assert isinstance(table, Table)
    rows = (*table.rows, Row("again", RowKind.TASK, 1, task_id="body"))
    plan = replace(PLAN, appendices=(replace(PLAN.appendices[0], nodes=(replace(table, rows=rows),)),))
    hits = find(plan, Query("Tập huấn"))
    assert [hit.place for hit in hits] == [Place("i2")]
    assert len([spot for spot in printed(plan) if "Tập huấn" in str(spot.words)]) == 2
    after = replaced(plan, hits, "Hội nghị")
    assert str(after.tasks["body"].content) == "Hội nghị cho công chức một cửa"


def test_emphasis_around_stays() -> None:
    after = replaced(PLAN, find(PLAN, Query("phiền hà cho")), "khó")
    item = after.body[0].children[0]  # type: ignore[union-attr]
    assert item.text.runs == (Run("Giảm "), Run("khó", bold=True), Run(" người dân."))  # type: ignore[union-attr]
    assert after.body[1] is PLAN.body[1]
    assert after.appendices is PLAN.appendices
    assert after.tasks is PLAN.tasks


@pytest.mark.parametrize(
    ("found", "new", "shaped"),
    [
        ("SỞ TƯ PHÁP", "sở nội vụ", "SỞ NỘI VỤ"),
        ("Sở Tư pháp", "sở nội vụ", "Sở nội vụ"),
        ("sở tư pháp", "sở Nội vụ", "sở Nội vụ"),
        ("A", "điểm", "Điểm"),
        ("2025", "năm", "năm"),
        ("Đ", "", ""),
    ],
)
def test_capitals_can_be_kept(found: str, new: str, shaped: str) -> None:
    assert in_shape_of(found, new) == shaped


def test_several_hits_in_one_text() -> None:
    old = text([Run("một hai ", bold=True), Run("một"), Run(" ba một", italic=True)])
    hits = [Hit(Place("x"), at, at + 3, str(old)) for at in (0, 8, 15)]
    made = with_words(old, hits, "bốn")
    assert made.runs == (Run("bốn hai ", bold=True), Run("bốn"), Run(" ba bốn", italic=True))


def test_a_stale_hit_is_left_alone() -> None:
    hits = find(PLAN, Query("phiền hà"))
    newer = replaced(PLAN, hits, "khó khăn")
    assert replaced(newer, hits, "khác") is newer


def test_lines_of_the_capacity() -> None:
    plan = replace(PLAN, signatory=Signatory(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lê Thị Bình"))
    after = replaced(plan, find(plan, Query("GIÁM ĐỐC")), "CHỦ TỊCH")
    assert after.signatory.capacity == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_what_is_replaced_has_no_line_ends() -> None:
    assert replaced(PLAN, find(PLAN, Query("SỞ NỘI VỤ")), "SỞ\nTƯ PHÁP").header.agency == "SỞ TƯ PHÁP"


@given(plans(), _queries)
def test_replacing_leaves_nothing_to_find(plan: Plan, query: Query) -> None:
    hits = replaceable(find(plan, query))
    after = replaced(plan, hits, "☃")
    assert replaceable(find(after, query)) == []
    assert (after is plan) == (not hits)
    assert len(find(after, Query("☃"))) >= len({hit.place for hit in hits})


@given(plans(), _queries)
def test_replacing_with_the_same_words_changes_nothing(plan: Plan, query: Query) -> None:
    for hit in replaceable(find(plan, query)):
        if "\n" not in hit.found:
            assert replaced(plan, [hit], hit.found) is plan


@given(plans())
def test_every_place_can_be_rewritten_and_nothing_else_changes(plan: Plan) -> None:
    every = list(spots(plan))
    assert len({spot.place for spot in every}) == len(every)
    for spot in every:
        if spot.fixed:
            continue
        hit = Hit(spot.place, 0, 1, str(spot.words))
        after = {other.place: str(other.words) for other in spots(replaced(plan, [hit], "☃"))}
        before = {other.place: str(other.words) for other in every}
        changed = {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
        assert spot.place in changed or spot.place.part == "capacity"


@pytest.mark.parametrize("typed", ["zzz", "ra soat", "Sở 7"])
def test_a_second_search_reads_less_than_the_first(typed: str) -> None:
    plan = sample_plan(500)
    first, second = (work(lambda: find(plan, Query(typed))) for _ in range(2))
    assert second <= first
    assert second < 100 * 500


def test_long_merged_runs_take_no_more_than_their_length() -> None:
    def steps(rows: int) -> int:
        tasks = {f"t{n}": Task(f"t{n}", plain("Việc"), plain("Sở")) for n in range(rows)}
        columns = (Column("a", Role.CONTENT), Column("b", Role.LEAD))
        listed = tuple(Row(f"r{n}", RowKind.TASK, task_id=f"t{n}", continues=("b",)) for n in range(rows))
        plan = Plan("p", appendices=(Appendix("x", nodes=(Table("t", columns, listed),)),), tasks=tasks)
        assert len(find(plan, Query("so"))) == 1
        return work(lambda: find(plan, Query("so")))

    assert steps(1600) < 10 * steps(200), "eight times the rows, not 64 times the work"


def test_an_unlabelled_line_and_a_header() -> None:
    item = Item("i", Mark.ARABIC, task_id="t", lines=(Line(Role.FREE, "Kinh phí", words=plain("không")),))
    plan = Plan("p", header=Header(number="12"), body=(item,), tasks={"t": Task("t", plain("Việc"))})
    after = replaced(plan, find(plan, Query("không")), "có")
    assert str(after.body[0].lines[0].words) == "có"  # type: ignore[union-attr]
    assert replaced(plan, find(plan, Query("kinh phí")), "Tiền").body[0].lines[0].label == "Tiền"  # type: ignore[union-attr]
    assert replaced(plan, find(plan, Query("12")), "13").header.number == "13"
