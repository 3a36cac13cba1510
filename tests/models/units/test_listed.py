"""Units out of pasted lists: numbers, bullets and headings aside, each unit once."""

import pytest

from tthc_desktop.models.unit import Unit, UnitKind
from tthc_desktop.models.units.listed import listed_units


def names(words: str, *known: Unit) -> list[str]:
    return [unit.name for unit in listed_units(words, known)]


@pytest.mark.parametrize(
    "words",
    [
        "Văn phòng Sở\nPhòng Tổ chức",
        "1. Văn phòng Sở;\n2. Phòng Tổ chức.",
        "- Văn phòng  Sở\n+ Phòng Tổ chức\n\n",
        "STT\tTên đơn vị\n1\tVăn phòng Sở\n2\tPhòng Tổ chức",
        "Tên đơn vị\r\nVăn phòng Sở\r\nPhòng Tổ chức",
        "(1) Văn phòng Sở\n(2) Phòng Tổ chức\n(3) Văn phòng sở",
    ],
)
def test_a_list_is_read_however_it_is_numbered(words: str) -> None:
    assert names(words) == ["Văn phòng Sở", "Phòng Tổ chức"]


def test_units_that_are_known_by_any_name_are_left_out() -> None:
    known = Unit("u", "Văn phòng Sở", "VP", ("Văn phòng",))

    assert names("Văn phòng\nVP\nThanh tra", known) == ["Thanh tra"]


def test_a_second_column_is_the_short_name_where_it_is_free() -> None:
    first, second = listed_units("Phòng Tổ chức\tTC\nPhòng Tài chính\tTC\tghi chú", ())

    assert (first.short, second.short) == ("TC", "")


def test_a_name_of_several_units_is_a_collective() -> None:
    (unit,) = listed_units("Các phòng chuyên môn", ())

    assert unit.kind is UnitKind.COLLECTIVE
