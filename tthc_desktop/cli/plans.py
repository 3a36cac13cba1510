"""The open office as a command sees it, and the plan that the user means."""

from contextlib import AbstractContextManager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.cli import answers
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.life import is_version
from tthc_desktop.models.plan import Plan, is_plan
from tthc_desktop.models.spans import key_of
from tthc_desktop.models.text import clean

if TYPE_CHECKING:
    from tthc_desktop.models.backups.values import Reason
    from tthc_desktop.models.holdings import Holdings
    from tthc_desktop.office import Office

_SHOWN, _LETTERS = 5, 70


def opened(path: Path | None, *, daily: bool = True) -> "AbstractContextManager[Office]":
    """Return the office in that file, or the user's own, backed up where it is opened for the first time on a day.

    A command that backs it up anyway before it changes anything does without that (`daily`).
    """
    # The database's libraries and the data folder's are not needed to explain the commands.
    from tthc_desktop.documents.printable import check_print  # noqa: PLC0415
    from tthc_desktop.office import Office  # noqa: PLC0415
    from tthc_desktop.settings import office_file  # noqa: PLC0415
    from tthc_desktop.surroundings import warnings  # noqa: PLC0415

    place = path or office_file()
    office = Office.open(place, check_print)
    try:
        if daily:
            _begin_day(place)
    except BaseException:
        office.close()
        raise
    for said in warnings(office, datetime.now().astimezone()):
        answers.complain(said)
    return office


def _begin_day(office: Path) -> None:
    """Back the office up on its first opening of a day; what goes wrong is said, and the command goes on."""
    from tthc_desktop.safekeeping import begin_day  # noqa: PLC0415 - as above

    try:
        trouble = begin_day(office).trouble
    except UserError as error:
        trouble = UserError(f"Chưa sao lưu được dữ liệu hôm nay. {error.what}", error.advice)
    if trouble is not None:
        answers.complain(trouble)


def safe_before(wishes: Wishes, reason: "Reason") -> None:
    """Back the office up before a command that changes much at once; `UserError` when that fails."""
    from tthc_desktop.safekeeping import before  # noqa: PLC0415 - as above

    before(office_path(wishes), reason)


def office_path(wishes: Wishes) -> Path:
    """Return where the office's file lies, or would lie."""
    from tthc_desktop.settings import office_place  # noqa: PLC0415

    return (wishes.office or office_place()).absolute()


def destination(wishes: Wishes) -> Path:
    """Return the file to write, which must not be the office's own nor anything but a file."""
    from tthc_desktop.settings import office_place  # noqa: PLC0415

    out = wishes.out
    try:
        is_own = out.resolve() in _files_of(wishes.office or office_place())
        is_special = out.exists() and not out.is_file() and not out.is_dir()
    except OSError as error:
        raise UserError(
            f"Không dùng được đường dẫn “{out}” để ghi tệp.", "Hãy kiểm tra tên tệp và quyền truy cập thư mục."
        ) from error
    if is_own:
        raise UserError(f"“{out}” là tệp dữ liệu của cơ quan.", "Hãy đặt cho tệp cần ghi một tên khác.")
    if is_special:
        raise UserError(f"“{out}” không phải là một tệp thường.", "Hãy đặt cho tệp cần ghi một tên khác.")
    return out


def destination_ending(wishes: Wishes, *endings: str) -> Path:
    """Return the file to write, whose name has to end in one of these."""
    out = destination(wishes)
    if out.suffix.lower() not in endings:
        raise UserError(
            f"“{out.name}” không có đuôi {' hay '.join(endings)}.",
            f"Hãy đặt cho tệp một tên có đuôi {' hoặc '.join(endings)}.",
        )
    return out


def _files_of(office: Path) -> set[Path]:
    """Return what the database and the lock keep in the office's folder."""
    own = office.resolve()
    return {own.with_name(f"{own.name}{end}") for end in ("", "-wal", "-shm", ".lock", ".lock.json")}


def day_of(typed: str) -> date:
    """Return the day that is written as 14/02/2026 or 2026-02-14."""
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        with suppress(ValueError):
            return datetime.strptime(typed.strip(), form).replace(tzinfo=UTC).date()
    raise UserError(f"Không hiểu ngày “{typed}”.", "Hãy ghi ngày dạng 14/02/2026.")


def span_key(typed: str) -> str:
    """Return the key of the span that is typed; nothing typed is the plan as a whole."""
    key = key_of(typed)
    if typed.strip() and not key:
        raise UserError(
            f"Không hiểu kỳ “{typed}”.", "Hãy ghi như 2025-07, 2025-Q2, 2025-H1, 2025-9M, 2025 hoặc “Quý II/2025”."
        )
    return key


def one_line(words: object) -> str:
    """Return words without their line breaks."""
    return " ".join(str(words).split())


def short(words: object) -> str:
    """Return words in one line, the end left out when it is long."""
    line = one_line(words)
    return line if len(line) <= _LETTERS else f"{line[:_LETTERS].rstrip()}…"


def title_of(plan: Plan) -> str:
    """Return what a plan is called in a list."""
    return one_line(plan.title) or plan.source or "(chưa có trích yếu)"


def source_plan(office: "Office", wanted: str) -> Plan:
    """Return the plan that is named; a document drawn up from plans is none."""
    plan = find_plan(office, wanted)
    if not is_plan(plan):
        raise UserError(
            f"“{title_of(plan)}” không phải một kế hoạch mà là văn bản lập từ kế hoạch.", "Hãy chọn chính kế hoạch đó."
        )
    return plan


def find_plan(office: "Office | Holdings", wanted: str) -> Plan:
    """Return the plan that an identity, the beginning of one, or an exact title names."""
    if wanted in office.plans:
        return office.plans[wanted]
    title = one_line(clean(wanted))
    everything = office.plans.values()
    # A version has the title of its plan, which is the one that is meant.
    plans = [plan for plan in everything if not is_version(plan, office.plans)]
    found = [plan for plan in plans if title and title in {one_line(plan.title), f"{plan.kind} {one_line(plan.title)}"}]
    found = found or [plan for plan in everything if wanted and plan.id.startswith(wanted.lower())]
    if not found:
        raise UserError(
            f"Không có kế hoạch nào là “{wanted}”.", "Hãy dùng lệnh list để xem mã và trích yếu các kế hoạch."
        )
    if len(found) > 1:
        ids = ", ".join(plan.id for plan in found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
        raise UserError(f"Có {len(found)} kế hoạch là “{wanted}”: {ids}.", "Hãy ghi trọn mã của một kế hoạch.")
    return found[0]
