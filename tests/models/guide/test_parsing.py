"""Chapters as they are written."""

import pytest

from tthc_desktop.models.guide.parsing import parse
from tthc_desktop.models.guide.values import (
    Advice,
    Chapter,
    Grid,
    Heading,
    Ink,
    Listed,
    Paragraph,
    Picture,
    Span,
    headings,
    spans,
)

WRITTEN = """
# Gửi bảng

Chọn **Gửi bảng** hoặc nhấn `Ctrl+G`, rồi *đợi*
một lát.

## Mỗi đơn vị một tệp
1. Chọn thư mục
   trên đĩa.
2. Xem [phần nhận](07-nhan-bang.md#mau-thuan).

- một
- hai

> Không gửi
> hai lần.

| Phím | Việc |
|---|---|
| `F2` | Sửa |

![Trang gửi bảng](pictures/gui-bang.png)
"""


def test_every_form_is_read() -> None:
    chapter = parse("06-gui-bang.md", WRITTEN)
    assert (chapter.name, chapter.title) == ("gui-bang", "Gửi bảng")
    paragraph, heading, steps, points, advice, grid, picture = chapter.blocks
    assert paragraph == Paragraph(
        (
            Span("Chọn "),
            Span("Gửi bảng", Ink.NAMED),
            Span(" hoặc nhấn "),
            Span("Ctrl+G", Ink.KEYS),
            Span(", rồi "),
            Span("đợi", Ink.STRESSED),
            Span(" một lát."),
        )
    )
    assert heading == Heading((Span("Mỗi đơn vị một tệp"),), "moi-don-vi-mot-tep")
    assert isinstance(steps, Listed)
    assert steps.counted
    assert steps.entries[0] == (Span("Chọn thư mục trên đĩa."),)
    assert steps.entries[1][1] == Span("phần nhận", goal="nhan-bang#mau-thuan")
    assert points == Listed(((Span("một"),), (Span("hai"),)), counted=False)
    assert advice == Advice((Span("Không gửi hai lần."),))
    assert grid == Grid(((Span("Phím"),), (Span("Việc"),)), (((Span("F2", Ink.KEYS),), (Span("Sửa"),)),))
    assert picture == Picture("gui-bang", "Trang gửi bảng")


def test_headings_and_words_of_a_chapter() -> None:
    chapter = parse("06-gui-bang.md", WRITTEN)
    assert headings(chapter) == {"moi-don-vi-mot-tep": "Mỗi đơn vị một tệp"}
    assert [span.words for span in spans(chapter)][-1] == "Trang gửi bảng"


@pytest.mark.parametrize(
    "written",
    [
        "Không có tiêu đề",
        "# A\n\n### quá sâu",
        "# A\n\n- một\nhai",
        "# A\n\n| một | hai |\n| ba | bốn |",
        "# A\n\n| một | hai |\n|---|---|\n| ba |",
        "# A\n\n[ra ngoài](https://example.org)",
    ],
)
def test_what_is_no_form_of_ours_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse("a.md", written)


def test_a_chapter_may_be_a_title_alone() -> None:
    assert parse("a.md", "# Một") == Chapter("a", "Một", ())
