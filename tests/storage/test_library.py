"""The file of an office: what is written, what is refused, what the journal tells."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from tests.storage.samples import sample_plan, with_lead
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Entry, State
from tthc_desktop.models.editing import tables, text
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.outline import tables as tables_of
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.progress.values import Field, Origin, Progress, Said
from tthc_desktop.models.table import Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain
from tthc_desktop.storage.library import Library
from tthc_desktop.storage.lock import Lock
from tthc_desktop.storage.writing import CHUNK

START = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)


class Clock:
    """Goes on by a minute whenever it is asked."""

    def __init__(self) -> None:
        self.now = START - timedelta(minutes=1)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "office.tthc"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with closing(Library(path, Clock())) as opened:
        yield opened


@pytest.fixture
def plan(library: Library) -> Plan:
    made = sample_plan(200)
    library.write(Change("Thêm", ((None, made),)))
    return made


def rows_written(path: Path) -> list[tuple[str, str]]:
    """Return table and columns of every record that the last change wrote."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT table_name, coalesce(after, '') FROM journal_rows "
            "WHERE entry_id = (SELECT max(id) FROM journal) ORDER BY place"
        ).fetchall()


def test_the_file_is_kept_safe(library: Library) -> None:
    with library._connection.begin():
        found = [
            library._connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]

    assert found == ["wal", 2, 1]


def test_a_changed_field_writes_one_column_of_one_record(library: Library, plan: Plan, path: Path) -> None:
    task_id = next(iter(plan.tasks))

    library.write(Change("Sửa", ((plan, with_lead(plan, task_id, "Sở Y tế")),)))

    assert rows_written(path) == [("tasks", '{"lead":"Sở Y tế"}')]


def test_an_inserted_row_writes_the_row_and_its_task(library: Library, plan: Plan, path: Path) -> None:
    ((table, _),) = tables_of(plan)
    task = Task(new_id(), plain("mới"))
    row = Row(new_id(), RowKind.TASK, task_id=task.id)

    library.write(Change("Chèn", ((plan, tables.insert_rows(plan, table.id, 100, (row,), tasks=(task,))),)))

    assert sorted(table for table, _ in rows_written(path)) == ["rows", "tasks"]


def test_a_moved_row_writes_its_rank_only(library: Library, plan: Plan, path: Path) -> None:
    ((table, _),) = tables_of(plan)

    library.write(Change("Chuyển", ((plan, tables.move_rows(plan, table.id, (table.rows[7].id,), 150)),)))

    ((name, after),) = rows_written(path)
    assert name == "rows"
    assert after.startswith('{"rank":')


def test_a_moved_section_takes_its_children_along_unwritten(library: Library, plan: Plan, path: Path) -> None:
    section = plan.body[0]
    other = Item(new_id(), text=plain("Phần mới"))
    with_other = text.insert_nodes(plan, plan.id, 0, (other,))
    library.write(Change("Chèn", ((plan, with_other),)))

    library.write(Change("Chuyển", ((with_other, text.move_nodes(with_other, (section.id,), other.id, 0)),)))

    assert [name for name, _ in rows_written(path)] == ["items"]


def test_a_list_without_room_is_spread_anew(library: Library, plan: Plan) -> None:
    now = plan
    for number in range(60):
        item = Item(new_id(), text=plain(str(number)))
        after = text.insert_nodes(now, now.id, min(1, len(now.body)), (item,))
        library.write(Change("Chèn", ((now, after),)))
        now = after

    assert library.load().plans == {plan.id: now}


def test_what_does_not_differ_is_not_written(library: Library, plan: Plan) -> None:
    same = replace(plan, tasks=dict(plan.tasks), bases=(*plan.bases,))

    library.write(Change("Không đổi gì", ((plan, same),)))

    assert [entry.label for entry in library.history()] == ["Thêm"]


def test_a_stale_change_is_refused(path: Path, library: Library, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lock, "acquire", lambda _: None)
    with closing(Library(path)) as other:
        (held,) = other.load().plans.values()
        other.write(Change("Nơi khác", ((held, replace(held, title=plain("khác"))),)))

        with pytest.raises(UserError, match="đã được thay đổi ở nơi khác"):
            library.write(Change("Ở đây", ((plan, replace(plan, kind="QUYẾT ĐỊNH")),)))

        assert other.load().plans == {plan.id: replace(held, title=plain("khác"))}
        assert [entry.label for entry in other.history()] == ["Nơi khác", "Thêm"]


def test_a_stale_change_of_a_legal_document_is_refused(
    path: Path, library: Library, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = LegalDocument("document")
    library.write(Change("Thêm", ((None, document),)))
    monkeypatch.setattr(Lock, "acquire", lambda _: None)
    with closing(Library(path)) as other:
        other.load()
        other.write(Change("Nơi khác", ((document, replace(document, kind="Luật")),)))

        with pytest.raises(UserError, match="đã được thay đổi ở nơi khác"):
            library.write(Change("Ở đây", ((plan, replace(plan, kind="ĐỀ ÁN")), (document, None))))

        assert other.load() == Holdings({plan.id: plan}, {"document": replace(document, kind="Luật")})


def test_a_plan_and_a_document_of_one_identity_are_two_values(library: Library, path: Path) -> None:
    plan, document = Plan("1"), LegalDocument("1")
    library.write(Change("Thêm", ((None, plan), (None, document))))
    library.write(Change("Bỏ", ((document, None),)))
    assert library.load() == Holdings({"1": plan}, {})
    library.close()

    with closing(Library(path)) as again:
        again.load()
        for expected in (Holdings({"1": plan}, {"1": document}), Holdings()):
            step = again.steps().undo
            assert step
            again.undo(step, read=True)
            assert again.load() == expected


def test_more_values_than_one_question_can_name_are_read_again_by_undo(library: Library, path: Path) -> None:
    said = {Field.PERCENT: Said("60"), Field.RESULT: Said("Đã trình", Origin("a.xlsx", "Bảng", "J8", START))}
    made = {id_: Progress(id_, "plan", "task", "unit", said) for id_ in map(str, range(2 * CHUNK + 3))}
    library.write(Change("Nhận bảng", tuple((None, each) for each in made.values())))
    library.write(Change("Bỏ", tuple((each, None) for each in made.values())))
    library.close()

    with closing(Library(path)) as again:
        again.load()
        step = again.steps().undo
        assert step
        outcome = again.undo(step, read=True)
        assert {name.id: value for name, value in outcome.read.items()} == made
        assert [*outcome.order[Progress]] == [*made]
        assert again.load() == Holdings(progress=made)


def test_a_changed_field_of_a_report_writes_one_column_of_one_record(library: Library, path: Path) -> None:
    before = Progress("p", "plan", "task", "unit", {field: Said("cũ") for field in Field})
    library.write(Change("Nhận bảng", ((None, before),)))
    after = replace(before, said={**before.said, Field.PERCENT: Said("60")})

    library.write(Change("Sửa tiến độ", ((before, after),)))

    assert rows_written(path) == [("progress_said", '{"words":"60"}')]


def test_a_stale_removal_is_refused(path: Path, library: Library, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lock, "acquire", lambda _: None)
    with closing(Library(path)) as other:
        (held,) = other.load().plans.values()
        other.write(Change("Nơi khác", ((held, replace(held, title=plain("khác"))),)))

    with pytest.raises(UserError, match="đã được thay đổi ở nơi khác"):
        library.write(Change("Xóa", ((plan, None),)))


def test_a_stale_undo_is_refused(path: Path, library: Library, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    step = library.steps().undo
    assert step
    monkeypatch.setattr(Lock, "acquire", lambda _: None)
    with closing(Library(path)) as other:
        (held,) = other.load().plans.values()
        other.write(Change("Nơi khác", ((held, replace(held, title=plain("khác"))),)))

        with pytest.raises(UserError, match="đã được thay đổi ở nơi khác"):
            library.undo(step, read=False)

        assert list(other.load().plans) == [plan.id]


def test_a_record_that_names_no_other_is_refused(library: Library, plan: Plan) -> None:
    lost = Item(new_id(), task_id="nobody")

    with pytest.raises(IntegrityError):
        library.write(Change("Sai", ((plan, replace(plan, body=(lost,))),)))

    assert library.load().plans == {plan.id: plan}
    assert [entry.label for entry in library.history()] == ["Thêm"]


def test_one_identity_for_two_things_is_refused(library: Library, plan: Plan) -> None:
    twin = plan.body[0]

    with pytest.raises((ValueError, IntegrityError)):
        library.write(Change("Sai", ((plan, replace(plan, body=(twin, twin))),)))

    assert library.load().plans == {plan.id: plan}


def test_an_identity_of_another_plan_is_refused(library: Library, plan: Plan) -> None:
    other = replace(plan, id=new_id())

    with pytest.raises(IntegrityError):
        library.write(Change("Chép", ((None, other),)))

    assert library.load().plans == {plan.id: plan}


def test_a_task_kept_under_another_identity_is_refused(library: Library, plan: Plan) -> None:
    with pytest.raises(ValueError, match="another identity"):
        library.write(Change("Sai", ((plan, replace(plan, tasks={"x": Task("y")})),)))


def test_a_thing_that_becomes_another_kind_of_thing_is_refused(library: Library, plan: Plan) -> None:
    with pytest.raises(ValueError, match="another kind"):
        library.write(Change("Sai", ((plan, replace(plan, body=(Table(plan.body[0].id),))),)))


def test_two_members_of_one_identity_are_refused(library: Library, plan: Plan) -> None:
    with pytest.raises(ValueError, match="same identity"):
        library.write(Change("Sai", ((plan, replace(plan, bases=plan.bases * 2)),)))
    item = Item("twice", children=(Item("twice"),))
    with pytest.raises(ValueError, match="same identity"):
        library.write(Change("Sai", ((plan, replace(plan, body=(item,))),)))


@pytest.mark.parametrize("what", ["DELETE FROM bases", "DELETE FROM recipients"])
def test_what_another_program_took_out_is_noticed(library: Library, plan: Plan, path: Path, what: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(what)
        connection.commit()
    after = replace(
        plan, bases=(replace(plan.bases[0], text=plain("khác")),), recipients=tuple(reversed(plan.recipients))
    )

    with pytest.raises(UserError, match="đã được thay đổi ở nơi khác"):
        library.write(Change("Sửa", ((plan, after),)))

    assert [entry.label for entry in library.history()] == ["Thêm"]


def test_a_change_that_was_not_written_leaves_the_revision_known(library: Library, plan: Plan) -> None:
    with pytest.raises(IntegrityError):
        library.write(Change("Sai", ((plan, replace(plan, body=(Item(new_id(), task_id="nobody"),))),)))

    library.write(Change("Đúng", ((plan, replace(plan, kind="QUYẾT ĐỊNH")),)))

    assert [entry.label for entry in library.history()] == ["Đúng", "Thêm"]


def test_history_tells_what_became_of_each_change(library: Library, plan: Plan) -> None:
    task_id = next(iter(plan.tasks))
    changed = with_lead(plan, task_id, "Sở Y tế")
    outcome = library.write(Change("Sửa chủ trì", ((plan, changed),)))
    assert outcome.undo
    library.undo(outcome.undo, read=False)
    library.write(Change("Đổi loại", ((plan, replace(plan, kind="QUYẾT ĐỊNH")),)))

    assert library.history((plan.id,)) == (
        Entry(3, START + timedelta(minutes=3), "Đổi loại", State.DONE),
        Entry(2, START + timedelta(minutes=1), "Sửa chủ trì", State.DROPPED, START + timedelta(minutes=2)),
        Entry(1, START, "Thêm", State.DONE),
    )
    assert library.steps().redo is None


def test_history_of_a_record(library: Library, plan: Plan) -> None:
    first, second = list(plan.tasks)[:2]
    library.write(Change("Sửa việc đầu", ((plan, with_lead(plan, first, "Sở Y tế")),)))

    assert [entry.label for entry in library.history((first,))] == ["Sửa việc đầu", "Thêm"]
    assert [entry.label for entry in library.history((second,))] == ["Thêm"]
    assert [entry.label for entry in library.history((first, second))] == ["Sửa việc đầu", "Thêm"]
    assert library.history(("nobody",)) == ()


def test_times_are_kept_in_utc(path: Path) -> None:
    seven_hours_east = datetime.fromisoformat("2025-01-02T10:04:05+07:00")
    with closing(Library(path, lambda: seven_hours_east)) as library:
        library.write(Change("Thêm", ((None, sample_plan()),)))

        assert library.history()[0].at == START
        assert library.history()[0].at.utcoffset() == timedelta(0)
