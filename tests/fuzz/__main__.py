"""`python -m tests.fuzz READER SECONDS [FOLDER]`: try one reader, or `all`; `… table FOLDER` tells."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.finding import Ledger
from tests.fuzz.readers import READERS

_SLICE = 600.0
"""Seconds after which a child begins anew, so that what libraries never give back is given back."""
_QUICK = 20.0


def main(which: str, seconds: float, folder: Path) -> int:
    """Try readers for so many seconds each and tell what was found; 1 where something was."""
    names = tuple(READERS) if which == "all" else (which,)
    for name in names:
        until = time.monotonic() + seconds
        while (rest := until - time.monotonic()) > 1:
            began = time.monotonic()
            _slice(name, min(rest, _SLICE), folder / name)
            if time.monotonic() - began < min(rest, _QUICK):
                time.sleep(1)
        sys.stdout.write(told(name, Ledger.of(folder / name)))
        sys.stdout.flush()
    return int(any(Ledger.of(folder / name).found for name in names))


def _slice(name: str, seconds: float, folder: Path) -> None:
    """Run a child; one that died instead of ending leaves the file that it was reading as a finding."""
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / "said.txt"
    with out.open("wb") as said:
        ended = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.child", name, str(seconds), str(folder)],
            stdout=said,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if ended.returncode:
        reader = READERS[name]
        last = folder / "now" / f"a{reader.ending}"
        words = out.read_text("utf-8", "replace")
        words = "\n".join(line for line in words.splitlines() if not line.startswith("INFO: "))[:8000]
        lines = [line.strip() for line in words.splitlines() if "tthc_desktop" in line and "line" in line]
        where = lines[0].rpartition("/")[2] if lines else ""
        Ledger.of(folder).add(f"ended with {ended.returncode} {where}", last.read_bytes(), words, reader.ending)


def told(name: str, ledger: Ledger) -> str:
    """Return what came of a reader in a few lines."""
    hours = ledger.seconds / 3600
    found = "".join(f"\n    {count:6} × {kind}" for kind, count in ledger.found.items())
    return (
        f"{name}: {hours:.2f} h, {ledger.files} files, {ledger.read} read, slowest {ledger.slowest:.1f} s, "
        f"{ledger.memory} MB, {len(ledger.found)} findings{found}\n"
    )


def table(folder: Path) -> str:
    """Return the lines of a table of all that was tried in a folder."""
    ledgers = {name: Ledger.of(folder / name) for name in READERS if (folder / name).is_dir()}
    rows = [
        f"| {name} | {one.seconds / 60:.0f} | {one.files:,} | {one.read:,} | {one.slowest:.1f} | {len(one.found)} |"
        for name, one in ledgers.items()
    ]
    every = ledgers.values()
    whole = f"| **all** | {sum(one.seconds for one in every) / 60:.0f} | {sum(one.files for one in every):,} | | | |"
    head = ("| reader | minutes | files | read, not refused | slowest, s | findings |", "|---|--:|--:|--:|--:|--:|")
    return "\n".join((*head, *rows, whole, ""))


if __name__ == "__main__":
    kept = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(tempfile.gettempdir()) / "tthc-fuzz"
    if sys.argv[1] == "table":
        sys.stdout.write(table(Path(sys.argv[2])))
    else:
        sys.exit(main(sys.argv[1], float(sys.argv[2]), kept))
