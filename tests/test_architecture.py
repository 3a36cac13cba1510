"""The arrows between our packages, and what each of them may know of other people's libraries."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tthc_desktop"
PROJECT = ROOT / "pyproject.toml"
LINTER = Path(sys.executable).with_name("lint-imports")

SKELETON = (
    *("__main__", "self_test", "cli", "ui", "office", "storage", "documents", "office_days", "updating", "models"),
    *("resources", "settings", "errors", "argument_words", "collecting", "public_holidays"),
)
LEGAL = {
    "__main__": ("tthc_desktop.cli", "tthc_desktop.self_test"),
    "self_test": ("tthc_desktop.cli", "tthc_desktop.ui", "tthc_desktop.office", "tthc_desktop.documents"),
    "cli": (
        *("tthc_desktop.ui", "tthc_desktop.documents", "tthc_desktop.office", "tthc_desktop.models"),
        *("tthc_desktop.office_days", "tthc_desktop.public_holidays"),
    ),
    "ui": (
        *("PySide6", "tthc_desktop.documents", "tthc_desktop.office", "tthc_desktop.resources"),
        *("tthc_desktop.office_days", "tthc_desktop.public_holidays"),
    ),
    "office": ("tthc_desktop.storage", "tthc_desktop.models", "tthc_desktop.errors"),
    "storage": (
        *("sqlalchemy", "alembic", "filelock", "sqlite3", "pyrage.passphrase"),
        *("tthc_desktop.models", "tthc_desktop.errors"),
    ),
    "documents": (
        *("reportlab", "selectolax", "openpyxl", "python_calamine", "xlrd", "xlsxwriter", "icalendar"),
        *("docx.document", "lxml.etree", "pypdfium2", "pyhanko.sign", "asn1crypto.cms"),
        *("pikepdf.pdfa", "pkcs11", "PIL.Image"),
        *("tthc_desktop.models", "tthc_desktop.resources", "tthc_desktop.errors"),
    ),
    "updating": ("cryptography.hazmat", "tthc_desktop.resources", "tthc_desktop.settings", "tthc_desktop.errors"),
    "office_days": ("tthc_desktop.models", "tthc_desktop.public_holidays"),
    "models": ("tthc_desktop.errors", "decimal"),
    "public_holidays": ("holidays",),
}
ILLEGAL = (
    ("cli", "tthc_desktop.self_test"),
    ("updating", "tthc_desktop.storage"),
    ("updating", "tthc_desktop.documents"),
    ("models", "tthc_desktop.updating"),
    ("ui", "cryptography.x509"),
    ("self_test", "PySide6.QtGui"),
    ("ui", "tthc_desktop.cli"),
    ("office", "tthc_desktop.ui"),
    ("office", "tthc_desktop.documents"),
    ("documents", "tthc_desktop.office"),
    ("documents", "tthc_desktop.storage"),
    ("storage", "tthc_desktop.documents"),
    ("storage", "tthc_desktop.office"),
    ("models", "tthc_desktop.storage"),
    ("models", "tthc_desktop.resources"),
    ("errors", "tthc_desktop.models"),
    ("models", "sqlalchemy"),
    ("models", "pyrage"),
    ("documents", "pyrage"),
    ("ui", "pyrage"),
    ("models", "platformdirs"),
    ("cli", "PySide6.QtWidgets"),
    ("office", "PySide6.QtCore"),
    ("office", "sqlalchemy.orm"),
    ("ui", "sqlalchemy"),
    ("office", "filelock"),
    ("documents", "sqlite3"),
    ("storage", "reportlab.platypus"),
    ("ui", "reportlab"),
    ("ui", "selectolax.lexbor"),
    ("models", "selectolax"),
    ("models", "docx.document"),
    ("ui", "pypdfium2"),
    ("cli", "pikepdf"),
    ("office", "pkcs11"),
    ("ui", "PIL.Image"),
    ("office", "pyhanko.sign"),
    ("cli", "docx.document"),
    ("storage", "lxml.etree"),
    ("models", "openpyxl"),
    ("office", "xlsxwriter"),
    ("ui", "python_calamine"),
    ("cli", "xlrd"),
    ("models", "tthc_desktop.public_holidays"),
    ("public_holidays", "tthc_desktop.models"),
    ("office_days", "tthc_desktop.storage"),
    ("documents", "tthc_desktop.office_days"),
    ("models", "holidays"),
    ("ui", "holidays"),
    ("documents", "holidays.countries"),
    ("models", "icalendar"),
    ("cli", "icalendar"),
    ("ui", "icalendar.cal"),
)


def test_the_program_keeps_every_contract() -> None:
    broken = lint(ROOT)

    assert broken == []


def test_the_contracts_allow_the_arrows_of_the_design(tmp_path: Path) -> None:
    make_package(tmp_path, LEGAL)

    assert lint(tmp_path) == []


@pytest.fixture(scope="module")
def forbidden(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what is said of a program with every arrow that is not allowed."""
    imports: dict[str, tuple[str, ...]] = {}
    for package, imported in ILLEGAL:
        imports[package] = (*imports.get(package, ()), imported)
    folder = tmp_path_factory.mktemp("forbidden")
    make_package(folder, imports)
    return told(folder)


@pytest.mark.parametrize(("package", "imported"), ILLEGAL)
def test_the_contracts_forbid_every_other_arrow(package: str, imported: str, forbidden: str) -> None:
    known = imported if imported.startswith(PACKAGE.name) else imported.partition(".")[0]

    assert re.search(rf"^- +tthc_desktop\.{package}\.inner -> {re.escape(known)} \(", forbidden, re.MULTILINE)


def test_the_contracts_know_every_package(tmp_path: Path) -> None:
    make_package(tmp_path, {"helpers": ()})

    assert lint(tmp_path) != []


def test_models_import_only_the_standard_library() -> None:
    foreign = {name for file in (PACKAGE / "models").rglob("*.py") for name in third_party(file)}

    assert foreign == set()


def test_every_library_is_declared() -> None:
    declared = {plain(name) for name in tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"]}
    owners = packages_distributions()
    foreign = {name for file in PACKAGE.rglob("*.py") for name in third_party(file)}

    undeclared = {name for name in foreign if declared.isdisjoint(plain(owner) for owner in owners.get(name, []))}

    assert undeclared == set()


def test_nothing_below_the_window_loads_qt() -> None:
    modules = [name for name in map(module_name, PACKAGE.rglob("*.py")) if starts_alone(name)]
    code = "import importlib, sys; [importlib.import_module(n) for n in sys.argv[1:]]; print('PySide6' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code, *modules], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


def lint(folder: Path) -> list[str]:
    """Return the names of the contracts that the package in `folder` breaks."""
    return re.findall(r"^(.+) BROKEN", told(folder), re.MULTILINE)


def told(folder: Path) -> str:
    """Return what the linter says of the package in `folder`."""
    command = [str(LINTER), "--no-logo", "--no-cache", "--config", str(PROJECT)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "Contracts: " in done.stdout, done.stdout + done.stderr
    assert (" BROKEN" in done.stdout) == bool(done.returncode)
    return done.stdout


def make_package(folder: Path, imports: dict[str, tuple[str, ...]]) -> None:
    """Write a package of empty layers that hold only these imports."""
    package = folder / PACKAGE.name
    for name in {*SKELETON, *imports}:
        (package / name).mkdir(parents=True)
        (package / name / "__init__.py").touch()
        lines = [f"import {imported}\n" for imported in imports.get(name, ())]
        (package / name / "inner.py").write_text("".join(lines), encoding="utf-8")
    (package / "__init__.py").touch()


def third_party(file: Path) -> Iterator[str]:
    """Yield the top names of all libraries that a file imports, at its head or inside a function."""
    known = {*sys.stdlib_module_names, PACKAGE.name}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or PACKAGE.name]
        yield from ({name.partition(".")[0] for name in names} - known)


def plain(requirement: str) -> str:
    """Return the one spelling of the name in a requirement."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()


def module_name(file: Path) -> str:
    """Return the dotted name under which a file is imported."""
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def starts_alone(name: str) -> bool:
    """Tell whether a module has no window and can be imported outside of its runner."""
    return not re.match(r"tthc_desktop\.(ui|__main__|storage\.migrations)\b", name)
