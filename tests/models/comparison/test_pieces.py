"""Word by word: what stayed, came and went make up both wordings."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.models.comparison import Fate, Piece, pieces

WORDS = st.lists(st.sampled_from(("rà", "soát", "thủ", "tục", "2025", ",", ".", "\n", "Sở", " ")), max_size=30).map(
    " ".join
)


@given(WORDS | st.text(max_size=30), WORDS | st.text(max_size=30))
def test_the_pieces_make_up_both_wordings(old: str, new: str) -> None:
    found = pieces(old, new)

    assert "".join(one.words for one in found if one.fate is not Fate.ADDED) == old
    assert "".join(one.words for one in found if one.fate is not Fate.REMOVED) == new
    assert all(one.words for one in found)
    assert all(one.fate is not other.fate for one, other in pairwise(found))


def test_one_word_is_one_word() -> None:
    assert pieces("Rà soát thủ tục năm 2025.", "Rà soát quy trình năm 2025.") == (
        Piece(Fate.KEPT, "Rà soát "),
        Piece(Fate.REMOVED, "thủ tục"),
        Piece(Fate.ADDED, "quy trình"),
        Piece(Fate.KEPT, " năm 2025."),
    )
    assert pieces("như cũ", "như cũ") == (Piece(Fate.KEPT, "như cũ"),)
    assert pieces("", "") == ()


def test_a_very_long_wording_is_told_in_time() -> None:
    old, new = " ".join(f"từ{n}" for n in range(40_000)), " ".join(f"tư{n}" for n in range(40_000))
    assert [one.fate for one in pieces(f"đầu {old} cuối", f"đầu {new} cuối")] == [
        Fate.KEPT,
        Fate.REMOVED,
        Fate.ADDED,
        Fate.KEPT,
    ]
