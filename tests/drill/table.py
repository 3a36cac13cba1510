"""What drills found, as tables of Markdown."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tests.drill.calls import Failed
from tests.drill.damage import Damaged, Outcome, Saved
from tests.drill.kills import Killed
from tests.drill.small_disk import Full


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield the lines of a table, the first column to the left and the others to the right."""
    yield f"| {' | '.join(head)} |"
    yield f"|---|{'---:|' * (len(head) - 1)}"
    for row in rows:
        yield f"| {' | '.join(map(str, row))} |"


def of_kills(kills: Iterable[Killed]) -> Iterator[str]:
    """Yield what kills cost, by work; then each loss and each file that was left behind, in a line of its own."""
    by_job: defaultdict[str, list[Killed]] = defaultdict(list)
    for kill in kills:
        by_job[kill.job].append(kill)
    everything = [kill for some in by_job.values() for kill in some]
    head = (
        "work",
        "kills",
        "at a system call",
        "steps acknowledged",
        "lost",
        "half done or unreadable",
    )
    yield from table(head, (_row(job, some) for job, some in [*by_job.items(), ("**all**", everything)]))
    yield from (f"\nLOST: {kill}" for kill in everything if kill.lost)
    left = Counter(name for kill in everything for name in kill.left)
    yield from (f"\nleft behind {times} times: `{name}`" for name, times in left.most_common())


def _row(job: str, kills: Sequence[Killed]) -> tuple[object, ...]:
    steps = sum(kill.acknowledged for kill in kills)
    gone = [kill.lost for kill in kills if kill.lost]
    lost = sum(int(words.split()[0]) for words in gone if words.endswith("acknowledged steps"))
    other = sum(not words.endswith("acknowledged steps") for words in gone)
    died = sum(kill.died for kill in kills)
    return job, died, sum(kill.died and "call" in kill.where for kill in kills), steps, lost, other


def of_failures(failures: Iterable[Failed]) -> Iterator[str]:
    """Yield what became of the work when calls of each kind failed, then each loss and each bug."""
    by_call: defaultdict[str, list[Failed]] = defaultdict(list)
    for one in failures:
        by_call[one.call.split()[0]].append(one)
    everything = [one for some in by_call.values() for one in some]
    head = ("call", "failures", "told in a sentence", "went on without a word", "done in the end", "lost", "bugs")
    rows = [*sorted(by_call.items()), ("**all**", everything)]
    yield from table(head, ((call, *_of_calls(some)) for call, some in rows))
    yield from (f"\n{'BUG' if one.bug else 'LOST'}: {one}" for one in everything if one.bug or one.lost)


def _of_calls(some: Sequence[Failed]) -> tuple[int, ...]:
    silent = sum(one.finished and not one.refusals for one in some)
    told = sum(bool(one.refusals) for one in some)
    return (
        *(len(some), told, silent, sum(one.finished for one in some)),
        *(sum(bool(one.lost) for one in some), sum(bool(one.bug) for one in some)),
    )


def of_full(disks: Iterable[Full]) -> Iterator[str]:
    """Yield what became of jobs on disks without room."""
    head = ("work", "bytes free", "refused", "bytes freed until all was done", "lost")
    yield from table(head, ((one.job, one.free, len(one.refusals), one.room, one.lost or 0) for one in disks))


def of_damage(damages: Iterable[Damaged]) -> Iterator[str]:
    """Yield what damage of each region came to, and what a repair saved; then what nobody noticed, and each bug."""
    by_region: defaultdict[str, list[Damaged]] = defaultdict(list)
    for one in damages:
        by_region[one.region].append(one)
    everything = [one for some in by_region.values() for one in some]
    saved = [each for each in Saved if each is not Saved.UNASKED]
    head = ("region", "damages", *Outcome, *(f"repair saves {each}" for each in saved))
    yield from table(head, (_of_region(name, some) for name, some in [*by_region.items(), ("**all**", everything)]))
    yield from (f"\nBUG: {one}" for one in everything if one.bug)
    yield from (f"\nUNNOTICED: {one}" for one in everything if one.outcome is Outcome.UNNOTICED)


def _of_region(name: str, some: Sequence[Damaged]) -> tuple[object, ...]:
    outcomes, saved = Counter(one.outcome for one in some), Counter(one.saved for one in some)
    given = (saved[each] for each in Saved if each is not Saved.UNASKED)
    return name, len(some), *(outcomes[each] for each in Outcome), *given
