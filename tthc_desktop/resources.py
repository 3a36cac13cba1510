"""Where the program's own data files lie: fonts, icons, templates, rules, words of the window, the guide."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"


def resource(*parts: str) -> Path:
    """Return the path of one data file, in an installed program as in a checkout."""
    root = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def changelog() -> Path:
    """Return the file that tells users what each version brought."""
    return resource("CHANGELOG.md") if _INSTALLED.is_dir() else _PACKAGE.parent / "CHANGELOG.md"
