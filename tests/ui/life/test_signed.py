"""The signed PDF of a plan in the window: what is shown of it, and what it takes to issue the plan with it."""

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from reportlab.pdfgen.canvas import Canvas

from tests.signatures import SIGNED_AT, appended, flipped, office_signs, person, sign
from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.changes import Change
from tthc_desktop.models.comparison.passages import Departure
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Stage
from tthc_desktop.ui.exporting import write_papers
from tthc_desktop.ui.life.issuing import IssuePage
from tthc_desktop.ui.life.receiving_signed import receive_signed
from tthc_desktop.ui.life.signed_page import SignedPage
from tthc_desktop.ui.plan.page import PlanPage

AT = SIGNED_AT.replace(year=2026)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return sample_plan()


@pytest.fixture(scope="module")
def signed(plan: Plan) -> bytes:
    """Return the print of the plan, signed by a leader and stamped by the office."""
    return office_signs(sign(render(plan), person(), "LanhDao", AT), "15", "KH-SCT", AT)


def received(hands: Hands, plan: Plan, data: bytes, folder: Path) -> SignedPage:
    """Let the office hold the plan, and receive a file for it."""
    path = folder / "da-ky.pdf"
    path.write_bytes(data)
    office = hands.window.desk.office
    assert office is not None
    if plan.id not in office.plans:
        hands.window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    receive_signed(hands.window, office.plans[plan.id], path)
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), SignedPage), timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, SignedPage)
    return page


def press(page: SignedPage) -> None:
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)


def issued(hands: Hands, plan: Plan) -> Plan:
    office = hands.window.desk.office
    assert office is not None
    return office.plans[plan.id]


def test_a_good_paper_needs_one_press(hands: Hands, plan: Plan, signed: bytes, tmp_path: Path) -> None:
    page = received(hands, plan, signed, tmp_path)

    assert page.take.text() == "Ban hành số 15/KH-SCT"
    assert page.take.isEnabled()
    assert not page.seen.isVisible()
    assert "đúng như bản in" in page.sentence.text()
    assert "theo dòng chữ ký của cơ quan" in page.remark_of_number.text()
    assert leftovers(page) == set()
    assert all(name_aloud(each) for each in page.findChildren(QWidget) if is_control(each))
    press(page)
    made = issued(hands, plan)
    assert made.stage is Stage.ISSUED
    assert made.issue is not None
    assert (made.issue.number, made.issue.symbol, made.issue.date) == ("15", "KH-SCT", AT.date())
    assert (made.issue.pdf, made.issue.pdf_name) == (sha256(signed).hexdigest(), "da-ky.pdf")
    office = hands.window.desk.office
    assert office is not None
    assert office.kept_file(made.issue.pdf) == signed
    assert not any(isinstance(each, SignedPage) for each in hands.window.all_pages())
    hands.do("undo")
    assert issued(hands, plan).stage is Stage.DRAFT


def test_what_was_signed_goes_out_with_everything(hands: Hands, plan: Plan, signed: bytes, tmp_path: Path) -> None:
    press(received(hands, plan, signed, tmp_path))
    office = hands.window.desk.office
    assert office is not None
    path = tmp_path / "moi.zip"
    write_papers(hands.window, tuple(office.plans.values()), office.kept_file, path)
    hands.bot.waitUntil(lambda: any("Đã lưu moi.zip" in said for said in hands.said()), timeout=WAIT)
    with ZipFile(path) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("bản đã ban hành.pdf")]
        assert archive.read(name) == signed


def test_the_lock_bar_tells_who_signed(hands: Hands, plan: Plan, signed: bytes, tmp_path: Path) -> None:
    press(received(hands, plan, signed, tmp_path))
    bar = hands.page.lock_bar
    hands.bot.waitUntil(bar.signers.isVisible, timeout=WAIT)

    assert bar.signers.text() == "Ký số: Lò Thị Mẫu 09/01/2026 09:20, Sở Nội vụ tỉnh Mẫu 09/01/2026 09:20."
    hands.window.close_page(hands.page)
    hands.window.desk.open_plan(plan.id)
    again = hands.page.lock_bar
    hands.bot.waitUntil(again.signers.isVisible, timeout=WAIT)
    hands.do("undo")
    assert not again.isVisible()


def test_other_words_are_shown_and_have_to_be_seen(hands: Hands, plan: Plan, signed: bytes, tmp_path: Path) -> None:
    changed = replace(plan, title=plain("Kiểm soát thủ tục hành chính quý I năm 2026 của Sở Công Thương"))
    page = received(hands, changed, signed, tmp_path)

    (one,) = [leaf.key for leaf in page.tree.choices.leaves() if isinstance(leaf.key, Departure)]
    assert isinstance(one, Departure)
    assert (one.old, one.new, one.page) == ("quý I", "", 1)
    page.tree.go_to(next(leaf for leaf in page.tree.choices.leaves() if leaf.key is one))
    assert "quý I" in page.detail.toPlainText()
    assert not page.take.isEnabled()
    press(page)
    assert issued(hands, changed).stage is Stage.DRAFT
    QTest.mouseClick(page.seen, Qt.MouseButton.LeftButton, pos=QPoint(8, page.seen.height() // 2))
    assert page.take.isEnabled()
    press(page)
    assert issued(hands, changed).stage is Stage.ISSUED


def test_another_number_than_the_papers_has_to_be_seen(hands: Hands, plan: Plan, signed: bytes, tmp_path: Path) -> None:
    page = received(hands, plan, signed, tmp_path)
    page.number.setText("16")

    assert "số 15" in page.remark_of_number.text()
    assert page.take.text() == "Ban hành số 16/KH-SCT"
    assert not page.take.isEnabled()
    page.number.setText("")
    assert not page.take.isEnabled()
    page.number.setText("15")
    assert page.take.isEnabled()


@pytest.mark.parametrize(
    ("kind", "said"),
    [("unsigned", "không có chữ ký số"), ("flipped", "bị sửa sau khi ký"), ("appended", "sau chữ ký cuối cùng")],
)
def test_a_file_that_no_signature_stands_for_issues_nothing(
    hands: Hands, plan: Plan, signed: bytes, tmp_path: Path, kind: str, said: str
) -> None:
    data = {
        "unsigned": render(plan),
        "flipped": flipped(signed, signed.index(b"stream") + 20),
        "appended": appended(signed),
    }[kind]
    page = received(hands, plan, data, tmp_path)

    assert said in page.sentence.text()
    page.number.setText("15")
    assert not page.take.isEnabled()
    assert not page.seen.isVisible()


def test_a_signed_scan_goes_on_knowingly(hands: Hands, plan: Plan, tmp_path: Path) -> None:
    out = BytesIO()
    picture = Canvas(out)
    picture.rect(80, 60, 430, 700)
    picture.save()
    page = received(hands, plan, office_signs(out.getvalue(), "15", "KH-SCT", AT), tmp_path)

    assert "bản quét" in page.sentence.text()
    assert not page.take.isEnabled()
    page.seen.setChecked(True)
    press(page)
    assert issued(hands, plan).stage is Stage.ISSUED


def test_what_is_no_pdf_is_said_in_a_bar(hands: Hands, plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_text("không phải", encoding="utf-8")
    hands.window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    receive_signed(hands.window, plan, path)

    hands.bot.waitUntil(lambda: any("không phải là tệp PDF" in words for words in hands.said()), timeout=WAIT)


def test_a_plan_edited_meanwhile_is_compared_anew(hands: Hands, plan: Plan, signed: bytes, tmp_path: Path) -> None:
    page = received(hands, plan, signed, tmp_path)
    other = replace(plan, title=plain("Một tên khác"))
    hands.window.desk.apply(Change("Sửa", ((plan, other),)))

    hands.bot.waitUntil(lambda: page.plan is other and "khác bản in" in page.sentence.text(), timeout=WAIT)
    assert not page.take.isEnabled()
    hands.do("undo")
    hands.bot.waitUntil(page.take.isEnabled, timeout=WAIT)


def test_the_page_may_be_closed_while_it_compares_anew(hands: Hands, plan: Plan, signed: bytes, tmp_path: Path) -> None:
    page = received(hands, plan, signed, tmp_path)
    hands.window.desk.apply(Change("Sửa", ((plan, replace(plan, title=plain("Một tên khác"))),)))
    hands.window.close_page(page)

    hands.bot.wait(300)
    assert hands.said() == []


def test_a_pdf_dropped_on_the_form_of_issuing_is_received(
    hands: Hands, plan: Plan, signed: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "da-ky.pdf"
    path.write_bytes(signed)
    hands.add(plan)
    hands.do("issue")
    form = hands.window.page()
    assert isinstance(form, IssuePage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where, copy = QPointF(20, 20), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(where, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    form.dragEnterEvent(enter)
    assert enter.isAccepted()
    form.dropEvent(QDropEvent(where, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))

    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), SignedPage), timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, SignedPage)
    press(page)
    assert [type(each) for each in hands.window.all_pages() if isinstance(each, IssuePage | PlanPage)] == [PlanPage]


def test_an_issued_plan_is_offered_no_signed_paper(hands: Hands, plan: Plan, signed: bytes, tmp_path: Path) -> None:
    assert not hands.window.commands["receive_signed"].isEnabled()
    page = received(hands, plan, signed, tmp_path)
    press(page)
    hands.see_preview()
    assert not hands.window.commands["receive_signed"].isEnabled()
