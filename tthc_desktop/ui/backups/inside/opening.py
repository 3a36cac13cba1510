"""Opening the page that looks into a backup, and what it asks of the window."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tthc_desktop.models.backups.taking_back import copy_back, named_files
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.version import Stage
from tthc_desktop.office import Office
from tthc_desktop.storage.backups import Stored, is_locked, kept_files
from tthc_desktop.ui.backups import words
from tthc_desktop.ui.backups.inside.page import Doing, InsidePage
from tthc_desktop.ui.backups.secrets import with_secret
from tthc_desktop.ui.life.comparing import ComparePage
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import short, title

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_inside(window: "MainWindow", stored: Stored, then: Holdings) -> InsidePage | None:
    """Show what a backup holds; a page that shows the same one gives way."""
    office = window.desk.office
    if office is None:
        return None
    for page in window.all_pages():
        if isinstance(page, InsidePage) and page.stored.path == stored.path:
            window.drop_page(page)
    doing = Doing(
        now=lambda: office.holdings,
        take=lambda change: _bring(window, office, stored, change),
        copy=lambda plan_id: _copy(window, stored, then, plan_id),
        compare=lambda plan_id: _compare(window, office, stored, then.plans[plan_id]),
    )
    made = InsidePage(stored, then, doing, window.background)
    window.desk.heard.connect(made.hear)
    window.add_page(made)
    made.tree.setFocus()
    return made


def _bring(window: "MainWindow", office: Office, stored: Stored, change: Change) -> None:
    """Bring the files that what comes back names and the office does not have, then make the change."""
    missing = [name for name in sorted(named_files(change.pairs)) if not office.has_file(name)]
    if not missing:
        _take(window, change)
        return

    def work(secret: str) -> None:
        for data in kept_files(stored, missing, secret).values():
            office.keep_file(data)

    def begin(secret: str) -> None:
        window.background.run(lambda _job: work(secret), lambda _: _take(window, change))

    with_secret(window, locked=is_locked(stored.path), act=begin)


def _take(window: "MainWindow", change: Change) -> None:
    """Make the change, once the office as it is has been taken hold of to be backed up."""
    if window.desk.apply(change, Reason.RESTORE):
        window.tell_done(f"Đã {change.label[0].lower()}{change.label[1:]}.")


def _copy(window: "MainWindow", stored: Stored, then: Holdings, plan_id: Id) -> None:
    name = short(title(then.plans[plan_id]), 60)
    change = Change(f"Lấy “{name}” từ {words.called(stored)} thành bản riêng", copy_back(then, plan_id))
    if window.desk.apply(change):
        window.tell_done(f"Đã thêm “{name}” lúc sao lưu thành một bản dự thảo riêng ở Trang đầu.")


def _compare(window: "MainWindow", office: Office, stored: Stored, then: Plan) -> None:
    """Compare a plan of then with the same plan now; the pair is under two identities there."""
    now = office.plans.get(then.id)
    if now is None:
        window.messages.tell(Kind.INFO, "Kế hoạch này nay không còn nên không có gì để so sánh.")
        return
    at = stored.backup.at if stored.backup else None
    old = replace(then, id=f"{then.id} then", stage=Stage.KEPT, version_name="trong bản sao lưu", kept_at=at)

    def open_place(plan_id: Id, owner: Id) -> None:
        page = window.desk.open_plan(now.id) if plan_id == now.id else None
        if page is not None:
            page.go_to(owner)

    page = ComparePage((old, now), (old.id, now.id), open_place, window.background)
    window.add_page(page)
    page.tree.setFocus()
