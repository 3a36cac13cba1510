"""What each picture shows: every screen empty, full and overfull."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.flows.paper import PAPER
from tests.shots import grids
from tests.shots.backups import BACKUPS
from tests.shots.checking_print import CHECKING_PRINT
from tests.shots.correcting import CORRECTING
from tests.shots.days import DAYS
from tests.shots.drawing_up import DRAWING_UP
from tests.shots.handing_over import HANDING_OVER
from tests.shots.helping import HELPING
from tests.shots.importing import IMPORTING
from tests.shots.importing_tables import IMPORTING_TABLES
from tests.shots.installed import INSTALLED
from tests.shots.merging import MERGING
from tests.shots.offering import OFFERING
from tests.shots.overview import OVERVIEW
from tests.shots.particulars import PARTICULARS
from tests.shots.printing import PRINTING
from tests.shots.regimes import REGIMES
from tests.shots.reporting import REPORTING
from tests.shots.rescuing import RESCUING
from tests.shots.rubbish import RUBBISH
from tests.shots.signed import SIGNED
from tests.shots.signing_here import SIGNING_HERE
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.comparison import Difference, What
from tthc_desktop.models.editing.life import issue_plan, keep_version
from tthc_desktop.models.editing.tables import insert_rows
from tthc_desktop.models.editing.text import insert_nodes, move_nodes, set_words
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, tables
from tthc_desktop.models.plan import Item, Plan, SourceLine
from tthc_desktop.models.rollforward import proposals, works
from tthc_desktop.models.rollforward import roll_forward as roll
from tthc_desktop.models.skeleton import skeleton
from tthc_desktop.models.table import Row, RowKind
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain
from tthc_desktop.models.version import Issue
from tthc_desktop.ui.help import keys_sheet
from tthc_desktop.ui.importing.reading import review
from tthc_desktop.ui.importing.review import ReviewPage
from tthc_desktop.ui.life.comparing import ComparePage
from tthc_desktop.ui.life.keeping import show_versions
from tthc_desktop.ui.life.rolling import RollPage
from tthc_desktop.ui.life.side_by_side import show_comparison
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.pasting.clips import Clip
from tthc_desktop.ui.plan.page import PlanPage
from tthc_desktop.ui.searching.everywhere import EverywherePage
from tthc_desktop.ui.searching.word_count import count_sheet

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]
LONG = "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính liên thông cấp tỉnh, cấp xã khu vực phía Bắc"
MANY = 5000


def _add(window: MainWindow, plan: Plan) -> None:
    window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))


def _open(window: MainWindow, wait: Wait, plan: Plan) -> PlanPage:
    _add(window, plan)
    page = window.desk.open_plan(plan.id)
    assert page is not None
    wait(lambda: page.preview.shown is page.plan)
    return page


def start_empty(window: MainWindow, wait: Wait) -> None:
    del window, wait


def start_full(window: MainWindow, wait: Wait) -> None:
    del wait
    for year in (2028, 2029, 2030):
        _add(window, replace(sample_plan(), title=plain(f"Kiểm soát thủ tục hành chính năm {year}")))


def start_overfull(window: MainWindow, wait: Wait) -> None:
    del wait
    for year in range(2001, 2031):
        _add(window, replace(sample_plan(), title=plain(f"{LONG} – công tác năm {year}")))


def plan_text(window: MainWindow, wait: Wait) -> None:
    page = _open(window, wait, sample_plan())
    page.surface.setFocus()


def plan_table(window: MainWindow, wait: Wait) -> None:
    page = _open(window, wait, sample_plan())
    table = [table for table, _ in tables(page.plan)][-1]
    page.go_to(table.id)
    grid = page.grid()
    assert grid is not None
    grid.setCurrentIndex(grid.cells.index(2, 1))
    grid.setFocus()


def plan_new(window: MainWindow, wait: Wait) -> None:
    _add(window, plan := skeleton())
    page = window.desk.open_plan(plan.id)
    assert isinstance(page, PlanPage)
    wait(lambda: page.preview.shown is page.plan)


def plan_overfull(window: MainWindow, wait: Wait) -> None:
    page = _open(window, wait, overfull(sample_plan()))
    page.go_to([table for table, _ in tables(page.plan)][-1].id)
    page.problems.show()
    window.messages.trouble(UserError("Không ghi được tệp “E:\\Kế hoạch.pdf”: ổ đĩa đã đầy.", "Hãy xóa bớt tệp."))
    window.messages.tell(Kind.GOOD, f"Đã xóa “{LONG}”.", "", ("Hoàn tác", window.desk.undo))


def overfull(plan: Plan) -> Plan:
    """Return the plan with 5,000 long rows in its last table, and lines without a place."""
    tasks = [_long_task(number) for number in range(MANY)]
    rows = [Row(new_id(), RowKind.TASK, level=1, task_id=task.id) for task in tasks]
    table = [table for table, _ in tables(plan)][-1]
    lines = tuple(SourceLine(number, LONG) for number in range(1, 40))
    whole = replace(plan, title=plain(f"{LONG} {LONG}"), unplaced=lines)
    return insert_rows(whole, table.id, len(table.rows), rows, tasks=tasks)


def _long_task(number: int) -> Task:
    return Task(
        new_id(), plain(f"Việc {number}: {LONG}"), plain(LONG), plain(f"{LONG}; {LONG}"), plain(LONG), plain("12/2030")
    )


def find_text(window: MainWindow, wait: Wait) -> None:
    page = _open(window, wait, sample_plan())
    _look_for(window, "thu tuc")
    page.finder.step(1)


def find_table(window: MainWindow, wait: Wait) -> None:
    page = _open(window, wait, sample_plan())
    page.go_to([table for table, _ in tables(page.plan)][-1].id)
    window.commands["replace"].trigger()
    page.finder.bar.options.buttons["accents"].click()
    page.finder.bar.other.setText("Phòng Công nghiệp")
    _look_for(window, "phong quan ly")
    page.finder.step(1)
    page.finder.step(1)


def zoomed_text(window: MainWindow, wait: Wait) -> None:
    page = _open(window, wait, sample_plan())
    for _ in range(3):
        page.zooming.zoom(1)
    page.surface.setFocus()


def zoomed_table(window: MainWindow, wait: Wait) -> None:
    plan_table(window, wait)
    page = window.page()
    for _ in range(3):
        page.zoom(1)


def word_count(window: MainWindow, wait: Wait) -> QWidget:
    page = _open(window, wait, sample_plan())
    page.surface.selectAll()
    sheet = count_sheet(page)
    sheet.show()
    return sheet


def find_everywhere(window: MainWindow, wait: Wait) -> None:
    page = _everywhere(window, wait)
    page.tree.setFocus()


def replace_everywhere(window: MainWindow, wait: Wait) -> None:
    page = _everywhere(window, wait)
    page.begin_replacing()
    page.options.buttons["accents"].click()
    page.other.setText("thủ tục hành chính")
    wait(lambda: not page._query.accents and bool(page.results.found))
    page.results.setData(page.results.index(2, 0, page.results.index(0, 0)), 0, Qt.ItemDataRole.CheckStateRole)


def _everywhere(window: MainWindow, wait: Wait) -> EverywherePage:
    for year in (2028, 2029, 2030):
        _add(window, replace(sample_plan(), title=plain(f"Kiểm soát thủ tục hành chính năm {year}")))
    window.commands["find_everywhere"].trigger()
    page = window.page()
    assert isinstance(page, EverywherePage)
    page.open("tthc")
    wait(lambda: bool(page.results.found))
    return page


def quick(window: MainWindow, wait: Wait) -> None:
    _open(window, wait, sample_plan())
    _type_quick(window, "quick", "kiem")


def quick_go(window: MainWindow, wait: Wait) -> None:
    _open(window, wait, sample_plan())
    _type_quick(window, "go_to", "phụ lục II hàng 2")


def _type_quick(window: MainWindow, command: str, words: str) -> None:
    window.commands[command].trigger()
    assert window.quick is not None
    window.quick.palette.words.setText(words)
    window.quick.palette.look()


def _look_for(window: MainWindow, words: str) -> None:
    page = window.page()
    assert isinstance(page, PlanPage)
    if page.finder.bar.isHidden():
        window.commands["find"].trigger()
    page.finder.bar.words.setText(words)
    page.finder.bar.asked.emit()


def review_full(window: MainWindow, wait: Wait) -> None:
    _review(window, wait, PAPER)


def review_overfull(window: MainWindow, wait: Wait) -> None:
    page = _review(window, wait, PAPER.replace("II. NỘI DUNG", "V. NỘI DUNG"), {4, 8, 12, 13, 14, 20})
    page.source.setCurrentIndex(page.lines.index(6, 0))


def _review(window: MainWindow, wait: Wait, paper: str, without: set[int] | None = None) -> ReviewPage:
    draft = read_text(paper, "ke-hoach-2030.txt")
    placed = {line: owner for line, owner in draft.placed.items() if line not in (without or set())}
    page = review(window, replace(draft, placed=placed))
    wait(lambda: page.preview.shown is not None)
    return page


def paste_proposal(window: MainWindow, wait: Wait) -> None:
    page = _open(window, wait, sample_plan())
    page.surface.go_to(next(node.id for node in page.plan.body[1:] if isinstance(node, Item)))
    page.pasting.receive(Clip(html="".join(_copy(name) for name in ("word_2016.html", "word_365_table.html"))))
    proposal = page.pasting.proposal
    assert proposal is not None
    proposal.parts.choose(proposal.parts.parts.index(1, 0))
    proposal.parts.setFocus()


def paste_overfull(window: MainWindow, wait: Wait) -> None:
    page = _open(window, wait, overfull(sample_plan()))
    lines = "".join(f"<li>{LONG} {LONG}</li>" for _ in range(40))
    page.pasting.receive(Clip(html=f"<h2>{LONG}</h2><img><ol start=7>{lines}</ol>{_copy('excel_block.html')}"))
    wait(lambda: page.pasting.proposal is not None)
    proposal = page.pasting.proposal
    assert proposal is not None
    for row in (2, 5):
        proposal.parts.choose(proposal.parts.parts.index(row, 0))
        QTest.keyClick(proposal.parts, Qt.Key.Key_Space)
    proposal.parts.setFocus()


def paste_kinds(window: MainWindow, wait: Wait) -> QWidget:
    paste_proposal(window, wait)
    page = window.page()
    assert isinstance(page, PlanPage)
    proposal = page.pasting.proposal
    assert proposal is not None
    menu = proposal.parts.offer_kinds()
    assert menu is not None
    return menu


def paste_waiting(window: MainWindow, wait: Wait) -> None:
    page = _open(window, wait, sample_plan())
    page.pasting.receive(Clip(plain="".join(f"{number}. {LONG}\n" for number in range(1, 900))))


def _copy(name: str) -> str:
    return (Path(__file__).parents[1] / "data" / "clipboard" / name).read_text(encoding="utf-8")


def keys(window: MainWindow, wait: Wait) -> QWidget:
    del wait
    sheet = keys_sheet(window)
    sheet.show()
    return sheet


def new_plan(window: MainWindow, wait: Wait) -> None:
    del wait
    _add(window, sample_plan())
    window.commands["new"].trigger()


def roll_forward(window: MainWindow, wait: Wait) -> None:
    _add(window, _last_years())
    window.commands["roll_forward"].trigger()
    page = window.page()
    assert isinstance(page, RollPage)
    wait(page.take.isEnabled)
    page.tree.go_to(next(one for one in page.tree.choices.leaves() if "Thời hạn" in one.words))


def _last_years() -> Plan:
    """Return the sample plan with every kind of year in it."""
    words = (
        "Giảm 5% chi phí tuân thủ so với năm 2025; mục tiêu giai đoạn 2021-2025 và tầm nhìn đến năm 2030 giữ theo "
        "Quyết định số 12/QĐ-UBND ngày 03/01/2026 của Ủy ban nhân dân tỉnh về cải cách hành chính năm 2026; "
        "xử lý xong 2026 hồ sơ."
    )
    plan = sample_plan()
    return insert_nodes(plan, plan.body[0].id, 0, (Item(new_id(), Mark.ARABIC, plain(words)),))


def compared(window: MainWindow, wait: Wait) -> None:
    plan = sample_plan()
    offered = proposals(plan, 1)
    later = roll(plan, 1, [one for one in offered if one.taken], [work.id for work in works(plan)][3:5])
    last = later.body[-1]
    assert isinstance(last, Item)
    words = "Giữ cho mọi quy định về TTHC của tỉnh đều thật sự cần thiết, dễ hiểu và ít tốn kém cho người dân."
    first = next(item for item, _ in items(later.body) if str(item.text).startswith("Giữ cho mọi"))
    later = set_words(move_nodes(later, [last.children[0].id], last.id, 2), first.id, plain(words))
    _add(window, plan)
    _add(window, later)
    show_comparison(window, plan.id, later.id)
    page = window.page()
    assert isinstance(page, ComparePage)
    wait(lambda: bool(page.found))
    page.tree.go_to(next(one for one in page.tree.choices.leaves() if _is_reworded(one.key)))


def _is_reworded(key: object) -> bool:
    return isinstance(key, Difference) and key.what is What.REWORDED


def _issued(window: MainWindow) -> Plan:
    """Add a plan with two versions that was issued since."""
    plan = sample_plan()
    _add(window, plan)
    at = datetime(2026, 1, 3, 8, 15, tzinfo=UTC)
    for number, name in enumerate(("trình Chánh Văn phòng", "trình Giám đốc lần 1")):
        _add(window, keep_version(plan, name, at + timedelta(days=number)))
    assert window.desk.office is not None
    sha = window.desk.office.keep_file(render(plan))
    issue = Issue("15", plan.header.symbol, date(2026, 1, 9), sha, "15-KH-SCT-2026-01-09.pdf")
    issued = issue_plan(plan, issue)
    window.desk.apply(Change("Ban hành", ((plan, issued),)))
    return issued


def start_versions(window: MainWindow, wait: Wait) -> None:
    del wait
    _add(window, replace(sample_plan(), title=plain("Rà soát thủ tục hành chính năm 2026")))
    _issued(window)


def versions(window: MainWindow, wait: Wait) -> None:
    del wait
    show_versions(window, _issued(window).id)


def issued(window: MainWindow, wait: Wait) -> None:
    page = window.desk.open_plan(_issued(window).id)
    assert page is not None
    wait(lambda: page.preview.shown is page.plan)


def issuing(window: MainWindow, wait: Wait) -> None:
    _open(window, wait, sample_plan())
    window.commands["issue"].trigger()


SCREENS: dict[str, Screen] = {
    **grids.SCREENS,
    "start-empty": start_empty,
    "start-full": start_full,
    "start-overfull": start_overfull,
    "plan-new": plan_new,
    "plan-text": plan_text,
    "plan-table": plan_table,
    "plan-overfull": plan_overfull,
    "find-text": find_text,
    "find-table": find_table,
    "find-everywhere": find_everywhere,
    "replace-everywhere": replace_everywhere,
    "quick": quick,
    "word-count": word_count,
    "zoomed-text": zoomed_text,
    "zoomed-table": zoomed_table,
    "quick-go": quick_go,
    "review-full": review_full,
    "review-overfull": review_overfull,
    "new-plan": new_plan,
    "roll-forward": roll_forward,
    "compare": compared,
    "start-versions": start_versions,
    "versions": versions,
    "issuing": issuing,
    "issued": issued,
    "paste-proposal": paste_proposal,
    "paste-overfull": paste_overfull,
    "paste-kinds": paste_kinds,
    "paste-waiting": paste_waiting,
    **OFFERING,
    **MERGING,
    **CORRECTING,
    **RUBBISH,
    **RESCUING,
    **PARTICULARS,
    **BACKUPS,
    **REPORTING,
    **DAYS,
    **DRAWING_UP,
    **REGIMES,
    **OVERVIEW,
    **IMPORTING_TABLES,
    **IMPORTING,
    **SIGNED,
    **CHECKING_PRINT,
    **HANDING_OVER,
    **SIGNING_HERE,
    **PRINTING,
    **HELPING,
    **INSTALLED,
    "keys": keys,
}
