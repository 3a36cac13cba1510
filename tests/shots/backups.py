"""Pictures of the backups."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.backups.standing import Standing
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.models.editing.tables import remove_rows
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain
from tthc_desktop.office import Office
from tthc_desktop.storage.backups import listed, make
from tthc_desktop.ui.backups.going_back import ask_to_go_back
from tthc_desktop.ui.backups.inside.page import InsidePage
from tthc_desktop.ui.backups.inside.survey import Sort, walk
from tthc_desktop.ui.backups.opening import set_up
from tthc_desktop.ui.backups.page import BackupsPage
from tthc_desktop.ui.backups.secrets import SecretDialog
from tthc_desktop.ui.main_window import MainWindow

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]
_REASONS = (Reason.DAY, Reason.IMPORT, Reason.CLOSE, Reason.MERGE, Reason.DAY, Reason.ASKED, Reason.UPGRADE)
_AT = datetime(2026, 11, 26, 1, 1, tzinfo=UTC)


def _office(window: MainWindow) -> Office:
    office = window.desk.office
    assert office is not None
    return office


def _page(window: MainWindow, wait: Wait) -> BackupsPage:
    window.commands["backups"].trigger()
    page = window.page()
    assert isinstance(page, BackupsPage)
    wait(lambda: not page.is_looking())
    return page


def _fill(window: MainWindow) -> Plan:
    """Give the office plans and backups, then lose some of a plan."""
    office = _office(window)
    plan = sample_plan()
    office.change(Change("Thêm kế hoạch", ((None, plan),)))
    for at, reason in enumerate(_REASONS):
        make(office.path, reason, _AT - timedelta(hours=9 * (len(_REASONS) - at)))
        more = replace(sample_plan(), title=plain(f"Kiểm soát thủ tục hành chính năm {2031 + at}"))
        office.change(Change("Thêm kế hoạch", ((None, more),)))
    table = [table for table, _ in tables(plan)][-1]
    lost = remove_rows(plan, table.id, [row.id for row in table.rows[1:3]])
    last = list(office.plans.values())[-2]
    task_id, task = next(iter(lost.tasks.items()))
    lost = replace(lost, tasks={**lost.tasks, task_id: replace(task, deadline=plain("Quý IV/2031"))})
    office.change(Change("Sửa kế hoạch", ((plan, lost), (last, None))))
    return plan


def backups_empty(window: MainWindow, wait: Wait) -> None:
    _page(window, wait)


def backups(window: MainWindow, wait: Wait) -> None:
    _fill(window)
    stored = listed(_office(window).path)
    _spoil(stored[2].path)
    page = _page(window, wait)
    page.note([(stored[2], ("Tệp sao lưu đã bị thay đổi hoặc hỏng từ lúc ghi.",)), (stored[1], ())])
    page.view.go_to(str(stored[0].path))


def _spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 255
    path.write_bytes(data)


def _inside(window: MainWindow, wait: Wait) -> InsidePage:
    page = _page(window, wait)
    page.view.go_to(page.table.kept[0].id)
    page.buttons["look_into"].click()
    wait(lambda: isinstance(window.page(), InsidePage))
    inside = window.page()
    assert isinstance(inside, InsidePage)
    wait(lambda: not inside.is_looking())
    return inside


def backup_inside(window: MainWindow, wait: Wait) -> None:
    plan = _fill(window)
    inside = _inside(window, wait)
    inside.tree.expandAll()
    inside.tree.go_to((Sort.PLAN, plan.id, plan.id))
    wait(lambda: not inside.is_looking())


def backup_task(window: MainWindow, wait: Wait) -> None:
    _fill(window)
    inside = _inside(window, wait)
    inside.only_others.setChecked(False)
    wait(lambda: not inside.is_looking())
    inside.tree.expandAll()
    parts = walk(inside.tree.parts.top)
    key = next(part.key for part in parts if part.sort is Sort.TASK and part.standing is Standing.OTHER)
    inside.tree.go_to(key)
    wait(lambda: not inside.is_looking())


def backup_settings(window: MainWindow, wait: Wait) -> QWidget:
    """Show a second place and a password typed twice that are still to be taken."""
    _fill(window)
    page = _page(window, wait)
    office = _office(window)
    with_usb = office.path.parent / "USB văn thư"
    with_usb.mkdir()
    dialog = set_up(window, office)
    dialog.take(with_usb)
    wait(lambda: "Đã ghi" in dialog.outcome.text())
    wait(lambda: not page.is_looking())
    for field in (dialog.lock.secret, dialog.lock.again):
        field.setText("sông Ngân 2030")
    return dialog


def backup_going_back(window: MainWindow, wait: Wait) -> QWidget:
    _fill(window)
    page = _page(window, wait)
    return ask_to_go_back(window, _office(window).path, page.table.kept[0].stored)


def backup_secret(window: MainWindow, wait: Wait) -> QWidget:
    del wait
    dialog = SecretDialog(window)
    dialog.open()
    dialog.secret.setText("sông Ngân 2030")
    return dialog


BACKUPS: dict[str, Screen] = {
    "backups-empty": backups_empty,
    "backups": backups,
    "backup-inside": backup_inside,
    "backup-task": backup_task,
    "backup-settings": backup_settings,
    "backup-going-back": backup_going_back,
    "backup-secret": backup_secret,
}
