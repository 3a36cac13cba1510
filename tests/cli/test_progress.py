"""`progress`: what units have done, written, shown and undone without a window."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ask, is_one_line
from tests.models.agenda.offices import INSPECTORS, OFFICE, plan
from tests.models.units.registers import REGISTER
from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import Table
from tthc_desktop.models.version import Stage
from tthc_desktop.office import Office

RELATIVE = "Trong 05 ngày làm việc kể từ ngày Quyết định công bố được ban hành"


@pytest.fixture
def made(office: Path) -> Plan:
    made = plan(
        (OFFICE.name, INSPECTORS.name, "30/6/2025"),
        (INSPECTORS.name, "", "Hằng quý"),
        (OFFICE.name, "", RELATIVE),
        stage=Stage.DRAFT,
    )
    with Office.open(office) as opened:
        opened.change(Change("Thêm", ((None, made), *((None, unit) for unit in REGISTER))))
    return made


def task(ask: Ask, made: Plan, work: str, on: str = "2025-07-01") -> dict[str, Any]:
    found = ask("status", made.id, "--on", on, "--json").found["tasks"]
    return next(one for one in found if one["id"] == work)


def test_progress_is_written_in_one_step_and_told_by_status(ask: Ask, office: Path, made: Plan) -> None:
    found = ask(
        *("progress", "set", made.id, "t1", "VP sở", "--status", "xong", "--percent", "100", "--result", "Đã trình"),
        *("--number", "12/BC-VP", "--day", "20/6/2025", "--json"),
    ).found
    assert (found["work"], found["unit"], found["period"], found["changed"]) == ("t1", OFFICE.id, "", True)
    said = found["progress"]
    assert (said["status"], said["percent"], said["day"]) == ("Hoàn thành", "100", "2025-06-20")
    assert task(ask, made, "t1")["status"] == "Hoàn thành đúng hạn"
    with Office.open(office) as opened:
        assert opened.undo_label == f"Ghi tiến độ “Việc 1” – {OFFICE.name}"
        opened.undo()
        assert not opened.progress
    assert task(ask, made, "t1")["status"] == "Quá hạn"


def test_work_is_found_by_its_printed_number_and_the_beginning_of_its_identity(ask: Ask, made: Plan) -> None:
    by_number = ask("progress", "set", made.id, "2", INSPECTORS.name, "--percent", "10", "--json").found
    assert by_number["work"] == "t2"
    assert ask("progress", "set", made.id, "t3", "VP", "--percent", "5", "--json").found["work"] == "t3"
    several = ask("progress", "set", made.id, "t", "VP", "--percent", "5")
    assert several.status == 2
    assert "Có 3 việc là “t”" in several.err


def test_a_number_may_begin_with_those_of_its_headings(ask: Ask, made: Plan) -> None:
    assert ask("progress", "set", made.id, "I.2", "VP", "--percent", "5", "--json").found["work"] == "t2"


def test_what_is_no_work_is_not_said_to_be_deleted(ask: Ask, made: Plan) -> None:
    for other in (made.id, OFFICE.id, "9"):
        refused = ask("progress", "set", made.id, other, "VP", "--percent", "5")
        assert refused.status == 2
        assert "không có việc nào" in refused.err


def test_work_that_comes_again_is_told_period_by_period(ask: Ask, made: Plan) -> None:
    for period in ("2025-Q1", "Quý II/2025"):
        found = ask(
            *("progress", "set", made.id, "t2", INSPECTORS.id, "--period", period, "--status", "hoàn thành"),
            *("--day", "25/3/2025", "--json"),
        ).found
        assert found["period"] == {"2025-Q1": "2025-Q1", "Quý II/2025": "2025-Q2"}[period]
    assert [one["status"] for one in task(ask, made, "t2")["occurrences"]] == [
        "Hoàn thành đúng hạn", "Hoàn thành đúng hạn", "Chưa đến hạn", "Chưa đến hạn",
    ]  # fmt: skip
    once = ask("progress", "set", made.id, "t1", "VP", "--period", "2025-Q2", "--percent", "50", "--json").found
    assert once["period"] == ""
    assert ask("progress", "set", made.id, "t2", "VP", "--period", "quý 5", "--percent", "50").status == 2


def test_files_are_kept_once_and_come_back(ask: Ask, office: Path, made: Plan, tmp_path: Path) -> None:
    one, other = tmp_path / "ảnh.jpg", tmp_path / "báo cáo.pdf"
    one.write_bytes(b"anh")
    other.write_bytes(b"pdf")
    for _ in range(2):
        ask("progress", "set", made.id, "t1", "VP", "--file", one, "--file", other)
    with Office.open(office) as opened:
        (said,) = opened.progress.values()
        assert [file.name for file in said.files] == ["ảnh.jpg", "báo cáo.pdf"]
        assert [opened.kept_file(file.sha256) for file in said.files] == [b"anh", b"pdf"]
    shown = ask("progress", "show", made.id, "t1").out
    assert "Tệp: ảnh.jpg, báo cáo.pdf" in shown
    missing = ask("progress", "set", made.id, "t1", "VP", "--percent", "1", "--file", tmp_path / "không có")
    assert missing.status == 2
    assert is_one_line(missing.err)
    assert "%" not in ask("progress", "show", made.id, "t1").out


def test_words_left_empty_take_back_what_was_said(ask: Ask, office: Path, made: Plan) -> None:
    ask("progress", "set", made.id, "t1", "VP", "--percent", "10", "--result", "Đã họp", "--note", "Hỏi lại")
    ask("progress", "set", made.id, "t1", "VP", "--percent", "", "--result", "", "--note", "")
    with Office.open(office) as opened:
        assert not opened.progress
        assert not opened.follow_ups


def test_a_deleted_task_takes_no_progress(ask: Ask, office: Path, made: Plan) -> None:
    ask("progress", "set", made.id, "t1", "VP", "--percent", "10")
    with Office.open(office) as opened:
        opened.change(Change("Xóa việc", ((opened.plans[made.id], without_task(opened.plans[made.id], "t1")),)))
        before = opened.holdings
    refused = ask("progress", "set", made.id, "t1", "VP", "--percent", "20")
    assert refused.status == 2
    assert is_one_line(refused.err)
    assert "đã bị xóa" in refused.err
    with Office.open(office) as opened:
        assert opened.holdings == before


def without_task(made: Plan, work: str) -> Plan:
    (table,) = (node for node in made.body if isinstance(node, Table))
    rows = tuple(row for row in table.rows if row.task_id != work)
    kept = {id_: task for id_, task in made.tasks.items() if id_ != work}
    return replace(made, body=(replace(table, rows=rows),), tasks=kept)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("set", "PLAN", "t1", "VP"), "Chưa có gì để ghi"),
        (("set", "PLAN", "t1", "VP", "--percent", "nhiều"), "không phải phần trăm"),
        (("set", "PLAN", "t1", "VP", "--day", "31/02/2025"), "không có trong lịch"),
        (("set", "PLAN", "không có", "VP", "--percent", "1"), "không có việc nào"),
        (("set", "PLAN", "t1", "Phòng Không Có Thật", "--percent", "1"), "Không có đơn vị nào"),
        (("event", "PLAN", "t3", "--day", "hôm qua"), "Không hiểu ngày"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence_and_changes_nothing(
    ask: Ask, office: Path, made: Plan, arguments: tuple[str, ...], words: str
) -> None:
    with Office.open(office) as opened:
        before = opened.holdings
    refused = ask("progress", *(made.id if each == "PLAN" else each for each in arguments))
    assert refused.status == 2
    assert is_one_line(refused.err)
    assert words in refused.err
    with Office.open(office) as opened:
        assert opened.holdings == before


def test_an_event_gives_its_work_a_day(ask: Ask, made: Plan) -> None:
    found = ask("progress", "event", made.id, "t3", "--day", "12/5/2025", "--words", "QĐ 12", "--json").found
    assert found["due"] == date(2025, 5, 19).isoformat()
    assert (task(ask, made, "t3")["due"], task(ask, made, "t3")["status"]) == ("2025-05-19", "Quá hạn")
    ask("progress", "set", made.id, "t3", "VP", "--period", found["period"], "--status", "xong", "--day", "19/5/2025")
    assert [one["status"] for one in task(ask, made, "t3")["occurrences"] if one["kind"] == "event"] == [
        "Hoàn thành đúng hạn"
    ]
    shown = ask("progress", "show", made.id, "t3")
    assert "Ngày 12/05/2025: QĐ 12 (event:" in shown.out
    assert "Ghi sự việc của “Việc 3”" in shown.out


def test_a_unit_that_is_only_in_the_plan_joins_the_register(ask: Ask, office: Path, paper: Path) -> None:
    plan_id = ask("import", paper, "--json").found["plan"]
    first = next(one for one in ask("status", plan_id, "--json").found["tasks"] if one["units"])
    found = ask("progress", "set", plan_id, first["id"], first["units"][0], "--percent", "10", "--json").found
    with Office.open(office) as opened:
        assert opened.units[found["unit"]].name == first["units"][0]
        opened.undo()
        assert not opened.units
