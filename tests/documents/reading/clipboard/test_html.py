"""Single facts of markup: lists, emphasis, headings, tables, what has no words."""

import pytest

from tests.documents.reading.clipboard.telling import told
from tthc_desktop.documents.reading.clipboard import read_html, read_plain


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li>x<li>y</ol>", ["1. x", "2. y"]),
        ("<ol type=a><li>x<li>y</ol>", ["a) x", "b) y"]),
        ("<ol type=a start=4><li>x<li>y</ol>", ["a) x", "b) y"]),
        ("<ol type=I><li>x</ol>", ["I. # x"]),
        ("<ol style='list-style-type: lower-roman'><li>x</ol>", ["(i) x"]),
        ("<ol><li>x<ol><li>y<li>z</ol></ol>", ["1. # x", "  1.1. y", "  1.2. z"]),
        ("<ul><li>x<ul><li>y</ul><li>z</ul>", ["- x", "  + y", "- z"]),
        ("<ul><ul><li>y</ul></ul>", ["- y"]),
        ("<ol><li>x<ul><li>y</ul></ol>", ["1. # x", "  - y"]),
        ("<ul><li>x<ol><li>y<li>z</ol><li>w</ul>", ["- x", "  1. y", "  2. z", "- w"]),
        ("<ol><li>x<ol type=I><li>y<li>z</ol><li>w</ol>", ["1. # x", "  I. # y", "  II. # z", "2. w"]),
        ("<ol><li>x</ol><ul><li>y</ul>", ["1. # x", "  - y"]),
        ("<ul style='list-style-type: none'><li>1) x<li>- y</ul>", ["1. # x", "  - y"]),
        ("<ul><li>- x</ul>", ["- x"]),
        ("<li>x", ["- x"]),
        ("<ol><li value=1>x<li value=2>y</ol>", ["1. x", "2. y"]),
        ("<p>Điều 5. Tên điều</p><p>(ii) ý</p><p>– gạch</p>", ["Điều 1. # Tên điều", "  (i) # ý", "    - gạch"]),
    ],
)
def test_lists(markup: str, expected: list[str]) -> None:
    lines = told(read_html(markup))

    assert [line for line in lines if not line.startswith("!")] == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a <b>b</b> c</p>", "a <b>b</b> c"),
        ("<p>a <strong><em>b</em></strong></p>", "a <b><i>b</i></b>"),
        ("<b style='font-weight:normal'><p>a <span style='font-weight:700'>b</span></p></b>", "a <b>b</b>"),
        ("<p style='font: italic bold 12pt Arial'>a</p>", "<b><i>a</i></b>"),
        ("<p style='font-weight:550'>a</p>", "a"),
        ("<style>.k {font-weight: bold}</style><p class=k>a</p>", "<b>a</b>"),
        ("<p>a&nbsp;&nbsp;b\n\t c</p>", "a b c"),
        ("<p>e&#769;<wbr>t</p>", "ét"),
        ("<p>&lt;b&gt; &amp;amp;</p>", "&lt;b&gt; &amp;amp;"),
        ("<p>một<br>hai</p>", "một hai"),
        ("<p>a<span style='display: none'>b</span><script>c</script><template>d</template></p>", "a"),
        ("<p>a<![CDATA[b]]></p><!-- <p>c</p> -->", "a"),
    ],
)
def test_words_and_their_emphasis(markup: str, expected: str) -> None:
    assert told(read_html(markup)) == [expected]


def test_headings_without_numbers_are_numbered_by_their_depth() -> None:
    markup = "<h2>Một</h2><h4>Hai</h4><p>ba</p><h4>Bốn</h4><h2>Năm</h2>"

    assert told(read_html(markup)) == ["I. # Một", "  1. # Hai", "    ba", "  2. # Bốn", "II. # Năm"]


def test_labels_below_outermost_points_belong_to_the_last_of_them() -> None:
    markup = "<p>a) Lập sổ.</p><p>b) Báo cáo.</p><p>- Đơn vị chủ trì: Văn phòng.</p>"

    assert told(read_html(markup)) == ["a) Lập sổ.", "b) [task] Báo cáo.", "  | lead: Văn phòng"]


def test_the_closing_words_of_a_whole_text_stand_below_no_section() -> None:
    markup = "<p>I. MỘT</p><p>1. x.</p><p>II. HAI</p><p>1. y.</p><p>Trên đây là kế hoạch của xã.</p>"

    assert told(read_html(markup))[-1] == "Trên đây là kế hoạch của xã."
    assert told(read_html(markup.removeprefix("<p>I. MỘT</p>")))[-1] == "    Trên đây là kế hoạch của xã."


def test_a_heading_with_a_number_tells_the_others_their_mark() -> None:
    assert told(read_html("<h3>1. Một</h3><h3>Hai</h3>")) == ["1. # Một", "2. # Hai"]


def test_words_latin_letters_become_the_letters_of_points() -> None:
    signs = "abcdef"
    listed = "".join(
        f"<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{sign})&nbsp;</span>việc</p>"
        for sign in signs
    )
    lines = told(read_html(listed))

    assert lines[:6] == [f"{sign}) việc" for sign in "abcdđe"]
    assert lines[6] == "! Số in là “e)”, theo cách đánh số của văn bản là “đ)”."


def test_a_sign_that_no_plan_knows_stays_in_the_words() -> None:
    markup = "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>Bước 1: </span>đọc</p>"

    assert told(read_html(markup)) == ["Bước 1: đọc"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "<tr><th>STT<th>Công việc<th>Chủ trì<tr><td>1<td rowspan=2>Họp<td>A<tr><td>2<td>B",
            [
                "table number STT | content Công việc | lead Chủ trì",
                "  task 1: content Họp | lead A",
                "  task 2: content Họp ^ | lead B",
            ],
        ),
        ("<tr><td>1<td>sắt<tr><td>2<td>đồng", ["table free | free", "  plain: 1 | sắt", "  plain: 2 | đồng"]),
        ("<tr><td>một<tr><td>hai", ["một", "hai"]),
        (
            "<tr><th>STT<th>Nội dung<th>Chủ trì<tr><td>1<td rowspan=3>Họp<td rowspan=3>Sở<tr><tr><td>",
            ["table number STT | content Nội dung | lead Chủ trì", "  task 1: content Họp | lead Sở"],
        ),
        (
            "<tr><td colspan=2>Bảng 1<tr><td>Tên<td>Tuổi<tr><td>An<td>9",
            ["table free Bảng 1 | free", "  plain: Tên | Tuổi", "  plain: An | 9"],
        ),
        (
            "<caption>Bảng một</caption><thead><tr><th>Loại<th>Số</thead><tr><td>x<td>5",
            ["Bảng một", "table free Loại | free Số", "  plain: x | 5"],
        ),
        (
            "<tr><td>STT<td>Nhiệm vụ<td>Thời hạn<tr><td>(1)<td>(2)<td>(3)<tr><td>1<td>Họp<td>Quý I",
            ["table number STT | content Nhiệm vụ | deadline Thời hạn", "  task 1: content Họp | deadline Quý I"],
        ),
    ],
)
def test_tables(rows: str, expected: list[str]) -> None:
    assert told(read_html(f"<table>{rows}</table>")) == expected


def test_the_head_of_a_letter_is_no_table() -> None:
    markup = "<table><tr><td>UBND TỈNH<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</table><p>xin chào</p>"

    assert told(read_html(markup)) == ["UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "xin chào"]


def test_lines_of_a_page_in_markup_are_joined() -> None:
    lines = ["1. Các đơn vị báo cáo kết quả thực hiện về Văn phòng để", "tổng hợp mỗi tháng", "2. Văn phòng theo dõi"]
    markup = "<div>" + "<br>".join([*lines, "và nhắc các đơn vị chậm", "tiến độ."]) + "</div>"

    assert told(read_html(markup)) == [
        "1. Các đơn vị báo cáo kết quả thực hiện về Văn phòng để tổng hợp mỗi tháng",
        "2. Văn phòng theo dõi và nhắc các đơn vị chậm tiến độ.",
    ]


def test_a_few_lines_of_points_are_not_joined() -> None:
    words = "I. Một\n  1. Hai\n    a) Rà soát hồ sơ\n      - Rà soát hồ sơ của phòng."

    assert told(read_plain(words)) == [
        "I. # Một",
        "  1. # Hai",
        "    a) # Rà soát hồ sơ",
        "      - Rà soát hồ sơ của phòng.",
    ]


def test_nothing_of_the_net_is_looked_at() -> None:
    markup = "<!DOCTYPE x SYSTEM 'http://vi-du.invalid/x' [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>&e; chữ</p>"

    assert told(read_html(markup))[-1].endswith("&amp;e; chữ")
