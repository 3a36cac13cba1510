"""What is printed for the preview, in which order, and what is given up."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.papers import little_plan
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain
from tthc_desktop.ui.background import Background
from tthc_desktop.ui.plan.press import Press, Printed


class Reader:
    """Keeps what comes from a press."""

    def __init__(self, background: Background) -> None:
        self.came: list[Printed] = []
        self.errors: list[Exception] = []
        self.press = Press(background, background)
        self.press.came.connect(self.came.append)
        self.press.failed.connect(self.errors.append)

    def plans(self) -> list[Plan]:
        return [found.layout.plan for found in self.came]


@pytest.fixture
def background(dressed: None, qtbot: QtBot) -> Iterator[Background]:
    del dressed, qtbot
    made = Background(None, lambda error: pytest.fail(repr(error)))
    yield made
    made.finish()


def titled(plan: Plan, words: str) -> Plan:
    return replace(plan, title=plain(words))


def test_pages_in_sight_come_first_and_the_whole_file_after_a_rest(background: Background, qtbot: QtBot) -> None:
    reader, plan = Reader(background), little_plan(60)
    reader.press.print_plan(plan, [1])
    qtbot.waitUntil(lambda: len(reader.came) == 2)
    first, whole = reader.came
    assert list(first.numbers) == [1]
    assert not first.is_whole
    assert whole.is_whole
    assert whole.data == render(plan)
    assert first.layout is whole.layout
    qtbot.wait(500)
    assert len(reader.came) == 2, "nothing is printed twice"


def test_a_short_plan_is_whole_at_once(background: Background, qtbot: QtBot) -> None:
    reader, plan = Reader(background), little_plan()
    reader.press.print_plan(plan, [0, 1])
    qtbot.waitUntil(lambda: bool(reader.came))
    assert reader.came[0].data == render(plan)
    qtbot.wait(500)
    assert len(reader.came) == 1


def test_of_many_plans_the_last_is_printed(background: Background, qtbot: QtBot) -> None:
    reader, plan = Reader(background), little_plan(60)
    plans = [titled(plan, f"Tên thứ {number}") for number in range(20)]
    for one in plans:
        reader.press.print_plan(one, [0])
    qtbot.waitUntil(lambda: bool(reader.came) and reader.came[-1].is_whole)
    assert [one for one in reader.plans() if one is plans[-1]]
    assert len({id(one) for one in reader.plans()}) <= 2


def test_a_layout_is_made_from_the_one_before(background: Background, qtbot: QtBot) -> None:
    reader, plan = Reader(background), little_plan(60)
    reader.press.print_plan(plan, [0])
    qtbot.waitUntil(lambda: bool(reader.came))
    reader.press.print_plan(titled(plan, "Tên khác"), [0])
    qtbot.waitUntil(lambda: reader.plans()[-1] is not plan)
    first, last = reader.came[0].layout, reader.came[-1].layout
    assert first.kept.tables["tab"] is last.kept.tables["tab"]


def test_the_whole_file_is_given_up_for_what_is_in_sight(background: Background, qtbot: QtBot) -> None:
    reader, plan = Reader(background), little_plan(3000)
    reader.press.print_plan(plan, [0])
    qtbot.waitUntil(lambda: bool(reader.came), timeout=20_000)
    qtbot.waitUntil(lambda: reader.press._job is not None)
    newer = titled(plan, "Tên khác")
    reader.press.print_plan(newer, [2])
    qtbot.waitUntil(lambda: reader.came[-1].layout.plan is newer, timeout=20_000)
    first = reader.came[-1]
    assert list(first.numbers) == [2]
    reader.press.print_pages([7, 8])
    qtbot.waitUntil(lambda: reader.came[-1] is not first, timeout=20_000)
    assert list(reader.came[-1].numbers) == [7, 8]
    qtbot.waitUntil(lambda: reader.came[-1].is_whole, timeout=20_000)
    assert reader.came[-1].layout is first.layout


def test_pages_that_are_not_there_are_the_last_one(background: Background, qtbot: QtBot) -> None:
    reader = Reader(background)
    reader.press.print_plan(little_plan(), [5, 6])
    qtbot.waitUntil(lambda: bool(reader.came))
    assert list(reader.came[0].numbers) == [1]


def test_trouble_is_told_once_and_the_next_plan_is_printed(background: Background, qtbot: QtBot) -> None:
    reader, plan = Reader(background), little_plan()
    reader.press.print_plan(titled(plan, "Tên 中"), [0])
    qtbot.waitUntil(lambda: bool(reader.errors))
    qtbot.wait(400)
    assert [type(error) for error in reader.errors] == [UserError]
    reader.press.print_plan(plan, [0])
    qtbot.waitUntil(lambda: bool(reader.came))


def test_trouble_on_a_page_out_of_sight_is_found_with_the_whole_file(background: Background, qtbot: QtBot) -> None:
    reader, plan = Reader(background), little_plan()
    appendix = replace(plan.appendices[0], title=plain("Danh mục 中"))
    reader.press.print_plan(replace(plan, appendices=(appendix,)), [0])
    qtbot.waitUntil(lambda: bool(reader.errors))
    assert len(reader.came) == 1


def test_a_press_that_is_gone_says_nothing(background: Background, qtbot: QtBot) -> None:
    reader = Reader(background)
    reader.press.print_plan(little_plan(2000), [0])
    reader.press.deleteLater()
    qtbot.wait(1)
    background.finish()
    qtbot.wait(20)
    assert not reader.came


def test_the_end_of_the_program_gives_the_whole_file_up(background: Background, qtbot: QtBot) -> None:
    reader = Reader(background)
    reader.press.print_plan(little_plan(2000), [0])
    qtbot.waitUntil(lambda: bool(reader.came), timeout=20_000)
    qtbot.waitUntil(lambda: reader.press._job is not None)
    background.finish()
    qtbot.wait(400)
    assert len(reader.came) == 1
