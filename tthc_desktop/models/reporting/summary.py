"""Part II of a report: figures by unit with a chart, and the targets."""

from collections.abc import Collection, Iterator

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Node
from tthc_desktop.models.reporting import phrases
from tthc_desktop.models.reporting.making import Writer
from tthc_desktop.models.reporting.tables import by_unit, of_targets
from tthc_desktop.models.reporting.values import Facts
from tthc_desktop.models.text import Text, join, plain


def summary(facts: Facts, writer: Writer, present: Collection[Id] = ()) -> Item:
    """Return the part; columns that are `present` stay, used or not."""
    return writer.heading("summary", phrases.PART_SUMMARY, Mark.ROMAN, _parts(facts, writer, present))


def _parts(facts: Facts, writer: Writer, present: Collection[Id]) -> Iterator[Node]:
    if facts.works:
        yield writer.heading("by_unit", phrases.TITLE_UNITS, Mark.ARABIC, _by_unit(facts, writer, present))
    if facts.targets:
        yield writer.heading("by_target", phrases.TITLE_TARGETS, Mark.ARABIC, _by_target(facts, writer, present))
    if not facts.works and not facts.targets:
        yield writer.paragraph("summary.none", writer.say(phrases.NO_WORK))


def _by_unit(facts: Facts, writer: Writer, present: Collection[Id]) -> Iterator[Node]:
    if len(facts.units) == 1:
        words = writer.say(phrases.UNIT_ONE, f"unit:{next(iter(facts.units))}:")
    else:
        words = writer.say(phrases.UNITS)
    yield writer.paragraph("by_unit.words", words)
    yield by_unit(facts, writer, present)
    yield writer.paragraph("by_unit.more", writer.say(phrases.MORE))


def _by_target(facts: Facts, writer: Writer, present: Collection[Id]) -> Iterator[Node]:
    yield writer.paragraph("by_target.words", _targets(facts, writer))
    yield of_targets(facts, writer, present)


def _targets(facts: Facts, writer: Writer) -> Text:
    verdicts = [target.met for target in facts.targets.values()]
    if all(verdicts) and len(verdicts) > 1:
        return writer.say(phrases.TARGETS_ALL)
    if not any(target.measured for target in facts.targets.values()):
        return writer.say(phrases.TARGETS_NONE)
    parts = ((True, phrases.MET), (False, phrases.NOT_MET), (None, phrases.NOT_MEASURED))
    said = [writer.say(pattern) for verdict, pattern in parts if verdict in verdicts]
    return join((writer.say(phrases.TARGETS), join(said, "; "), plain(".")))
