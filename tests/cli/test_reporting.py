"""`report`, `remind`, `assign`, `follow`, asked as a script asks."""

from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Ask, is_one_line
from tests.documents.writing.pdf.reading import page_texts

PAPER = """\
UBND TỈNH THANH LÂM
SỞ NỘI VỤ
Số: 12/KH-SNV
Thanh Lâm, ngày 10 tháng 01 năm 2025

KẾ HOẠCH
Tiếp dân và giải quyết hồ sơ năm 2025 của Sở Nội vụ

I. NHIỆM VỤ
1. Ban hành quy chế tiếp dân của Sở
- Đơn vị chủ trì: Văn phòng Sở.
- Thời gian hoàn thành: Trước ngày 15/4/2025.
2. Kiểm tra đột xuất việc trả kết quả
- Đơn vị chủ trì: Thanh tra Sở.
- Thời gian hoàn thành: Thường xuyên.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT, VP.
"""


@pytest.fixture
def kept(ask: Ask, tmp_path: Path) -> Path:
    """Keep a plan with two units and return a folder for files."""
    paper = tmp_path / "ke-hoach.txt"
    paper.write_text(PAPER, encoding="utf-8")
    assert ask("import", paper).status == 0
    plan = ask("list", "--json").found["plans"][0]["id"]
    assert ask("send", plan, tmp_path / "bang").status == 0
    return tmp_path


def printed_in(paper: Path) -> str:
    return " ".join(" ".join(page_texts(paper.read_bytes())).split())


def test_a_report_has_the_days_of_its_regime(ask: Ask, kept: Path) -> None:
    said = ask("report", "2025-Q2", kept / "bao-cao.pdf", "--on", "18/06/2025", "--json").found
    assert (said["start"], said["end"], said["due"], said["span"]) == (
        "2025-03-15",
        "2025-06-14",
        "2025-06-25",
        "2025-Q2",
    )
    printed = printed_in(kept / "bao-cao.pdf")
    assert "BÁO CÁO Kết quả công tác tiếp dân và giải quyết hồ sơ quý II năm 2025 của Sở Nội vụ" in printed
    assert "01 nhiệm vụ quá hạn" in printed
    assert ask("list", "--json").found["plans"][1:] == []


def test_periods_are_read_as_people_write_them(ask: Ask, kept: Path) -> None:
    for words, key in (("Quý II/2025", "2025-Q2"), ("2025-07", "2025-07"), ("2025-9M", "2025-9M"), ("2025", "2025")):
        assert ask("report", words, kept / "x.xlsx", "--json").found["span"] == key
    said = ask("report", "15/3/2025-14/6/2025", kept / "x.xlsx", "--json").found
    assert (said["start"], said["end"], said["span"], said["regime"]) == ("2025-03-15", "2025-06-14", "", "")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2025-Q9", "Không hiểu kỳ báo cáo"),
        ("20255", "Không hiểu kỳ báo cáo"),
        ("x" * 10_000, "Không hiểu kỳ báo cáo"),
        ("31/02/2025-1/3/2025", "Không hiểu ngày"),
        ("1/6/2025-1/3/2025", "ngày đầu sau ngày cuối"),
        ("2019-Q1", "Không có kế hoạch nào"),
        ("1/1/2025-31/12/9999", "khó có thể đúng"),
        ("1/1/0001-31/12/2025", "khó có thể đúng"),
    ],
)
def test_a_period_that_is_none_is_told(ask: Ask, kept: Path, period: str, words: str) -> None:
    said = ask("report", period, kept / "x.pdf")
    assert said.status == 2
    assert words in said.err
    assert is_one_line(said.err)
    assert not (kept / "x.pdf").exists()


def test_a_kept_report_is_listed_with_its_form_and_undone(ask: Ask, kept: Path) -> None:
    made = ask("report", "2025-Q2", kept / "x.pdf", "--keep", "--json").found["kept"]
    listed = ask("list", "--json").found["plans"]
    assert [(one["id"] == made, one["form"]) for one in listed] == [(False, None), (True, "report")]
    assert "(báo cáo)" in ask("list").out
    assert ask("print", made, kept / "y.pdf").status == 0
    assert ask("undo").status == 0
    assert len(ask("list", "--json").found["plans"]) == 1


def test_a_report_is_no_plan_to_send_or_go_on_from(ask: Ask, kept: Path) -> None:
    made = ask("report", "2025-Q2", kept / "x.pdf", "--keep", "--json").found["kept"]
    for command in (("send", made, kept / "z"), ("roll", made), ("report", "2025-Q3", kept / "z.pdf", "--plan", made)):
        said = ask(*command)
        assert said.status == 2
        assert "không phải một kế hoạch" in said.err


def test_late_units_are_urged(ask: Ask, kept: Path) -> None:
    out = kept / "don-doc.pdf"
    said = ask("remind", out, "--on", "18/06/2025", "--unit", "văn phòng sở", "--due", "25/6/2025")
    assert said.status == 0
    printed = printed_in(out)
    assert "Kính gửi: Văn phòng Sở" in printed
    assert "trước ngày 25/6/2025" in printed
    refused = ask("remind", out, "--on", "18/01/2025")
    assert (refused.status, "không có nhiệm vụ nào quá hạn" in refused.err) == (2, True)
    assert "Không có đơn vị nào" in ask("remind", out, "--unit", "Sở Sao Hỏa").err
    assert ask("remind", out, "--on", "18/01/2026").status == 0, "what is late from last year is late still"


def test_a_unit_is_given_its_work(ask: Ask, kept: Path) -> None:
    assert ask("assign", kept / "giao.pdf", "--unit", "Thanh tra Sở", "--on", "18/06/2025").status == 0
    assert "PHIẾU GIAO VIỆC" in printed_in(kept / "giao.pdf")
    said = ask("assign", kept / "phieu", "--on", "18/06/2025", "--keep", "--json").found["sheets"]
    assert sorted(path.name for path in (kept / "phieu").iterdir()) == [
        "Phiếu giao việc - Thanh tra Sở.pdf",
        "Phiếu giao việc - Văn phòng Sở.pdf",
    ]
    assert {one["kept"] for one in said} == {one["id"] for one in ask("list", "--json").found["plans"] if one["form"]}
    refused = ask("assign", kept / "x.pdf", "--unit", "Sở Sao Hỏa", "--on", "18/06/2025")
    assert (refused.status, "Không có đơn vị nào" in refused.err) == (2, True)


def test_all_work_is_in_the_table(ask: Ask, kept: Path) -> None:
    assert ask("follow", kept / "theo-doi.pdf", "--on", "18/06/2025").status == 0
    assert ask("follow", kept / "theo-doi.docx", "--on", "18/06/2025").status == 0
    assert len(docx.Document(str(kept / "theo-doi.docx")).tables) >= 2
    printed = printed_in(kept / "theo-doi.pdf")
    assert "BẢNG THEO DÕI" in printed
    assert "Quá hạn" in printed
    refused = ask("follow", kept / "theo-doi.odt")
    assert (refused.status, ".pdf hay .docx hay .xlsx" in refused.err) == (2, True)


def test_a_kept_report_follows_what_is_said_until_it_is_issued(ask: Ask, kept: Path) -> None:
    made = ask("report", "2025-Q2", kept / "x.pdf", "--keep", "--json").found["kept"]
    assert ask("refresh", made, "--json").found == {"plan": made, "changed": False}
    plan = ask("list", "--json").found["plans"][0]["id"]
    task = ask("show", plan, "--json").found["tasks"][0]["id"]
    said = ask("progress", "set", plan, task, "Văn phòng Sở", "--status", "Hoàn thành", "--day", "10/4/2025")
    assert said.status == 0, said.err
    assert ask("refresh", made, "--json").found["changed"] is True
    assert "hoàn thành đúng hạn" in ask("show", made).out
    assert ask("issue", made, "--number", "5", "--date", "18/06/2025").status == 0
    refused = ask("refresh", made)
    assert (refused.status, "giữ nguyên" in refused.err) == (2, True)
    assert ask("refresh", plan).status == 2
