"""A paper held against a print by its words."""

from datetime import date

import pytest

from tthc_desktop.models.comparison import What
from tthc_desktop.models.comparison.passages import Passage, departures
from tthc_desktop.models.comparison.pieces import Fate
from tthc_desktop.models.version import Issue

ISSUE = Issue("15", "KH-SNV", date(2030, 1, 9))
PRINT = (
    Passage("SỞ NỘI VỤ", 1),
    Passage("Số: 15/KH-SNV", 1),
    Passage("Mẫu Sơn, ngày 09 tháng 01 năm 2030", 1),
    Passage("I. MỤC ĐÍCH", 1),
    Passage("1. Rà soát 50% thủ tục, bảo đảm “đúng hạn” - không để quá hạn.", 1),
    Passage("II. TỔ CHỨC THỰC HIỆN", 2),
    Passage("Văn phòng Sở chủ trì trước ngày 09 tháng 6 năm 2030.", 2),
)


def paper(*changes: tuple[str, str]) -> tuple[Passage, ...]:
    """Return the print with other words in some places."""
    found = list(PRINT)
    for old, new in changes:
        assert any(old in passage.words for passage in found), old
        found = [Passage(passage.words.replace(old, new), passage.page) for passage in found]
    return tuple(found)


def test_the_same_words_do_not_differ() -> None:
    found = departures(PRINT, PRINT, ISSUE)
    assert (found.found, found.likeness) == ((), 1.0)


@pytest.mark.parametrize(
    "change",
    [
        ("“đúng hạn” - không", '"đúng hạn" – không'),
        ("SỞ NỘI VỤ", "Sở Nội vụ"),
        ("thủ tục", "thủ  tục"),
        ("thủ tục", "thủtục"),
        ("chủ trì", "chủ trì\n"),
        ("ngày 09 tháng 01 năm 2030", "ngày 9 tháng 1 năm 2030"),
        ("Số: 15/KH", "Số:      /KH"),
        ("ngày 09 tháng 01 năm", "ngày      tháng 01 năm"),
        ("ngày 09 tháng 01 năm", "ngày …… tháng …… năm"),
    ],
    ids=["quotes", "capitals", "blanks", "joined", "line", "noughts", "number", "day", "dots"],
)
def test_what_makes_no_difference(change: tuple[str, str]) -> None:
    assert departures(PRINT, paper(change), ISSUE).found == ()


def test_where_pages_and_paragraphs_end_makes_no_difference() -> None:
    whole = Passage(" ".join(passage.words for passage in PRINT), 9)
    torn = [Passage(word, 3) for passage in PRINT for word in passage.words.split()]

    assert departures(PRINT, [whole], ISSUE).found == departures(PRINT, torn, ISSUE).found == ()


@pytest.mark.parametrize(
    ("change", "what", "old", "new", "page", "heading"),
    [
        (("50%", "40%"), What.REWORDED, "50", "40", 1, "1. Rà soát"),
        (("50%", "50"), What.REMOVED, "%", "", 1, "1. Rà soát"),
        ((" Sở chủ", " chủ"), What.REMOVED, "Sở", "", 2, "II. TỔ CHỨC"),
        (("quá hạn", "quá hạn, trễ hạn"), What.ADDED, "", "trễ hạn", 1, "1. Rà soát"),
        (("trước ngày 09", "trước ngày"), What.REMOVED, "09", "", 2, "II. TỔ CHỨC"),
        (("Số: 15", "Số: 16"), What.REWORDED, "15", "16", 1, ""),
        (("KH-SNV", "KH-STP"), What.REWORDED, "SNV", "STP", 1, ""),
    ],
)
def test_what_differs_is_told_with_its_place(
    change: tuple[str, str], what: What, old: str, new: str, page: int, heading: str
) -> None:
    (found,) = departures(PRINT, paper(change), ISSUE).found

    assert (found.what, found.old, found.new, found.page) == (what, old, new, page)
    assert found.heading.startswith(heading)
    assert found.heading or not heading


def test_the_words_around_are_shown_with_it() -> None:
    (found,) = departures(PRINT, paper(("thủ tục", "hồ sơ")), ISSUE).found

    assert (found.before, found.after) == ("ĐÍCH 1. Rà soát 50%", "bảo đảm “đúng hạn” - không để")
    assert [piece.fate for piece in found.pieces] == [Fate.KEPT, Fate.REMOVED, Fate.ADDED, Fate.KEPT]
    assert "".join(piece.words for piece in found.pieces) == f"{found.before} thủ tục hồ sơ {found.after}"


def test_a_paragraph_elsewhere_is_moved() -> None:
    filling = [Passage(f"Đoạn {word} nói việc {word}", 1) for word in ("một", "hai", "ba", "bốn", "năm")]
    found = departures([*PRINT[4:5], *filling], [*filling, *PRINT[4:5]])

    assert {one.what for one in found.found} == {What.MOVED}


def test_another_paper_has_little_in_common() -> None:
    other = [Passage("Báo cáo về một việc khác hẳn của cơ quan khác", 1)]

    assert departures(PRINT, other).likeness < 0.2
    assert departures((), ()).likeness == 1.0
    assert departures(PRINT, ()).likeness == 0.0
