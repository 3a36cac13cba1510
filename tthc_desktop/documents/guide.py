"""The user guide as it is shipped: its chapters in order, its pictures, and what is new."""

from functools import cache
from pathlib import Path

from tthc_desktop.models.guide.parsing import parse
from tthc_desktop.models.guide.values import Chapter, Guide
from tthc_desktop.resources import changelog, resource

NEWS = "CHANGELOG"
"""The chapter that tells what each version brought: CHANGELOG.md."""


@cache
def guide() -> Guide:
    """Return all chapters, those of the clerk's work first, what is new last."""
    files = sorted(resource("guide").glob("*.md"))
    return Guide((*(_chapter(file.name, file) for file in files), _chapter(NEWS, changelog())))


def picture(name: str) -> Path:
    """Return where a picture of the guide lies."""
    return resource("guide", "pictures", f"{name}.png")


def _chapter(name: str, file: Path) -> Chapter:
    return parse(name, file.read_text(encoding="utf-8"))
