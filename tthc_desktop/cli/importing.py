"""`import`: each source becomes a plan (an export of several: all of them) by one change; a bad one keeps none out."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.imported import Result, Taken, answer, result_of
from tthc_desktop.cli.importing_tables import new_plans_of, no_tables_in, read_workbook, take_into
from tthc_desktop.cli.plans import find_plan, opened, safe_before
from tthc_desktop.documents.reading.draft import Draft, Drafts
from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Reason
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan, identities
from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import clean

if TYPE_CHECKING:
    from tthc_desktop.documents.reading.sheets.book import Book
    from tthc_desktop.office import Office

Outcome = Taken | UserError


@dataclass(slots=True)
class _Course:
    """The sources one after the other; the office is opened, and made, only for the first that can be read."""

    wishes: Wishes
    stack: ExitStack
    office: "Office | None" = None
    into: Id = ""
    results: list[Result] = field(default_factory=list)

    def take(self, source: Path | UserError) -> Outcome:
        """Read one source and take it into the office."""
        if isinstance(source, UserError):
            return source
        read = _read(source, self.wishes)
        if isinstance(read, UserError):
            return read
        if self.office is None:
            self.office = self.stack.enter_context(opened(self.wishes.office, daily=False))
            self.into = find_plan(self.office, self.wishes.into).id if self.wishes.into else ""
            safe_before(self.wishes, Reason.IMPORT)
        return _take(self.office, source, read, self.into)


def import_plans(wishes: Wishes) -> Answer:
    """Take the sources into the office one by one; nothing readable leaves even a missing office unmade.

    An interrupt leaves what has been taken.
    """
    several = len(wishes.sources) > 1 or wishes.sources[0].is_dir()
    with ExitStack() as stack:
        course = _Course(wishes, stack)
        if not several:
            return _single(course.take(wishes.sources[0]))
        stopped = _all(course)
    return answer(course.results, at_length=not any(map(Path.is_dir, wishes.sources)), stopped=stopped)


def _all(course: _Course) -> bool:
    """Take all sources and tell whether that was interrupted."""
    try:
        for place, source in _sources(course.wishes.sources):
            course.results.append(result_of(place, course.take(source)))
    except KeyboardInterrupt:
        return True
    return False


def _sources(paths: Sequence[Path]) -> Iterator[tuple[Path, Path | UserError]]:
    """Yield the files that are named and those in the folders that are, each with its place."""
    from tthc_desktop.documents.reading.listing import listed  # noqa: PLC0415 - not needed by the other commands
    from tthc_desktop.documents.reading.several import FOLDER, KINDS  # noqa: PLC0415 - nor this

    for path in paths:
        if not path.is_dir():
            yield path, path
            continue
        listing = listed([path], KINDS, FOLDER)
        yield from ((file, file) for file in listing.names)
        yield from ((path, unread.error) for unread in listing.unread)
        if not (listing.names or listing.unread):
            yield path, UserError(f"Thư mục “{path}” không có tệp nào đọc được.", FOLDER)


def _single(outcome: Outcome) -> Answer:
    if isinstance(outcome, UserError):
        raise outcome
    return Answer(outcome.found(), outcome.words())


def _read(source: Path, wishes: Wishes) -> "Draft | Drafts | Book | UserError":
    # The readers are not needed by the other commands.
    from tthc_desktop.documents.reading.everything import is_everything, read_everything  # noqa: PLC0415
    from tthc_desktop.documents.reading.files import is_workbook, read_file  # noqa: PLC0415
    from tthc_desktop.documents.reading.own_process import OwnProcess  # noqa: PLC0415

    try:
        if is_everything(source) and not wishes.into:
            with OwnProcess() as process:
                return process.ask(read_everything, source.name, source)
        if is_workbook(source):
            book = read_workbook(source)
            return book if _is_there(wishes) else no_tables_in(book) or book
        if wishes.into:
            return UserError(
                f"“{source.name}” không phải là bảng tính nên không đối chiếu được với kế hoạch.",
                "Hãy chọn tệp .xlsx, .xls, .ods hoặc .csv, hoặc nhập tệp này thành kế hoạch riêng (bỏ --into).",
            )
        with OwnProcess() as process:
            return process.ask(read_file, source.name, source)
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
            return _keep(office, source, [Taken(read.plan, read)])
        if isinstance(read, Drafts):
            _keep_files(office, source, read)
            first, *others = read.drafts
            first = replace(first, problems=(*read.problems, *first.problems))
            return _keep(office, source, [Taken(one.plan, one) for one in (first, *others)])
        if into:
            tables = take_into(read, office, office.plans[into])
            return Taken(tables.plan, tables.draft, tables)
        return _keep(office, source, [Taken(one.plan, one.draft, one) for one in new_plans_of(read, office)])
    except UserError as error:
        return error


def _keep_files(office: "Office", source: Path, read: Drafts) -> None:
    """Keep what an archive holds of the files that its plans were issued with."""
    from tthc_desktop.documents.reading.everything import is_everything, kept_files  # noqa: PLC0415

    if is_everything(source):
        for data in kept_files(source, [draft.plan for draft in read.drafts]):
            office.keep_file(data)


def _keep(office: "Office", source: Path, found: Sequence[Taken]) -> Taken:
    """Keep the plans of a source by one change; one that is there already, or twice in it, comes in as a copy."""
    known = set[Id]().union(*map(identities, office.plans.values()))
    kept: list[Taken] = []
    for one in found:
        kept.append(one if known.isdisjoint(identities(one.plan)) else replace(one, plan=copy_plan(one.plan)))
        known |= identities(kept[-1].plan)
    office.change(Change(f"Nhập kế hoạch từ {clean(source.name)}", tuple((None, one.plan) for one in kept)))
    return replace(kept[0], others=tuple(kept[1:]))
