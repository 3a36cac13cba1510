"""Rules are chosen by the day: a later decree is a new file."""

from datetime import date
from pathlib import Path

import pytest

from tthc_desktop.documents import decree
from tthc_desktop.documents.decree import rules, rules_of, rules_on
from tthc_desktop.models.decree import last_day
from tthc_desktop.models.plan import Header, Plan
from tthc_desktop.resources import resource


def test_the_decree_in_force_is_taken() -> None:
    assert rules_on(date(2025, 1, 1)) == rules()
    assert rules_on(date(1999, 1, 1)) == rules()


def test_a_later_decree_is_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    for path in resource("rules").glob("*.toml"):
        (folder / path.name).write_bytes(path.read_bytes())
    later = (folder / "nghi-dinh-30-2020.toml").read_text(encoding="utf-8")
    later = later.replace("since = 2020-03-05", "since = 2031-01-01").replace("30/2020", "99/2030")
    (folder / "nghi-dinh-99-2030.toml").write_text(later, encoding="utf-8")
    monkeypatch.setattr(decree, "resource", tmp_path.joinpath)
    decree._known.cache_clear()
    rules.cache_clear()
    try:
        assert rules_on(date(2030, 12, 31)).short == "Nghị định 30/2020/NĐ-CP"
        assert rules_on(date(2031, 1, 1)).short == "Nghị định 99/2030/NĐ-CP"
        assert rules_of(dated(2031, None)).short == "Nghị định 99/2030/NĐ-CP"
        assert rules_of(dated(2030, None)).short == "Nghị định 30/2020/NĐ-CP"
    finally:
        decree._known.cache_clear()
        rules.cache_clear()


def dated(year: int | None, month: int | None, day: int | None = None) -> Plan:
    return Plan("p", header=Header(day=day, month=month, year=year))


def test_a_plan_follows_the_rules_of_the_last_day_that_its_blanks_allow() -> None:
    assert last_day(Header()) is None
    assert last_day(Header(year=2024, month=2)) == date(2024, 2, 29)
    assert last_day(Header(year=2024, month=2, day=31)) == date(2024, 2, 29)
    assert last_day(Header(year=2025)) == date(2025, 12, 31)
    assert rules_of(dated(None, None)) == rules()
