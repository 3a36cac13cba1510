"""The tables of a new file and those that the migrations make; older files, and migrations that go wrong."""

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from subprocess import run

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy.exc import IntegrityError

from tests.storage.samples import add, sample_plan
from tthc_desktop.errors import UserError
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.office import Office
from tthc_desktop.storage import opening
from tthc_desktop.storage.migrating import SCRIPTS, migrate, upgrade

LATER = '''"""A later state of the tables."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    with op.batch_alter_table("capacities", recreate="always") as batch:
        batch.add_column(sa.Column("honour", sa.Text, server_default="", nullable=False))
    {more}
'''


def test_a_new_file_has_the_tables_that_the_migrations_make(tmp_path: Path) -> None:
    Office.open(tmp_path / "new.tthc").close()
    upgrade(tmp_path / "migrated.tthc")

    assert schema(tmp_path / "new.tthc") == schema(tmp_path / "migrated.tthc")


def test_a_new_file_begins_as_a_migrated_one(tmp_path: Path) -> None:
    Office.open(tmp_path / "new.tthc").close()
    upgrade(tmp_path / "migrated.tthc")

    assert content(tmp_path / "new.tthc") == content(tmp_path / "migrated.tthc")


def test_the_program_knows_every_migration() -> None:
    newest_first = [script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()]

    assert tuple(reversed(newest_first)) == opening.VERSIONS


def test_alembic_is_not_loaded_for_new_and_current_files(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tthc_desktop.office import Office\n"
        "for _ in range(2): Office.open(Path(sys.argv[1])).close()\n"
        "print('alembic' in sys.modules)"
    )

    done = run([sys.executable, "-c", code, str(tmp_path / "a.tthc")], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


def test_an_older_file_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = older_file(tmp_path)
    scripts = later_scripts(tmp_path)
    monkeypatch.setattr(opening, "VERSIONS", (*opening.VERSIONS, "0007"))
    monkeypatch.setattr(opening, "migrate", lambda path, check: migrate(path, scripts, check))

    with Office.open(file) as office:
        plans = dict(office.plans)
        assert office.undo_label == "Thêm kế hoạch"

    assert len(plans) == 1
    assert "honour" in dict(schema(file))["capacities"]
    assert opening.version_of(file) == "0007"
    assert content(file.with_name("old.tthc.truoc-nang-cap"))["alembic_version"] == [("0006",)]


@pytest.mark.parametrize("more", ["op.execute('DELETE FROM tasks')", "op.execute('DELETE FROM tables')"])
def test_a_migration_that_spoils_the_file_leaves_it_as_it_was(tmp_path: Path, more: str) -> None:
    file = older_file(tmp_path)
    before = file.read_bytes()

    with pytest.raises(UserError, match="Không nâng cấp được tệp dữ liệu “old"):
        migrate(file, later_scripts(tmp_path, more))

    assert file.read_bytes() == before
    assert not list(tmp_path.glob("*nang-cap*"))


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = older_file(tmp_path)
    before = file.read_bytes()

    with pytest.raises(ZeroDivisionError):
        migrate(file, later_scripts(tmp_path, "1 / 0"))

    assert file.read_bytes() == before


def older_file(folder: Path) -> Path:
    """Return an office's file of this version, with a plan in it."""
    file = folder / "old.tthc"
    with Office.open(file) as office:
        add(office, sample_plan())
    return file


def later_scripts(folder: Path, more: str = "pass") -> Path:
    """Return a folder with our migrations and one that is yet to come."""
    scripts = shutil.copytree(SCRIPTS, folder / "migrations")
    (scripts / "versions" / "0007_later.py").write_text(LATER.format(more=more), encoding="utf-8")
    return scripts


def schema(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name")
        return [(name, "".join((sql or "").split())) for name, sql in found]


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


@pytest.mark.parametrize(
    "more",
    [
        "op.execute(\"UPDATE tasks SET lead = lead || 'x'\")",
        "op.execute('DELETE FROM recipients')",
        "op.execute(\"UPDATE journal_rows SET after = replace(after, 'Sở', 'So')\")",
        "op.execute(\"INSERT INTO capacities (plan_id, place, words) SELECT id, 0, 'x' FROM plans\")",
        "op.execute(\"UPDATE files SET data = x'00'\")",
        "op.drop_table('events')",
        "op.execute(\"UPDATE columns SET role = 'x'\")",
    ],
)
def test_a_migration_that_changes_what_stands_in_any_table_is_refused(tmp_path: Path, more: str) -> None:
    file = older_file(tmp_path)
    with Office.open(file) as office:
        office.keep_file(b"%PDF a scan")
    before = file.read_bytes()

    with pytest.raises((UserError, IntegrityError)):
        migrate(file, later_scripts(tmp_path, more))

    assert file.read_bytes() == before
    assert not list(tmp_path.glob("*nang-cap*"))


def test_an_upgrade_is_given_up_when_its_check_finds_fault(tmp_path: Path) -> None:
    file = older_file(tmp_path)
    before = file.read_bytes()
    seen: list[Holdings] = []

    def check(held: Holdings) -> None:
        seen.append(held)
        raise UserError("Không in được kế hoạch.", "")

    with pytest.raises(UserError, match="Không in được"):
        migrate(file, later_scripts(tmp_path), check)

    assert len(seen[0].plans) == 1
    assert file.read_bytes() == before
    assert not list(tmp_path.glob("*nang-cap*"))


def test_a_file_that_was_damaged_before_is_told_so_and_not_upgraded(tmp_path: Path) -> None:
    file = older_file(tmp_path)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DELETE FROM tasks")
        connection.commit()
    before = file.read_bytes()

    with pytest.raises(UserError, match="bị hỏng"):
        migrate(file, later_scripts(tmp_path))

    assert file.read_bytes() == before


def test_what_a_killed_upgrade_left_is_taken_away_at_the_next_opening(tmp_path: Path) -> None:
    file = older_file(tmp_path)
    for name in ("old.tthc.dang-nang-cap", "old.tthc.dang-nang-cap-journal", "old.tthc.truoc-nang-cap.dang-nang-cap"):
        (tmp_path / name).write_bytes(b"half written")

    with Office.open(file) as office:
        assert len(office.plans) == 1

    assert not list(tmp_path.glob("*nang-cap*"))
