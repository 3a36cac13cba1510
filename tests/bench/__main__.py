"""Run every benchmark, or those that are named, and print a table: python -m tests.bench [NAME …]."""

import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path

from tests.bench.figure import Figure

HEAD = ("phép đo", "chương trình", "so với", "đối chứng", "tỷ lệ")


def main(names: Sequence[str]) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in names or known():
        module = import_module(f"tests.bench.{name}")
        print(f"\n{name}: {module.__doc__}\n", flush=True)
        print_table(module.run())


def known() -> list[str]:
    """Return the names of the modules that measure something."""
    modules = Path(__file__).parent.glob("*.py")
    return sorted(module.stem for module in modules if module.stem not in {"__init__", "__main__", "apart", "figure"})


def print_table(figures: Iterable[Figure]) -> None:
    """Print each figure as soon as it is known."""
    print_row(*HEAD)
    for figure in figures:
        print_row(*cells(figure))


def cells(figure: Figure) -> tuple[str, str, str, str, str]:
    """Return how a figure is shown."""
    ours = f"{figure.value:g} {figure.unit}"
    if figure.peer_value is None:
        return figure.name, ours, figure.peer, "", ""
    ratio = f"{figure.value / figure.peer_value:.2f}" if figure.peer_value else ""
    return figure.name, ours, figure.peer, f"{figure.peer_value:g} {figure.unit}", ratio


def print_row(name: str, ours: str, peer: str, theirs: str, ratio: str) -> None:
    print(f"{name:<44} {ours:>14}   {peer:<34} {theirs:>14} {ratio:>8}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
