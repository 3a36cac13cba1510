"""The preview: new words without flicker, the place in sight and the mark kept, from the paper to the text and back."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.hands import Hands
from tests.ui.papers import little_plan
from tthc_desktop.documents.writing.pdf import draw, lay_out
from tthc_desktop.models.editing import tables, text
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Plan
from tthc_desktop.models.text import plain
from tthc_desktop.ui.background import Background
from tthc_desktop.ui.plan import paragraph
from tthc_desktop.ui.plan.page_pictures import PagePictures, opened
from tthc_desktop.ui.plan.page_stack import Spot
from tthc_desktop.ui.plan.preview import Preview

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the display that shows nothing
SIZE = QSize(420, 594)


@pytest.fixture
def preview(dressed: None, qtbot: QtBot) -> Iterator[Preview]:
    """Return a preview in sight."""
    del dressed
    background = Background(None, lambda error: pytest.fail(repr(error)))
    made = Preview(background)
    made.failed.connect(lambda error: pytest.fail(repr(error)))
    made.resize(500, 640)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    background.finish()
    qtbot.wait(1)


def long_plan() -> Plan:
    body = tuple(Item(f"i{n}", Mark.ARABIC, plain(f"Việc thứ {n} " + "và những chữ sau nó " * 12)) for n in range(80))
    return replace(little_plan(300), body=body)


def see(preview: Preview, plan: Plan, qtbot: QtBot) -> None:
    preview.show_plan(plan)
    qtbot.waitUntil(lambda: preview.seen is plan, timeout=20_000)


def see_whole(preview: Preview, plan: Plan, qtbot: QtBot) -> None:
    see(preview, plan, qtbot)
    qtbot.waitUntil(lambda: preview.shown is plan, timeout=20_000)


def height_of(preview: Preview, owner: str) -> float:
    """Return how far below the upper edge of the view a part of the plan begins."""
    layout = preview.printed
    assert layout is not None
    return preview.pages.height_of(Spot(*layout.places[owner]))


def click(preview: Preview, owner: str, *, right: float = 80, down: float = 4) -> str:
    """Click on the first line of a part and return the owner that was told."""
    told: list[str] = []
    connection = preview.pointed.connect(told.append)
    viewport = preview.pages.viewport()
    page_left = (viewport.width() - preview.pages.scale * 595) / 2
    at = QPoint(round(page_left + right * preview.pages.scale), round(height_of(preview, owner) + down))
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    preview.pointed.disconnect(connection)
    (owner,) = told
    return owner


def test_a_page_drawn_alone_looks_like_that_of_the_file(dressed: None, qtbot: QtBot) -> None:
    del dressed, qtbot
    layout, parent = lay_out(long_plan()), QObject()
    whole = opened(draw(layout, range(len(layout.pages))), parent)
    for page in (0, 1, 7, len(layout.pages) - 1):
        assert opened(draw(layout, [page]), parent).render(0, SIZE) == whole.render(page, SIZE)


def test_words_are_seen_before_the_file_is_whole(preview: Preview, qtbot: QtBot) -> None:
    plan = long_plan()
    see(preview, plan, qtbot)
    assert preview.shown is not plan
    qtbot.waitUntil(lambda: preview.shown is plan)
    newer = text.set_words(plan, "i0", plain("Chữ khác hẳn"))
    see(preview, newer, qtbot)
    assert preview.shown is plan, "the file is still the old one"
    qtbot.waitUntil(lambda: preview.shown is newer)


def test_the_old_picture_stays_until_the_new_one_is_there(preview: Preview, qtbot: QtBot) -> None:
    plan = long_plan()
    see_whole(preview, plan, qtbot)
    old = grabbed(preview)
    preview.show_plan(text.set_words(plan, "i0", plain("Chữ khác hẳn")))
    pictures = [grabbed(preview)]
    while preview.seen is None or preview.seen is plan:
        qtbot.wait(1)
        pictures.append(grabbed(preview))
    new = grabbed(preview)
    assert new != old
    assert all(picture in (old, new) for picture in pictures)


def grabbed(preview: Preview) -> QImage:
    return preview.pages.viewport().grab().toImage()


def test_scrolling_to_a_page_that_is_not_drawn_yet_draws_it(preview: Preview, qtbot: QtBot) -> None:
    plan = long_plan()
    see(preview, plan, qtbot)
    bar = preview.pages.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert preview.seen is None
    qtbot.waitUntil(lambda: preview.seen is plan)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: preview.seen is plan)


def test_what_is_marked_keeps_its_height_when_words_come_in_above(preview: Preview, qtbot: QtBot) -> None:
    plan = long_plan()
    see(preview, plan, qtbot)
    preview.go_to("i40")
    qtbot.waitUntil(lambda: preview.seen is plan)
    assert preview.pages.is_in_sight(Spot(*preview.printed.places["i40"]) if preview.printed else Spot(0, 0))
    before = height_of(preview, "i40")
    newer = replace(plan, body=(Item("new", Mark.ARABIC, plain("Việc mới " * 150)), *plan.body))
    see(preview, newer, qtbot)
    assert height_of(preview, "i40") == pytest.approx(before, abs=1.5)


def test_without_a_mark_in_sight_the_place_stays(preview: Preview, qtbot: QtBot) -> None:
    plan = long_plan()
    see(preview, plan, qtbot)
    bar = preview.pages.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    spot = preview.pages.spot()
    see(preview, text.set_words(plan, "i0", plain("Ngắn")), qtbot)
    assert preview.pages.spot().page == spot.page
    assert preview.pages.spot().top == pytest.approx(spot.top, abs=2)


def test_the_mark_moves_with_its_words(preview: Preview, qtbot: QtBot) -> None:
    plan = long_plan()
    see(preview, plan, qtbot)
    assert preview.go_to("i3")
    newer = text.remove_nodes(plan, ["i1"])
    see(preview, newer, qtbot)
    assert preview.printed is not None
    assert preview.pages.marked == Spot(*preview.printed.places["i3"])
    see(preview, text.remove_nodes(newer, ["i3"]), qtbot)
    assert preview.pages.marked is None


def test_what_is_not_printed_yet_is_gone_to_later(preview: Preview, qtbot: QtBot) -> None:
    plan = long_plan()
    see(preview, plan, qtbot)
    newer = replace(plan, body=(*plan.body, Item("last", Mark.ARABIC, plain("Việc cuối"))))
    preview.show_plan(newer)
    assert not preview.go_to("last")
    qtbot.waitUntil(lambda: preview.seen is newer)
    assert preview.pages.is_in_sight(Spot(*preview.printed.places["last"]) if preview.printed else Spot(0, 0))


@pytest.mark.parametrize("owner", ["b1", "i0", "i1", "i40", "r1", "r2", "a1", "g", "w2", "w150", "x1"])
def test_a_click_tells_what_stands_there(preview: Preview, qtbot: QtBot, owner: str) -> None:
    see(preview, long_plan(), qtbot)
    preview.go_to(owner)
    qtbot.waitUntil(lambda: preview.seen is not None)
    assert click(preview, owner, right=120) == owner


def test_a_click_on_the_signature_is_not_one_on_the_recipients(preview: Preview, qtbot: QtBot) -> None:
    see(preview, long_plan(), qtbot)
    preview.go_to("r1")
    assert click(preview, "r1", right=450) == paragraph.SIGNATURE
    preview.go_to(paragraph.HEADER)
    assert click(preview, paragraph.HEADER, right=300, down=30) == paragraph.HEADER


def test_pictures_take_little_room(dressed: None, qtbot: QtBot) -> None:
    del dressed
    layout, parent = lay_out(long_plan()), QObject()
    count = len(layout.pages)
    pictures = PagePictures(parent)
    pictures.load(draw(layout, range(count)), range(count), anew=True)
    large = QSize(2100, 2970)
    for page in range(count):
        pictures.picture(page, large)
    qtbot.waitUntil(lambda: pictures.is_new(count - 1, large), timeout=20_000)
    kept = [page for page in range(count) if pictures.is_new(page, large)]
    assert kept == [count - 3, count - 2, count - 1]


def test_a_picture_of_an_older_text_never_counts_as_new(dressed: None, qtbot: QtBot) -> None:
    del dressed
    parent, plan = QObject(), long_plan()
    pictures = PagePictures(parent)
    for number in range(12):
        plan = text.set_words(plan, "i0", plain(f"Chữ {number}"))
        pictures.load(draw(lay_out(plan), [0]), [0], anew=True)
        pictures.picture(0, SIZE)
        qtbot.wait(number % 3)
    qtbot.waitUntil(lambda: pictures.picture(0, SIZE) is not None and pictures.is_new(0, SIZE), timeout=20_000)
    shown = pictures.picture(0, SIZE)
    again = PagePictures(parent)
    again.load(draw(lay_out(plan), [0]), [0], anew=True)
    qtbot.waitUntil(lambda: again.picture(0, SIZE) is not None)
    assert shown == again.picture(0, SIZE)


def test_the_page_may_be_left_while_its_print_is_made(hands: Hands) -> None:
    page = hands.add(little_plan(1500))
    table = next(iter(page.plan.appendices[0].nodes))
    after = tables.remove_rows(page.plan, table.id, ("w1",))
    page.preview.show_plan(after)
    hands.window.drop_page(page)
    hands.bot.wait(800)
    assert not hands.said()


def test_a_click_does_not_move_the_paper(preview: Preview, qtbot: QtBot) -> None:
    long = Item("long", Mark.ARABIC, plain("chữ này chữ kia " * 900))
    see(preview, replace(long_plan(), body=(long,)), qtbot)
    bar = preview.pages.verticalScrollBar()
    bar.setValue(round(preview.pages.height_of(Spot(1, 150))))
    top = bar.value()
    told: list[str] = []
    preview.pointed.connect(told.append)
    preview.pointed.connect(preview.go_to)
    QTest.mouseClick(preview.pages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
    assert told == ["long"]
    assert bar.value() == top
    preview.go_to("r1")
    assert bar.value() > top


def test_the_paper_and_the_text_lead_to_each_other(hands: Hands) -> None:
    page = hands.add(little_plan(40))
    page.go_to(paragraph.SIGNATURE)
    hands.bot.waitUntil(lambda: page.preview.seen is page.plan, timeout=20_000)
    for owner in ("i1", "b1", "r2", paragraph.HEADER, "w30", "w31"):
        page.preview.go_to(owner)
        hands.bot.waitUntil(lambda: page.preview.seen is page.plan, timeout=20_000)
        assert click(page.preview, owner, right=120) == owner
        grid = page.grid()
        here = grid.here() if grid else page.surface.at and page.surface.at.owner
        assert here == (owner if owner != paragraph.HEADER else "")
        assert page.preview.pages.marked == Spot(*_places(page.preview)[owner])


def test_the_mark_follows_the_cursor_into_head_and_signature(hands: Hands) -> None:
    page = hands.add(little_plan())
    for part, owner in (("signatory", paragraph.SIGNATURE), ("agency", paragraph.HEADER)):
        page.surface.put_cursor(paragraph.Place("", part))
        spot = Spot(*_places(page.preview)[owner])
        hands.bot.waitUntil(partial(_is_marked, page.preview, spot))


def _is_marked(preview: Preview, spot: Spot) -> bool:
    return preview.pages.marked == spot


def _places(preview: Preview) -> dict[str, tuple[int, float]]:
    return dict(preview.printed.places) if preview.printed else {}


def test_after_a_click_on_paper_the_keyboard_is_in_the_text(hands: Hands) -> None:
    page = hands.add(little_plan())
    page.preview.pages.setFocus()
    page.preview.pointed.emit("i1")
    assert page.surface.hasFocus()
    assert page.surface.at is not None
    assert page.surface.at.owner == "i1"
    page.preview.pointed.emit(next(iter(page.tabs.grids)))
    grid = page.grid()
    assert grid is not None
    assert grid.hasFocus()
