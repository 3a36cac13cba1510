"""Backups by commands: made by themselves, listed, restored whole and in part."""

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ask, is_one_line
from tests.storage.samples import add, sample_plan
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.tables import remove_rows
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.office import Office
from tthc_desktop.storage import backups


@pytest.fixture
def plan(office: Path) -> Plan:
    """Return the one plan of an office."""
    with Office.open(office) as opened:
        return add(opened, sample_plan(6))


def reasons(office: Path) -> list[Reason]:
    return [one.backup.reason for one in reversed(backups.listed(office)) if one.backup]


def held(office: Path) -> list[Plan]:
    with Office.open(office) as opened:
        return list(opened.plans.values())


def test_the_first_command_of_a_day_backs_up_and_the_next_does_not(ask: Ask, office: Path, plan: Plan) -> None:
    assert ask("list").status == 0
    assert ask("list").status == 0
    assert reasons(office) == [Reason.DAY]
    assert backups.read(backups.listed(office)[0]).plans == {plan.id: plan}


def test_an_import_is_backed_up_before(ask: Ask, office: Path, plan: Plan, paper: Path) -> None:
    ask("list")
    ask("delete", plan.id)
    assert ask("import", paper).status == 0
    assert reasons(office) == [Reason.DAY, Reason.IMPORT]
    assert not backups.read(backups.listed(office)[0]).plans


def test_a_first_import_into_a_new_office_needs_no_backup(ask: Ask, office: Path, paper: Path) -> None:
    assert ask("import", paper).status == 0
    assert reasons(office) == []


def test_an_import_that_cannot_be_backed_up_changes_nothing(ask: Ask, office: Path, plan: Plan, paper: Path) -> None:
    backups.folder_of(office).write_bytes(b"a file where the folder should be")
    said = ask("import", paper)
    assert said.status == 2
    assert "Chưa sao lưu được dữ liệu nên chưa làm gì." in said.err
    assert held(office) == [plan]


def test_an_upgrade_is_backed_up_before(ask: Ask, office: Path) -> None:
    office.write_bytes((Path(__file__).parents[1] / "data" / "offices" / "0003.tthc").read_bytes())
    assert ask("list").status == 0
    assert reasons(office) == [Reason.UPGRADE]
    card = backups.listed(office)[0].backup
    assert card
    assert card.version == "0003"


def test_a_backup_that_is_asked_for_is_made_and_listed(ask: Ask, plan: Plan) -> None:
    said = ask("backup")
    assert said.status == 0
    assert "Đã sao lưu lúc" in said.out
    listed = ask("backups", "--json").found["backups"]
    assert [(one["reason"], one["plans"], one["tasks"], one["sound"]) for one in listed] == [("asked", 1, 6, True)]
    assert str(plan.title) in listed[0]["titles"]
    assert "theo yêu cầu" in ask("backups").out
    assert ask("backups").out.startswith("1. ")


def test_a_backup_goes_into_a_file_or_folder_that_is_named(ask: Ask, office: Path, plan: Plan, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    assert ask("backup", usb).status == 0
    assert len(list(usb.glob("*.tthc"))) == 1
    out = tmp_path / "riêng.tthc"
    assert ask("backup", out).status == 0
    assert backups.read(backups.at(out)).plans == {plan.id: plan}
    again = ask("backup", out)
    assert again.status == 2
    assert is_one_line(again.err)
    assert reasons(office) == []


def test_a_backup_with_a_password(ask: Ask, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "khóa.tthc"
    monkeypatch.setattr("sys.stdin", io.StringIO("bí mật của phòng\n"))
    assert ask("backup", out, "--password").status == 0
    locked = out.with_name("khóa.tthc.age")
    assert not out.exists()
    for written in (locked, locked.with_name(f"{locked.name}.json")):
        assert "Rà soát".encode() not in written.read_bytes()
        assert "bí mật".encode() not in written.read_bytes()
    new = tmp_path / "mới.tthc"
    monkeypatch.setattr("sys.stdin", io.StringIO("sai\n"))
    said = ask("restore", locked, new)
    assert said.status == 2
    assert "Mật khẩu không đúng" in said.err
    assert not new.exists()
    monkeypatch.setattr("sys.stdin", io.StringIO("bí mật của phòng\n"))
    assert ask("restore", locked, new).status == 0
    assert held(new) == [plan]


def test_a_backup_restores_into_a_new_file(ask: Ask, office: Path, plan: Plan, tmp_path: Path) -> None:
    ask("backup")
    ask("delete", plan.id)
    new = tmp_path / "mới.tthc"
    for number in ("2", "không có.tthc"):
        assert ask("restore", number, new).status == 2
    assert ask("restore", "1", new).status == 0
    assert held(new) == [plan]
    assert held(office) == []
    again = ask("restore", "1", new)
    assert again.status == 2
    assert "Đã có tệp" in again.err
    assert held(new) == [plan]


def test_a_plan_comes_back_and_can_be_undone(ask: Ask, office: Path, plan: Plan) -> None:
    ask("backup")
    ask("delete", plan.id)
    said = ask("restore", "1", "--plan", str(plan.title))
    assert said.status == 0
    assert "Đã lấy lại kế hoạch" in said.out
    assert held(office) == [plan]
    assert reasons(office) == [Reason.ASKED, Reason.RESTORE]
    assert "không cần lấy lại" in ask("restore", "2", "--plan", plan.id).out
    assert ask("undo").status == 0
    assert held(office) == []


def test_one_task_and_one_table_come_back(ask: Ask, office: Path, plan: Plan) -> None:
    ask("backup")
    table = next(table for table, _ in tables(plan))
    with Office.open(office) as opened:
        fewer = remove_rows(plan, table.id, [row.id for row in table.rows[:4]])
        opened.change(Change("Xóa hàng", ((plan, fewer),)))
    assert ask("restore", "1", "--plan", plan.id, "--task", "2").status == 0
    (now,) = held(office)
    assert {row.id for row in table.rows[4:]} | {table.rows[1].id} == {
        row.id for one, _ in tables(now) for row in one.rows
    }
    oldest = str(len(backups.listed(office)))
    assert ask("restore", oldest, "--plan", plan.id, "--table", "1").status == 0
    assert held(office) == [plan]


def test_a_plan_comes_back_as_a_copy(ask: Ask, office: Path, plan: Plan) -> None:
    ask("backup")
    assert ask("restore", "1", "--plan", plan.id, "--copy").status == 0
    first, second = held(office)
    assert first == plan
    assert second.origin_id == plan.id


def test_a_plan_that_was_issued_comes_back_with_its_pdf(ask: Ask, office: Path, plan: Plan, tmp_path: Path) -> None:
    pdf = tmp_path / "ban-hanh.pdf"
    pdf.write_bytes(b"%PDF-1.4 ban da ky")
    issued = ask("issue", plan.id, "--number", "12", "--symbol", "KH-STP", "--date", "14/02/2026", "--pdf", pdf)
    assert issued.status == 0, issued.err
    ask("backup", tmp_path / "cũ.tthc")
    office.unlink()
    with Office.open(office) as opened:
        add(opened, sample_plan(1))
    assert ask("restore", tmp_path / "cũ.tthc", "--plan", plan.id).status == 0
    assert ask("issued", plan.id, tmp_path / "lấy ra.pdf").status == 0
    assert (tmp_path / "lấy ra.pdf").read_bytes() == b"%PDF-1.4 ban da ky"


@pytest.mark.parametrize(
    "arguments",
    [("restore", "1"), ("restore", "1", "new.tthc", "--plan", "x"), ("restore", "1", "new.tthc", "--task", "1")],
)
@pytest.mark.usefixtures("plan")
def test_what_is_unclear_is_told(ask: Ask, arguments: tuple[str, ...]) -> None:
    ask("backup")
    said = ask(*arguments)
    assert said.status == 2
    assert is_one_line(said.err)


def test_an_office_without_anything_says_so(ask: Ask, office: Path) -> None:
    assert "Chưa có bản sao lưu nào" in ask("backups").out
    assert not office.exists()
    said = ask("backup")
    assert said.status == 2
    assert is_one_line(said.err)
    Office.open(office).close()
    assert "chưa cần sao lưu" in ask("backup").out
    assert json.loads(ask("backup", "--json").out) == {"backup": None}
