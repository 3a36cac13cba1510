"""Rules are chosen by the day: a later decree is a new file."""

from datetime import date
from pathlib import Path

import pytest

from tthc_desktop.documents import decree
from tthc_desktop.documents.decree import rules, rules_on
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
    finally:
        decree._known.cache_clear()
        rules.cache_clear()
