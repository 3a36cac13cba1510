"""Which work the words of a row are about."""

from collections.abc import Mapping, Sequence

from tthc_desktop.models.comparison.similarity import alike, equal, nearest
from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.known import Words
from tthc_desktop.models.text import fold


def content(words: Words) -> str:
    """Return what a row says is to be done, folded."""
    return fold(words.get("content", ""))


def whole(words: Words) -> tuple[str, str]:
    """Return what tells a row from one of the same content: what is to be done, and when."""
    return content(words), fold(words.get("deadline", ""))


def content_alone(words: Words) -> tuple[str, str]:
    """Return the content in the form of `whole`."""
    return content(words), ""


def pair_by_content(rows: Sequence[Words], works: Mapping[Id, Words]) -> dict[int, Id]:
    """Return which row is which work: the same content and deadline first, then the same content, then an alike one."""
    paired: dict[int, Id] = {}
    for key in (whole, content_alone):
        taken = set(paired.values())
        free = [work_id for work_id in works if work_id not in taken]
        left = [at for at, words in enumerate(rows) if at not in paired and content(words)]
        pairs = equal([key(works[work_id]) for work_id in free], [key(rows[at]) for at in left])
        paired |= {left[new]: free[old] for old, new in pairs}
    return paired | _alike(rows, works, paired)


def most_alike(rows: Sequence[Words], works: Mapping[Id, Words]) -> dict[int, Id]:
    """Return which work each row is most like, whatever the other rows say.

    Among works of equally alike contents the other columns decide. A row that is like none, or as like one work as
    another, has no entry.
    """
    if not rows:
        return {}
    ids = list(works)
    found: dict[int, Id] = {}
    contents = [content(words) for words in works.values()]
    for at, olds in enumerate(nearest(contents, [content(words) for words in rows])):
        agreeing = {ids[old]: _agreeing(rows[at], works[ids[old]]) for old in olds}
        most = max(agreeing.values(), default=None)
        best = [work_id for work_id, columns in agreeing.items() if columns == most]
        if len(best) == 1:
            found[at] = best[0]
    return found


def _agreeing(row: Words, work: Words) -> tuple[bool, int]:
    """Return whether the contents are the same, then in how many columns both say the same."""
    same = sum(fold(words) == fold(work.get(name, "")) for name, words in row.items() if name != "number")
    return content(row) == content(work), same


def _alike(rows: Sequence[Words], works: Mapping[Id, Words], paired: Mapping[int, Id]) -> dict[int, Id]:
    known = {content(words) for words in works.values()}
    left = [at for at, words in enumerate(rows) if at not in paired and content(words) not in known]
    taken = set(paired.values())
    free = [work_id for work_id in works if work_id not in taken]
    pairs = alike([content(works[work_id]) for work_id in free], [content(rows[at]) for at in left])
    return {left[new]: free[old] for old, new in pairs}
