"""What is to be checked and done with a paper that is handed over to be signed."""

from dataclasses import replace

import pytest
from hypothesis import given

from tests.strategies import plans
from tthc_desktop.models.handover.steps import checklist
from tthc_desktop.models.handover.values import Checklist, FileToSign
from tthc_desktop.models.handover.wording import DOUBT, as_text
from tthc_desktop.models.plan import Header, Plan, Recipient, Signatory
from tthc_desktop.models.signature_places import ORGANISATION, PERSON, SignaturePlace
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Stage

BOX = (100.0, 100.0, 200.0, 200.0)
PAPER = FileToSign("Kế hoạch.pdf", "", 4, (SignaturePlace(PERSON, 3, BOX), SignaturePlace(ORGANISATION, 3, BOX)))
FIRST = FileToSign("Phụ lục I.pdf", "Phụ lục I", 2, (SignaturePlace("Phụ lục I", 0, BOX),))
SECOND = FileToSign("Phụ lục II.pdf", "Phụ lục II", 1, (SignaturePlace("Phụ lục II", 0, BOX),))
PLAN = Plan(
    "p",
    title=plain("Kiểm soát thủ tục hành chính"),
    header=Header("UBND tỉnh Mẫu", "Sở Nội vụ", "", "KH-SNV", "Mẫu", None, 2, 2030),
    signatory=Signatory(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lò Văn Mẫu"),
    recipients=(Recipient("a", "UBND tỉnh (b/c);"), Recipient("b", "Lưu: VT, VP.")),
)


def made(plan: Plan = PLAN, *files: FileToSign) -> Checklist:
    return checklist(plan, files or (PAPER, FIRST, SECOND))


def test_steps_go_in_the_order_of_the_tool() -> None:
    assert [(step.who, step.what, step.file) for step in made().steps] == [
        ("Lãnh đạo", "Ký phê duyệt (Lò Văn Mẫu)", 1),
        ("Văn thư", "Điền số của văn bản", 1),
        ("Văn thư", "Điền ngày ban hành", 1),
        ("Văn thư", "Đóng dấu: ký số của cơ quan", 1),
        ("Văn thư", "Ký số của cơ quan lên Phụ lục I", 2),
        ("Văn thư", "Ký số của cơ quan lên Phụ lục II", 3),
        ("Văn thư", "Kiểm chữ ký bằng “Nhận bản đã ký…”, rồi ban hành", 1),
    ]
    assert made().steps[0].where == "Trang 4, ô “Người ký”: giữa chức vụ và họ tên"
    assert made().steps[5].where == "Trang 1, ô “Phụ lục II”: góc trên bên phải"


def test_what_the_paper_has_already_is_no_step() -> None:
    plan = replace(PLAN, header=replace(PLAN.header, number="15", day=9))
    assert [step.what for step in made(plan, PAPER).steps[1:]] == [
        "Đóng dấu: ký số của cơ quan",
        "Kiểm chữ ký bằng “Nhận bản đã ký…”, rồi ban hành",
    ]
    told = {check.about: check.found for check in made(plan).checks}
    assert told["Số, ký hiệu"] == "Đã ghi 15/KH-SNV."
    assert told["Ngày ban hành"] == "Đã ghi 09/02/2030."


def test_a_paper_in_order_has_nothing_doubtful() -> None:
    found = made()
    assert found.doubts == ()
    assert [(check.about, check.found) for check in found.checks[:8]] == [
        ("Tên cơ quan", "UBND tỉnh Mẫu, Sở Nội vụ."),
        ("Số, ký hiệu", "Số để trống, ký hiệu KH-SNV."),
        ("Địa danh", "Mẫu."),
        ("Ngày ban hành", "Để trống ngày."),
        ("Chức vụ người ký", "KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC."),
        ("Họ tên người ký", "Lò Văn Mẫu."),
        ("Nơi nhận", "2 dòng, dòng cuối “Lưu: VT, VP”."),
        ("Số tệp, số trang", "3 tệp, 7 trang."),
    ]


@pytest.mark.parametrize(
    ("change", "about"),
    [
        ({"header": replace(PLAN.header, symbol=" ")}, "Số, ký hiệu"),
        ({"signatory": Signatory(("GIÁM ĐỐC",), " ")}, "Họ tên người ký"),
        ({"signatory": Signatory((" ",), "Lò Văn Mẫu")}, "Chức vụ người ký"),
        ({"recipients": ()}, "Nơi nhận"),
        ({"recipients": (Recipient("a", "UBND tỉnh"),)}, "Nơi nhận"),
        ({"stage": Stage.ISSUED}, "Giai đoạn"),
    ],
)
def test_what_is_missing_is_doubtful(change: dict[str, object], about: str) -> None:
    found = made(replace(PLAN, **change))  # type: ignore[arg-type]
    assert [check.about for check in found.doubts] == [about]
    assert f"[ ] {about}: {DOUBT}" in as_text(found)


@pytest.mark.parametrize(
    ("day", "month", "year", "told"),
    [(None, 2, 2030, "ngày"), (None, None, 2030, "ngày, tháng"), (None, None, None, "ngày, tháng, năm")],
)
def test_the_blanks_of_the_date_are_told(day: int | None, month: int | None, year: int | None, told: str) -> None:
    found = made(replace(PLAN, header=replace(PLAN.header, day=day, month=month, year=year)))
    assert {check.about: check.found for check in found.checks}["Ngày ban hành"] == f"Để trống {told}."


@given(plans())
def test_every_step_and_check_stands_in_the_text_of_any_paper(plan: Plan) -> None:
    found = made(plan)
    lines = as_text(found).splitlines()
    assert sum(line.startswith("  [ ] ") for line in lines) >= len(found.checks) + len(found.steps)
    assert [step.file for step in found.steps if "Phụ lục" in step.what] == [2, 3]
    assert all(step.who and step.what and step.where for step in found.steps)


@pytest.mark.parametrize(
    ("change", "about"),
    [({"agency": " "}, ["Tên cơ quan"]), ({"place": " ,"}, ["Địa danh"]), ({"parent_agency": ""}, [])],
)
def test_a_head_without_agency_or_place_is_doubtful(change: dict[str, str], about: list[str]) -> None:
    found = made(replace(PLAN, header=replace(PLAN.header, **change)))  # type: ignore[arg-type]
    assert [check.about for check in found.doubts] == about
