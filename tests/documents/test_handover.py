"""The folder that is handed over to be signed: whole or not at all, and never over something that is there."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.writing.pdf.building import make_plan
from tests.documents.writing.pdf.reading import page_texts
from tests.documents.writing.pdf.test_signing_places import two_appendices
from tthc_desktop.documents.handover import LIST, Handover, hand_over, write_handover
from tthc_desktop.documents.writing.pdf.checklist import checklist_pdf
from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Signatory

TITLE = "Kế hoạch Kiểm soát thủ tục hành chính năm 2025"


@pytest.fixture(scope="module")
def made() -> Handover:
    return hand_over(two_appendices())


def test_the_folder_has_every_file_and_the_checklist(made: Handover, tmp_path: Path) -> None:
    folder = tmp_path / "Hồ sơ" / "ký"
    paths = write_handover(folder, made)
    assert [path.name for path in paths] == [
        f"{TITLE}.pdf",
        f"{TITLE} - Phụ lục I.pdf",
        f"{TITLE} - Phụ lục II.pdf",
        f"{LIST}.pdf",
        f"{LIST}.txt",
    ]
    assert sorted(folder.iterdir()) == sorted(paths)
    assert [path.read_bytes() for path in paths[:3]] == [file.data for file in made.files]
    text = paths[4].read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.count(b"\n") == text.count(b"\r\n") > 15


def test_the_checklist_is_printed_with_every_file_check_and_step(made: Handover) -> None:
    data = checklist_pdf(made.checklist)
    assert checklist_pdf(made.checklist) == data
    assert b"/AcroForm" not in data
    words = "".join("".join(page_texts(data)).split())
    found = made.checklist
    for said in (
        "DANH MỤC KÝ SỐ",
        *(file.name for file in found.files),
        *(part for check in found.checks for part in (check.about, check.found)),
        *(part for step in found.steps for part in (step.who, step.what, step.where)),
    ):
        assert "".join(said.split()) in words


def test_appendices_can_stay_in_one_file() -> None:
    found = hand_over(two_appendices(), separate=False)
    assert [file.name for file in found.files] == [f"{TITLE}.pdf"]
    assert [step.what for step in found.checklist.steps if "Phụ lục" in step.what] == []


def test_a_file_that_is_there_is_never_replaced(made: Handover, tmp_path: Path) -> None:
    signed = tmp_path / f"{TITLE} - Phụ lục I.pdf"
    signed.write_bytes(b"da ky")
    with pytest.raises(UserError, match=r"đã có tệp “.+ - Phụ lục I\.pdf”, có thể đã được ký"):
        write_handover(tmp_path, made)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"da ky"]


def test_a_place_that_is_no_folder_is_told(made: Handover, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x")
    with pytest.raises(UserError, match="Không dùng được thư mục"):
        write_handover(tmp_path / "tep", made)


def test_a_paper_that_nobody_signs_is_not_handed_over() -> None:
    with pytest.raises(UserError, match="chưa ghi chức vụ, họ tên người ký"):
        hand_over(make_plan(signatory=Signatory(("",), " ")))


def test_a_long_title_gives_names_that_every_system_takes() -> None:
    plan = two_appendices()
    words = "Tổ chức thực hiện việc kiểm soát, rà soát/đơn giản hóa thủ tục: hành chính <nội bộ> " * 4
    found = hand_over(replace(plan, title=replace(plan.title, runs=(replace(plan.title.runs[0], text=words),))))
    names = [file.name for file in found.files]
    assert len(set(names)) == 3
    for name in names:
        assert len(name.encode()) < 255
        assert not set('<>:"/\\|?*') & set(name)
