"""`units`: what becomes of units from a day on, each in one change that undo takes back."""

import pytest

from tests.cli.conftest import Ask

JULY = ("--from", "01/07/2025")


@pytest.fixture
def register(ask: Ask) -> dict[str, str]:
    """Return the identities of three units by their names."""
    for name in ("Phòng Tin học", "Phòng Nghiệp vụ", "Văn phòng Sở"):
        ask("units", "add", name)
    ask("units", "add", "Các phòng thuộc Sở", "--kind", "collective")
    return {str(unit["name"]): str(unit["id"]) for unit in _units(ask).values()}


def _units(ask: Ask) -> dict[str, dict[str, object]]:
    return {str(unit["id"]): unit for unit in ask("units", "--json").found["units"]}


def test_a_unit_is_added_with_its_day(ask: Ask) -> None:
    found = ask(
        "units", "add", "Sở Tài chính", "--kind", "outside", "--short", "STC", "--from", "01/03/2025", "--json"
    ).found
    assert found["changed"] == "Thêm đơn vị Sở Tài chính"
    (unit,) = _units(ask).values()
    assert [unit["id"]] == found["units"]
    assert (unit["kind"], unit["short"], unit["valid_from"]) == ("outside", "STC", "2025-03-01")
    assert ask("units").out == f"{unit['id']}  Sở Tài chính – còn gọi: STC; từ 01/03/2025 (ngoài cơ quan)\n"


def test_a_unit_is_renamed(ask: Ask, register: dict[str, str]) -> None:
    id_ = register["Phòng Tin học"]
    ask("units", "rename", "phòng tin học", "Phòng Chuyển đổi số", *JULY, "--short", "CĐS")
    unit = _units(ask)[id_]
    assert (unit["name"], unit["short"]) == ("Phòng Chuyển đổi số", "CĐS")
    assert unit["former"] == [{"name": "Phòng Tin học", "short": "", "until": "2025-06-30"}]
    assert "đến 30/06/2025 là Phòng Tin học" in ask("units").out
    ask("units", "rename", "Phòng Tin học", "Phòng Số", "--from", "01/01/2026")
    assert _units(ask)[id_]["name"] == "Phòng Số"
    ask("undo")
    ask("undo")
    assert _units(ask)[id_]["name"] == "Phòng Tin học"


def test_units_are_merged_split_ended_and_there_again(ask: Ask, register: dict[str, str]) -> None:
    room, business, office, _ = register.values()
    ask("units", "merge", room, "Phòng Nghiệp vụ", "--into", "Phòng Tổng hợp", *JULY)
    units = _units(ask)
    (new,) = units.keys() - set(register.values())
    assert [units[id_]["became"] for id_ in (room, business)] == [[new], [new]]
    assert "Phòng Tổng hợp – từ 01/07/2025; từ 01/07/2025 tiếp nhận Phòng Tin học; Phòng Nghiệp vụ" in ask("units").out
    ask("units", "split", "Phòng Tổng hợp", "Phòng Tin học", "Văn phòng Sở", "--from", "2026-01-01")
    became = _units(ask)[new]["became"]
    assert isinstance(became, list)
    assert became[1] == office
    assert became[0] not in register.values()
    ask("units", "end", "Văn phòng Sở", "--last", "31/12/2026")
    assert _units(ask)[office]["valid_to"] == "2026-12-31"
    ask("units", "reopen", office)
    assert _units(ask)[office]["valid_to"] is None
    for _ in range(4):
        ask("undo")
    assert set(_units(ask)) == set(register.values())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("merge", "Phòng Tin học", "--into", "Phòng Tin học", *JULY), "vào chính nó"),
        (("merge", "Phòng Tin học", "--into", "Các phòng thuộc Sở", *JULY), "tên chung"),
        (("merge", "Các phòng thuộc Sở", "--into", "Văn phòng Sở", *JULY), "tên chung"),
        (("merge", "Phòng Lạ", "--into", "Văn phòng Sở", *JULY), "Không có đơn vị nào là “Phòng Lạ”"),
        (("split", "Phòng Tin học", "Phòng Một", *JULY), "ít nhất hai đơn vị"),
        (("rename", "Phòng Tin học", "Văn phòng", *JULY), "đã là một tên của Văn phòng Sở"),
        (("rename", "Phòng Tin học", "Phòng Mới", "--from", "31/02/2025"), "Không hiểu ngày “31/02/2025”"),
        (("end", "Phòng Tin học", "--last", "31/12/20255"), "Không hiểu ngày"),
        (("rename", "Phòng Tin học", "Phòng Mới"), "Thiếu --from"),
        (("add", "Phòng Mới", "--kind", "phòng"), "không phải một loại đơn vị"),
        (("join",), "Không có lệnh"),
    ],
)
@pytest.mark.usefixtures("register")
def test_what_cannot_be_is_said_in_a_sentence_and_changes_nothing(
    ask: Ask, arguments: tuple[str, ...], said: str
) -> None:
    before = _units(ask)
    answer = ask("units", *arguments)
    assert answer.status == 2
    assert said in answer.err
    assert _units(ask) == before
