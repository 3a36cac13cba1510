"""The command line asked as a script asks it, in this process or as a program of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tthc_desktop.cli import main

PLANS = Path(__file__).parents[1] / "data" / "plans"


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def found(self) -> dict[str, Any]:
        """The one JSON object on standard output."""
        found: dict[str, Any] = json.loads(self.out)
        return found


Ask = Callable[..., Said]


@pytest.fixture
def paper() -> Path:
    """Return a text with bases, tasks in the text, and a table."""
    return PLANS / "markdown_two_appendices.txt"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return where the office is to be kept."""
    return tmp_path / "van-phong.tthc"


@pytest.fixture
def ask(office: Path, capfd: pytest.CaptureFixture[str]) -> Ask:
    """Ask for a command in this process."""

    def asked(*arguments: str | Path) -> Said:
        capfd.readouterr()
        status = main(["--office", str(office), *map(str, arguments)])
        said = capfd.readouterr()
        return Said(status, said.out, said.err)

    return asked


@pytest.fixture
def start(office: Path) -> Ask:
    """Start the program for a command; it has to speak UTF-8."""

    def started(*arguments: str | Path, **variables: str) -> Said:
        done = subprocess.run(
            [*PROGRAM, "--office", str(office), *map(str, arguments)],
            env={**os.environ, **variables},
            capture_output=True,
            check=False,
        )
        return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return started


PROGRAM = [sys.executable, "-c", "import sys; from tthc_desktop.cli import main; sys.exit(main())"]


def is_one_line(words: str) -> bool:
    """Tell whether the words are one line of known trouble and no traceback."""
    return words.endswith("\n") and words.count("\n") == 1 and "Traceback" not in words
