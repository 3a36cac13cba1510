"""What the office usually writes: counted over its plans, ranked, found by a few letters."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import plans
from tthc_desktop.models.plan import Header, Plan, Recipient, Signatory
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import fold, plain
from tthc_desktop.models.usual import Field, Usual, matching, ranked, tidy, uses, usual

SOME_WORDS = st.text("aăâàảãáạ ăđdoôơ-(/", max_size=12)


def plan_with(*tasks: Task, **parts: object) -> Plan:
    return replace(Plan("p", tasks={task.id: task for task in tasks}), **parts)  # type: ignore[arg-type]


def words(values: tuple[Usual, ...]) -> list[str]:
    return [value.words for value in values]


def led(*leads: str) -> Plan:
    return plan_with(*(Task(f"t{place}", lead=plain(lead)) for place, lead in enumerate(leads)))


def test_the_most_used_stands_first_then_the_newest_then_the_alphabet() -> None:
    old, new = led("Phòng B", "Phòng B", "Phòng C", "Đội A"), led("Phòng A", "Ban A", "Đội A")
    found = ranked([uses(old), uses(new)])[Field.LEAD]
    assert words(found) == ["Đội A", "Phòng B", "Ban A", "Phòng A", "Phòng C"]


def test_every_field_of_the_paper() -> None:
    plan = Plan(
        "p",
        kind="QUYẾT ĐỊNH",
        header=Header("UBND TỈNH A", "SỞ B", "12", "QĐ-SB", "Tỉnh A", 1, 2, 2030),
        signatory=Signatory(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lê A"),
        recipients=(Recipient("1", "Như Điều 3;"), Recipient("2", "Phòng B (t/h).", 1)),
        targets={"g": Target("g", unit=plain("%"), lead=plain("Sở B; Sở C"))},
    )
    found = {field: words(values) for field, values in ranked([uses(plan)]).items() if values}
    assert found == {
        Field.PARENT_AGENCY: ["UBND TỈNH A"],
        Field.AGENCY: ["SỞ B"],
        Field.SYMBOL: ["QĐ-SB"],
        Field.PLACE: ["Tỉnh A"],
        Field.KIND: ["QUYẾT ĐỊNH"],
        Field.CAPACITY: ["KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"],
        Field.SIGNATORY: ["Lê A"],
        Field.RECIPIENT: ["Như Điều 3", "Phòng B (t/h)"],
        Field.LEAD: ["Sở B; Sở C"],
        Field.PARTY: ["Sở B", "Sở C"],
        Field.UNIT: ["%"],
    }
    assert [value.level for value in ranked([uses(plan)])[Field.RECIPIENT]] == [0, 1]


def test_one_spelling_stands_for_all() -> None:
    found = ranked([uses(led("Văn phòng", "văn phòng", "Văn phòng."))])[Field.LEAD]
    assert words(found) == ["Văn phòng"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("van", "Văn phòng"),
        ("văn", "Văn phòng"),
        ("vạn", "Vạn Phúc"),
        ("phong c", "Phòng Cải cách"),
        ("p cc", None),
        ("p c c", "Phòng Cải cách"),
        ("dội", "Đội một cửa"),
        ("mot", "Đội một cửa"),
        ("hong", None),
        ("tthc", "Tổ KS (TTHC)"),
    ],
)
def test_a_few_letters_find_a_value(typed: str, first: str | None) -> None:
    values = [
        usual(value) for value in ("Văn phòng", "Vạn Phúc", "Phòng Cải cách", "Đội một cửa", "Tổ KS (TTHC)", "Đối tác")
    ]
    found = matching(values, typed)
    assert (found[0].words if found else None) == first


def test_exact_spelling_comes_before_bare_letters() -> None:
    values = [usual("Năm 2030"), usual("Trong năm"), usual("Nam Định"), usual("Tỉnh Nam")]
    assert words(matching(values, "nam")) == ["Nam Định", "Tỉnh Nam", "Năm 2030", "Trong năm"]
    assert words(matching(values, "năm")) == ["Năm 2030", "Trong năm", "Nam Định", "Tỉnh Nam"]


@given(st.lists(SOME_WORDS.map(usual)), SOME_WORDS)
def test_what_is_found_holds_what_was_typed(values: list[Usual], typed: str) -> None:
    found = matching(values, typed)
    assert set(found) <= set(values)
    if fold(typed):
        assert all(all(word in value.folded for word in fold(typed).split()) for value in found)
    assert all(value in found for value in values if value.folded.startswith(fold(typed)) and fold(typed))


@given(st.lists(plans(), max_size=3))
def test_every_plan_is_counted(some: list[Plan]) -> None:
    found = ranked(uses(plan) for plan in some)
    exact = {field: {value.exact for value in values} for field, values in found.items()}
    for plan in some:
        for task in plan.tasks.values():
            if kept := tidy(str(task.deadline)):
                assert usual(kept).exact in exact[Field.DEADLINE]
        for recipient in plan.recipients:
            if kept := tidy(recipient.text):
                assert usual(kept).exact in exact[Field.RECIPIENT]
