"""Files of earlier versions of the program: each opens with everything in it, and stays beside the new one."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tests.storage.test_migrating import content, schema
from tthc_desktop.documents.exchange import from_json
from tthc_desktop.documents.printable import check_print
from tthc_desktop.models.changes import Entry, Kept
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.plan import Plan
from tthc_desktop.office import Office
from tthc_desktop.storage.migrating import upgrade
from tthc_desktop.storage.opening import VERSIONS

OLD = Path(__file__).parents[1] / "data" / "offices"
OLDER = VERSIONS[:-1]


@pytest.fixture(params=OLDER)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def file(version: str, tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD / f"{version}.tthc", tmp_path / "office.tthc"))


def kept(version: str) -> dict[str, Any]:
    """Return what the program of that version said of the file."""
    found: dict[str, Any] = json.loads((OLD / f"{version}.json").read_text(encoding="utf-8"))
    return found


def plans_in(found: dict[str, Any]) -> dict[str, Plan]:
    return {plan.id: plan for plan in map(from_json, map(json.dumps, found["plans"]))}


def documents_in(found: dict[str, Any]) -> dict[str, Any]:
    return {document["id"]: document for document in found.get("legal_documents", [])}


def test_there_is_a_file_of_every_older_version() -> None:
    assert tuple(sorted(path.stem for path in OLD.glob("*.tthc"))) == OLDER


def test_an_older_file_keeps_every_value(version: str, file: Path) -> None:
    before = kept(version)

    with Office.open(file) as office:
        assert list(office.plans.items()) == list(plans_in(before).items())
        listed = {id_: asdict(document) for id_, document in office.legal_documents.items()}
        for document in listed.values():
            document["date"] = document["date"] and document["date"].isoformat()
        assert list(listed.items()) == list(documents_in(before).items())
        assert {name: office.kept_file(name).decode() for name in before.get("files", {})} == before.get("files", {})
        for name in ("units", "progress", "sendings", "known_headings"):
            said, values = {one["id"]: one for one in before.get(name, [])}, getattr(office, name)
            assert {id_: told(value, said[id_]) for id_, value in values.items()} == said
            assert name == "progress" or list(values) == list(said)
        assert (office.undo_label, office.redo_label) == (before["undo"], before["redo"])
        assert [entry_of(entry) for entry in office.history()] == before["history"]
        assert office._library.problems() == []


def told(value: Kept, old: dict[str, Any]) -> dict[str, Any]:
    """Return a value as JSON, with those fields alone that it had in the old version."""
    found: dict[str, Any] = json.loads(json.dumps(asdict(value), default=lambda day: day.isoformat()))
    return {name: found[name] for name in old}


def entry_of(entry: Entry) -> list[object]:
    undone = entry.undone_at.isoformat() if entry.undone_at else None
    return [entry.id, entry.at.isoformat(), entry.label, entry.state, undone]


def test_an_older_file_is_kept_as_it_was_first(version: str, file: Path) -> None:
    before = file.read_bytes()

    Office.open(file).close()

    backup = file.with_name("office.tthc.truoc-nang-cap")
    assert backup.read_bytes() == before
    assert content(backup)["alembic_version"] == [(version,)]
    assert content(file)["alembic_version"] == [(VERSIONS[-1],)]


def test_the_plans_of_an_older_file_are_printed_before_it_is_taken(version: str, file: Path) -> None:
    seen: list[Holdings] = []

    def check(held: Holdings) -> None:
        seen.append(held)
        check_print(held)

    with Office.open(file, check) as office:
        assert dict(seen[0].plans) == dict(office.plans) == plans_in(kept(version))

    Office.open(file, check).close()
    assert len(seen) == 1


def test_an_older_file_gets_the_tables_of_a_new_one(file: Path, tmp_path: Path) -> None:
    Office.open(file).close()
    upgrade(tmp_path / "new.tthc")

    assert schema(file) == schema(tmp_path / "new.tthc")


def test_all_that_an_older_file_remembers_can_be_undone_and_redone(version: str, file: Path) -> None:
    with Office.open(file) as office:
        while office.redo_label:
            office.redo()
        last = office.holdings
        steps = 0
        while office.undo_label:
            office.undo()
            steps += 1
        assert office.holdings == Holdings()
        for _ in range(steps):
            office.redo()
        assert office.holdings == last == office._library.load()
        assert plans_in(kept(version)).keys() <= last.plans.keys()
        assert documents_in(kept(version)).keys() <= last.legal_documents.keys()
