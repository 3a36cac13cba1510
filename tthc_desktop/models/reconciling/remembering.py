"""What the clerk chose for the columns of a table, remembered for the next table with the same headings."""

from collections.abc import Iterable, Sequence

from tthc_desktop.models.identity import new_id
from tthc_desktop.models.known_heading import KnownHeading
from tthc_desktop.models.reconciling.incoming import Certainty, ProposedTable
from tthc_desktop.models.text import fold

Pair = tuple[KnownHeading | None, KnownHeading]


def heading_words(title: str, over: str = "") -> str:
    """Return a heading in the form in which it is remembered: folded, the wider one above it before a slash."""
    folded, wide = fold(title), fold(over)
    return f"{wide}/{folded}" if wide else folded


def remembered(proposed: Iterable[ProposedTable], known: Sequence[KnownHeading]) -> tuple[Pair, ...]:
    """Return before and after of the headings whose meaning the clerk chose, for the change that takes the tables."""
    by_words = {heading.words: heading for heading in known}
    pairs: dict[str, Pair] = {}
    for table in proposed:
        for column in table.columns if table.taken else ():
            words = heading_words(column.title, column.over)
            if column.certainty is not Certainty.CHOSEN or not fold(column.title):
                continue
            before = by_words.get(words)
            if before is None or before.role is not column.role:
                pairs[words] = before, KnownHeading(before.id if before else new_id(), words, column.role)
    return tuple(pairs.values())
