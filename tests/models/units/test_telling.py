"""What became of units is told in words."""

from datetime import date

from tthc_desktop.models.editing.unit_history import merging, renaming_from, splitting
from tthc_desktop.models.identity import Id
from tthc_desktop.models.unit import Unit
from tthc_desktop.models.units.telling import days_words, history


def _after(units: dict[Id, Unit], pairs: tuple[tuple[Unit | None, Unit | None], ...]) -> dict[Id, Unit]:
    return {**units, **{after.id: after for _, after in pairs if after}}


def test_a_history_is_told_in_the_order_of_the_days() -> None:
    units = {id_: Unit(id_, f"Phòng {id_.upper()}") for id_ in "abc"}
    units = _after(units, renaming_from(units, "a", "Phòng Mới", date(2025, 3, 1)))
    units = _after(units, merging(units, ["b"], units["a"], date(2024, 1, 1)))
    units = _after(units, splitting(units, "a", [Unit("d", "Phòng D"), units["c"]], date(2026, 1, 1)))
    assert [*history(units["a"], units)] == [
        "từ 01/01/2024 tiếp nhận Phòng B",
        "đến 28/02/2025 là Phòng A",
        "từ 01/01/2026 chia thành Phòng D; Phòng C",
    ]
    assert [*history(units["b"], units)] == ["từ 01/01/2024 nhập vào Phòng Mới"]
    assert [*history(units["c"], units)] == ["từ 01/01/2026 tách từ Phòng Mới"]
    assert days_words(units["a"]) == "đến 31/12/2025"
    assert days_words(units["d"]) == "từ 01/01/2026"
    assert days_words(units["c"]) == ""
