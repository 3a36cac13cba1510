"""Words of a paper as part of a file's name."""

import pytest

from tthc_desktop.documents.writing.file_names import title_words


@pytest.mark.parametrize(
    ("title", "most", "name"),
    [
        ("Rà soát năm 2026", 40, "Rà soát năm 2026"),
        ("Rà soát thủ tục trọng tâm năm 2026 của Sở Tư pháp", 36, "Rà soát thủ tục trọng tâm năm 2026"),
        ("Rà soát thủ tục hành chính trọng tâm năm 2026", 21, "Rà soát thủ tục 2026"),
        ("Quyết định số 12026 của Ủy ban nhân dân", 20, "Quyết định số 12026"),
        ("Kế hoạch 1/2026: giai đoạn sau", 60, "Kế hoạch 1 2026 giai đoạn sau"),
    ],
)
def test_a_title_keeps_its_year(title: str, most: int, name: str) -> None:
    assert title_words(title, most) == name
    assert len(name) <= most
