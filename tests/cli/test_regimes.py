"""`regime`: those that come with the program beside the office's own, each with what it means for its periods."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Ask, is_one_line
from tthc_desktop.documents.reporting_regimes import known_regimes
from tthc_desktop.models.changes import Change
from tthc_desktop.models.reporting.regimes import Cutoff, Regime
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.office import Office

MAY = ("--on", "20/05/2026")
NOW = known_regimes()[-1]


def keep(path: Path, *regimes: Regime) -> None:
    """Let the office have regimes of its own."""
    office = Office.open(path)
    office.change(Change("Thêm chế độ báo cáo", tuple((None, one) for one in regimes)))
    office.close()


def test_all_are_listed_and_the_one_in_force_is_named(ask: Ask) -> None:
    lines = ask("regime", "list", *MAY).out.splitlines()
    assert len(lines) == len(known_regimes())
    assert [line for line in lines if "đang áp dụng" in line] == [
        f"{NOW.id}  {NOW.name} – từ 10/01/2026 (có sẵn, đang áp dụng)"
    ]
    assert "đến 20/10/2020 (có sẵn)" in lines[0]


def test_the_offices_own_stands_once_and_before_the_known(ask: Ask, office: Path) -> None:
    keep(office, replace(NOW, addressees=("Sở Tư pháp",)), Regime("r", "Chế độ riêng", date(2026, 6, 1)))
    listed = ask("regime", "list", *MAY, "--json").found["regimes"]
    assert [(each["id"], each["own"], each["known"], each["holds"]) for each in listed[-2:]] == [
        (NOW.id, True, True, True),
        ("r", True, False, False),
    ]
    assert ask("regime", "show", *MAY, "--json").found["addressees"] == ["Sở Tư pháp"]
    assert ask("regime", "show", "--on", "01/06/2026", "--json").found["id"] == "r"


def test_a_regime_is_told_with_its_periods(ask: Ask) -> None:
    out = ask("regime", "show", *MAY).out
    quarter = "Quý II/2026: số liệu từ 15/3/2026 đến 14/6/2026, hạn gửi 25/6/2026"
    assert f"  {quarter} (Nghị định 09/2019/NĐ-CP, Điều 12, khoản 2; Điều 13, khoản 1)\n" in out
    assert NOW.bases[0] in out
    found = ask("regime", "show", NOW.name.upper(), *MAY, "--json").found["periods"][1]
    assert {name: found[name] for name in ("kind", "months_before", "from_day", "to_day", "due_day", "due_after")} == {
        "kind": "quarter",
        "months_before": 1,
        "from_day": 15,
        "to_day": 14,
        "due_day": 25,
        "due_after": None,
    }
    assert found["example"] == {
        "span": "2026-Q2",
        "title": "Quý II/2026",
        "start": "2026-03-15",
        "end": "2026-06-14",
        "due": "2026-06-25",
    }


def test_days_that_the_office_has_changed_have_no_clause(ask: Ask, office: Path) -> None:
    keep(office, replace(NOW, cutoffs=(NOW.cutoffs[0], Cutoff(SpanKind.QUARTER, to_day=28, due_after=3))))
    month, quarter, year = (ask("regime", "show", *MAY, "--json").found["periods"][at] for at in (0, 1, 4))
    assert month["clause"]
    assert quarter["clause"] is None
    assert (year["set"], year["clause"], year["example"]["end"]) == (False, None, "2026-12-31")
    assert quarter["example"]["due"] == "2026-07-01"
    assert ask("regime", "show", "--on", "31/12/9999").status == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("x", *MAY), "Không có chế độ báo cáo nào là “x”"),
        (("che-do", *MAY), "Có 3 chế độ báo cáo là “che-do”"),
        (("--on", "01/01/0001"), "Không có chế độ báo cáo nào áp dụng"),
        (("--on", "31/02/2026"), "Không hiểu ngày"),
    ],
)
def test_what_is_not_there_is_told_in_a_line(ask: Ask, words: tuple[str, ...], told: str) -> None:
    said = ask("regime", "show", *words)
    assert said.status == 2
    assert told in said.err
    assert is_one_line(said.err)
