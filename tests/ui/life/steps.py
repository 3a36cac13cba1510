"""Steps in the life of a plan as a clerk takes them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.hands import WAIT, Hands
from tests.ui.streams import letters
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.life.issuing import IssuePage, KeepPage


def keep(hands: Hands, name: str) -> None:
    """Keep the plan in front under a name."""
    hands.do("keep_version")
    page = hands.window.page()
    assert isinstance(page, KeepPage)
    page.name.selectAll()
    letters(page.name, name)
    QTest.keyClick(page.name, Qt.Key.Key_Return)


def issue(hands: Hands, number: str = "15", day: str = "09/01/2030") -> IssuePage:
    """Fill in the form of issuing and press its button."""
    hands.do("issue")
    page = hands.window.page()
    assert isinstance(page, IssuePage)
    page.number.setText(number)
    page.day.setText(day)
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    return page


def issued(hands: Hands, day: str = "09/01/2030") -> Plan:
    """Issue the plan in front and wait until it is."""
    issue(hands, day=day)
    hands.bot.waitUntil(lambda: any("Đã ban hành" in said for said in hands.said()), timeout=WAIT)
    return hands.page.plan
