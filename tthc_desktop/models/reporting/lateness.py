"""Parts III and IV of a report: what is late and why, what did not arise, what is proposed, and what comes next."""

from collections.abc import Iterable, Iterator

from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.reporting import phrases
from tthc_desktop.models.reporting.making import Writer
from tthc_desktop.models.reporting.telling import is_late, joined
from tthc_desktop.models.reporting.values import Facts, Tally, WorkFact


def lateness(facts: Facts, writer: Writer) -> Item:
    """Return the part on late work and on what did not arise."""
    return writer.heading("late", phrases.PART_LATE, Mark.ROMAN, _late(facts, writer))


def _late(facts: Facts, writer: Writer) -> Iterator[Item]:
    works = facts.works.values()
    late = [work for work in works if is_late(work, facts.stretch.start)]
    yield writer.paragraph("late.words", writer.say(phrases.LATE if late else phrases.NO_LATE))
    for work in late:
        pattern = phrases.LATE_WORK if work.deadline or work.due else phrases.LATE_WORK_BARE
        yield _line(writer, "late", pattern, work)
    not_arisen = [work for work in works if work.status is Status.NONE_AROSE]
    yield from _listed(writer, "not_arisen", phrases.NOT_ARISEN, phrases.NOT_ARISEN_WORK, not_arisen)
    troubled = [work for work in works if joined(work, "trouble") and work not in late]
    yield from _listed(writer, "trouble", phrases.TROUBLES, phrases.TROUBLE, troubled)


def outlook(facts: Facts, writer: Writer) -> Item:
    """Return the part on proposals and on the next period."""
    proposals = writer.heading("proposals", phrases.TITLE_PROPOSALS, Mark.ARABIC, _proposals(facts, writer))
    coming = writer.heading("next", phrases.TITLE_NEXT, Mark.ARABIC, _next(facts, writer))
    return writer.heading("outlook", phrases.PART_OUTLOOK, Mark.ROMAN, (proposals, coming))


def _proposals(facts: Facts, writer: Writer) -> Iterator[Item]:
    proposed = [work for work in facts.works.values() if joined(work, "proposal")]
    if not proposed:
        yield writer.paragraph("proposal.words", writer.say(phrases.NO_PROPOSAL))
    yield from _listed(writer, "proposal", phrases.PROPOSALS, phrases.PROPOSAL, proposed)


def _next(facts: Facts, writer: Writer) -> Iterator[Item]:
    if facts.tallies.get("", Tally()).count(Status.OVERDUE):
        yield writer.paragraph("next.overdue", writer.say(phrases.NEXT_OVERDUE))
    coming = [work for work in facts.works.values() if work.next_due]
    coming.sort(key=lambda work: (work.next_due is None, work.next_due))
    if not coming:
        yield writer.paragraph("next.words", writer.say(phrases.NEXT_NONE))
    yield from _listed(writer, "next", phrases.NEXT, phrases.NEXT_WORK, coming)
    yield writer.paragraph("next.always", writer.say(phrases.NEXT_ALWAYS))


def _listed(writer: Writer, name: str, said: str, pattern: str, works: Iterable[WorkFact]) -> Iterator[Item]:
    """Yield a sentence and below it a line for each piece of work; nothing where there is none."""
    lines = [_line(writer, name, pattern, work) for work in works]
    if lines:
        yield writer.paragraph(f"{name}.words", writer.say(said))
        yield from lines


def _line(writer: Writer, name: str, pattern: str, work: WorkFact) -> Item:
    return writer.paragraph(f"{name}:{work.work_id}", writer.say(pattern, f"work:{work.work_id}:"), Mark.DASH)
