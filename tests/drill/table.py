"""What drills found, as tables of Markdown."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tests.drill.kills import Killed


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
