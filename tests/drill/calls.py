"""Every system call of saving failing once: what the clerk was told, whether a second try works, and what was lost."""

import errno
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.drill.faults import Act, Fault
from tests.drill.kills import goes_on
from tests.drill.lives import Life, Worker, fresh, lost
from tests.drill.worker import Wish

_LOOK = (errno.EIO, errno.EACCES)
ERRORS: Mapping[str, Sequence[int]] = {
    "read": (errno.EIO, errno.EINTR),
    "write": (errno.ENOSPC, errno.EIO, errno.EINTR, errno.EDQUOT),
    "sync": (errno.EIO, errno.ENOSPC),
    "truncate": (errno.EIO, errno.EINTR),
    "open": (errno.EACCES, errno.EMFILE, errno.EIO, errno.EINTR),
    "create": (errno.ENOSPC, errno.EACCES, errno.EMFILE, errno.EROFS),
    "close": (errno.EIO,),
    "lock": (errno.EAGAIN, errno.ENOLCK, errno.EIO),
    "map": (errno.ENOMEM,),
    "rename": (errno.EACCES, errno.EIO, errno.ENOSPC),
    "remove": (errno.EACCES, errno.EIO),
    "look": _LOOK,
    "mark": (errno.EPERM,),
}
"""The errors that a call of each kind really meets, on a disk, a stick or a network share."""
GONE = errno.EIO


@dataclass(frozen=True, slots=True)
class Failed:
    """One call that failed: what became of the work."""

    job: str
    call: str
    error: str
    refusals: tuple[str, ...]
    """What the program said, in a sentence each."""
    finished: bool
    """Whether all steps were done in the end, tried again where they were refused."""
    lost: str
    bug: str

    @property
    def noticed(self) -> bool:
        return bool(self.refusals)


def failures(worker: Worker, job: str, seed: int, step: int = 1) -> Iterator[Failed]:
    """Let each call of the job fail once (or every `step`-th), with each error that such a call may meet by turns."""
    with fresh(job) as folder:
        calls = worker.live(Wish(job, str(folder), seed, calls=True)).said("call")
    for turn, call in enumerate(calls[::step]):
        number, what = call.split(maxsplit=1)
        errors = ERRORS[what.split()[0]]
        for error in errors if step == 1 else errors[turn % len(errors) :][:1]:
            yield fail(worker, Wish(job, "", seed, Fault(Act.FAIL_ONCE, int(number), error)), what)


def gone(worker: Worker, job: str, seed: int, step: int) -> Iterator[Failed]:
    """Let every `step`-th call of the job and all after it fail: the stick is pulled out, and found again later."""
    with fresh(job) as folder:
        calls = worker.live(Wish(job, str(folder), seed, calls=True)).said("call")
    for call in calls[::step]:
        number, what = call.split(maxsplit=1)
        yield fail(worker, Wish(job, "", seed, Fault(Act.FAIL_FROM, int(number), GONE)), what)


def fail(worker: Worker, wish: Wish, what: str) -> Failed:
    """Let a job be done while one call fails, or all from one on, and look what is left."""
    with fresh(wish.job) as folder:
        life = worker.live(Wish(wish.job, str(folder), wish.seed, wish.fault))
        gone = lost(wish.job, wish.seed, folder, life.acknowledged) or goes_on(folder)
    refusals = tuple(word.split(maxsplit=1)[1] for word in life.said("refused"))
    return Failed(wish.job, what, errno.errorcode[wish.fault.error], refusals, "end" in life.words, gone, _bug(life))


def _bug(life: Life) -> str:
    differs = [f"memory differs from the file after step {number}" for number in life.said("differs")]
    died = [f"the process died of signal {-life.end}"] if life.end else []
    return "; ".join((*life.said("bug"), *differs, *died))
