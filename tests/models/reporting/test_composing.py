"""A report drawn up: natural for none, one and many, and nothing in it that the facts do not say."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from tests.models.agenda.offices import NO_DAYS_OFF, office
from tests.models.reporting.offices import CONTENTS, QUARTER, TODAY, any_facts, facts_of, told, yearly_plan
from tests.models.units.registers import INSPECTORS, OFFICE
from tests.strategies import plans
from tthc_desktop.models.agenda.agenda import agenda
from tthc_desktop.models.copying import copy_plan, identities
from tthc_desktop.models.drawn import Form
from tthc_desktop.models.outline import items, nodes_of, tables
from tthc_desktop.models.places import words_by_place
from tthc_desktop.models.plan import Header, Period, Plan, words
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.reporting.composing import report
from tthc_desktop.models.reporting.facts import facts
from tthc_desktop.models.reporting.figures import figure
from tthc_desktop.models.reporting.linked import figure_name
from tthc_desktop.models.reporting.paper import about, result_title
from tthc_desktop.models.reporting.phrases import KNOWN
from tthc_desktop.models.reporting.refreshing import refreshed
from tthc_desktop.models.reporting.regimes import Regime
from tthc_desktop.models.reporting.values import Facts, TargetFact
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Issue, Stage

REGIME = Regime(
    "own",
    "Của Sở",
    date(2025, 1, 1),
    bases=("Căn cứ Nghị định số 1/2025/NĐ-CP của Chính phủ",),
    addressees=("Văn phòng UBND tỉnh",),
    recipients=("Sở Tư pháp",),
)


def drawn_up(found: Facts, of: Plan | None = None) -> Plan:
    return report([of or yearly_plan()], found, REGIME, TODAY)


def sentences(paper: Plan) -> Iterator[str]:
    for nodes in nodes_of(paper):
        for item, _ in items(nodes):
            yield str(words(paper, item))


def test_head_and_foot_are_those_of_the_plan() -> None:
    made = drawn_up(facts_of())
    assert made.kind == "BÁO CÁO"
    assert made.header == Header("UBND TỈNH THANH LÂM", "SỞ NỘI VỤ", "", "BC-SNV", "Thanh Lâm", None, 6, 2025)
    assert str(made.title) == "Kết quả công tác tiếp dân quý II năm 2025 của Sở Nội vụ"
    assert made.signatory == yearly_plan().signatory
    assert [one.text for one in made.recipients] == ["Sở Tư pháp", "Lưu: VT, VP"]
    assert made.addressees == ("Văn phòng UBND tỉnh",)
    assert made.drawn
    assert (made.drawn.form, made.drawn.plan_ids, made.drawn.regime_id) == (Form.REPORT, ("plan",), "own")
    assert (made.drawn.start, made.drawn.end, made.drawn.span) == (QUARTER.start, QUARTER.end, "2025-Q2")
    first, last = (str(basis.text) for basis in made.bases)
    assert first == "Căn cứ Nghị định số 1/2025/NĐ-CP của Chính phủ;"
    assert last.startswith("Thực hiện Kế hoạch số 1/KH ngày 02/01/2025 về công tác tiếp dân năm 2025 của Sở Nội vụ, ")
    assert last.endswith(" Sở Nội vụ báo cáo kết quả quý II năm 2025 như sau:")


def test_it_mirrors_the_plan() -> None:
    made = drawn_up(facts_of([told("t1", OFFICE.id, status=Status.DONE.value, day="2025-04-10", result="Đã ký")]))
    said = list(sentences(made))
    places = [said.index(title) for title in ("Tiếp dân và nhận hồ sơ", "Theo dõi, tổng hợp")]
    first = next(at for at, each in enumerate(said) if each.startswith(CONTENTS[0]))
    assert places[0] < first < places[1]
    assert said[first] == f"{CONTENTS[0]}: đã hoàn thành đúng hạn. Kết quả: Đã ký."


def test_late_work_is_told_with_its_reason() -> None:
    made = drawn_up(facts_of([told("t1", OFFICE.id, status=Status.DOING.value, trouble="Thiếu người.")]))
    said = "(Văn phòng Sở; thời hạn: Trước ngày 15/4/2025): đã quá hạn 60 ngày; nguyên nhân: Thiếu người."
    assert f"{CONTENTS[0]} {said}" in set(sentences(made))


def test_nothing_late_and_no_targets_are_said_so_or_not_at_all() -> None:
    done = [
        told("t1", OFFICE.id, status=Status.DONE.value, day="2025-04-10"),
        told("t4", OFFICE.id, "2025-Q1", status=Status.NONE_AROSE.value),
    ]
    said = list(sentences(drawn_up(facts_of(done))))
    assert "Trong kỳ không có nhiệm vụ quá hạn." in said
    assert "Chỉ tiêu" not in said
    assert "Có 01 nhiệm vụ không phát sinh trong kỳ:" in said


def test_a_plan_without_work_and_one_with_a_single_piece() -> None:
    bare = replace(yearly_plan(), body=(), tasks={})
    said = list(sentences(report([bare], facts_of(of=bare), None, TODAY)))
    assert "Trong kỳ không có nhiệm vụ nào phải theo dõi." in said
    whole = facts_of([told("t1", OFFICE.id, status=Status.DONE.value, day="2025-04-10")])
    one = facts([yearly_plan()], (), QUARTER)
    assert not one.works
    single = replace(whole, works={"t1": whole.works["t1"]}, tallies={"": replace(whole.tallies[""], total=1)})
    assert "Cơ quan theo dõi 01 nhiệm vụ; nhiệm vụ này đã hoàn thành đúng hạn." in set(sentences(drawn_up(single)))


def test_several_plans_share_a_report() -> None:
    other = replace(copy_plan(yearly_plan()), title=plain("Cải cách hành chính năm 2025"))
    both = [yearly_plan(), other]
    lines = [line for plan in both for line in agenda(plan, office(both), NO_DAYS_OFF)]
    made = report(both, facts(both, lines, QUARTER), None, TODAY)
    assert str(made.title) == "Kết quả thực hiện các kế hoạch công tác quý II năm 2025"
    assert [str(basis.text)[:18] for basis in made.bases] == [
        "Thực hiện Kế hoạch",
        "Thực hiện Kế hoạch",
        "Sở Nội vụ báo cáo ",
    ]
    said = list(sentences(made))
    titles = ["Công tác tiếp dân năm 2025 của Sở Nội vụ", "Cải cách hành chính năm 2025"]
    first, second = (said.index(title) for title in titles)
    assert first < said.index("Tiếp dân và nhận hồ sơ") < second
    assert said.count("Tiếp dân và nhận hồ sơ") == 2


@given(plans())
def test_any_plan_can_be_reported_on(given_plan: Plan) -> None:
    plan = replace(given_plan, drawn=None)
    found = facts([plan], agenda(plan, office([plan]), NO_DAYS_OFF), QUARTER)
    made = report([plan], found, REGIME, TODAY)
    assert made.drawn
    assert len(made.drawn.made) == len(set(made.drawn.made))
    assert refreshed(made, found) is made
    tasks = {task.id for task in plan.tasks.values()}
    assert set(found.works) <= tasks


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Kiểm soát thủ tục hành chính năm 2025", "Kiểm soát thủ tục hành chính quý II năm 2025"),
        ("Rà soát TTHC 04 tháng cuối năm 2025 tại Sở Y tế", "Rà soát TTHC quý II năm 2025 tại Sở Y tế"),
        ("Thi hành Luật ngày 18 tháng 6 năm 2012", "Thi hành Luật ngày 18 tháng 6 năm 2012 quý II năm 2025"),
        ("Cải cách các năm 2025 và 2026 của Sở Y tế", "Cải cách quý II năm 2025 của Sở Y tế"),
        ("Cải cách giai đoạn 2025-2026", "Cải cách quý II năm 2025"),
        ("Cải cách của Sở Y tế", "Cải cách quý II năm 2025 của Sở Y tế"),
    ],
)
def test_the_span_takes_the_place_of_the_plans_own(title: str, said: str) -> None:
    assert about(Plan("p", title=plain(title)), "quý II năm 2025") == said


def test_titles_begin_with_what_was_done() -> None:
    plans = [Plan("p", title=plain(words)) for words in ("Rà soát TTHC năm 2025", "KIỂM SOÁT TTHC NĂM 2025")]
    assert result_title(plans[:1], "năm 2025") == "Kết quả rà soát TTHC năm 2025"
    assert result_title(plans[1:], "năm 2025").startswith("Kết quả công tác kiểm soát")


def test_a_plan_without_number_is_cited_with_a_blank() -> None:
    draft = replace(
        yearly_plan(stage=Stage.DRAFT, issue=None), header=Header(symbol="KH-SNV"), period=Period(QUARTER.start, TODAY)
    )
    made = report([draft], facts_of(), None, TODAY)
    assert "Kế hoạch số …/KH-SNV về công tác" in str(made.bases[0].text)
    issued = replace(draft, issue=Issue("7", "KH-SNV", date(2025, 3, 5)))
    assert "số 7/KH-SNV ngày 05/3/2025" in str(report([issued], facts_of(), None, TODAY).bases[0].text)


@given(any_facts())
def test_every_figure_is_that_of_the_facts(found: Facts) -> None:
    for _, said in words_by_place(drawn_up(found)):
        for run in said.runs:
            if run.figure:
                assert figure(found, figure_name(run.figure)) == run.text


@given(any_facts())
def test_it_is_whole_and_says_nothing_odd(found: Facts) -> None:
    made = drawn_up(found)
    assert made.drawn
    assert len(made.drawn.made) == len(set(made.drawn.made))
    assert len(identities(made)) == len(made.drawn.made) + len(made.bases) + len(made.recipients) + 2
    for said in sentences(made):
        assert said.strip()
        assert not re.search(r"\.\.|;\.|  |: \.|\(\)|\{|\( |,\.", said.replace("{x}", "x").replace("…", ""))
    for table, _ in tables(made):
        for row in table.rows:
            assert {column for column, _ in row.cells} <= {column.id for column in table.columns}


@given(any_facts())
def test_every_sentence_is_known_as_drawn_up(found: Facts) -> None:
    for nodes in nodes_of(drawn_up(found)):
        assert all(KNOWN.made(item.text) for item, _ in items(nodes) if not str(item.text).startswith("Trên đây"))


def test_targets_stand_in_a_table() -> None:
    said = [TargetFact("plan", "c1", "1", "Tỷ lệ đúng hạn", "%", "95", "97,5%", "Đạt", met=True)]
    made = drawn_up(facts_of([told("t3", INSPECTORS.id, status=Status.DOING.value)], targets=said))
    [table] = (table for table, _ in tables(made) if any("Chỉ tiêu" in str(column.title) for column in table.columns))
    assert [str(cell) for _, cell in table.rows[0].cells] == ["Tỷ lệ đúng hạn", "%", "95", "97,5%", "Đạt"]
