"""A command loads only the libraries that it needs."""

import subprocess
import sys

import pytest

PAPERS = ("docx", "lxml", "pypdfium2", "pyhanko", "cryptography", "selectolax")
LIBRARIES = ("PySide6", "reportlab", "alembic", "sqlalchemy", "platformdirs", "xlsxwriter", "python_calamine", *PAPERS)
CODE = """
import sys
from tthc_desktop.cli import main
sys.stdout.reconfigure(encoding="utf-8")
status = main(sys.argv[2:])
print(*(name for name in sys.argv[1].split(",") if name in sys.modules), file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize(
    ("command", "loaded"),
    [
        (["--help"], []),
        (["--office", "OFFICE", "list"], ["sqlalchemy"]),
        (["sample", "OFFICE.pdf", "--office", "OFFICE"], ["reportlab"]),
    ],
)
def test_only_the_libraries_needed_are_loaded(
    tmp_path_factory: pytest.TempPathFactory, command: list[str], loaded: list[str]
) -> None:
    office = tmp_path_factory.mktemp("office") / "a.tthc"
    words = [word.replace("OFFICE", str(office)) for word in command]

    done = subprocess.run(
        [sys.executable, "-c", CODE, ",".join(LIBRARIES), *words], capture_output=True, encoding="utf-8", check=True
    )

    assert set(done.stderr.split()) <= {*loaded, "platformdirs"}
    assert set(loaded) <= set(done.stderr.split())
