"""The trials one after the other, each told in a line."""

import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import perf_counter

from tthc_desktop import __version__
from tthc_desktop.cli import answers
from tthc_desktop.errors import UserError
from tthc_desktop.self_test.place import NotAsWantedError, Place, Trial
from tthc_desktop.self_test.trials import TRIALS
from tthc_desktop.settings import program_folder

_GOOD, _BAD = 0, 1


def try_all(report: Path | None = None, trials: Sequence[Trial] = TRIALS) -> int:
    """Try everything, tell each trial in a line, and return 0 when all went well, else 1.

    The lines also go into the file `report`, for a program without a terminal. The user's own data is not touched.
    """
    answers.speak_utf8()
    lines: list[str] = []

    def tell(line: str) -> None:
        lines.append(line)
        answers.say(line)

    where = program_folder() or Path(sys.executable)
    tell(f"TTHC Desktop {__version__}, {where}")
    with tempfile.TemporaryDirectory(prefix="tthc-tu-kiem-tra-", ignore_cleanup_errors=True) as folder:
        failed = _tried(Place(Path(folder)), trials, tell)
    words = f"{failed} việc HỎNG" if failed else "mọi việc đều được"
    tell(f"Tự kiểm tra {len(trials)} việc: {words}.")
    if report is not None:
        report.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return _BAD if failed else _GOOD


def _tried(place: Place, trials: Iterable[Trial], tell: Callable[[str], None]) -> int:
    failed = 0
    for trial in trials:
        begun = perf_counter()
        try:
            found = trial.act(place)
        except (UserError, NotAsWantedError) as error:
            found, good = str(error), False
        except Exception:  # noqa: BLE001 - what a library lacks may raise anything, and has to be told
            found, good = traceback.format_exc(), False
        else:
            good = True
        failed += not good
        tell(f"{'được' if good else 'HỎNG'}  {trial.name}: {found} ({perf_counter() - begun:.1f} giây)")
    return failed
