"""`import`: each source becomes one plan and one change; a bad source does not keep the good ones out."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import opened, title_of
from tthc_desktop.cli.tellings import counted
from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import copy_plan, identities
from tthc_desktop.models.counts import count
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import clean

if TYPE_CHECKING:
    from tthc_desktop.office import Office


@dataclass(frozen=True, slots=True)
class _Taken:
    """A source that has become a plan of the office."""

    plan: Plan
    draft: Draft

    def found(self) -> dict[str, object]:
        """Return what a script is told."""
        return {
            "plan": self.plan.id,
            "counts": asdict(count(self.plan)),
            "unplaced": [{"line": line.number, "text": line.text} for line in self.draft.unplaced],
            "problems": [{"place": problem.place, "text": problem.text} for problem in self.draft.problems],
        }

    def words(self) -> str:
        """Return what a person is told."""
        lines = [f"Đã nhập “{title_of(self.plan)}”, mã {self.plan.id}: {counted(self.plan)}."]
        lines += [f"  Chú ý, {problem.place}: {problem.text}" for problem in self.draft.problems]
        lines += [f"  Chưa xếp được chỗ, dòng {line.number}: {line.text.strip()}" for line in self.draft.unplaced]
        return "\n".join(lines)


Outcome = _Taken | UserError


def import_plans(wishes: Wishes) -> Answer:
    """Read the sources, then take the plans into the office; nothing readable leaves even a missing office unmade."""
    read = [_read(source) for source in wishes.sources]
    outcomes: Sequence[Outcome] = [one for one in read if isinstance(one, UserError)]
    if len(outcomes) < len(read):
        with opened(wishes.office) as office:
            outcomes = [_take(office, source, one) for source, one in zip(wishes.sources, read, strict=True)]
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


def _read(source: Path) -> Draft | UserError:
    # The readers are not needed by the other commands.
    from tthc_desktop.documents.reading.files import read_file  # noqa: PLC0415

    try:
        return read_file(source)
    except UserError as error:
        return error


def _take(office: "Office", source: Path, draft: Draft | UserError) -> Outcome:
    """Make the plan one of the office's; one that is there already comes in as a copy."""
    if isinstance(draft, UserError):
        return draft
    plan = draft.plan
    if any(not identities(plan).isdisjoint(identities(known)) for known in office.plans.values()):
        plan = copy_plan(plan)
    try:
        office.change(Change(f"Nhập kế hoạch từ {clean(source.name)}", ((None, plan),)))
    except UserError as error:
        return error
    return _Taken(plan, draft)
