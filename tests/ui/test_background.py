"""Work outside the window's thread."""

import gc
import threading
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tthc_desktop.errors import UserError
from tthc_desktop.ui.background import Background, Job, Latest


def background(errors: list[Exception]) -> Background:
    return Background(None, errors.append)


def test_work_runs_elsewhere_and_its_result_comes_back_here(qtbot: QtBot) -> None:
    found: list[tuple[int, int]] = []
    here = threading.get_ident()
    work = background([])
    work.run(lambda _job: threading.get_ident(), lambda there: found.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(found))
    assert found[0][0] != here
    assert found[0][1] == here


def test_what_is_raised_comes_back(qtbot: QtBot) -> None:
    errors: list[Exception] = []

    def fail(_job: Job) -> None:
        raise UserError("Hỏng.", "Làm lại.")

    work = background(errors)
    work.run(fail, lambda _: None)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], UserError)


def test_cancelled_work_says_nothing(qtbot: QtBot) -> None:
    go, told = threading.Event(), list[object]()
    work = background([])
    job = work.run(lambda _job: go.wait(5), told.append)
    job.cancel()
    go.set()
    work.finish()
    qtbot.wait(20)
    assert not told


def test_progress_is_told(qtbot: QtBot) -> None:
    steps: list[tuple[int, int]] = []
    go = threading.Event()

    def count(job: Job) -> None:
        go.wait(5)
        for step in range(3):
            job.progressed.emit(step + 1, 3)

    work = background([])
    job = work.run(count, lambda _: None)
    job.progressed.connect(lambda done, whole: steps.append((done, whole)))
    go.set()
    qtbot.waitUntil(lambda: len(steps) == 3)


def test_of_many_requests_the_latest_wins(qtbot: QtBot) -> None:
    go, told, ran = threading.Event(), list[int](), list[int]()
    work = background([])
    latest: Latest[int] = Latest(work, work, told.append, lambda _: None)

    def request(number: int) -> Callable[[Job], int]:
        def run(_job: Job) -> int:
            go.wait(5)
            ran.append(number)
            return number

        return run

    for number in range(10):
        latest.ask(request(number))
    go.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [9]
    assert ran == [0, 9]


def test_no_garbage_is_looked_for_while_a_worker_works(qtbot: QtBot) -> None:
    go_on, seen = threading.Event(), list[tuple[bool, bool]]()
    work = background([])
    work.run(lambda _job: (go_on.wait(5), gc.isenabled()), seen.append)
    assert not gc.isenabled()
    go_on.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(True, False)]
    assert gc.isenabled()


def test_nothing_begins_once_the_window_has_closed(qtbot: QtBot) -> None:
    ran, told = list[int](), list[object]()
    work = background([])
    work.finish()
    job = work.run(lambda _job: ran.append(1), told.append)
    qtbot.wait(20)
    assert job.cancelled
    assert not ran
    assert not told
    assert gc.isenabled()


def test_what_still_waits_for_a_worker_is_left_when_the_window_closes() -> None:
    go, ran, told = threading.Event(), list[int](), list[int]()
    work = background([])

    def run(_job: Job) -> int:
        ran.append(1)
        go.wait(5)
        return len(ran)

    jobs = [work.run(run, told.append) for _ in range(40)]
    for job in jobs:
        job.cancel()
    go.set()
    work.finish()
    assert len(ran) < len(jobs)
    assert not told
