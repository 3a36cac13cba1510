"""Places are called as a clerk calls them, and lead to what the window can show."""

import pytest

from tests.ui.papers import little_plan
from tthc_desktop.models.places import Place, words_by_place
from tthc_desktop.ui.life.place_names import PlaceNames


@pytest.mark.parametrize(
    ("owner", "part", "name", "shown"),
    [
        ("", "title", "Trích yếu", "header"),
        ("", "date", "Ngày ban hành", "header"),
        ("", "signatory", "Người ký", "signature"),
        ("b1", "text", "Căn cứ 1", "b1"),
        ("r2", "text", "Nơi nhận 2", "r2"),
        ("s1", "text", "Mục I", "s1"),
        ("body", "deadline", "Thời hạn của mục II.1", "i2"),
        ("body", "content", "Mục II.1", "i2"),
        ("t2", "lead", "Đơn vị chủ trì của nhiệm vụ 2, Phụ lục", "w2"),
        ("g1", "value", "Chỉ tiêu của chỉ tiêu 4, Phụ lục", "x1"),
        ("g", "title", "Tiêu đề của nhóm I, Phụ lục", "g"),
        ("x1", "cell c5", "“Thời hạn” của chỉ tiêu 4, Phụ lục", "x1"),
        ("c5", "title", "Tiêu đề của cột “Thời hạn”, Phụ lục", "tab"),
        ("a1", "attached", "Dòng kèm theo của phụ lục", "a1"),
        ("tab", "scheme", "Cách đánh số của Phụ lục", "tab"),
        ("lạ", "text", "Kế hoạch", "lạ"),
    ],
)
def test_names(owner: str, part: str, name: str, shown: str) -> None:
    names = PlaceNames(little_plan())
    assert names.name(Place(owner, part)) == name
    assert names.owner(Place(owner, part)) == shown


def test_every_place_has_a_name() -> None:
    plan = little_plan()
    names = PlaceNames(plan)
    for place, _ in words_by_place(plan):
        assert names.name(place) not in {"Kế hoạch", ""}
