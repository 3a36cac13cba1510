"""`show` with what units have reported, the register of `units`, and how these kinds are told by other commands."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Ask
from tests.storage.samples import sample_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Field, Origin, Progress, Said
from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.office import Office

AT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
ROOM = Unit("r1", "Phòng Hành chính tư pháp", "P.HCTP", ("Phòng HCTP",))
ROOMS = Unit("r0", "Các phòng chuyên môn", kind=UnitKind.COLLECTIVE, members=("r1",))
OUTSIDE = Unit("r2", "Công an tỉnh", kind=UnitKind.OUTSIDE)
SAID = {
    Field.PERCENT: Said("60", Origin("phieu-hctp.xlsx", "Bảng", "I12", AT)),
    Field.STATUS: Said("Đang thực hiện"),
}
MEASURES = ("numerator", "denominator", "value", "as_of")
EMPTY = dict.fromkeys(("number", "day", "trouble", "proposal", "result", *MEASURES), "")


@pytest.fixture
def plan(office: Path) -> Plan:
    """Return a plan of which one unit has reported."""
    plan = sample_plan()
    first, second = list(plan.tasks)[:2]
    reported = Progress("p1", plan.id, first, "r1", SAID), Progress("p2", plan.id, second, "nobody")
    with Office.open(office) as opened:
        opened.change(Change("Thêm kế hoạch", ((None, plan),)))
        opened.change(Change("Thêm đơn vị", tuple((None, unit) for unit in (ROOM, ROOMS, OUTSIDE))))
        opened.change(Change("Nhận bảng", tuple((None, each) for each in reported)))
        opened.change(Change("Nhận bảng khác", ((None, replace(reported[0], id="p3", plan_id="other")),)))
    return plan


def test_progress_is_shown_with_where_each_value_came_from(ask: Ask, plan: Plan) -> None:
    first, second = list(plan.tasks)[:2]

    assert ask("show", plan.id, "--json").found["progress"] == [
        {
            "id": "p1",
            "work": first,
            "unit": "r1",
            "unit_name": ROOM.name,
            "status": "Đang thực hiện",
            "percent": "60",
            **EMPTY,
            "said": {
                "status": {"words": "Đang thực hiện", "file": "", "sheet": "", "cell": "", "at": ""},
                "percent": {
                    "words": "60",
                    "file": "phieu-hctp.xlsx",
                    "sheet": "Bảng",
                    "cell": "I12",
                    "at": "2026-03-04T05:06:07+00:00",
                },
            },
        },
        {
            "id": "p2",
            "work": second,
            "unit": "nobody",
            "unit_name": "",
            "status": "",
            "percent": "",
            **EMPTY,
            "said": {},
        },
    ]


def test_progress_is_told_in_words(ask: Ask, plan: Plan) -> None:
    told = ask("show", plan.id).out
    content = str(next(iter(plan.tasks.values())).content)

    assert f"  {content} – {ROOM.name}: Tình trạng: Đang thực hiện; % hoàn thành: 60\n" in told
    assert "(đơn vị không còn trong danh sách): (để trống)" in told


def test_a_plan_of_which_nothing_was_said(ask: Ask, paper: Path) -> None:
    made = ask("import", paper, "--json").found["plan"]

    assert ask("show", made, "--json").found["progress"] == []
    assert "Tiến độ" not in ask("show", made).out.splitlines()[-1]


@pytest.mark.usefixtures("plan")
def test_the_register_of_units(ask: Ask) -> None:
    never: dict[str, object] = {"valid_from": None, "valid_to": None, "former": [], "became": []}
    room = {"id": "r1", "name": ROOM.name, "short": "P.HCTP", "aliases": ["Phòng HCTP"], "kind": "inside"}
    rooms = {"id": "r0", "name": ROOMS.name, "short": "", "aliases": [], "kind": "collective", "members": ["r1"]}
    outside = {"id": "r2", "name": OUTSIDE.name, "short": "", "aliases": [], "kind": "outside", "members": []}
    listed = [{**room, "members": [], **never}, {**rooms, **never}, {**outside, **never}]
    assert ask("units", "--json").found == {"units": listed}
    assert ask("units", "list", "--json").found == {"units": listed}
    assert ask("units").out.splitlines() == [
        "r1  Phòng Hành chính tư pháp – còn gọi: P.HCTP; Phòng HCTP",
        "r0  Các phòng chuyên môn – gồm: Phòng Hành chính tư pháp (gồm nhiều đơn vị)",
        "r2  Công an tỉnh (ngoài cơ quan)",
    ]


@pytest.mark.usefixtures("plan")
def test_undo_and_redo_name_units_and_progress(ask: Ask) -> None:
    ask("undo")
    assert ask("undo", "--json").found == {
        "undone": "Nhận bảng",
        "plans": [],
        "legal_documents": [],
        "progress": ["p1", "p2"],
    }
    assert sorted(ask("undo", "--json").found["units"]) == ["r0", "r1", "r2"]
    assert sorted(ask("redo", "--json").found["units"]) == ["r0", "r1", "r2"]


def test_a_deleted_plan_takes_its_progress_along_and_brings_it_back(ask: Ask, plan: Plan) -> None:
    before = ask("show", plan.id, "--json").found
    ask("keep", plan.id, "--name", "Trình")

    found = ask("delete", plan.id, "--json").found
    assert (len(found["plans"]), found["progress"]) == (2, ["p1", "p2"])

    ask("undo")
    assert ask("show", plan.id, "--json").found == before
    assert "cùng 1 bản đã lưu và tiến độ các đơn vị đã báo; lệnh undo" in ask("delete", plan.id).out


@pytest.mark.usefixtures("plan")
def test_history_of_progress_and_of_a_unit(ask: Ask) -> None:
    def labels(record: str) -> list[str]:
        return [entry["label"] for entry in ask("history", record, "--json").found["entries"]]

    assert (labels("p1"), labels("p3"), labels("r1")) == (["Nhận bảng"], ["Nhận bảng khác"], ["Thêm đơn vị"])
