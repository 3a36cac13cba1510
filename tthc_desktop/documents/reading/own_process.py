"""Readers of files from outside run in a process of their own: what hangs, bursts or crashes there ends there.

Libraries that take files apart are written in C and cannot be stopped from within; a PDF of two kilobytes may keep one
busy for days. The process is asked file after file, and begun anew once it had to be ended.
"""

import multiprocessing
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Thread
from time import monotonic, sleep
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from tthc_desktop.documents.limits import LONGEST_SILENCE, MOST_MEMORY
from tthc_desktop.documents.reading.laid_out.blocks import Step, no_step
from tthc_desktop.errors import UserError

T = TypeVar("T")
SWITCH = "TTHC_OWN_PROCESS"
"""An environment variable; where it is 0, readers run where they are asked, as tests that read a thousand files do."""
_BEAT = 0.1
_PATIENCE = 2.0
_OTHER_FILE = "Hãy xin lại tệp gốc, hoặc mở tệp bằng chương trình của nó, lưu lại thành tệp mới rồi thử lại."


class Ask(Protocol):
    """Has a reader read a file: `OwnProcess.ask`, or `at_once`."""

    def __call__(self, read: Callable[..., T], name: str, /, *given: object, step: Step | None = None) -> T: ...


def at_once(read: Callable[..., T], _name: str, /, *given: object, step: Step | None = None) -> T:
    """Have a reader read here, by whoever asks."""
    return read(*given) if step is None else read(*given, step)


class OwnProcess:
    """Gives work to another process and waits for it; to be left with `with`, which ends that process."""

    def __init__(self, silence: float = LONGEST_SILENCE) -> None:
        self._silence = silence
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def ask(self, read: Callable[..., T], name: str, /, *given: object, step: Step | None = None) -> T:
        """Return what `read(*given)` returns, or `read(*given, step)` where it tells how far it is.

        `step` is also asked all the while and may raise to stop, at once and wherever the reader is. `name` is what
        the file is called. Raises what the reader raises, and `UserError` where it tells nothing for too long, needs
        too much memory, or crashes.
        """
        if os.environ.get(SWITCH) == "0":
            return at_once(read, name, *given, step=step)
        try:
            found: T = self._answer(self._asked(read, given, tells=step is not None), step or no_step, name)
            return found
        except BaseException as error:
            if not isinstance(error, _ToldError):
                self._end()
                raise
            raise error.told from None

    def _asked(self, read: Callable[..., object], given: tuple[object, ...], *, tells: bool) -> Connection:
        if self._process is not None and not self._process.is_alive():
            self._end()  # the system took it away while it had nothing to do
        if self._pipe is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, other = context.Pipe()
            self._process = context.Process(target=_serve, args=(other,), daemon=True)
            self._process.start()
            other.close()
        self._pipe.send((read, given, tells))
        return self._pipe

    def _answer(self, pipe: Connection, step: Step, name: str) -> Any:  # noqa: ANN401 - whatever the reader returns
        until = monotonic() + self._silence
        while True:
            step(0, 0)
            if not pipe.poll(_BEAT):
                if monotonic() > until:
                    raise _too_long(name)
                continue
            try:
                kind, *told = pipe.recv()
            except (EOFError, OSError) as error:
                raise _crashed(name) from error
            if kind == _STEP:
                until = monotonic() + self._silence
                step(*told)
            elif kind == _DONE:
                return told[0]
            else:
                raise _ToldError(_trouble(kind, told, name))

    def _end(self) -> None:
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if pipe is not None:
            pipe.close()
        if process is None:
            return
        if sys.platform == "win32":
            # With what it has started: LibreOffice.
            command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            # No black window of a terminal before the clerk's eyes.
            subprocess.run(command, capture_output=True, check=False, creationflags=subprocess.CREATE_NO_WINDOW)
        process.terminate()
        process.join(_PATIENCE)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()


def _too_long(name: str) -> UserError:
    return UserError(
        f"Đọc “{name}” quá lâu mà không xong nên đã dừng; có thể tệp được làm ra để treo máy.", _OTHER_FILE
    )


def _too_much(name: str) -> UserError:
    return UserError(f"Đọc “{name}” cần quá nhiều bộ nhớ nên đã dừng.", _OTHER_FILE)


def _crashed(name: str) -> UserError:
    return UserError(
        f"“{name}” làm hỏng bộ đọc tệp nên không đọc được; dữ liệu của cơ quan không bị ảnh hưởng.", _OTHER_FILE
    )


_STEP, _DONE, _REFUSED, _MEMORY, _BUG = "step", "done", "refused", "memory", "bug"


class _ToldError(Exception):
    """Carries what a reader that goes on living has raised."""

    def __init__(self, told: Exception) -> None:
        super().__init__(str(told))
        self.told = told


def _trouble(kind: str, told: list[Any], name: str) -> Exception:
    if kind == _REFUSED:
        return UserError(*told)
    if kind == _MEMORY:
        return _too_much(name)
    found = RuntimeError(f"“{name}”: {told[0]}")
    found.add_note(told[1])
    return found


def _serve(pipe: Connection) -> None:
    """Do what is asked until nobody asks any more; runs in the process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # so that what was started is ended too
    _bound()
    Thread(target=_end_with_parent, daemon=True).start()

    def step(done: int, of: int) -> None:
        pipe.send((_STEP, done, of))

    with suppress(EOFError, OSError):
        while True:
            read, given, tells = pipe.recv()
            pipe.send(_outcome(read, (*given, step) if tells else given))


def _end_with_parent() -> None:
    """End this process, wherever its reader is, when whoever asks was killed; what it started, if there is time."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)
    sleep(_PATIENCE)
    os._exit(1)


def _outcome(read: Callable[..., object], given: tuple[object, ...]) -> tuple[object, ...]:
    try:
        return _DONE, read(*given)
    except UserError as error:
        return _REFUSED, error.what, error.advice
    except MemoryError:
        return (_MEMORY,)
    except Exception as error:  # noqa: BLE001 - it is raised where the work was asked for
        return _BUG, repr(error), "".join(traceback.format_tb(error.__traceback__))


def _bound() -> None:
    """Keep the process from taking all the memory, where the system offers that."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
