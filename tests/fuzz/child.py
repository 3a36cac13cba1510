"""The process in which a reader is tried: `python -m tests.fuzz.child READER SECONDS FOLDER`, started by the parent.

A file that takes too long in Python is stopped from inside; what hangs or crashes a library ends the process, and
the parent finds the file in the folder.
"""

import faulthandler
import os
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import Any

from tests.fuzz.finding import Ledger, TooLongError, kind_of

LONGEST = 20.0
"""Seconds of the processor; instrumented code takes about twice its time."""
HANGING = 300.0
"""Seconds by the clock after which a library that never comes back is ended."""
MEMORY = 3 << 30
"""Bytes of address space."""
_OFTEN = 200
_FROM_GOOD = 0.5


class Trying:
    """Gives files to a reader and writes down what comes of it."""

    def __init__(self, name: str, folder: Path) -> None:
        from tests.fuzz.readers import READERS  # noqa: PLC0415 - what it loads is instrumented

        self.reader = READERS[name]
        self.ledger = Ledger.of(folder)
        self.place = folder / "now"
        self.place.mkdir(exist_ok=True)
        self.file = self.place / f"a{self.reader.ending}"
        self.began = time.monotonic()
        self.until = float("inf")
        signal.signal(signal.SIGVTALRM, _stop)

    def one(self, data: bytes) -> None:
        """Have one file read."""
        self.file.write_bytes(data)
        before = time.process_time()
        faulthandler.dump_traceback_later(HANGING, exit=True)
        signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
        try:
            self._read(data)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            faulthandler.cancel_dump_traceback_later()
        self.ledger.files += 1
        self.ledger.slowest = max(self.ledger.slowest, time.process_time() - before)
        if time.monotonic() > self.until:
            self.write()
            os._exit(0)  # libFuzzer, and libraries that hold much, end in no other way for sure
        if self.ledger.files % _OFTEN == 0:
            self.write()

    def _read(self, data: bytes) -> None:
        from tthc_desktop.errors import UserError  # noqa: PLC0415 - as above

        try:
            self.reader.read(self.file)
        except UserError:
            return
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001 - anything else is what is looked for
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self.ledger.add(kind_of(error), data, "".join(traceback.format_exception(error)), self.reader.ending)
        else:
            self.ledger.read += 1

    def write(self) -> None:
        """Write down how far it came."""
        now = time.monotonic()
        self.ledger.seconds += now - self.began
        self.began = now
        self.ledger.memory = max(self.ledger.memory, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        self.ledger.write()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TooLongError


def by_chance(trying: Trying, seconds: float) -> None:
    """Harm good files by chance for so long."""
    from tests.fuzz.mutating import harmed  # noqa: PLC0415

    until = time.monotonic() + seconds
    chance = random.Random(time.time_ns())
    good = list(trying.reader.seeds())
    for data in good:
        trying.one(data)
    while time.monotonic() < until:
        trying.one(harmed(chance.choice(good), chance, trying.reader.harms))
    trying.write()


def led(trying: Trying, seconds: float, corpus: Path) -> None:
    """Let libFuzzer lead: it keeps each file that reaches new places of our code, and harms those again."""
    import atheris  # noqa: PLC0415 - not installed everywhere

    from tests.fuzz.mutating import harmed  # noqa: PLC0415

    good = list(trying.reader.seeds())

    def harm(data: bytes, largest: int, seed: int) -> bytes:
        chance = random.Random(seed)
        # Much of what libFuzzer keeps is refused at the door, and so is what comes of it.
        begun = chance.choice(good) if chance.random() < _FROM_GOOD else data
        return harmed(begun, chance, trying.reader.harms)[:largest]

    corpus.mkdir(exist_ok=True)
    if not any(corpus.iterdir()):
        for place, data in enumerate(trying.reader.seeds()):
            (corpus / f"seed-{place:03}").write_bytes(data)
    told = ["-timeout=1000000", "-rss_limit_mb=0", "-max_len=3000000", "-len_control=0", "-detect_leaks=0"]
    signals = [f"-handle_{name}=0" for name in ("abrt", "bus", "fpe", "ill", "int", "segv", "term", "xfsz", "usr1")]
    settings = [sys.argv[0], "-verbosity=0", *told, *signals, f"-artifact_prefix={trying.place}/", str(corpus)]
    trying.until = time.monotonic() + seconds
    atheris.Setup(settings, trying.one, custom_mutator=harm, enable_python_coverage=True)
    atheris.Fuzz()


def _instrumented(load: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever it loads
    if find_spec("atheris") is None:
        return load()
    import atheris  # noqa: PLC0415

    with suppress(ImportError), atheris.instrument_imports(include=["tthc_desktop", "xlrd"]):
        return load()


def main(name: str, seconds: float, folder: Path) -> None:
    """Try a reader for so many seconds."""
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    trying = _instrumented(lambda: _loaded(name, folder))
    if find_spec("atheris") is None:
        by_chance(trying, seconds)
    else:
        led(trying, seconds, folder / "corpus")


def _loaded(name: str, folder: Path) -> Trying:
    """Return what tries, everything loaded that it needs."""
    trying = Trying(name, folder)
    for data in trying.reader.seeds():
        trying.one(data)
    trying.write()
    return trying


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]))
