"""Part I of a report: what came of the work, in all, by section of the plans and task by task."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tthc_desktop.models.agenda.standing import DONE as ALL_DONE
from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Node
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.reporting import phrases
from tthc_desktop.models.reporting.making import Writer
from tthc_desktop.models.reporting.telling import is_news
from tthc_desktop.models.reporting.values import Facts, Tally, WorkFact
from tthc_desktop.models.text import Text, join, plain
from tthc_desktop.models.units.works import Heading

_DEPTHS = (Mark.ARABIC, Mark.DECIMAL, Mark.LETTER)
_STATUSES = (
    (Status.DOING, phrases.DOING),
    (Status.NOT_STARTED, phrases.NOT_STARTED),
    (Status.NOT_DUE, phrases.NOT_DUE),
    (Status.OVERDUE, phrases.OVERDUE),
    (Status.NONE_AROSE, phrases.NONE_AROSE),
)


@dataclass(slots=True)
class _Section:
    """A title of the plans with the titles and the work below it."""

    id: Id = ""
    below: dict[Id, "_Section"] = field(default_factory=dict)
    works: list[WorkFact] = field(default_factory=list)


def results(facts: Facts, writer: Writer) -> Item:
    """Return the part."""
    overall = writer.heading("overall", phrases.TITLE_OVERALL, Mark.ARABIC, _overall(facts, writer))
    sections = _sections(facts, writer, _tree(facts.works.values()), 0)
    return writer.heading("results", phrases.PART_RESULTS, Mark.ROMAN, (overall, *sections))


def _overall(facts: Facts, writer: Writer) -> Iterator[Item]:
    tally = facts.tallies.get("", Tally())
    yield writer.paragraph("overall.days", writer.say(phrases.DAYS))
    yield writer.paragraph("overall.total", total(facts, writer))
    if tally.total:
        yield writer.paragraph("overall.due", writer.say(_due(tally)))


def total(facts: Facts, writer: Writer) -> Text:
    """Return in one sentence how much work there is and how it stands."""
    tally = facts.tallies.get("", Tally())
    if tally.total == 0:
        return writer.say(phrases.NO_WORK)
    if tally.total == 1:
        only = next(iter(facts.works))
        return join((writer.say(phrases.ONE_WORK), writer.say(phrases.THIS_STATUS, f"work:{only}:"), plain(".")))
    return join((writer.say(phrases.ALL_WORK), how_many(writer, tally, ""), plain(".")))


def _due(tally: Tally) -> str:
    if tally.due == 0:
        return phrases.NONE_DUE
    if tally.due_done == 0:
        return phrases.DUE_NOT_DONE
    return phrases.DUE_DONE if tally.due == tally.due_done else phrases.DUE


def how_many(writer: Writer, tally: Tally, scope: str) -> Text:
    """Return how many pieces of work stand how; what there is none of is left out."""
    parts: list[Text] = []
    if tally.count(*ALL_DONE):
        split = tally.count(Status.DONE_LATE) and tally.count(Status.DONE_ON_TIME)
        parts.append(_said(writer, phrases.DONE + (phrases.DONE_SPLIT if split else ""), scope))
    parts += [_said(writer, pattern, scope) for status, pattern in _STATUSES if tally.count(status)]
    return join(parts, "; ")


def _said(writer: Writer, pattern: str, scope: str) -> Text:
    return writer.say(pattern if scope else pattern.replace("{.", "{"), scope)


def _tree(works: Iterable[WorkFact]) -> _Section:
    root = _Section()
    for work in works:
        place = root
        for heading in _titled(work.above):
            place = place.below.setdefault(heading.id, _Section(heading.id))
        place.works.append(work)
    while len(root.below) == 1 and not root.works:
        root = next(iter(root.below.values()))
    return root


def _titled(above: Sequence[Heading]) -> Iterator[Heading]:
    yield from (heading for heading in above if heading.content)


def _sections(facts: Facts, writer: Writer, place: _Section, depth: int) -> Iterator[Node]:
    """Yield the sections; work that stands under no further title comes first, or in a section of its own."""
    if place.works and depth == 0:
        rest = [*_works(facts, writer, place.works)]
        if rest:
            yield writer.heading("other", phrases.TITLE_OTHER, Mark.ARABIC, rest)
    for section in place.below.values():
        if children := [*_within(facts, writer, section, depth)]:
            title = writer.say(phrases.SECTION, f"section:{section.id}:")
            mark = _DEPTHS[min(depth, len(_DEPTHS) - 1)]
            yield writer.heading(f"section:{section.id}", title, mark, children)


def _within(facts: Facts, writer: Writer, section: _Section, depth: int) -> Iterator[Node]:
    if said := _summary(facts, writer, section):
        yield writer.paragraph(f"section:{section.id}:sum", said)
    yield from _works(facts, writer, section.works)
    if depth + 1 < len(_DEPTHS):
        yield from _sections(facts, writer, section, depth + 1)
        return
    for below in section.below.values():
        yield from _works(facts, writer, [*_all(below)])


def _all(section: _Section) -> Iterator[WorkFact]:
    yield from section.works
    for below in section.below.values():
        yield from _all(below)


def _summary(facts: Facts, writer: Writer, section: _Section) -> Text:
    """Return how the work of a section stands in one sentence; a single piece that is told below needs none."""
    scope = f"section:{section.id}:"
    tally = facts.tallies.get(scope, Tally())
    if tally.total == 1 and any(is_news(work, facts.stretch.start) for work in _all(section)):
        return Text()
    statuses = [status for status, count in tally.by_status.items() if count]
    if tally.total > 1 and len(statuses) == 1:
        return writer.say(phrases.SECTION_SAME[statuses[0]], scope)
    if tally.total == tally.count(Status.DONE_ON_TIME, Status.DONE_LATE) and tally.total > 1:
        return writer.say(phrases.SECTION_DONE, scope)
    if tally.total == 1:
        only = next(_all(section))
        status = writer.say(phrases.THIS_STATUS, f"work:{only.work_id}:")
        return join((writer.say(phrases.ONE_OF_SECTION, scope), status, plain(".")))
    return join((writer.say(phrases.SECTION_ALL, scope), how_many(writer, tally, scope), plain(".")))


def _works(facts: Facts, writer: Writer, works: Iterable[WorkFact]) -> Iterator[Item]:
    for work in works:
        if is_news(work, facts.stretch.start):
            yield writer.paragraph(f"work:{work.work_id}", writer.say(phrases.WORK, f"work:{work.work_id}:"), Mark.DASH)
