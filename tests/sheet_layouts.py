"""Invented sheets in the layouts that offices use, each with what it holds when it is read by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.sheet_books import Said
from tthc_desktop.documents.reading.sheets.book import Area

Rows = Sequence[Sequence[Said]]


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet, its columns' roles in order ("-" for one that is left free), and its rows as `kind level content`."""

    name: str
    rows: Rows
    roles: str
    found: Sequence[str]
    merges: Sequence[Area] = ()
    title: str = ""


ONE = ("Lập kế hoạch truyền thông", "Phòng Pháp chế", "Các phòng liên quan", "Kế hoạch", "Quý I/2026")
TWO = ("Cập nhật quy trình nội bộ", "Văn phòng Sở", "Phòng Pháp chế", "Quyết định", "Trước ngày 15/6/2026")
THREE = ("Kiểm tra bộ phận một cửa", "Thanh tra Sở", "Văn phòng Sở", "Báo cáo", "Thường xuyên")
LONG = "number content lead coordinate result deadline"
HEAD = ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Kết quả", "Thời gian hoàn thành")
FLAT = ("task 0 " + ONE[0], "task 0 " + TWO[0], "task 0 " + THREE[0])
DOWN = (
    "group 0 Công tác chỉ đạo",
    "task 1 " + ONE[0],
    "task 1 " + TWO[0],
    "group 0 Công tác kiểm tra",
    "task 1 " + THREE[0],
)

LAYOUTS = (
    Layout("plain header in the first row", [HEAD, (1, *ONE), (2, *TWO), (3, *THREE)], LONG, FLAT),
    Layout(
        "title rows and the line of what it belongs to",
        [
            ("SỞ NỘI VỤ",), ("PHỤ LỤC I",), ("Nhiệm vụ trọng tâm năm 2026",),
            ("(Kèm theo Kế hoạch số 07/KH-SNV ngày 05/01/2026)",), (), HEAD, (1, *ONE), (2, *TWO), (3, *THREE),
        ],
        LONG, FLAT, title="Nhiệm vụ trọng tâm năm 2026",
    ),
    Layout(
        "two levels, merged",
        [
            ("TT", "Nhiệm vụ", "Phân công thực hiện", "", "Sản phẩm", "Thời hạn"), ("", "", "Chủ trì", "Phối hợp"),
            (1, *ONE), (2, *TWO), (3, *THREE),
        ],
        LONG, FLAT, merges=[(0, 0, 2, 3), (0, 1, 0, 0), (0, 1, 1, 1), (0, 1, 4, 4), (0, 1, 5, 5)],
    ),
    Layout(
        "two levels without merges, as a .csv has them",
        [
            ("TT", "Nhiệm vụ", "Phân công thực hiện", "", "Sản phẩm", "Thời hạn"),
            ("", "", "Chủ trì", "Phối hợp", "", ""),
            (1, *ONE), (2, *TWO), (3, *THREE),
        ],
        LONG, FLAT,
    ),
    Layout(
        "three levels",
        [
            ("Số TT", "Tên nhiệm vụ", "Tổ chức thực hiện", "", "", "", "Ghi chú"),
            ("", "", "Phân công", "", "Yêu cầu", "", ""),
            ("", "", "Chủ trì", "Phối hợp", "Sản phẩm", "Thời hạn", ""),
            (1, *ONE, "x"), (2, *TWO), (3, *THREE),
        ],
        LONG + " note", FLAT,
        merges=[(0, 0, 2, 5), (1, 1, 2, 3), (1, 1, 4, 5), (0, 2, 0, 0), (0, 2, 1, 1), (0, 2, 6, 6)],
    ),
    Layout(
        "line breaks and blanks in headings",
        [
            (
                "S\nT\nT", "NỘI DUNG\nNHIỆM VỤ", " CƠ QUAN\nCHỦ TRÌ ", "CƠ QUAN  PHỐI HỢP", "SẢN PHẨM\n(dự kiến)",
                "THỜI GIAN\nTHỰC HIỆN",
            ),
            (1, *ONE), (2, *TWO), (3, *THREE),
        ],
        LONG, FLAT,
    ),
    Layout(
        "columns numbered (1) (2) (3)",
        [HEAD, ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"), (1, *ONE), (2, *TWO), (3, *THREE)], LONG, FLAT,
    ),
    Layout(
        "columns numbered A B 1 2",
        [HEAD, ("A", "B", "1", "2", "3", "4"), (1, *ONE), (2, *TWO), (3, *THREE)], LONG, FLAT,
    ),
    Layout(
        "Roman groups, counted anew",
        [HEAD, ("I", "Công tác chỉ đạo"), (1, *ONE), (2, *TWO), ("II", "Công tác kiểm tra"), (1, *THREE)], LONG, DOWN,
    ),
    Layout(
        "Roman groups with 1.1",
        [HEAD, ("I", "Công tác chỉ đạo"), ("1.1", *ONE), ("1.2", *TWO), ("II", "Công tác kiểm tra"), ("2.1", *THREE)],
        LONG, DOWN,
    ),
    Layout(
        "groups merged across, with their number inside",
        [HEAD, ("I. Công tác chỉ đạo",), (1, *ONE), (2, *TWO), ("II. Công tác kiểm tra",), (1, *THREE)], LONG, DOWN,
        merges=[(1, 1, 0, 5), (4, 4, 0, 5)],
    ),
    Layout(
        "decimal numbers in three levels",
        [
            HEAD, (1, "Công tác chỉ đạo"), ("1.1", "Lập kế hoạch"), ("1.1.1", *ONE), ("1.1.2", *TWO),
            (2, "Công tác kiểm tra"), ("2.1", *THREE),
        ],
        LONG,
        (
            "group 0 Công tác chỉ đạo", "group 1 Lập kế hoạch", "task 2 " + ONE[0], "task 2 " + TWO[0],
            "group 0 Công tác kiểm tra", "task 1 " + THREE[0],
        ),
    ),
    Layout(
        "letters below figures below Roman",
        [
            HEAD, ("I", "Công tác chỉ đạo"), (1, "Lập kế hoạch"), ("a)", *ONE), ("b)", *TWO), ("đ)", *THREE),
        ],
        LONG,
        (
            "group 0 Công tác chỉ đạo", "group 1 Lập kế hoạch", "task 2 " + ONE[0], "task 2 " + TWO[0],
            "task 2 " + THREE[0],
        ),
    ),
    Layout(
        "no column of numbers, groups by their words alone",
        [
            HEAD[1:], ("CÔNG TÁC CHỈ ĐẠO",), ONE, TWO, ("CÔNG TÁC KIỂM TRA",), THREE,
        ],
        "content lead coordinate result deadline",
        (
            "group 0 CÔNG TÁC CHỈ ĐẠO", "task 1 " + ONE[0], "task 1 " + TWO[0], "group 0 CÔNG TÁC KIỂM TRA",
            "task 1 " + THREE[0],
        ),
    ),
    Layout(
        "header repeated at the top of a page",
        [HEAD, (1, *ONE), (2, *TWO), HEAD, (3, *THREE)], LONG, FLAT,
    ),
    Layout(
        "totals, notes and signatures below",
        [
            HEAD, (1, *ONE), (2, *TWO), (3, *THREE), ("Tổng cộng", "3 nhiệm vụ"), (),
            ("", "Ghi chú: số liệu đến hết tháng 5"), ("", "", "", "Huế, ngày 02 tháng 6 năm 2026"),
            ("", "Người lập biểu", "", "KT. GIÁM ĐỐC"),
        ],
        LONG, FLAT,
    ),
    Layout(
        "begins in the middle of the sheet",
        [(), ("", "", *HEAD), ("", "", 1, *ONE), ("", "", 2, *TWO), ("", "", 3, *THREE)], LONG, FLAT,
    ),
    Layout(
        "empty rows and an empty column between",
        [
            (*HEAD[:3], "", *HEAD[3:]), (), (1, *ONE[:2], "", *ONE[2:]), (), (2, *TWO[:2], "", *TWO[2:]),
            (3, *THREE[:2], "", *THREE[2:]),
        ],
        LONG, FLAT,
    ),
    Layout(
        "short forms",
        [
            ("TT", "Công việc", "ĐVCT", "ĐVPH", "KQ", "TGHT"), ("01", *ONE), ("02", *TWO), ("03", *THREE),
        ],
        LONG, FLAT,
    ),
    Layout(
        "other words",
        [
            ("#", "Đầu việc", "Giao cho", "Đơn vị hỗ trợ", "Hồ sơ hoàn thành", "Hạn chót"),
            (1, *ONE), (2, *TWO), (3, *THREE),
        ],
        LONG, FLAT,
    ),
    Layout(
        "columns in another order",
        [
            ("Thời hạn", "Nhiệm vụ", "Sản phẩm", "Chủ trì"),
            *[(row[4], row[0], row[3], row[1]) for row in (ONE, TWO, THREE)],
        ],
        "deadline content result lead", FLAT,
    ),
    Layout(
        "targets with their unit",
        [
            ("STT", "Chỉ tiêu", "Đơn vị tính", "Giao chỉ tiêu", "Cơ quan chủ trì", "Căn cứ thực hiện"),
            ("I", "Cung cấp dịch vụ công"), (1, "Tỷ lệ hồ sơ trực tuyến", "%", 60, "Văn phòng Sở", "Quyết định 12"),
            (2, "Tỷ lệ số hóa hồ sơ", "%", "Tối thiểu 50", "Văn phòng Sở", "Quyết định 12"),
        ],
        "number content unit value lead basis",
        ("group 0 Cung cấp dịch vụ công", "target 1 Tỷ lệ hồ sơ trực tuyến", "target 1 Tỷ lệ số hóa hồ sơ"),
    ),
    Layout(
        "targets under a wide heading",
        [
            ("TT", "Tên chỉ tiêu", "Thực hiện trong năm 2026", "", "Đơn vị thực hiện"),
            ("", "", "ĐVT", "Giao chỉ tiêu"),
            (1, "Tỷ lệ hồ sơ đúng hạn", "%", 99, "Các phòng chuyên môn"), (2, "Lớp tập huấn", "lớp", 2, "Văn phòng Sở"),
        ],
        "number content unit value lead",
        ("target 0 Tỷ lệ hồ sơ đúng hạn", "target 0 Lớp tập huấn"),
        merges=[(0, 0, 2, 3), (0, 1, 0, 0), (0, 1, 1, 1), (0, 1, 4, 4)],
    ),
    Layout(
        "a lead merged down over two tasks",
        [HEAD, (1, *ONE), (2, TWO[0], "", *TWO[2:]), (3, *THREE)], LONG, FLAT, merges=[(1, 2, 2, 2)],
    ),
    Layout(
        "one task in several rows of the sheet",
        [
            HEAD, (1, *ONE), ("", "", "", "Phòng Tài chính"), ("", "", "", "Thanh tra Sở"), (2, *TWO), (3, *THREE),
        ],
        LONG, FLAT, merges=[(1, 3, 0, 0), (1, 3, 1, 1), (1, 3, 2, 2), (1, 3, 4, 4), (1, 3, 5, 5)],
    ),
    Layout(
        "a list that goes on below its row",
        [HEAD, (1, *ONE), ("", "- Gửi các đơn vị góp ý"), ("", "- Trình lãnh đạo Sở"), (2, *TWO), (3, *THREE)],
        LONG, FLAT,
    ),
    Layout(
        "a heading that says nothing above deadlines",
        [
            ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Kết quả", "Yêu cầu của Sở"),
            *[(at, row[0], row[1], row[3], row[4]) for at, row in enumerate((ONE, TWO, THREE), 1)],
        ],
        "number content lead result deadline", FLAT,
    ),
    Layout(
        "further columns that no plan knows",
        [
            (*HEAD, "Kinh phí (triệu đồng)", "Mức ưu tiên"), (1, *ONE, 12, "Cao"), (2, *TWO, 0, ""),
            (3, *THREE, 5, "Thấp"),
        ],
        LONG + " - -", FLAT,
    ),
    Layout(
        "a form whose deadlines are still blank",
        [HEAD, (1, ONE[0]), (2, TWO[0]), (3, THREE[0])], LONG, FLAT,
    ),
    Layout(
        "numbers in all kinds of brackets",
        [HEAD, ("1/", *ONE), ("(2)", *TWO), ("3.)", *THREE)], LONG, FLAT,
    ),
)  # fmt: skip
