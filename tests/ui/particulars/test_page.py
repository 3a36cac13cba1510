"""The page Thông tin cơ quan: filled in or put off, written as one change, used by the next new plan."""

import os
import subprocess

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import Hands
from tests.ui.streams import unikey
from tthc_desktop.models.changes import Change
from tthc_desktop.models.particulars import Particulars, particulars_of
from tthc_desktop.models.plan import Signatory
from tthc_desktop.models.unit import Unit
from tthc_desktop.office import Office
from tthc_desktop.ui.life.starting import NewPlanPage
from tthc_desktop.ui.particulars.opening import greet, open_particulars, sample_program
from tthc_desktop.ui.particulars.page import ParticularsPage
from tthc_desktop.ui.particulars.sample import show_sample_office
from tthc_desktop.ui.start_page import StartPage


def office(hands: Hands) -> Office:
    assert hands.window.desk.office is not None
    return hands.window.desk.office


@pytest.fixture
def page(hands: Hands) -> ParticularsPage:
    hands.do("particulars")
    return front(hands)


def front(hands: Hands) -> ParticularsPage:
    page = hands.window.page()
    assert isinstance(page, ParticularsPage)
    return page


def fill(page: ParticularsPage, hands: Hands) -> None:
    unikey(page.form.fields["agency"], "Sở Nội vụ")
    page.form.fields["place"].setText("Sông Ngân")
    page.form.fields["symbol"].setText("KH-SNV")
    page.form.capacity.setPlainText("Giám đốc")
    page.form.signer.setText("Lê Thị Bình")
    page.units.setPlainText("1. Văn phòng Sở\n2. Phòng Tổ chức\n")
    hands.bot.waitUntil(lambda: "2 đơn vị mới" in page.sentence.text())


def test_nothing_is_asked_for_and_everything_has_a_name(page: ParticularsPage, hands: Hands) -> None:
    assert not page.take.isEnabled()
    assert not page.later.isVisible()
    assert leftovers(page) == set()
    assert [each for each in page.findChildren(QWidget) if is_control(each) and not name_aloud(each)] == []
    hands.do("particulars")
    assert front(hands) is page


def test_what_is_typed_is_sketched_and_written_as_one_change(page: ParticularsPage, hands: Hands) -> None:
    fill(page, hands)
    assert page.sketch.agency.text() == "SỞ NỘI VỤ"
    assert "/KH-SNV" in page.sketch.number.text()
    assert page.sketch.capacity.text() == "GIÁM ĐỐC"

    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)

    assert particulars_of(office(hands).holdings) == Particulars(
        agency="SỞ NỘI VỤ",
        named="Sở Nội vụ",
        symbol="SNV",
        place="Sông Ngân",
        signatory=Signatory(("GIÁM ĐỐC",), "Lê Thị Bình"),
    )
    assert [unit.name for unit in office(hands).units.values()] == ["Văn phòng Sở", "Phòng Tổ chức"]
    assert isinstance(hands.window.page(), StartPage)
    assert any("Đã ghi thông tin cơ quan và 2 đơn vị" in said for said in hands.said())

    hands.do("new")
    new = hands.window.page()
    assert isinstance(new, NewPlanPage)
    assert new.fields["agency"].text() == "SỞ NỘI VỤ"
    assert new.plan().signatory == Signatory(("GIÁM ĐỐC",), "Lê Thị Bình")


def test_undo_takes_all_back_and_shows_the_page(page: ParticularsPage, hands: Hands) -> None:
    fill(page, hands)
    page.write()

    hands.do("undo")

    assert office(hands).particulars == {}
    assert office(hands).units == {}
    assert front(hands).form.fields["agency"].text() == ""


def test_units_that_are_there_are_passed_over(page: ParticularsPage, hands: Hands) -> None:
    hands.window.desk.apply(Change("Thêm đơn vị", ((None, Unit("u", "Văn phòng Sở")),)))
    page.units.setPlainText("Văn phòng Sở")
    page.write()

    assert len(office(hands).units) == 1
    assert not page.take.isEnabled()


def test_a_name_that_is_none_is_refused_and_nothing_is_written(page: ParticularsPage, hands: Hands) -> None:
    page.form.fields["agency"].setText("Sở Nội vụ")
    page.units.setPlainText("chữ " * 100)

    page.write()

    assert any("không phải tên một đơn vị" in said for said in hands.said())
    assert office(hands).particulars == {}
    assert page.units.toPlainText()


def test_a_new_office_is_greeted_once_and_may_put_it_off(hands: Hands) -> None:
    greet(hands.window)
    page = front(hands)
    assert page.later.isVisible()
    QTest.mouseClick(page.later, Qt.MouseButton.LeftButton)
    assert isinstance(hands.window.page(), StartPage)

    greet(hands.window)

    assert isinstance(hands.window.page(), StartPage)
    assert hands.window.start.first_steps.isVisible()


def test_an_office_in_which_something_has_happened_is_not_greeted(hands: Hands) -> None:
    hands.window.desk.apply(Change("Thêm đơn vị", ((None, Unit("u", "Văn phòng Sở")),)))

    greet(hands.window)

    assert isinstance(hands.window.page(), StartPage)


def test_what_was_said_elsewhere_is_shown(page: ParticularsPage, hands: Hands) -> None:
    hands.window.desk.apply(Change("Ghi", ((None, Particulars(agency="SỞ Y TẾ")),)))

    assert page.form.fields["agency"].text() == "SỞ Y TẾ"
    assert open_particulars(hands.window) is page


def test_the_sample_office_is_told_to_be_one_and_has_its_plan_open(hands: Hands) -> None:
    show_sample_office(hands.window)

    assert hands.page.plan_id in office(hands).plans
    hands.bot.waitUntil(lambda: hands.window.windowTitle().endswith("cơ quan mẫu"))
    assert any("cơ quan mẫu để xem thử" in said for said in hands.said())
    hands.see_preview()


def test_the_program_of_the_sample_office_understands_its_arguments() -> None:
    program, arguments, folder = sample_program()

    done = subprocess.run(
        [program, *arguments, "--help"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )

    assert "--sample" in done.stdout
