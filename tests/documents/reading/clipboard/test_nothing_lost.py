"""Whatever the clipboard holds, every word of it arrives, or is listed as without a place; or a sentence says no."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.documents.reading.clipboard.telling import outline_of
from tests.work import work
from tthc_desktop.documents.reading.clipboard import Pasted, read_html, read_plain
from tthc_desktop.errors import UserError
from tthc_desktop.models.copying import identities
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import from_markup

WORD = re.compile(r"[a-zđ]{3,}")
PIECES = (
    "<p>", "</p>", "<b>", "</i>", "<ul>", "<li>", "</ul>", "<ol type=a>", "</ol>", "<table>", "<tr>", "<td rowspan=3>",
    "<td colspan=2>", "<th>", "</table>", "</td>", "<h2>", "</h2>", "<br>", "<div>", "</div>", "<", ">", "&", "&#0;",
    "<!--", "-->", "<![if !supportLists]>", "<![endif]>", "<p style='mso-list:l0 level2 lfo1'>", "</html>", "</body>",
    "<span style='mso-list:Ignore'>", "</span>", "<o:p>", "\x01", "\ufffd", "\ud800", "<td", "='", "1. ", "a) ", "- ",
)  # fmt: skip
STRANGE, FEW = ("\x01", "\ufffd", "&#0;", "\ud800"), 3
"""With more of these it is refused as no text."""
SAID = ("chủ trì", "đơn vị", "STT", "nội dung", "việc", "thời hạn: mai", "Đơn vị chủ trì: sở", "Căn cứ luật;")


def words_of(pasted: Pasted) -> str:
    fragment = pasted.fragment
    shown = [str(from_markup(line)) for line in outline_of(fragment)]
    labels = [line.label for item in fragment.nodes if hasattr(item, "lines") for line in item.lines]
    return " ".join([*shown, *labels, *(line.text for line in pasted.unplaced)])


@given(st.lists(st.sampled_from(PIECES + SAID), max_size=30))
@example(["<table>", "<td rowspan=3>", "việc", "<tr>", "<td colspan=2>", "đơn vị"])
def test_damaged_markup_makes_a_whole_fragment(pieces: list[str]) -> None:
    markup = "".join(pieces)
    assume(sum(markup.count(sign) for sign in STRANGE) <= FEW)
    pasted = read_html(markup)
    fragment = pasted.fragment
    plan = Plan("", body=fragment.nodes, tasks=fragment.tasks, targets=fragment.targets, bases=fragment.bases)

    assert identities(plan)
    assert outline_of(fragment) is not None
    assert {line.number for line in pasted.lines} >= set(pasted.placed)


MARKERS = ("<p>{}</p>", "<li>{}", "<h2>{}</h2>", "<div>{}</div>", "<ul><li>{}</ul>", "<ol><li>{}<li>{}</ol>", "{}<br>")
ROWS = (
    "<table><tr><td>{}<td>{}<tr><td rowspan=2>{}<td>{}<tr><td>{}</table>",
    "<table><tr><th colspan=2>{}<tr><td>{}</table>",
)


@given(st.lists(st.sampled_from(MARKERS + ROWS), min_size=1, max_size=8), st.booleans())
def test_every_word_arrives(shapes: list[str], marked: bool) -> None:
    count = sum(shape.count("{}") for shape in shapes)
    tokens = [
        f"{'1. ' if marked and n % 3 == 0 else ''}từ{chr(97 + n % 26) * 3}{chr(97 + n // 26) * 3}" for n in range(count)
    ]
    markup = "".join(shapes).format(*tokens)

    found = words_of(read_html(markup))

    assert [token for token in tokens if token.removeprefix("1. ") not in found] == []


@given(
    st.lists(
        st.sampled_from(("1. ", "a) ", "- ", "", "STT\tNội dung\tChủ trì\n", "\t", "\n", "|", "việc ")), max_size=12
    )
)
def test_every_word_of_plain_text_arrives(starts: list[str]) -> None:
    tokens = [f"từ{chr(97 + n) * 4}" for n in range(len(starts))]
    text = "\n".join(f"{start}{token}" for start, token in zip(starts, tokens, strict=True))

    found = words_of(read_plain(text))

    assert [token for token in tokens if token not in found] == []


@pytest.mark.parametrize("read", [read_html, read_plain])
@pytest.mark.parametrize(
    "words",
    ["\x00\x01\x02PNG\x03\x04\x05", "chữ\ufffd\ufffd\ufffd\ufffd" * 20, "".join(map(chr, range(32))) * 50],
    ids=["binary", "replaced", "controls"],
)
def test_what_is_no_text_is_refused_with_a_sentence(words: str, read: object) -> None:
    assert callable(read)
    with pytest.raises(UserError, match="nhị phân hoặc chữ hỏng"):
        read(words)


def test_ten_megabytes_are_refused_at_once() -> None:
    for read, unit in ((read_plain, "rà soát thủ tục hành chính\n"), (read_html, "<p>rà soát <b>thủ tục</b></p>\n")):

        def refused(words: str, read: Callable[[str], object] = read) -> None:
            with pytest.raises(UserError, match="giới hạn là 2 triệu"):
                read(words)

        counted = work(partial(refused, unit * (10_000_000 // len(unit))))
        assert counted < 100_000


@pytest.mark.parametrize("tag", ["div", "ul><li", "table><tr><td", "blockquote", "span"])
def test_endless_nesting_is_refused_with_a_sentence(tag: str) -> None:
    with pytest.raises(UserError, match="lớp lồng nhau"):
        read_html(f"<{tag}>" * 100_000 + "chữ")


@pytest.mark.parametrize("tag", ["b", "i", "p", "o:p", "td", "li", "h1"])
def test_tags_without_end_hang_nothing(tag: str) -> None:
    few, many = (f"<{tag}>" * count + "chữ" for count in (500, 3_000))
    assert "chữ" in words_of(read_html(many))
    assert work(lambda: read_html(many)) < 8 * work(lambda: read_html(few))


def test_nothing_is_an_empty_fragment() -> None:
    for words in ("", "  \n", "<p>&nbsp;</p>", "<table></table>", "<!-- -->"):
        assert read_html(words).fragment.nodes == ()
    assert read_plain(" \n").fragment.nodes == ()
