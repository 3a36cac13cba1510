"""Pages as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.errors import UserError
from tthc_desktop.models.printing.page_ranges import page_words, read_pages


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1-3, 5", (1, 2, 3, 5)),
        ("5,1 – 3", (1, 2, 3, 5)),
        ("trang 2 đến 4; tr. 7 và 9", (2, 3, 4, 7, 9)),
        ("8-", (8, 9)),
        ("-2", (1, 2)),
        ("3,3,2-4,", (2, 3, 4)),
    ],
)
def test_what_clerks_write_is_read(words: str, found: tuple[int, ...]) -> None:
    assert read_pages(words, 9) == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "Chưa ghi trang nào"),
        (" , ", "Chưa ghi trang nào"),
        ("1-a", "“1-a”"),
        ("1-2-3", "“1-2-3”"),
        ("-", "“-”"),
        ("2 3", "“2 3”"),
        ("٣", "“٣”"),
        ("99999999999", "“99999999999”"),
        ("4, 12", "Không có trang 12: bản in có 9 trang"),
        ("0-3", "Không có trang 0"),
        ("7-4", "đi ngược"),
    ],
)
def test_what_cannot_be_read_is_quoted(words: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        read_pages(words, 9)
    assert said in caught.value.what


@given(st.sets(st.integers(1, 60), min_size=1))
def test_written_pages_are_read_back(pages: set[int]) -> None:
    words = page_words(pages)
    assert read_pages(words, 60) == tuple(sorted(pages))
    longer = [page for page in pages if page + 1 in pages and page - 1 not in pages]
    assert words.count("-") == len(longer)


@given(st.text(alphabet="0123456789-–,; trangđế.xA", max_size=20), st.integers(1, 30))
def test_any_words_give_pages_of_the_paper_or_a_sentence(words: str, count: int) -> None:
    try:
        found = read_pages(words, count)
    except UserError:
        return
    assert found
    assert list(found) == sorted(set(found) & set(range(1, count + 1)))
