"""Trouble at the border of the system, by a small library that is loaded before the C library (`faults.c`)."""

import atexit
import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

SOURCE = Path(__file__).with_name("faults.c")


class Act(IntEnum):
    """What happens at a system call, in the order of the library's own list."""

    NOTHING = 0
    KILL_BEFORE = 1
    KILL_HALFWAY = 2
    """Half of what is to be written gets into the file; what cannot be halved is done."""
    FAIL_ONCE = 3
    FAIL_FROM = 4
    """This call and all after it fail: the disk is gone."""
    WRITE_HALF = 5


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at which of the system calls that touch the folder, counted from 1; `error` is a number of errno."""

    act: Act = Act.NOTHING
    at: int = 0
    error: int = 0


NO_FAULT = Fault()


def can_be_made() -> bool:
    """Tell whether this system lets us stand between a program and the C library."""
    return sys.platform == "linux" and shutil.which("gcc") is not None


@cache
def library() -> Path:
    """Return the library, which is compiled once for the process that asks."""
    folder = mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = Path(folder) / "faults.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", made, SOURCE, "-ldl"], check=True)
    return made


def loaded() -> bool:
    """Tell whether the library stands before the C library in this process."""
    return "faults" in os.environ.get("LD_PRELOAD", "")


def arm(folder: Path, fault: Fault) -> None:
    """Count the calls that touch the folder from now on, and let the trouble come."""
    ctypes.CDLL(None).drill_arm(str(folder).encode(), int(fault.act), ctypes.c_long(fault.at), fault.error)


def count() -> int:
    """Return how many calls have touched the folder."""
    return int(ctypes.CDLL(None).drill_count())


def call(number: int) -> str:
    """Return what a call was: a word for it and the name of the file."""
    ask = ctypes.CDLL(None).drill_call
    ask.restype = ctypes.c_char_p
    found: bytes = ask(ctypes.c_long(number))
    return found.decode(errors="replace")
