"""A Word file that comes back corrected: what it says now, what it said when written, and of which plan it is."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tthc_desktop.documents.exchange import from_json
from tthc_desktop.documents.reading.draft import Draft, Problem
from tthc_desktop.documents.reading.laid_out.blocks import Step, no_step
from tthc_desktop.errors import UserError
from tthc_desktop.models.copying import identities
from tthc_desktop.models.correcting import AsRead, Correction, correction
from tthc_desktop.models.editing.life import is_locked
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan, SourceLine


@dataclass(frozen=True, slots=True)
class CorrectedPaper:
    """What a corrected file says.

    `base` is the plan as it was written, None where the file carries it no more: other programs leave it out.
    """

    name: str
    draft: Draft
    read: AsRead
    base: Plan | None


def read_corrected(path: Path, step: Step = no_step) -> CorrectedPaper:
    """Read a corrected file: Word's, or any other that can be read as a paper."""
    from tthc_desktop.documents.reading.files import read_file  # noqa: PLC0415 - loads what reads papers

    draft = read_file(path, step)
    return CorrectedPaper(path.name, draft, as_read(draft), _carried(draft))


def as_read(draft: Draft) -> AsRead:
    """Return the plan of a draft, and which of its parts is which of ours."""
    known = {draft.placed[line]: part for line, part in draft.known.items() if draft.placed.get(line)}
    return AsRead(draft.plan, known)


def _carried(draft: Draft) -> Plan | None:
    """Return the plan that the file carries; a damaged one is as good as none, for the words are there."""
    with suppress(UserError):
        return from_json(draft.carried) if draft.carried else None
    return None


@dataclass(frozen=True, slots=True)
class Compared:
    """What a corrected file proposes, and what its reader doubts or found no place for and nobody knew before."""

    found: Correction
    problems: tuple[Problem, ...] = ()
    unplaced: tuple[SourceLine, ...] = ()


def compared(current: Plan, paper: CorrectedPaper) -> Compared:
    """Hold a corrected file against its plan, reading the plan's own print too: what is misread is no change."""
    base = paper.base if paper.base is not None and paper.base.id == current.id else None
    unchanged = _unchanged(base or current)
    told = {problem.text for problem in unchanged.problems}
    left = {line.text for line in unchanged.unplaced}
    return Compared(
        correction(current, paper.read, base, as_read(unchanged)),
        tuple(problem for problem in paper.draft.problems if problem.text not in told),
        tuple(line for line in paper.draft.unplaced if line.text not in left),
    )


def _unchanged(plan: Plan) -> Draft:
    from tthc_desktop.documents.reading.laid_out.reader import read_laid_out  # noqa: PLC0415 - with their libraries
    from tthc_desktop.documents.reading.word import read_word  # noqa: PLC0415
    from tthc_desktop.documents.writing.word import render  # noqa: PLC0415

    return read_laid_out(read_word(render(plan), ""))


def plan_of_paper(paper: CorrectedPaper, plans: Iterable[Plan]) -> Id:
    """Return the plan that a file was written from: the one it carries, else the one most of whose parts it knows.

    Empty where nothing in the file tells it; of a plan that the office has not, the identity that the file names.
    """
    if paper.base is not None:
        return paper.base.id
    known = frozenset(paper.read.known.values())
    shared = {plan.id: len(known & identities(plan)) for plan in plans} if known else {}
    best = max(shared, key=shared.__getitem__, default="")
    return best if best and shared[best] else ""


def is_of(own: Id, plan: Plan, plans: Mapping[Id, Plan]) -> bool:
    """Tell whether a file that was written from `own` may correct a plan: itself, or the draft that goes on from it."""
    if own in {"", plan.id}:
        return True
    return own == plan.origin_id and (own not in plans or is_locked(plans[own]))
