"""What the installed program is made of: whose works are in it, and under which licences.

The list is made with the installer from what is really shipped (CycloneDX); a checkout knows only what is its own.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tthc_desktop import __version__
from tthc_desktop.resources import resource

FOLDER = "licences"
BILL = "thanh-phan.cdx.json"
TEXTS = "tthc:texts"
"""The property of a component that names the folder with the words of its licence."""


@dataclass(frozen=True, slots=True)
class ShippedPart:
    """One work that is shipped: its licence in short, the files with the licence's words, and what is built into it."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = ()
    inner: tuple[str, ...] = ()

    def words(self) -> str:
        """Return the words of its licences, and a line for each work that is built into it."""
        inner = [f"Gồm cả:\n{chr(10).join(self.inner)}"] if self.inner else []
        texts = [text.read_text(encoding="utf-8", errors="replace").strip() for text in self.texts]
        return f"\n\n{'─' * 40}\n\n".join([*inner, *texts])


def is_listed() -> bool:
    """Tell whether the list of all that is shipped is here."""
    return resource(FOLDER, BILL).is_file()


def shipped_parts() -> tuple[ShippedPart, ...]:
    """Return all parts by name, our own first."""
    if not is_listed():
        fonts = tuple(sorted(resource("fonts").glob("LICENSE-*.txt")))
        return (ShippedPart("TTHC Desktop", __version__, "MIT", fonts),)
    told = json.loads(resource(FOLDER, BILL).read_text(encoding="utf-8"))
    ours = told["metadata"]["component"]["name"]
    return tuple(sorted(map(_part, told["components"]), key=lambda part: (part.name != ours, part.name.lower())))


def _part(told: Mapping[str, Any]) -> ShippedPart:
    folders = [each["value"] for each in told.get("properties", ()) if each["name"] == TEXTS]
    texts = [text for folder in folders for text in sorted(resource(FOLDER, folder).iterdir(), key=_licence_first)]
    inner = sorted({_line(one) for one in told.get("components", ())}, key=str.lower)
    return ShippedPart(told["name"], told["version"], _licence(told), tuple(texts), tuple(inner))


def _licence_first(text: Path) -> tuple[bool, str]:
    return not text.name.lower().startswith(("licen", "copying")), text.name


def _line(told: Mapping[str, Any]) -> str:
    named = f"{told['name']} {told['version']}".strip()
    return f"{named} – {licence}" if (licence := _licence(told)) else named


def _licence(told: Mapping[str, Any]) -> str:
    said = [one.get("expression") or one.get("license", {}).get("name", "") for one in told.get("licenses", ())]
    return ", ".join(filter(None, said))
