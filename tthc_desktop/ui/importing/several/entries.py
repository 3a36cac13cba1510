"""What came of each file of several: a plan, one that is known already, or why there is none."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.documents.reading.several import FileRead
from tthc_desktop.models.counts import count
from tthc_desktop.models.identity import Id
from tthc_desktop.models.same_paper import Marks, marks
from tthc_desktop.ui.plan.names import title

_KINDS = {
    ".docx": "Word",
    ".docm": "Word",
    ".dotx": "Word",
    ".doc": "Word đời cũ",
    ".odt": "OpenDocument",
    ".rtf": "RTF",
    ".pdf": "PDF",
    ".txt": "Văn bản",
    ".md": "Văn bản",
    ".html": "Trang web",
    ".htm": "Trang web",
    ".json": "Kế hoạch đã xuất",
    ".zip": "Gói đã xuất",
    ".xlsx": "Excel",
    ".xlsm": "Excel",
    ".xls": "Excel",
    ".ods": "Bảng tính",
    ".csv": "Bảng tính",
}


class Came(StrEnum):
    """What came of a file; also in which order they stand when sorted by that."""

    READ = "1 read"
    EMPTY = "2 empty"
    DOUBLE = "3 double"
    THERE = "4 there"
    TAKEN = "5 taken"
    FAILED = "6 failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One plan of one file, or a file without any; `words` say what came of it."""

    id: str
    read: FileRead
    draft: Draft | None
    marks: Marks | None = None
    came: Came = Came.READ
    words: str = ""
    tasks: int = 0
    targets: int = 0
    unplaced: int = 0
    doubts: int = 0

    @property
    def kind(self) -> str:
        """What the file is called by its ending."""
        return _KINDS.get(self.read.path.suffix.lower(), "Tệp khác")

    @property
    def can_be_taken(self) -> bool:
        """Whether there is a plan that the office has not taken from here yet."""
        return self.draft is not None and self.came is not Came.TAKEN


def entries_of(read: FileRead) -> tuple[Entry, ...]:
    """Return what came of a file, before it is held against others."""
    if not read.drafts:
        return (Entry(str(read.path), read, None),)
    return tuple(_entry(f"{read.path} {place}", read, draft) for place, draft in enumerate(read.drafts))


def _entry(id_: str, read: FileRead, draft: Draft) -> Entry:
    held = count(draft.plan)
    return Entry(
        id_,
        read,
        draft,
        marks(draft.plan),
        tasks=held.table_tasks + held.body_tasks,
        targets=held.table_targets,
        unplaced=len(draft.unplaced),
        doubts=len(draft.problems),
    )


def settled(entries: Iterable[Entry], known: Mapping[Marks, Id], plan_ids: Collection[Id]) -> tuple[Entry, ...]:
    """Return the entries with what came of them: held against each other, in their order, and against the office."""
    by_digest: dict[str, Entry] = {}
    by_marks: dict[Marks, Entry] = {}
    found: list[Entry] = []
    for entry in entries:
        came, words = _came(entry, by_digest, by_marks, known, plan_ids)
        same = (came, words) == (entry.came, entry.words)
        found.append(entry if same else replace(entry, came=came, words=words))
        if entry.draft is not None:
            by_digest.setdefault(entry.read.digest, entry)
            if entry.marks:
                by_marks.setdefault(entry.marks, entry)
    return tuple(found)


def _came(
    entry: Entry,
    by_digest: Mapping[str, Entry],
    by_marks: Mapping[Marks, Entry],
    known: Mapping[Marks, Id],
    plan_ids: Collection[Id],
) -> tuple[Came, str]:
    draft, error = entry.draft, entry.read.error
    if draft is None:
        return Came.FAILED, f"{error.what} {error.advice}" if error else "Không đọc được."
    if draft.plan.id in plan_ids:
        return Came.TAKEN, "Đã nhập"
    twin = by_digest.get(entry.read.digest) if entry.read.digest else None
    if twin is not None and twin.read.path != entry.read.path:
        return Came.DOUBLE, f"Cùng nội dung với tệp {twin.read.name}"
    name = title(draft.plan)
    if entry.marks in known:
        return Came.THERE, f"Đã có trong cơ quan: {name}"
    same = by_marks.get(entry.marks) if entry.marks else None
    if same is not None and same.read.path != entry.read.path:
        return Came.DOUBLE, f"Cùng kế hoạch với tệp {same.read.name}"
    if not draft.placed and draft.lines and not (draft.plan.body or draft.plan.appendices):
        return Came.EMPTY, "Không thấy phần nào của một kế hoạch"
    return Came.READ, name
