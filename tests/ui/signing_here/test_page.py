"""The page that signs on this computer: what it asks, what it does with the answers, and what it never keeps."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.signatures import authority, der, person
from tests.signing_means import LEADER, PASSWORD, hand, p12, seal
from tests.tokens import PIN, driver, plug_in
from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.signing.verifying import verify
from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.signatures import Intact
from tthc_desktop.models.signing import SignAs
from tthc_desktop.settings import roots_folder
from tthc_desktop.ui.life.signed_page import SignedPage
from tthc_desktop.ui.signing_here.page import SigningPage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a certificate file that is good today, pictures, and the authority trusted."""
    (tmp_path / "ky.p12").write_bytes(p12(person(*LEADER, days=(-3000, 3000))))
    (tmp_path / "tay.png").write_bytes(hand())
    (tmp_path / "dau.png").write_bytes(seal())
    roots_folder().mkdir(parents=True)
    (roots_folder() / "goc.cer").write_bytes(der(authority().root))
    return tmp_path


def opened(hands: Hands, folder: Path, plan: Plan | None = None) -> SigningPage:
    hands.add(plan or sample_plan())
    hands.do("sign_here")
    page = hands.window.page()
    assert isinstance(page, SigningPage)
    page.form.certificate.setText(str(folder / "ky.p12"))
    page.form.picture.setText(str(folder / "tay.png"))
    page.form.out.setText(str(folder / "da-ky.pdf"))
    return page


def choose(page: SigningPage, role: SignAs) -> None:
    box = page.form.role
    box.setCurrentIndex(box.findData(role))
    box.activated.emit(box.currentIndex())


def press(hands: Hands, page: SigningPage, secret: str = PASSWORD) -> None:
    before = page.done_with
    page.form.secret.setText(secret)
    QTest.mouseClick(page.sign, Qt.MouseButton.LeftButton)
    assert page.form.secret.text() == ""
    hands.bot.waitUntil(
        lambda: page.done_with is not before or "Đang ký" not in page.told_line.text(), timeout=6 * WAIT
    )


def test_person_then_seal_are_signed_into_new_files(hands: Hands, folder: Path) -> None:
    page = opened(hands, folder)
    assert not page.sign.isEnabled()
    press(hands, page)
    first = folder / "da-ky.pdf"
    assert "Đã ký bằng chứng thư của Lò Thị Mẫu" in page.told_line.text()
    assert page.form.path == first
    assert page.form.signs_as is SignAs.ORGANISATION
    page.form.picture.setText(str(folder / "dau.png"))
    press(hands, page)
    second = folder / "da-ky (2).pdf"
    assert second.read_bytes().startswith(first.read_bytes())
    found = verify(second.read_bytes())
    assert [(one.field, one.intact) for one in found] == [("Người ký", Intact.YES), ("Cơ quan", Intact.YES)]
    assert Path(page.form.out.text()).name == "da-ky (3).pdf"


def test_a_wrong_password_keeps_everything_else(hands: Hands, folder: Path) -> None:
    page = opened(hands, folder)
    press(hands, page, "sai")
    assert "Mật khẩu của tệp chứng thư “ky.p12” không đúng" in page.told_line.text()
    assert not (folder / "da-ky.pdf").exists()
    assert page.form.certificate.text() == str(folder / "ky.p12")
    assert page.form.picture.text() == str(folder / "tay.png")
    press(hands, page)
    assert (folder / "da-ky.pdf").exists()


def test_a_separate_appendix_is_signed_with_its_number(hands: Hands, folder: Path) -> None:
    page = opened(hands, folder)
    box = page.form.what
    box.setCurrentIndex(box.findData(page.plan.appendices[1].id))
    choose(page, SignAs.APPENDIX)
    page.form.number.setText("")
    page.form.secret.setText(PASSWORD)
    assert not page.sign.isEnabled()
    page.form.number.setText("15/KH-SCT")
    press(hands, page)
    (found,) = verify((folder / "da-ky.pdf").read_bytes())
    assert found.field == "Phụ lục II"


def test_what_does_not_apply_is_not_asked(hands: Hands, folder: Path) -> None:
    page = opened(hands, folder)
    form = page.form
    assert not form.number.isVisible()
    assert not form.driver.isVisible()
    assert not form.file.isVisible()
    choose(page, SignAs.APPENDIX)
    assert form.number.isVisible()
    assert not form.picture.isVisible()
    form.means.setCurrentIndex(1)
    form.means.activated.emit(1)
    assert form.driver.isVisible()
    assert not form.certificate.isVisible()
    assert leftovers(page) == set()
    assert [each for each in page.findChildren(QWidget) if is_control(each) and not name_aloud(each)] == []


def test_paths_are_remembered_and_secrets_are_not(hands: Hands, folder: Path) -> None:
    page = opened(hands, folder)
    press(hands, page)
    memory = hands.window.memory
    assert memory.value("signing/certificate") == str(folder / "ky.p12")
    memory.sync()
    kept = Path(memory.fileName()).read_text(encoding="utf-8") if memory.format() == QSettings.Format.IniFormat else ""
    assert PASSWORD not in kept
    page.finished.emit()
    hands.do("sign_here")
    again = hands.window.page()
    assert isinstance(again, SigningPage)
    assert again.form.certificate.text() == str(folder / "ky.p12")
    assert again.form.secret.text() == ""


def test_a_file_is_never_written_over(hands: Hands, folder: Path) -> None:
    page = opened(hands, folder)
    (folder / "da-ky.pdf").write_bytes(b"cu")
    press(hands, page)
    assert "không ghi đè" in page.told_line.text()
    assert (folder / "da-ky.pdf").read_bytes() == b"cu"


def test_the_signed_file_can_be_taken_at_once(hands: Hands, folder: Path) -> None:
    plan = sample_plan()
    page = opened(hands, folder, replace(plan, header=replace(plan.header, number="15", day=5, month=1)))
    press(hands, page)
    (answer,) = [one for one in hands.window.messages.findChildren(QPushButton) if "Nhận bản" in one.text()]
    answer.click()
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), SignedPage), timeout=6 * WAIT)


def test_appendices_that_change_places_are_still_themselves(hands: Hands, folder: Path) -> None:
    plan = sample_plan()
    page = opened(hands, folder, plan)
    second = plan.appendices[1].id
    page.form.what.setCurrentIndex(page.form.what.findData(second))
    swapped = replace(plan, appendices=plan.appendices[::-1])
    hands.window.desk.apply(Change("Đổi chỗ", ((plan, swapped),)))
    assert page.form.part == second
    assert "Phụ lục I thành" in page.form.what.currentText()
    choose(page, SignAs.APPENDIX)
    page.form.number.setText("15/KH-SCT")
    press(hands, page)
    assert verify((folder / "da-ky.pdf").read_bytes())[0].field == "Phụ lục I"
    without = replace(swapped, appendices=())
    hands.window.desk.apply(Change("Xóa phụ lục", ((swapped, without),)))
    assert page.form.what.count() == 2


def test_a_page_closed_while_it_signs_still_tells_what_was_signed(hands: Hands, folder: Path) -> None:
    page = opened(hands, folder)
    page.form.secret.setText(PASSWORD)
    QTest.mouseClick(page.sign, Qt.MouseButton.LeftButton)
    page.finished.emit()
    hands.bot.waitUntil(lambda: any("Đã ký" in bar.what for bar in hands.window.messages.bars()), timeout=6 * WAIT)
    assert (folder / "da-ky.pdf").exists()


def opened_with_token(hands: Hands, folder: Path, name: str) -> SigningPage:
    """Plug a token in, open the page and choose it there."""
    plug_in(name, person(*LEADER, days=(-3000, 3000)))
    page = opened(hands, folder)
    form = page.form
    form.means.setCurrentIndex(1)
    form.means.activated.emit(1)
    form.driver.setText(str(driver()))
    form.searched.emit()
    hands.bot.waitUntil(lambda: form.token.findData(name) >= 0, timeout=WAIT)
    form.token.setCurrentIndex(form.token.findData(name))
    return page


@pytest.mark.needs("softhsm2-util")
def test_a_token_is_found_and_signs(hands: Hands, folder: Path) -> None:
    page = opened_with_token(hands, folder, "Cua so")
    press(hands, page, "999999")
    assert "Mã PIN" in page.told_line.text()
    press(hands, page, PIN)
    assert (folder / "da-ky.pdf").exists()
