"""What every test gets: no display, a home of its own, and a word at the end about what was left out."""

import gc
import os
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import long_files

ROOT = Path(__file__).resolve().parent.parent
HOME_VARIABLES = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "WIN_PD_OVERRIDE_APPDATA",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA",
)

# Where Python is told to keep no bytecode, each process would compile every test, and each program started, anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TTHC_FONT"] = "bundled"
os.environ["TTHC_OWN_PROCESS"] = "0"  # what reads thousands of files reads them here; tests of the other process say so
WRITER = "LibreOffice Writer"
_LONG_BYTES = 16

# A slow machine is no bug. The suite draws fewer examples than Hypothesis would, to end within ten minutes;
# `pytest --hypothesis-profile=thorough` draws many. All else stays as Hypothesis chooses it for this place.
PLACE = settings.get_profile(settings.get_current_profile_name())
UNHURRIED = {HealthCheck.too_slow, *PLACE.suppress_health_check}
settings.register_profile("thorough", PLACE, deadline=None, suppress_health_check=UNHURRIED, max_examples=500)
settings.register_profile("patient", PLACE, deadline=None, suppress_health_check=UNHURRIED, max_examples=30)
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to write down how long each file takes."""
    whose = "write down which files of tests take long, for the order in which they run side by side"
    parser.addoption("--keep-durations", nargs="?", const=str(long_files.KEPT), metavar="FILE", help=whose)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Let two processes share a core: while one waits for a window or for LibreOffice, the other works."""
    return 2 * (len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let long files begin first where files run side by side."""
    if hasattr(config, "workerinput"):
        long_files.long_ones_first(items, long_files.kept())


def pytest_collection_finish() -> None:
    """Look for no garbage among the tests themselves and what they have loaded: half a million objects that stay."""
    gc.collect()
    gc.freeze()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a test after no long bytes: a ZIP file holds the time of its making, and names must agree side by side."""
    return argname if isinstance(val, bytes) and len(val) > _LONG_BYTES else None


def pytest_configure(config: pytest.Config) -> None:
    """Name our marker."""
    config.addinivalue_line("markers", "needs(*tools): leave the test out where the system lacks one of these programs")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave a test out whose tools are missing."""
    tools = [tool for marker in item.iter_markers("needs") for tool in marker.args]
    if missing := [tool for tool in tools if not _has(tool)]:
        pytest.skip(f"this machine has no {' and no '.join(missing)}")


def _has(tool: str) -> bool:
    """Tell whether the system has a program; LibreOffice Writer is a part of its own of a program that is there."""
    if tool != WRITER:
        return shutil.which(tool) is not None
    suite = shutil.which("soffice")
    return suite is not None and any(Path(suite).resolve().parent.glob("*swlo.*"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which tests were left out, and why; write down how long files took where that is asked for."""
    if path := config.getoption("--keep-durations"):
        reports = [each for each in terminalreporter.getreports("") if isinstance(each, pytest.TestReport)]
        passed = [each for each in terminalreporter.getreports("passed") if isinstance(each, pytest.TestReport)]
        Path(path).write_text(long_files.told([*reports, *passed]), encoding="utf-8")
    left_out: defaultdict[str, list[str]] = defaultdict(list)
    for report in terminalreporter.getreports("skipped"):
        left_out[report.longrepr[2].removeprefix("Skipped: ")].append(report.nodeid)
    for reason, tests in left_out.items():
        terminalreporter.write_line(f"left out, because {reason}: {', '.join(tests)}", yellow=True)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the user's own data and settings out of every test."""
    folder = tmp_path_factory.mktemp("home")
    for name in HOME_VARIABLES:
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the folder of the first five real plans."""
    return real_plans("seeds")


@pytest.fixture(scope="session")
def more_plans() -> Path:
    """Return the folder of real plans of other offices."""
    return real_plans("more-plans")


def real_plans(name: str) -> Path:
    """Return a folder of real plans, which lie beside the checkout or where TTHC_PLANS says, but not in it."""
    folder = Path(os.environ.get("TTHC_PLANS", ROOT.parent / "shared")) / name
    if not folder.is_dir():
        pytest.skip(f"there are no real plans in {folder}")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _clipboard_let_go() -> Iterator[None]:
    """Take what tests have copied off the clipboard: Qt falls over it when the interpreter has gone before."""
    yield
    if gui := sys.modules.get("PySide6.QtGui"):
        application = gui.QGuiApplication.instance()
        if application is not None:
            application.clipboard().clear()
