"""`backup`, `backups`, `restore`: an office backed up, its backups told, one of them restored whole or in part."""

from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop import safekeeping
from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.finding import find_work
from tthc_desktop.cli.plans import find_plan, office_path, one_line, opened, safe_before, short, title_of
from tthc_desktop.cli.secrets import secret
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.taking_back import copy_back, plan_back, table_back, task_back
from tthc_desktop.models.backups.values import SAID, Reason
from tthc_desktop.models.changes import Change, Pairs
from tthc_desktop.models.outline import tables
from tthc_desktop.models.units.assigning import content_of
from tthc_desktop.storage import backups
from tthc_desktop.storage.backups import Stored

if TYPE_CHECKING:
    from tthc_desktop.models.holdings import Holdings
    from tthc_desktop.models.plan import Plan
    from tthc_desktop.models.table import Table

_LIST = "Hãy dùng lệnh backups để xem danh sách; số 1 là bản mới nhất."


def backup(wishes: Wishes) -> Answer:
    """Back the office up where its backups lie, or into a file or folder that is named."""
    office = office_path(wishes)
    if wishes.new_file is None:
        done = safekeeping.ask(office)
        found = {"backup": view(done.stored) if done.stored else None}
        words = done.words or "Cơ quan chưa có dữ liệu nào nên chưa cần sao lưu."
        return Answer(found, f"{words}.".replace("..", "."), (done.trouble,) if done.trouble else ())
    password = secret("Mật khẩu cho bản sao lưu: ") if wishes.password else ""
    if wishes.password and not password:
        raise UserError("Chưa nhập mật khẩu.", "Hãy nhập mật khẩu, hoặc bỏ --password.")
    stored = safekeeping.put(office, wishes.new_file, password)
    lost = " Quên mật khẩu thì không ai mở được bản này." if password else ""
    return Answer({"backup": view(stored)}, f"Đã sao lưu ra {stored.path}.{lost}")


def listing(wishes: Wishes) -> Answer:
    """Tell which backups there are, the newest first."""
    listed = backups.listed(office_path(wishes))
    lines = [f"{number}. {_line(one)}" for number, one in enumerate(listed, 1)]
    return Answer({"backups": [view(one) for one in listed]}, "\n".join(lines) or "Chưa có bản sao lưu nào.")


def restore(wishes: Wishes) -> Answer:
    """Restore a backup into a new file, or take one plan, table or task back out of it."""
    stored = find_backup(wishes)
    wanted = bool(wishes.plan)
    if wanted == (wishes.new_file is not None):
        raise UserError(
            "Chưa rõ khôi phục cái gì.", "Hãy ghi tên tệp mới để khôi phục trọn bản, hoặc --plan để lấy lại một phần."
        )
    if (wishes.table or wishes.task or wishes.copy) and not wanted:
        raise UserError("Thiếu --plan.", "Hãy ghi bảng hay nhiệm vụ ấy thuộc kế hoạch nào.")
    password = secret(f"Mật khẩu của {stored.path.name}: ") if backups.is_locked(stored.path) else ""
    if wishes.new_file is not None:
        backups.restore(stored, wishes.new_file, password)
        words = f"Đã khôi phục {stored.path.name} thành tệp mới {wishes.new_file}; dữ liệu đang dùng không đổi."
        return Answer({"restored": str(stored.path), "file": str(wishes.new_file)}, words)
    return _take_back(wishes, stored, password)


def _take_back(wishes: Wishes, stored: Stored, password: str) -> Answer:
    then = backups.read(stored, password)
    plan = find_plan(then, wishes.plan)
    with opened(wishes.office, daily=False) as office:
        what, pairs = _wanted(wishes, then, office.holdings, plan)
        if not pairs:
            return Answer(
                {"taken_back": None, "plan": plan.id}, f"{what} vẫn như trong bản sao lưu; không cần lấy lại."
            )
        safe_before(wishes, Reason.RESTORE)
        safekeeping.bring_files(office, stored, pairs, password)
        change = Change(f"Lấy lại {what[0].lower()}{what[1:]} từ bản sao lưu", pairs)
        office.change(change)
    return Answer(
        {"taken_back": change.label, "plan": plan.id}, f"Đã lấy lại {what[0].lower()}{what[1:]}; lệnh undo bỏ được."
    )


def _wanted(wishes: Wishes, then: "Holdings", now: "Holdings", plan: "Plan") -> tuple[str, Pairs]:
    """Return what is wanted, in words, and the pairs that take it back."""
    if wishes.copy:
        return f"Kế hoạch “{title_of(plan)}” thành bản riêng", copy_back(then, plan.id)
    if wishes.task:
        work = find_work(None, plan, wishes.task)
        return f"Việc “{short(content_of(work))}”", task_back(then, now, plan.id, work.held.id)
    if wishes.table:
        table = _find_table(plan, wishes.table)
        return f"Bảng của “{title_of(plan)}”", table_back(then, now, plan.id, table.id)
    return f"Kế hoạch “{title_of(plan)}”", plan_back(then, now, plan.id)


def _find_table(plan: "Plan", wanted: str) -> "Table":
    """Return the table with this identity or the beginning of it, or the one in this place of the plan."""
    every = [table for table, _ in tables(plan)]
    if wanted.isdecimal() and 0 < int(wanted) <= len(every) and not any(table.id == wanted for table in every):
        return every[int(wanted) - 1]
    found = [table for table in every if table.id.startswith(wanted.lower())]
    if len(found) == 1:
        return found[0]
    raise UserError(
        f"“{title_of(plan)}” trong bản sao lưu không có bảng nào là “{wanted}”.",
        f"Hãy ghi mã của bảng, hoặc thứ tự của bảng từ 1 đến {len(every)}." if every else "Hãy lấy lại cả kế hoạch.",
    )


def find_backup(wishes: Wishes) -> Stored:
    """Return the backup that a file, its name, or its number in the list names."""
    path = Path(wishes.backup)
    listed = backups.listed(office_path(wishes))
    if wishes.backup.isdecimal() and 0 < int(wishes.backup) <= len(listed):
        return listed[int(wishes.backup) - 1]
    for one in listed:
        if wishes.backup == one.path.name or path.absolute() == one.path:
            return one
    if path.is_file():
        return backups.at(path)
    raise UserError(f"Không có bản sao lưu nào là “{wishes.backup}”.", _LIST)


def view(stored: Stored) -> dict[str, object]:
    """Return a backup as plain data."""
    card = stored.backup
    found: dict[str, object] = {"file": str(stored.path), "second_place": stored.second, "trouble": stored.trouble}
    if card is None:
        return found
    content = card.content
    return found | {
        "at": card.at.isoformat(),
        "reason": card.reason.value,
        "version": card.version,
        "sound": card.sound,
        "encrypted": card.encrypted,
        "size": card.size,
        "sha256": card.sha256,
        "digest": card.digest,
        "plans": content.plans,
        "tasks": content.tasks,
        "targets": content.targets,
        "units": content.units,
        "progress": content.progress,
        "files": content.files,
        "entries": content.entries,
        "titles": list(content.titles),
    }


def _line(stored: Stored) -> str:
    card = stored.backup
    where = ", nơi thứ hai" if stored.second else ""
    if card is None:
        return f"{stored.path.name}{where}: {stored.trouble}"
    content = card.content
    state = stored.trouble or ("nguyên vẹn khi ghi" if card.sound else "dữ liệu có chỗ hỏng khi ghi")
    lock = ", có mật khẩu" if card.encrypted else ""
    titles = f": {short(one_line(content.titles[0]))}" if content.titles else ""
    return (
        f"{card.at.astimezone():%H:%M %d/%m/%Y}, {SAID[card.reason]}{where}{lock}; {content.plans} kế hoạch, "
        f"{content.tasks} nhiệm vụ, {content.files} tệp{titles}; {state} ({stored.path.name})"
    )
