"""From a changed word to its picture on paper, beside printing from nothing; and from a key to the letter meanwhile."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from tests.bench.figure import Figure
from tests.documents.writing.pdf.building import fresh, item, make_plan, sentence, task_table, with_table
from tthc_desktop.documents.writing.pdf import rendered
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing import tasks, text
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, tables
from tthc_desktop.models.plan import Appendix, Item, Node, Plan, words
from tthc_desktop.models.table import Role, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain
from tthc_desktop.ui import app
from tthc_desktop.ui.background import Background
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.opening import load_page_fonts, open_office
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.plan.preview import Preview
from tthc_desktop.ui.singletons import hold_for_ever

EDITS, KEYS, WORD = 60, 240, 6
BETWEEN_KEYS, BETWEEN_CHANGES = 30, 90
"""Milliseconds."""
PATIENCE = 20_000
ROWS = 5000
Edit = tuple[Id, Plan]
"""The owner of the changed words, and the plan with them."""


def run() -> Iterable[Figure]:
    """Yield medians and 95th percentiles in milliseconds."""
    application = QApplication.instance() or app.make_application()
    assert isinstance(application, QApplication)
    hold_for_ever()
    load_page_fonts()
    for name, plan in (("30 trang", text_plan()), (f"{ROWS} hàng", table_plan())):
        times, pages, peer = previewed(plan)
        for share, at in (("p50", 50), ("p95", 95)):
            yield Figure(f"lên giấy, {name} ({pages} trang), {share}", percentile(times, at), "ms", "in từ đầu", peer)
        for printing, what in ((False, "gõ phím"), (True, "gõ phím khi dựng không nghỉ")):
            ours, alone = typed(plan, printing=printing)
            yield Figure(f"{what}, {name}, p95", percentile(ours, 95), "ms", "ô soạn trống của Qt", alone)


def percentile(times: Sequence[float], at: int) -> float:
    return round(quantiles(times, n=100)[at - 1], 1)


# The plans


def text_plan() -> Plan:
    """Return a plan of some thirty pages: text of a hundred and fifty paragraphs, tables within and behind it."""
    random = Random(30)
    held: dict[Id, Task] = {}

    def table(count: int) -> Table:
        made, printed = task_table(random, count)
        held.update(printed)
        return replace(made, columns=tuple(replace(column, id=fresh()) for column in made.columns))

    def paragraph(mark: Mark, least: int, most: int, *below: Node) -> Item:
        return item(mark, sentence(random, random.randint(least, most)), *below)

    body = []
    for part in range(6):
        below = [paragraph(Mark.ARABIC, 20, 90, *(paragraph(Mark.LETTER, 30, 110) for _ in range(4))) for _ in range(5)]
        title = item(Mark.ROMAN, sentence(random, 8).upper(), heading=True)
        body.append(replace(title, children=(*below, *((table(12),) if part % 2 else ()))))
    appendix = Appendix(fresh(), plain("Danh mục nhiệm vụ"), landscape=True, nodes=(table(60),))
    return make_plan(*body, appendices=(appendix,), tasks=held)


def table_plan() -> Plan:
    """Return a plan whose appendix is a table of thousands of rows."""
    return with_table(*task_table(Random(5), ROWS))


def one_word_more(random: Random, plan: Plan) -> Edit:
    """Change one word, anywhere in the plan."""
    rows = [row for table, _ in tables(plan) for row in table.rows if row.task_id]
    paragraphs = [found for found, _ in items(plan.body) if not found.task_id]
    word = random.choice(("rõ", "ngay", "thường xuyên", "Ủy ban nhân dân tỉnh"))
    if random.randrange(len(rows) + len(paragraphs)) < len(paragraphs):
        found = random.choice(paragraphs)
        return found.id, text.set_words(plan, found.id, plain(f"{words(plan, found)} {word}"))
    row = random.choice(rows)
    content = plain(f"{plan.tasks[row.task_id].content} {word}")
    return row.id, tasks.set_task(plan, row.task_id, Role.CONTENT, content)


# From a changed word to the picture of its page


class Painted(QObject):
    """Calls back after a widget has painted itself."""

    def __init__(self, widget: QWidget, call: Callable[[], object]) -> None:
        super().__init__(widget)
        self._call = call
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the event pass."""
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._call)
        return False


def previewed(plan: Plan) -> tuple[list[float], int, float]:
    """Return the times of random edits in milliseconds, the number of pages, and the time of a print from nothing."""
    random = Random(7)
    background = Background(None, _fail)
    preview = Preview(background)
    preview.failed.connect(_fail)
    preview.resize(520, 700)
    preview.show()
    _until_seen(preview, plan)
    times, peers = [], []
    for number in range(EDITS):
        owner, plan = one_word_more(random, plan)
        preview.go_to(owner)
        rest(random.randint(20, 600))
        times.append(_until_seen(preview, plan))
        if number % 20 == 0:
            wait_for(partial(_is_whole, preview, plan))
            peers.append(timed(partial(rendered, plan)))
    pages = preview.pages.pages
    background.finish()
    preview.deleteLater()
    return times, pages, round(min(peers))


def _is_whole(preview: Preview, plan: Plan) -> bool:
    return preview.shown is plan


def _until_seen(preview: Preview, plan: Plan) -> float:
    """Return how long it takes until the pages in sight have been painted as a plan has them."""
    loop = QEventLoop()
    painted = Painted(preview.pages.viewport(), lambda: loop.quit() if preview.seen is plan else None)
    begun = perf_counter()
    preview.show_plan(plan)
    QTimer.singleShot(PATIENCE, loop, loop.quit)
    loop.exec()
    assert preview.seen is plan, "the preview never showed the plan"
    taken = (perf_counter() - begun) * 1000
    preview.pages.viewport().removeEventFilter(painted)
    return taken


# From a key to the letter


def typed(plan: Plan, *, printing: bool) -> tuple[list[float], float]:
    """Return how long each key takes until its letter is painted, and the same in a bare text of Qt.

    Words become changes and are printed; with `printing` other prints are made all the time too.
    """
    with opened(plan) as (window, page):
        variants = cycle(_variants(page.plan))
        press = QTimer(page, interval=BETWEEN_CHANGES)
        press.timeout.connect(lambda: page.preview.show_plan(next(variants)))
        if printing:
            press.start()
        page.surface.setFocus()
        place_cursor(page.surface)
        ours = key_times(page.surface)
        press.stop()
        window.activateWindow()
    bare = QTextEdit()
    bare.resize(800, 700)
    bare.setPlainText("\n".join(str(words(plan, found)) for found, _ in items(plan.body)))
    bare.show()
    place_cursor(bare)
    theirs = key_times(bare)
    bare.deleteLater()
    return ours, percentile(theirs, 95)


def _variants(plan: Plan) -> list[Plan]:
    random = Random(3)
    return [one_word_more(random, plan)[1] for _ in range(20)]


@contextmanager
def opened(plan: Plan) -> Iterator[tuple[MainWindow, PlanPage]]:
    """Give the real window with a plan of an office of its own."""
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat))
        window.resize(1366, 740)
        window.show()
        open_office(window, Path(folder) / "van-phong.tthc")
        window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
        page = window.desk.open_plan(plan.id)
        assert page is not None
        wait_for(lambda: page.preview.shown is page.plan)
        yield window, page
        window.close()
        window.deleteLater()
        rest(20)


def place_cursor(editor: QTextEdit) -> None:
    """Put the cursor at the end of a long paragraph of the text."""
    document = editor.document()
    block = max((document.findBlockByNumber(n) for n in range(document.blockCount())), key=lambda one: one.length())
    cursor = editor.textCursor()
    cursor.setPosition(block.position() + block.length() - 1)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def key_times(editor: QTextEdit) -> list[float]:
    """Return the milliseconds from each key to the end of the painting that shows it."""
    times: list[float] = []
    begun: list[float] = []
    loop = QEventLoop()
    painted = Painted(editor.viewport(), lambda: times.append((perf_counter() - begun.pop()) * 1000) if begun else None)

    def press() -> None:
        if len(times) >= KEYS:
            loop.quit()
        elif not begun:
            begun.append(perf_counter())
            letter = " " if len(times) % WORD == WORD - 1 else "a"
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.postEvent(editor, event)

    hands = QTimer(editor, interval=BETWEEN_KEYS)
    hands.timeout.connect(press)
    hands.start()
    QTimer.singleShot(PATIENCE, loop, loop.quit)
    loop.exec()
    hands.stop()
    editor.viewport().removeEventFilter(painted)
    return times


# Small helps


def timed(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000


def rest(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(ready: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    end = perf_counter() + PATIENCE / 1000
    while not ready():
        rest(10)
        assert perf_counter() < end, "the window never got there"


def _fail(error: Exception) -> None:
    raise error
