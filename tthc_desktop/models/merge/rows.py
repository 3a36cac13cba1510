"""Which work each row of a returned sheet is about: by identity, else by its words; what is left is told."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.contents import content, most_alike, pair_by_content
from tthc_desktop.models.merge.known import Known, Words, has_work, one_line
from tthc_desktop.models.merge.placing import Placed
from tthc_desktop.models.merge.values import UnknownRow
from tthc_desktop.models.progress.values import Field
from tthc_desktop.models.sending.cell_words import fitting
from tthc_desktop.models.sending.returned import ReturnedRow, SheetProblem
from tthc_desktop.models.sending.values import SentRow
from tthc_desktop.models.sending.workshare import LOCKED, WorkShare

_BY_CONTENT = "Hàng không còn mã, được nhận ra theo nội dung “{}”; hãy xem có đúng không."
_WRONG_ID = "Mã của hàng không khớp nội dung; hàng được nhận ra theo nội dung “{}”, hãy xem có đúng không."
_REWRITTEN = "Các ô khóa của hàng khác với công việc trong kế hoạch; hãy xem hàng này có đúng là công việc đó không."
_COPIED = "Hàng chép lại của một hàng khác trong bảng; hãy xem đơn vị báo cáo việc gì rồi ghi tay nếu cần."
_GONE = "Công việc của hàng không còn trong kế hoạch; hãy xem có cần ghi vào công việc nào khác không."
_ADDED = "Hàng đơn vị tự thêm, không có trong kế hoạch; nếu cần, hãy thêm công việc vào kế hoạch rồi ghi tay."
_NOTHING_SENT = SentRow("")
_SHOWN, _NAMED = 60, 3


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row of which we know the work; with `doubt` nothing of it is taken by itself."""

    row: ReturnedRow
    work_id: Id
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """What became of the rows of one sheet."""

    found: list[FoundRow] = field(default_factory=list)
    unknown: list[UnknownRow] = field(default_factory=list)
    problems: list[SheetProblem] = field(default_factory=list)


def find_rows(placed: Placed, share: WorkShare, known: Known) -> Rows:
    """Return which work each row is about, in the order of the sheet."""
    finder = _Finder(placed, share, known)
    finder.find()
    finder.rows.found.sort(key=lambda found: found.row.row)
    finder.rows.unknown.sort(key=lambda unknown: unknown.row)
    return finder.rows


class _Finder:
    """Goes through the rows of one sheet: those with an identity first, for they claim their works."""

    def __init__(self, placed: Placed, share: WorkShare, known: Known) -> None:
        self._placed = placed
        self._digest = known.digest
        self._sent: Mapping[Id, SentRow] = placed.sheet.sent.rows if placed.sheet.sent else {}
        self._now: Mapping[Id, Words] = {row.work_id: row.words for row in share.rows if row.work_id}
        self._headings = {content(row.words) for row in share.rows if not row.work_id}
        self._meant: Mapping[int, Id] = {}
        self._digests: Mapping[str, Id] = {}
        self._claimed: dict[Id, ReturnedRow] = {}
        self._strayed: set[int] = set()
        self.rows = Rows()

    def find(self) -> None:
        """Sort every row into what is found, unknown or doubtful."""
        self._meant = self._by_words()
        named: defaultdict[Id, list[ReturnedRow]] = defaultdict(list)
        nameless: list[ReturnedRow] = []
        for row in self._placed.sheet.rows:
            if self._names_its_work(row):
                named[row.work_id].append(row)
            elif _says_anything(row) and (_reports(row) or content(row.locked) not in self._headings):
                nameless.append(row)
        for work_id, rows in named.items():
            self._take_named(work_id, rows)
        self._take_nameless(nameless)
        self._tell_missing()

    def _names_its_work(self, row: ReturnedRow) -> bool:
        """Tell whether a row's identity can be trusted: rows sorted without the hidden column have another's."""
        if not row.work_id or not has_work(self._placed.plan, row.work_id):
            return row.work_id in self._sent
        if self._meant.get(row.row, row.work_id) == row.work_id:
            return True
        self._strayed.add(row.row)
        return False

    def _by_words(self) -> Mapping[int, Id]:
        """Return which work the words of each row are about whose words are not those of its identity."""
        others = [row for row in self._placed.sheet.rows if row.work_id and self._changed(row)]
        same = {row.row: work_id for row in others if (work_id := self._sent_as(row))}
        reworded = [row for row in others if row.row not in same and content(row.locked)]
        alike = most_alike([row.locked for row in reworded], self._now)
        return same | {reworded[at].row: work_id for at, work_id in alike.items()}

    def _sent_as(self, row: ReturnedRow) -> Id:
        """Return which work went out in these very words; the office may have reworded it since."""
        if not self._digests:
            self._digests = {sent.digest: work_id for work_id, sent in self._sent.items()}
        return self._digests.get(self._digest(row.locked), "")

    def _changed(self, row: ReturnedRow) -> list[str]:
        """Return the locked columns that the unit has changed: what agrees with sheet or plan was not touched by it."""
        now = self._now.get(row.work_id, {})
        locked = {name: words for name, words in row.locked.items() if name != "number"}
        if all(words == now.get(name, "") for name, words in locked.items()):
            return []
        sent = self._sent.get(row.work_id)
        if sent and sent.digest == self._digest(row.locked):
            return []
        return [name for name, words in locked.items() if one_line(words) != one_line(fitting(now.get(name, "")))]

    def _take_named(self, work_id: Id, rows: list[ReturnedRow]) -> None:
        if not has_work(self._placed.plan, work_id):
            for row in rows:
                if self._says_new(row, work_id):
                    self._leave(row, _GONE)
            return
        chief = next((row for row in rows if not self._changed(row)), rows[0])
        self._claimed[work_id] = chief
        self.rows.found.append(FoundRow(chief, work_id, self._check_locked(chief)))
        for row in rows:
            if row is not chief:
                self._leave_copy(row, work_id)

    def _check_locked(self, row: ReturnedRow) -> str:
        """Tell of locked words that the unit has changed; return why the whole row is doubtful then, if it is."""
        columns = self._changed(row)
        if not columns:
            return ""
        titles = ", ".join(f"“{LOCKED.get(name, name)}”" for name in columns)
        said = "; ".join(f"“{_short(row.locked[name])}”" for name in columns)
        text = f"Hàng {row.row}: đơn vị đã sửa ô khóa {titles} thành {said}; giữ nội dung của kế hoạch."
        self._tell(text, f"{row.row}:{row.row}")
        return _REWRITTEN if self._meant.get(row.row) != row.work_id else ""

    def _take_nameless(self, rows: list[ReturnedRow]) -> None:
        if not rows:
            return
        left = []
        for row in rows:
            meant = self._meant.get(row.row) or self._sent_as(row)
            if meant in self._now and meant not in self._claimed:
                self._take_by_words(row, meant)
            else:
                left.append(row)
        free = {work_id: words for work_id, words in self._now.items() if work_id not in self._claimed}
        pairs = pair_by_content([row.locked for row in left], free)
        for at, work_id in pairs.items():
            self._take_by_words(left[at], work_id)
        self._leave_nameless([row for at, row in enumerate(left) if at not in pairs])

    def _take_by_words(self, row: ReturnedRow, work_id: Id) -> None:
        self._claimed[work_id] = row
        doubt = _WRONG_ID if row.row in self._strayed else _BY_CONTENT
        self.rows.found.append(FoundRow(row, work_id, doubt.format(_short(self._now[work_id].get("content", "")))))

    def _leave_nameless(self, rows: list[ReturnedRow]) -> None:
        contents = {content(words): work_id for work_id, words in reversed(list(self._now.items()))}
        for row in rows:
            words = content(row.locked)
            if words and (same := contents.get(words)):
                self._leave_copy(row, same)
            else:
                self._leave(row, _ADDED)

    def _leave_copy(self, row: ReturnedRow, work_id: Id) -> None:
        """Pass over a copy that says what its row says, or nothing; tell of one that says something else."""
        chief = self._claimed[work_id]
        as_said = all(_words(row, name) == _words(chief, name) for name in row.cells)
        if content(row.locked) != content(chief.locked) or (not as_said and self._says_new(row, work_id)):
            self._leave(row, _COPIED)

    def _says_new(self, row: ReturnedRow, work_id: Id) -> bool:
        sent = self._sent.get(work_id, _NOTHING_SENT).said
        return any(_words(row, name) not in {"", sent.get(name, "")} for name in row.cells)

    def _leave(self, row: ReturnedRow, reason: str) -> None:
        sheet, unit = self._placed.sheet, self._placed.unit
        period = self._placed.period
        self.rows.unknown.append(
            UnknownRow(sheet.file, sheet.sheet, row.row, unit.id, reason, row.locked, row.cells, period)
        )

    def _tell_missing(self) -> None:
        gone = [one for one in self._sent if one not in self._claimed and has_work(self._placed.plan, one)]
        if gone:
            contents = [f"“{_short(self._now.get(one, {}).get('content', one))}”" for one in gone[:_NAMED]]
            listed = "; ".join([*contents, *(["…"] if len(gone) > _NAMED else [])])
            self._tell(
                f"Bảng thiếu {len(gone)} hàng đã gửi ({listed}); giá trị đang có của các hàng này được giữ nguyên."
            )

    def _tell(self, text: str, cell: str = "") -> None:
        sheet = self._placed.sheet
        self.rows.problems.append(SheetProblem(sheet.file, sheet.sheet, cell, text))


def _words(row: ReturnedRow, name: Field) -> str:
    cell = row.cells.get(name)
    return (cell.words or cell.seen) if cell else ""


def _reports(row: ReturnedRow) -> bool:
    return any(cell.seen.strip() or cell.words for cell in row.cells.values())


def _says_anything(row: ReturnedRow) -> bool:
    return _reports(row) or any(words.strip() for words in row.locked.values())


def _short(words: str) -> str:
    whole_line = one_line(words)
    return whole_line if len(whole_line) <= _SHOWN else f"{whole_line[:_SHOWN].rstrip()}…"
