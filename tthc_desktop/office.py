"""The open office: what it keeps as it is now, and the one way to change it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Self

from tthc_desktop.errors import UserError
from tthc_desktop.models.agenda.filter import SavedFilter
from tthc_desktop.models.agenda.values import FollowUp
from tthc_desktop.models.bin.values import Deleted
from tthc_desktop.models.changes import Change, Entry, Kept, Name, Pair, Pairs, name_of, pairs_of, reverse
from tthc_desktop.models.days_off import ExchangedDay
from tthc_desktop.models.editing.life import check_unlocked
from tthc_desktop.models.holdings import Holdings, arranged, changed, held, progress_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.particulars import Particulars
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.progress.values import Progress
from tthc_desktop.models.reporting.regimes import Regime
from tthc_desktop.models.rules import Rules
from tthc_desktop.models.sending.values import Sending
from tthc_desktop.models.sharing import share
from tthc_desktop.models.unit import Unit

if TYPE_CHECKING:
    from tthc_desktop.storage.journal import Step
    from tthc_desktop.storage.library import Go, Library

Listener = Callable[[Pairs], None]
_KINDS: Mapping[type[Kept], str] = {
    Plan: "Kế hoạch",
    LegalDocument: "Văn bản",
    Unit: "Đơn vị",
    Progress: "Tiến độ",
    Sending: "Bảng đã gửi",
    KnownHeading: "Tiêu đề cột",
    FollowUp: "Cách theo dõi việc",
    ExchangedDay: "Ngày nghỉ, ngày làm bù",
    Rules: "Quy tắc của cơ quan",
    Regime: "Chế độ báo cáo",
    SavedFilter: "Bộ lọc",
    Particulars: "Thông tin cơ quan",
}
REMEMBERED = 50
"""How many steps keep their values; older ones are read from the file again."""


class Office:
    """All that an office keeps, in one file. Memory follows when the file has a change for good, never before."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._held = library.load()
        self._steps = library.steps()
        self._remembered: dict[int, Change] = {}
        self._listeners: list[Listener] = []
        self._telling = False

    @classmethod
    def open(cls, path: Path, check: Callable[[Holdings], None] | None = None) -> Self:
        """Open the office kept in a file, which is made when it is absent.

        What an older file holds is given to `check` before its upgraded copy takes its place; it may raise.
        """
        # The database's libraries take longer to load than a window to appear.
        from tthc_desktop.storage.library import Library  # noqa: PLC0415

        library = Library(path, check=check)
        try:
            return cls(library)
        except BaseException:
            library.close()
            raise

    def close(self) -> None:
        """Give the file free."""
        self._library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file that all is kept in."""
        return self._library.path

    @property
    def plans(self) -> Mapping[Id, Plan]:
        """All plans by identity, in the order in which they were made."""
        return MappingProxyType(self._held.plans)

    @property
    def legal_documents(self) -> Mapping[Id, LegalDocument]:
        """The legal documents that plans may cite, in the order in which they came in."""
        return MappingProxyType(self._held.legal_documents)

    @property
    def units(self) -> Mapping[Id, Unit]:
        """The register of units, in the order in which they came in."""
        return MappingProxyType(self._held.units)

    @property
    def progress(self) -> Mapping[Id, Progress]:
        """What units have said of tasks and targets; `progress_of` reads no more than that of one plan."""
        return MappingProxyType(self._held.progress)

    def progress_of(self, plan_id: Id) -> Mapping[Id, Progress]:
        """Return what units have said of the tasks and targets of one plan."""
        return progress_of(self._held, plan_id)

    @property
    def sendings(self) -> Mapping[Id, Sending]:
        """The sheets that went out to units, the oldest first."""
        return MappingProxyType(self._held.sendings)

    @property
    def known_headings(self) -> Mapping[Id, KnownHeading]:
        """The headings of tables whose meaning the clerk has told."""
        return MappingProxyType(self._held.known_headings)

    @property
    def follow_ups(self) -> Mapping[Id, FollowUp]:
        """How the office follows tasks and targets: review days, events, days set by hand."""
        return MappingProxyType(self._held.follow_ups)

    @property
    def exchanged_days(self) -> Mapping[Id, ExchangedDay]:
        """The days that the office's own calendar has otherwise."""
        return MappingProxyType(self._held.exchanged_days)

    @property
    def rules(self) -> Mapping[Id, Rules]:
        """The office's own rules, one at most; `models/rules.py` gives those that hold."""
        return MappingProxyType(self._held.rules)

    @property
    def regimes(self) -> Mapping[Id, Regime]:
        """The regimes of reporting."""
        return MappingProxyType(self._held.regimes)

    @property
    def saved_filters(self) -> Mapping[Id, SavedFilter]:
        """The filters of the agenda that the clerk keeps."""
        return MappingProxyType(self._held.saved_filters)

    @property
    def particulars(self) -> Mapping[Id, Particulars]:
        """The office's own particulars, one at most; `models/particulars.py` gives those that hold."""
        return MappingProxyType(self._held.particulars)

    @property
    def holdings(self) -> Holdings:
        """All that is kept at this moment, for what looks at several kinds."""
        return self._held

    def revision(self, plan_id: Id) -> int:
        """Return which change of the office wrote a plan last; 0 when there is no such plan."""
        return self._library.revision(Name(Plan, plan_id))

    @property
    def undo_label(self) -> str:
        """What `undo` takes back; empty when there is nothing."""
        return self._steps.undo.label if self._steps.undo else ""

    @property
    def redo_label(self) -> str:
        """What `redo` does again; empty when there is nothing."""
        return self._steps.redo.label if self._steps.redo else ""

    def last_written(self) -> datetime | None:
        """Return when the newest change was made, by the clock of then; None when there is none."""
        return self._library.last_written()

    def history(self, *record_ids: Id) -> tuple[Entry, ...]:
        """Return the changes that touched any of these: plans, tasks, rows, documents …, or all; the newest first."""
        return self._library.history(record_ids)

    def deleted(self) -> tuple[Deleted, ...]:
        """Return what was deleted and is not there any more, the newest first, in any thread."""
        return self._library.deleted()

    def before(self, entry: int, *names: Name) -> Holdings:
        """Return these values, or all that a change touched, as they were before the change, in any thread."""
        return self._library.before(entry, names)

    def keep_file(self, data: bytes) -> str:
        """Keep a file inside the office's own for good, before a change names it, in any thread; return its SHA-256."""
        return self._library.keep_file(data)

    def has_file(self, sha256: str) -> bool:
        """Tell whether a file with this hash is kept."""
        return self._library.has_file(sha256)

    def kept_file(self, sha256: str) -> bytes:
        """Return a kept file, word for word as it came in."""
        data = self._library.kept_file(sha256)
        if data is None:
            raise UserError(
                "Tệp này không có trong dữ liệu của cơ quan.",
                "Có thể kế hoạch được nhập từ nơi khác; hãy lấy tệp ở nơi đã ban hành.",
            )
        return data

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change from now on; the function returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def change(self, change: Change) -> None:
        """Make the change, or refuse it as a whole; a value that stays equal is not changed."""
        self._must_not_be_telling()
        self._bring(change.pairs)
        pairs = tuple(pair for pair in map(self._current, change.pairs) if pair[0] != pair[1])
        for before, after in pairs_of(Plan, pairs):
            if before and after:
                check_unlocked(before, after)
        if pairs:
            made = Change(change.label, pairs)
            self._steps = self._library.write(made)
            if self._steps.undo:
                self._remember(self._steps.undo, made)
            self._hold(made)

    def undo(self) -> Change:
        """Take the last change back, and return what that changed."""
        self._must_not_be_telling()
        step = self._steps.undo
        if step is None:
            raise UserError("Không còn thao tác nào để hoàn tác.", "Mọi thao tác đã làm đều được hoàn tác rồi.")
        known = self._remembered.get(step.id)
        made = self._follow(step, self._library.undo, reverse(known) if known else None)
        self._remember(step, reverse(made))
        self._hold(made)
        return made

    def redo(self) -> Change:
        """Do the change that was taken back last again, and return what that changed."""
        self._must_not_be_telling()
        step = self._steps.redo
        if step is None:
            raise UserError("Không có thao tác nào để làm lại.", "Chỉ làm lại được ngay sau khi hoàn tác.")
        made = self._follow(step, self._library.redo, self._remembered.get(step.id))
        self._remember(step, made)
        self._hold(made)
        return made

    def _follow(self, step: "Step", go: "Go", known: Change | None) -> Change:
        """Let the file go one step, and return its values: remembered ones, or read ones when it is of another day."""
        for plan_id in () if known else self._library.reported_plans(step):
            self.progress_of(plan_id)
        self._bring(known.pairs if known else ())
        if known and all(held(self._held, name_of(pair)) is pair[0] for pair in known.pairs):
            self._steps = go(step, read=False)
            return known
        self._steps = go(step, read=True)
        now = ((held(self._held, name), value) for name, value in self._steps.read.items())
        return Change(step.label, tuple((known, share(known, value)) for known, value in now))

    def _bring(self, pairs: Pairs) -> None:
        """Read what was said of the plans before anything that was said of them is written."""
        for plan_id in {one.plan_id for pair in pairs_of(Progress, pairs) for one in pair if one}:
            self.progress_of(plan_id)

    def _remember(self, step: "Step", change: Change) -> None:
        """Keep the values of the last steps, so that undoing them reads nothing and gives the same objects again."""
        self._remembered[step.id] = change
        while len(self._remembered) > REMEMBERED:
            del self._remembered[min(self._remembered)]

    def _current(self, pair: Pair) -> Pair:
        """Return the pair with the very value that we hold in place of an equal one."""
        before, after = pair
        name = name_of(pair)
        now = held(self._held, name)
        if now is not before and now != before:
            raise UserError(
                f"{_KINDS[name.kind]} đã thay đổi từ lúc bắt đầu thao tác này.",
                "Hãy xem nội dung hiện tại rồi làm lại thao tác.",
            )
        return now, after

    def _hold(self, change: Change) -> None:
        self._held = arranged(changed(self._held, change.pairs), self._steps.order)
        self._tell(change.pairs)

    def _tell(self, pairs: Pairs) -> None:
        self._telling = True
        try:
            for listener in tuple(self._listeners):
                listener(pairs)
        finally:
            self._telling = False

    def _must_not_be_telling(self) -> None:
        if self._telling:
            raise RuntimeError("a listener must not change the office that is telling it of a change")
