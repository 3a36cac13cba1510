"""What a command answers, and how it reaches the terminal or the script that asked."""

import io
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from tthc_desktop.errors import UserError

FAILED = 2
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Answer:
    """The same answer for a script (`found`) and for a person (`words`), and what went wrong on the way."""

    found: Mapping[str, object]
    words: str = ""
    trouble: tuple[UserError, ...] = ()
    stopped: bool = False
    """Whether the user stopped it before its end."""

    @property
    def status(self) -> int:
        if self.stopped:
            return INTERRUPTED
        return FAILED if self.trouble else 0


def speak_utf8() -> None:
    """Let both streams carry Vietnamese in any locale; half a letter in a file's name is shown by its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def give(answer: Answer, *, as_json: bool) -> None:
    """Write the answer as one JSON object or as words, and its trouble line by line."""
    for error in answer.trouble:
        complain(error)
    say(json.dumps(answer.found, ensure_ascii=False) if as_json else answer.words)


def say(words: str = "") -> None:
    """Write words for the one who asked; where nobody reads them any more, be quiet about it."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(f"{words}\n" if words else "")
        sys.stdout.flush()
    except BrokenPipeError:
        _turn_away()
    except OSError as error:
        _turn_away()
        raise UserError(
            "Lệnh đã chạy nhưng không ghi được kết quả ra đầu ra chuẩn.",
            "Hãy kiểm tra nơi nhận đầu ra có ghi được và còn chỗ không, rồi xem kết quả bằng lệnh list hoặc show.",
        ) from error


def complain(error: UserError) -> None:
    """Write what went wrong and what to do as one line."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"{' '.join(str(error).split())}\n")
            sys.stderr.flush()


def _turn_away() -> None:
    """Send what is left in the standard output's buffer to nowhere, so that Python's own last flush succeeds."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
