"""What is saved of damaged files: a new file that is sound, and a list of what is not as it was."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.samples import add, rename, sample_plan
from tests.storage.test_checking import lived_in, spoil
from tests.storage.test_older_files import OLD
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Kept
from tthc_desktop.models.holdings import FIELDS
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import to_markup
from tthc_desktop.office import Office
from tthc_desktop.storage.checking import checked
from tthc_desktop.storage.repairing import Repair, repaired

NOW = datetime(2026, 11, 27, 3, 0, tzinfo=UTC)
PAGE = 4096


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(lived_in(), tmp_path / "office.tthc"))


def held(path: Path) -> dict[str, dict[str, Kept]]:
    """Return all that an office's file holds."""
    with Office.open(path) as office:
        return {name: dict(getattr(office, name)) for name in FIELDS.values()}


def repair(file: Path) -> Repair:
    """Repair a file, and see that it stays as it is and that the new one is sound."""
    before = file.read_bytes()
    new = file.with_name("saved.tthc")
    new.unlink(missing_ok=True)

    made = repaired(file, new, NOW)

    assert file.read_bytes() == before
    assert {path.name for path in file.parent.iterdir()} <= {
        file.name,
        new.name,
        f"{file.name}.lock",
        f"{new.name}.lock",
    }
    assert checked(new) == ()
    return made


def page_of(table: str) -> int:
    """Return where the first page of a table begins."""
    with closing(sqlite3.connect(lived_in())) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return (int(page) - 1) * PAGE


def wipe(file: Path, *starts: int) -> None:
    content = bytearray(file.read_bytes())
    for start in starts:
        content[start : start + PAGE] = b"\xa5" * PAGE
    file.write_bytes(content)


def test_a_sound_file_is_saved_as_it_is_with_all_that_can_be_undone(file: Path) -> None:
    whole = held(file)

    made = repair(file)

    assert (made.findings, made.can_undo, made.plans) == ((), True, 1)
    assert held(made.path) == whole
    with Office.open(made.path) as office, Office.open(file) as old:
        assert office.history() == old.history()
        assert (office.undo_label, office.redo_label) == (old.undo_label, old.redo_label)
        while office.undo_label:
            office.undo()


@pytest.mark.parametrize(
    "table", ["plans", "tasks", "units", "unit_aliases", "rows", "items", "ix_tasks_plan_id_rank", "journal_records"]
)
def test_what_a_table_lost_is_read_in_the_journal(file: Path, table: str) -> None:
    whole = held(file)
    wipe(file, page_of(table))
    assert checked(file)

    made = repair(file)

    assert held(made.path) == whole


@pytest.mark.parametrize("table", ["journal", "journal_kept", "journal_rows"])
def test_without_the_journal_the_tables_are_enough(file: Path, table: str) -> None:
    whole = held(file)
    wipe(file, page_of(table))

    made = repair(file)

    assert held(made.path) == whole
    assert not made.can_undo
    with Office.open(made.path) as office:
        assert office.undo_label == ""
        plan = add(office, sample_plan())
        assert office.undo_label == "Thêm kế hoạch"
        office.undo()
        assert office.undo_label == ""
        assert plan.id not in office.plans
    assert checked(made.path) == ()


@pytest.mark.parametrize("length", [1, 99, 100, PAGE])
def test_a_damaged_beginning_is_no_end(file: Path, length: int) -> None:
    whole = held(file)
    file.write_bytes(b"\x5a" * length + file.read_bytes()[length:])

    assert held(repair(file).path) == whole


def test_what_neither_table_nor_journal_knows_is_told_and_the_rest_is_saved(file: Path) -> None:
    whole = held(file)
    content = file.read_bytes()
    rows = [at for at in range(0, len(content), PAGE) if content[at] == 13 and b'"lead":' in content[at : at + PAGE]]
    wipe(file, page_of("tasks"), *rows)

    made = repair(file)

    assert made.findings
    found = held(made.path)
    assert found["units"] == whole["units"]
    assert found["plans"].keys() == whole["plans"].keys()


def test_what_was_read_only_in_part_is_named_where_the_journal_does_not_stand_in(file: Path) -> None:
    wipe(file, page_of("tasks"), page_of("units"))
    assert not any("Không đọc được hết" in told.what for told in repair(file).findings)

    wipe(file, page_of("journal_rows"))

    said = [told.what for told in repair(file).findings]
    assert any("Không đọc được hết nhiệm vụ, đơn vị: có thể thiếu nội dung" in what for what in said)
    assert not any("bị cụt" in what for what in said)


def test_a_changed_letter_is_told_with_both_texts(file: Path) -> None:
    whole = held(file)
    spoil(file, "UPDATE tasks SET lead = 'Sở 9' WHERE rowid = 2")

    made = repair(file)

    (told,) = made.findings
    assert "đã lấy lại từ nhật ký" in told.what
    assert "Sở 9" in told.what
    assert "Sở 1" in told.what
    assert held(made.path) == whole


def test_bytes_that_are_no_text_are_shown_as_such_where_nothing_else_is_known(file: Path) -> None:
    spoil(file, "UPDATE tasks SET lead = CAST(x'53ff' AS TEXT) WHERE rowid = 2", "DELETE FROM journal_rows")

    made = repair(file)

    assert any("S�" in told.what for told in made.findings)
    with Office.open(made.path) as office:
        (plan,) = office.plans.values()
        assert [to_markup(task.lead) for task in plan.tasks.values()] == ["Sở 0", "S�", "Sở 2", "Sở 3"]


def test_a_value_that_cannot_be_built_is_taken_out_and_told(file: Path) -> None:
    spoil(file, "UPDATE plans SET period_start = 'x', period_end = 'y'", "DELETE FROM journal_rows")

    made = repair(file)

    assert any("không hiểu được" in told.what and "Kế hoạch khác" in told.what for told in made.findings)
    assert held(made.path)["plans"] == {}
    assert held(made.path)["units"]


def test_a_kept_file_that_has_changed_is_left_out_and_told(file: Path) -> None:
    spoil(file, "UPDATE files SET data = CAST('%PDF b scan' AS BLOB)")

    (told,) = repair(file).findings

    assert "tệp lưu kèm" in told.what


def test_what_a_killed_process_left_in_its_log_is_saved(file: Path, tmp_path: Path) -> None:
    (tmp_path / "left").mkdir()
    with Office.open(file) as office:
        plan = rename(office, next(iter(office.plans)), "đổi sau cùng")
        for name in ("office.tthc", "office.tthc-wal"):
            shutil.copy(file.with_name(name), tmp_path / "left")

    made = repaired(tmp_path / "left" / "office.tthc", tmp_path / "saved.tthc", NOW)

    assert held(made.path)["plans"] == {plan.id: plan}


@pytest.mark.parametrize("version", sorted(path.stem for path in OLD.glob("*.tthc")))
def test_a_file_of_every_version_is_repaired(version: str, tmp_path: Path) -> None:
    (tmp_path / "upgraded").mkdir()
    whole = held(Path(shutil.copy(OLD / f"{version}.tthc", tmp_path / "upgraded" / "office.tthc")))
    (tmp_path / "damaged").mkdir()
    file = Path(shutil.copy(OLD / f"{version}.tthc", tmp_path / "damaged" / "office.tthc"))

    made = repair(file)

    assert (made.findings, made.can_undo) == ((), True)
    assert held(made.path) == whole


def test_a_file_that_was_cut_off_gives_what_is_left(tmp_path: Path) -> None:
    file = tmp_path / "office.tthc"
    with Office.open(file) as office:
        plans = [add(office, sample_plan(40)) for _ in range(12)]
    content = file.read_bytes()
    file.write_bytes(content[: len(content) * 3 // 4 + 100])

    made = repair(file)

    said = [told.what for told in made.findings]
    assert any("Tệp bị cụt, mất khoảng 25% ở cuối" in what for what in said)
    assert any("có thể thiếu nội dung" in what for what in said)
    assert 6 <= made.plans <= len(plans)


def test_a_small_file_that_lost_its_end_and_part_of_its_schema_gives_the_tables_that_are_named(file: Path) -> None:
    whole = held(file)
    content = file.read_bytes()
    file.write_bytes(content[: page_of("items") - 2 * PAGE])

    made = repair(file)

    assert made.findings
    found = held(made.path)
    assert found["units"] == whole["units"]
    (plan_id,) = whole["plans"]
    before, after = whole["plans"][plan_id], found["plans"][plan_id]
    assert isinstance(before, Plan)
    assert isinstance(after, Plan)
    assert (after.title, dict(after.tasks), after.bases) == (before.title, dict(before.tasks), before.bases)


def test_a_spoilt_letter_in_what_is_left_of_the_schema_costs_no_more_than_that_table(file: Path) -> None:
    whole = held(file)
    content = file.read_bytes()[: page_of("items") - 2 * PAGE]
    file.write_bytes(content.replace(b"CREATE TABLE bases", b"CREATE TABLE\x80bases"))

    made = repair(file)

    assert made.findings
    assert held(made.path)["units"] == whole["units"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04" * 2000, bytes(50_000)])
def test_where_nothing_can_be_read_no_file_is_made(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "office.tthc"
    file.write_bytes(content)

    with pytest.raises(UserError, match="Không đọc được nội dung nào"):
        repaired(file, tmp_path / "saved.tthc", NOW)

    assert list(tmp_path.iterdir()) == [file]


def test_no_file_is_written_over(file: Path) -> None:
    with pytest.raises(UserError, match="Đã có tệp"):
        repaired(file, file, NOW)


@settings(max_examples=25)
@given(data=st.data())
def test_any_damage_gives_a_sound_file_and_is_told_or_harmless(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = bytearray(lived_in().read_bytes())
    file = tmp_path_factory.mktemp("damaged") / "office.tthc"
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        damage = data.draw(st.one_of(st.binary(min_size=1, max_size=400), st.just(bytes(PAGE))))
        content[place : place + len(damage)] = damage
    file.write_bytes(content[: len(lived_in().read_bytes())])

    made = repair(file)

    assert made.findings or held(made.path) == held(Path(shutil.copy(lived_in(), file.with_name("whole.tthc"))))


def test_where_journal_and_record_differ_the_one_that_is_sealed_counts(file: Path) -> None:
    whole = held(file)
    for statement in (
        "UPDATE journal_rows SET after = replace(after, 'Sở 1', 'Sở 9')",
        "UPDATE tasks SET lead = 'Sở 9' WHERE rowid = 2",
    ):
        shutil.copy(lived_in(), file)
        spoil(file, statement)

        made = repair(file)

        assert held(made.path) == whole


def test_a_name_of_a_change_that_was_spoilt_does_not_lose_the_rest(file: Path) -> None:
    whole = held(file)
    spoil(file, "UPDATE journal SET label = 'x' WHERE id = 3")

    made = repair(file)

    assert held(made.path) == whole
    assert made.findings


def test_an_office_that_is_open_is_saved_with_its_last_change(file: Path, tmp_path: Path) -> None:
    with Office.open(file) as office:
        plan = add(office, sample_plan())
        made = repaired(file, tmp_path / "saved.tthc", NOW)
        whole = office.holdings

    assert made.findings == ()
    assert held(made.path)["plans"] == {**whole.plans}
    assert plan.id in held(made.path)["plans"]


def test_the_bin_works_on_after_a_repair_that_began_the_journal_anew(file: Path) -> None:
    wipe(file, page_of("journal_kept"))
    made = repair(file)

    with Office.open(made.path) as office:
        (plan,) = office.plans.values()
        office.change(Change("Xóa", ((plan, None),)))
        entry = office.history()[0].id
        assert entry in {each.entry for each in office.deleted()}
        assert office.before(entry).plans == {plan.id: plan}
