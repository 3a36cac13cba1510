"""Processes killed while progress is written and evidence kept: what was acknowledged is there, with its file."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tthc_desktop.office import Office

KILLS = int(os.environ.get("TTHC_KILLS", "200")) // 40 or 1
WRITER = """
import os, sys
from pathlib import Path
from dataclasses import replace
from tests.models.agenda.offices import plan
from tests.models.units.registers import OFFICE
from tthc_desktop.models.changes import Change
from tthc_desktop.models.progress.values import Evidence, Field, Progress, Said
from tthc_desktop.office import Office

office = Office.open(Path(sys.argv[1]))
if not office.plans:
    made = plan((OFFICE.name, "", "30/6/2025"))
    office.change(Change("Thêm", ((None, made), (None, OFFICE))))
while True:
    before = office.progress.get("x")
    number = int(before.said[Field.NUMBER].words) + 1 if before else 1
    kept = Evidence(f"{number}.pdf", office.keep_file(str(number).encode() * 50_000))
    after = Progress("x", "plan", "t1", OFFICE.id, {Field.NUMBER: Said(str(number))}, files=(kept,))
    office.change(Change(f"Ghi {number}", ((before, after),)))
    os.write(1, f"{number}\\n".encode())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed like this on Windows")
@pytest.mark.timeout(300)
def test_what_was_said_before_a_kill_is_there_with_its_file(tmp_path: Path) -> None:
    path, chance, known = tmp_path / "office.tthc", random.Random(), 0
    for _ in range(KILLS):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            told = [int(process.stdout.readline()) for _ in range(chance.randint(1, 5))]
            time.sleep(chance.uniform(0, 0.03))
            os.kill(process.pid, signal.SIGKILL)
            told += [int(line) for line in process.stdout.read().splitlines()]
        assert told[0] in {known + 1, known + 2}
        with Office.open(path) as office:
            assert office._library.problems() == []
            said = office.progress["x"]
            known = int(next(iter(said.said.values())).words)
            assert known in {told[-1], told[-1] + 1}
            assert office.kept_file(said.files[0].sha256) == str(known).encode() * 50_000
