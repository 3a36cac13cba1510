"""`import`: each source becomes a plan (an export of several: all of them) by one change; a bad one keeps none out."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.importing_tables import Tables, new_plans_of, no_tables_in, read_workbook, take_into, told_words
from tthc_desktop.cli.plans import find_plan, opened, title_of
from tthc_desktop.cli.tellings import counted
from tthc_desktop.documents.reading.draft import Draft, Drafts
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan, identities
from tthc_desktop.models.counts import count
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import clean

if TYPE_CHECKING:
    from tthc_desktop.documents.reading.sheets.book import Book
    from tthc_desktop.office import Office


@dataclass(frozen=True, slots=True)
class _Taken:
    """A source that has become a plan of the office, or went into one."""

    plan: Plan
    draft: Draft
    tables: Tables | None = None
    others: tuple["_Taken", ...] = ()
    """Further plans of the same source."""

    def found(self) -> dict[str, object]:
        """Return what a script is told."""
        found: dict[str, object] = {
            "plan": self.plan.id,
            "counts": asdict(count(self.plan)),
            "unplaced": [{"line": line.number, "text": line.text} for line in self.draft.unplaced],
            "problems": [{"place": problem.place, "text": problem.text} for problem in self.draft.problems],
        }
        if self.tables is not None:
            found["left"] = [asdict(left) for left in self.tables.left]
            found |= asdict(self.tables.told) if self.tables.told else {}
        if self.others:
            found["others"] = [other.found() for other in self.others]
        return found

    def words(self) -> str:
        """Return what a person is told."""
        is_new = self.tables is None or self.tables.told is None
        lines = [f"Đã nhập “{title_of(self.plan)}”, mã {self.plan.id}: {counted(self.plan)}."] if is_new else []
        lines += told_words(self.tables) if self.tables else []
        lines += [f"  Chú ý, {problem.place}: {problem.text}" for problem in self.draft.problems]
        lines += [f"  Chưa xếp được chỗ, dòng {line.number}: {line.text.strip()}" for line in self.draft.unplaced]
        return "\n".join([*lines, *(other.words() for other in self.others)])


Outcome = _Taken | UserError


def import_plans(wishes: Wishes) -> Answer:
    """Read the sources, then take the plans into the office; nothing readable leaves even a missing office unmade."""
    read = [_read(source, wishes) for source in wishes.sources]
    outcomes: Sequence[Outcome] = [one for one in read if isinstance(one, UserError)]
    if len(outcomes) < len(read):
        with opened(wishes.office) as office:
            into = find_plan(office, wishes.into).id if wishes.into else ""
            outcomes = [_take(office, source, one, into) for source, one in zip(wishes.sources, read, strict=True)]
    if len(outcomes) == 1:
        return _single(outcomes[0])
    trouble = tuple(outcome for outcome in outcomes if isinstance(outcome, UserError))
    files = [_file(source, outcome) for source, outcome in zip(wishes.sources, outcomes, strict=True)]
    words = "\n".join(outcome.words() for outcome in outcomes if isinstance(outcome, _Taken))
    return Answer({"files": files}, words, trouble)


def _single(outcome: Outcome) -> Answer:
    if isinstance(outcome, UserError):
        raise outcome
    return Answer(outcome.found(), outcome.words())


def _file(source: Path, outcome: Outcome) -> Mapping[str, object]:
    if isinstance(outcome, UserError):
        return {"source": str(source), "error": str(outcome)}
    return {"source": str(source), **outcome.found()}


def _read(source: Path, wishes: Wishes) -> "Draft | Drafts | Book | UserError":
    # The readers are not needed by the other commands.
    from tthc_desktop.documents.reading.everything import is_everything, read_everything  # noqa: PLC0415
    from tthc_desktop.documents.reading.files import is_workbook, read_file  # noqa: PLC0415

    try:
        if is_everything(source) and not wishes.into:
            return read_everything(source)
        if is_workbook(source):
            book = read_workbook(source)
            return book if _is_there(wishes) else no_tables_in(book) or book
        if wishes.into:
            return UserError(
                f"“{source.name}” không phải là bảng tính nên không đối chiếu được với kế hoạch.",
                "Hãy chọn tệp .xlsx, .xls, .ods hoặc .csv, hoặc nhập tệp này thành kế hoạch riêng (bỏ --into).",
            )
        return read_file(source)
    except UserError as error:
        return error


def _is_there(wishes: Wishes) -> bool:
    """Tell whether there is an office, which may remember what headings mean."""
    from tthc_desktop.settings import office_place  # noqa: PLC0415

    return (wishes.office or office_place()).exists()


def _take(office: "Office", source: Path, read: "Draft | Drafts | Book | UserError", into: Id) -> Outcome:
    """Make the plan one of the office's, or take a workbook into one; trouble is told with the source."""
    if isinstance(read, UserError):
        return read
    try:
        if isinstance(read, Draft):
            return _keep(office, source, [_Taken(read.plan, read)])
        if isinstance(read, Drafts):
            first, *others = read.drafts
            first = replace(first, problems=(*read.problems, *first.problems))
            return _keep(office, source, [_Taken(one.plan, one) for one in (first, *others)])
        if into:
            tables = take_into(read, office, office.plans[into])
            return _Taken(tables.plan, tables.draft, tables)
        return _keep(office, source, [_Taken(one.plan, one.draft, one) for one in new_plans_of(read, office)])
    except UserError as error:
        return error


def _keep(office: "Office", source: Path, found: Sequence[_Taken]) -> _Taken:
    """Keep the plans of a source by one change; one that is there already comes in as a copy."""
    known = frozenset[Id]().union(*map(identities, office.plans.values()))
    kept = [one if known.isdisjoint(identities(one.plan)) else replace(one, plan=copy_plan(one.plan)) for one in found]
    office.change(Change(f"Nhập kế hoạch từ {clean(source.name)}", tuple((None, one.plan) for one in kept)))
    return replace(kept[0], others=tuple(kept[1:]))
