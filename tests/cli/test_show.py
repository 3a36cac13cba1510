"""`show`: the whole plan as plain data and as words."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from tests.strategies import plans
from tthc_desktop.cli.tellings import telling
from tthc_desktop.cli.views import view
from tthc_desktop.cli.works import tasks
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Header, Item, Line, Period, Plan, SourceLine
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import Run, Text, plain

KEYS = (
    "id kind title attached header period addressees bases sections tasks targets tables appendices signatory "
    "recipients stamps counts unplaced stage issue replaced_by version_of"
).split()


def item(mark: Mark, words: str, *children: Item, heading: bool = False) -> Item:
    return Item(f"item-{words}", mark, plain(words), heading, tuple(children))


def shown(plan: Plan) -> Any:  # noqa: ANN401
    """Return the view as a script gets it."""
    return json.loads(json.dumps(view(plan)))


def test_every_key_is_there() -> None:
    assert list(shown(Plan("p"))) == KEYS


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (Header(day=5, month=1, year=2026), "2026-01-05"),
        (Header(month=1, year=2026), None),
        (Header(day=31, month=2, year=2026), None),
    ],
)
def test_the_date_is_whole_or_missing(header: Header, expected: str | None) -> None:
    assert shown(Plan("p", header=header))["header"]["date"] == expected


def test_the_period() -> None:
    plan = Plan("p", period=Period(date(2026, 1, 1), date(2026, 6, 30)))

    assert shown(plan)["period"] == {"start": "2026-01-01", "end": "2026-06-30"}


def test_sections_are_nested_and_numbered() -> None:
    plan = Plan(
        "p",
        body=(
            item(
                Mark.ROMAN,
                "MỤC TIÊU",
                item(Mark.NONE, "Lời dẫn"),
                item(Mark.NONE, "tiếp theo"),
                item(Mark.ARABIC, "Một việc", item(Mark.NONE, "nói thêm"), item(Mark.DASH, "ý")),
                item(Mark.NONE, "Lời kết"),
                heading=True,
            ),
            item(Mark.NONE, "Đoạn cuối"),
        ),
    )

    first, last = shown(plan)["sections"]

    assert (first["mark"], first["number"], first["title"]) == ("roman", "I", "MỤC TIÊU")
    assert first["text"] == "Lời dẫn\ntiếp theo"
    point, closing = first["sections"]
    assert (point["number"], point["title"], point["text"]) == ("1", "", "Một việc\nnói thêm")
    assert [(dash["mark"], dash["number"], dash["text"]) for dash in point["sections"]] == [("dash", "", "ý")]
    assert (closing["mark"], closing["text"]) == ("none", "Lời kết")
    assert (last["mark"], last["number"], last["text"], last["sections"]) == ("none", "", "Đoạn cuối", [])


def test_words_are_plain() -> None:
    plan = Plan("p", body=(Item("a", Mark.LETTER, Text((Run("đậm", bold=True), Run(" & thường")))),))

    assert shown(plan)["sections"][0]["text"] == "đậm & thường"


def test_a_task_in_the_text_knows_its_headings() -> None:
    task = Task("t", plain("Rà soát"), plain("Văn phòng"), plain(""), plain("Báo cáo"), plain("Quý I"))
    point = Item("a", Mark.LETTER, task_id="t", lines=(Line(Role.LEAD, "Đơn vị"), Line(Role.FREE, "Ghi chú")))
    plan = Plan("p", body=(item(Mark.ROMAN, "NHIỆM VỤ", point, heading=True),), tasks={"t": task})

    found = shown(plan)

    assert found["tasks"] == [
        {
            "id": "t",
            "where": "body",
            "table": None,
            "number": "a",
            "group": "NHIỆM VỤ",
            "content": "Rà soát",
            "lead": "Văn phòng",
            "coordinate": "",
            "result": "Báo cáo",
            "deadline": "Quý I",
            "leads": ["Văn phòng"],
            "helpers": [],
        }
    ]
    section = found["sections"][0]["sections"][0]
    assert (section["task"], section["text"]) == ("t", "Rà soát")
    assert section["lines"][0] == {"role": "lead", "label": "Đơn vị", "text": "Văn phòng"}


def test_the_words_of_a_shared_task_are_together() -> None:
    plan = Plan(
        "p",
        body=(
            Item("a", Mark.PAREN_ROMAN, plain("Việc đầu"), shares_id="t"),
            Item("b", Mark.PAREN_ROMAN, plain("Việc giữa"), shares_id="t"),
            Item("c", Mark.PAREN_ROMAN, task_id="t"),
        ),
        tasks={"t": Task("t", plain("Việc cuối"))},
    )

    [task] = shown(plan)["tasks"]

    assert (task["number"], task["content"]) == ("iii", "Việc đầu\nViệc giữa\nViệc cuối")


COLUMNS = (
    Column("c1", Role.NUMBER, plain("STT")),
    Column("c2", Role.CONTENT, plain("Nội dung")),
    Column("c3", Role.VALUE, plain("Mức"), plain("Năm 2026")),
    Column("c4", Role.FREE, plain("Khác")),
)


def test_a_table_with_groups() -> None:
    rows = (
        Row("r1", RowKind.GROUP, 0, plain("NHÓM")),
        Row("r2", RowKind.GROUP, 1, plain("Nhóm\ncon")),
        Row("r3", RowKind.TARGET, 2, target_id="g", cells=(("c4", plain("ghi thêm")),)),
        Row("r4", RowKind.TASK, 1, task_id="t"),
        Row("r5", RowKind.PLAIN, 1, cells=(("c2", plain("cộng")),)),
    )
    table = Table("bang", COLUMNS, rows, (Mark.ROMAN, Mark.ARABIC, Mark.LETTER))
    plan = Plan(
        "p",
        body=(table,),
        tasks={"t": Task("t", plain("Việc"))},
        targets={"g": Target("g", plain("Tỷ lệ"), plain("%"), plain("Tối thiểu 99,5"))},
    )

    found = shown(plan)

    [shown_table] = found["tables"]
    assert (shown_table["where"], shown_table["appendix"]) == ("body", None)
    assert shown_table["columns"][2] == {"role": "value", "title": "Mức", "over": "Năm 2026"}
    assert [row["cells"] for row in shown_table["rows"]] == [
        ["I", "NHÓM", "", ""],
        ["1", "Nhóm\ncon", "", ""],
        ["a", "Tỷ lệ", "Tối thiểu 99,5", "ghi thêm"],
        ["2", "Việc", "", ""],
        ["3", "cộng", "", ""],
    ]
    assert found["targets"] == [
        {
            "id": "g",
            "number": "a",
            "group": "NHÓM / Nhóm con",
            "name": "Tỷ lệ",
            "unit": "%",
            "comparator": ">=",
            "comparator_printed": "Tối thiểu",
            "value": 99.5,
            "upper": None,
            "value_printed": "Tối thiểu 99,5",
            "in_text": "",
            "baseline_year": None,
            "by": None,
            "basis": "",
            "lead": "",
            "coordinate": "",
        }
    ]
    [task] = found["tasks"]
    assert (task["where"], task["table"], task["number"], task["group"]) == ("table", "bang", "2", "NHÓM")


def test_a_groups_title_is_shown_without_a_content_column() -> None:
    table = Table("bang", (COLUMNS[0], COLUMNS[3]), (Row("r", RowKind.GROUP, 0, plain("NHÓM")),))

    assert shown(Plan("p", body=(table,)))["tables"][0]["rows"][0]["cells"] == ["1", "NHÓM"]


def test_the_whole_sample() -> None:
    found = shown(sample_plan())

    assert [len(found[name]) for name in ("tasks", "targets", "tables", "appendices")] == [17, 7, 2, 2]
    assert [target["comparator"] for target in found["targets"]] == [">=", ">=", "<=", "=", ">", "reduce_by", "="]
    assert found["tables"][0]["appendix"] == found["appendices"][0]["id"]
    assert [appendix["label"] for appendix in found["appendices"]] == ["Phụ lục I", "Phụ lục II"]


def test_the_words_of_the_sample() -> None:
    words = telling(sample_plan())

    for line in ("Số: …/KH-SCT", "I. MỤC ĐÍCH, YÊU CẦU", "PHỤ LỤC I", "Nơi nhận:", "Lê Minh Khoa"):
        assert f"\n{line}\n" in f"\n{words}\n"
    assert "      - Đơn vị chủ trì: Văn phòng Sở" in words
    assert "[I] GIẢI QUYẾT HỒ SƠ" in words


def test_unplaced_lines_are_told() -> None:
    assert "  7: chữ lạ" in telling(Plan("p", unplaced=(SourceLine(7, "chữ lạ"),)))


@given(plans())
def test_every_plan_can_be_shown(plan: Plan) -> None:
    found = shown(plan)

    printed = {task["id"] for task in found["tasks"]}
    assert printed <= set(plan.tasks)
    assert {target["id"] for target in found["targets"]} == set(plan.targets)
    assert telling(plan)


def test_leads_and_helpers_stand_beside_the_words() -> None:
    plan = Plan(
        "p",
        body=(Item("i", Mark.ARABIC, task_id="t"),),
        tasks={
            "t": Task(
                "t",
                lead=plain("Phòng A chủ trì, phối hợp Phòng B triển khai"),
                coordinate=plain("- Phòng C;\n- Phòng D."),
            )
        },
    )
    (task,) = tasks(plan)
    assert (task["leads"], task["helpers"]) == (["Phòng A"], ["Phòng B", "Phòng C", "Phòng D"])


def test_whom_a_letter_is_addressed_to_is_told() -> None:
    letter = Plan("p", "CÔNG VĂN", plain("đôn đốc"), addressees=("Văn phòng Sở", "Thanh tra Sở"))
    assert shown(letter)["addressees"] == ["Văn phòng Sở", "Thanh tra Sở"]
    assert "Kính gửi:\n- Văn phòng Sở;\n- Thanh tra Sở." in telling(letter)
