"""The bill of materials: everything in the program's folder, whose it is and under which licence, as CycloneDX.

It is made of what the folder holds, not of what was meant to be in it: a file that belongs to nobody known is an error.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from installer.bundle import CONTENTS, ROOT, modules_of
from tthc_desktop import __version__
from tthc_desktop.documents.licences import BILL, FOLDER, TEXTS

PLACE = f"tthc_desktop/_resources/{FOLDER}"
ABSENT = ROOT / "installer" / "absent"
OUR_TEXTS = ROOT / "installer" / "licences"
_LICENCE = re.compile(r"(licen[cs]e|copying|notice|third.party)", re.IGNORECASE)

# What the wheels themselves leave unsaid, or say in words of their own.
KNOWN_LICENCES = {
    "pyside6-essentials": "LGPL-3.0-only",
    "pyside6-pdf": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "lxml": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause OR Apache-2.0",
    "pyrage": "MIT",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "tzdata": "Apache-2.0",
    "xlrd": "BSD-3-Clause",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
}
SYSTEM_LICENCES = {
    "libbz2-1.0": "bzip2-1.0.6",
    "libexpat1": "MIT",
    "libffi8": "MIT",
    "liblzma5": "0BSD",
    "libsqlite3-0": "blessing",
    "libssl3": "Apache-2.0",
    "libxcb-cursor0": "X11",
    "libxcb-icccm4": "X11",
    "libxcb-image0": "X11",
    "libxcb-keysyms1": "X11",
    "libxcb-render-util0": "HPND-sell-variant",
    "libxcb-util1": "X11",
    "libxkbcommon-x11-0": "MIT",
}
"""Of the libraries of the Linux system that are carried along; Debian's own files tell of its packaging too."""
QT_TEXTS = ("LGPL-3.0.txt", "GPL-3.0.txt")
LEFT_OUT = {
    *("FreeType", "FriBiDi", "HarfBuzz", "Little CMS 2", "fribidi-shim", "libavif", "libimagequant", "libwebp", "raqm"),
    *("PIL._avif", "PIL._imagingcms", "PIL._imagingft", "PIL._imagingmath", "PIL._imagingtk", "PIL._webp"),
}
"""What Pillow tells of as built into it, and is not: it belongs to modules that stay out (`contents.py`)."""
QT_PARTS = {
    "FreeType": "FTL",
    "HarfBuzz": "MIT",
    "ICU": "Unicode-3.0",
    "PCRE2": "BSD-3-Clause",
    "PDFium": "BSD-3-Clause AND Apache-2.0",
    "Qt": "LGPL-3.0-only",
    "double-conversion": "BSD-3-Clause",
    "libjpeg-turbo": "IJG AND BSD-3-Clause",
    "libpng": "libpng-2.0",
    "md4c": "MIT",
    "xkbcommon": "MIT",
    "zlib": "Zlib",
}
"""Qt and what is built into its libraries."""


class NobodysFileError(Exception):
    """Something is in the program of which nobody knows whose it is."""


@dataclass(slots=True)
class Part:
    """One component: whose work, which release, under which licence, with the files that tell the licence's words."""

    name: str
    version: str
    licence: str
    purl: str = ""
    texts: Sequence[Path] = ()
    files: set[str] = field(default_factory=set)
    inner: Sequence[Mapping[str, Any]] = ()
    """What is built into it, as its own bill of materials tells."""


def write_bill(bundle: Path) -> list[Part]:
    """Write the bill and the words of all licences into the program's folder, and return its parts."""
    contents = bundle / CONTENTS
    folder = contents / PLACE
    shutil.rmtree(folder, ignore_errors=True)
    parts = parts_of(contents, modules_of(bundle))
    for part in parts:
        if not part.licence:
            raise NobodysFileError(f"say in installer/bill.py under which licence {part.name} is")
        for text in part.texts:
            place = folder / _plain(part.name)
            place.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, place / f"{_plain(text.stem)}{text.suffix if text.suffix in _ENDINGS else '.txt'}")
    told = json.dumps(bill_of(parts), ensure_ascii=False, indent=1)
    (folder / BILL).write_text(told, encoding="utf-8")
    return parts


_ENDINGS = (".txt", ".md", ".rst")
_OF_PYTHON = re.compile(r"(lib)?python3|base_library\.zip$|[\w.]+\.pyd$|lib(ssl|crypto|ffi)[\w.-]*\.dll$|sqlite3\.dll$")
_OF_WINDOWS = re.compile(r"api-ms-|ucrtbase|vcruntime|msvcp|concrt")
"""What Microsoft lets be shipped with programs that were made with its compiler."""


def parts_of(contents: Path, modules: Iterable[str]) -> list[Part]:
    """Return whose every file and module is."""
    found = (file for file in contents.rglob("*") if file.is_file() or file.is_symlink())
    files = {file.relative_to(contents).as_posix() for file in found}
    left = {file for file in files if not file.startswith("tthc_desktop/") and not _OF_PYTHON.match(file)}
    parts = [_ourselves(), _python(), _bootloader()]
    asked = {*modules} - {file.stem for file in ABSENT.glob("*.py")}
    for distribution in distributions():
        part = _part(distribution)
        known = {str(file).replace("\\", "/") for file in distribution.files or ()}
        part.files = left & {
            *known,
            *(f"{Path(file).name}" for file in known if ".libs/" in file or "/Qt/lib/" in file),
        }
        left -= part.files
        if part.files or any(_module(file) in asked for file in known if file.endswith(".py")):
            parts.append(part)
    left -= {file for file in left if (contents / file).is_symlink()}
    system = list(_of_system(left)) if sys.platform == "linux" else []
    left -= {file for part in system for file in part.files}
    left -= {file for file in left if _OF_WINDOWS.match(file)}
    if left:
        raise NobodysFileError(f"nobody is known to whom these belong: {', '.join(sorted(left)[:10])}")
    return sorted([*parts, *system], key=lambda part: part.name.lower())


def _ourselves() -> Part:
    fonts = ROOT / "resources" / "fonts"
    inner = (
        _inner("Liberation Serif", "2.1.5", "OFL-1.1"),
        _inner("TTHC Signs (DejaVu Sans)", "2.37", "Bitstream-Vera"),
    )
    return Part("TTHC Desktop", __version__, "MIT", texts=[ROOT / "LICENSE", *fonts.glob("LICENSE-*.txt")], inner=inner)


def _python() -> Part:
    version = ".".join(map(str, sys.version_info[:3]))
    library = Path(sysconfig.get_path("stdlib"))
    places = (library / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    texts = [place for place in places if place.is_file()][:1]
    return Part("Python", version, "PSF-2.0", f"pkg:generic/python@{version}", texts)


def _bootloader() -> Part:
    [found] = [one for one in distributions() if one.name.lower() == "pyinstaller"]
    part = _part(found)
    part.name = "PyInstaller (phần khởi động)"
    return part


def _part(found: Distribution) -> Part:
    name, said = found.name.lower().replace("_", "-"), found.metadata.json
    licence = KNOWN_LICENCES.get(name) or str(said.get("license_expression") or said.get("license") or "")
    files = [Path(str(file.locate())) for file in found.files or () if ".dist-info/" in str(file)]
    texts: list[Path] = [file for file in files if _LICENCE.search(file.name) or "/licenses/" in file.as_posix()]
    is_qt = name.startswith(("pyside6", "shiboken6"))
    inner = list(_built_in(file for file in files if "/sboms/" in file.as_posix()))
    if name == "pyside6-essentials":
        inner += [_inner(part, found.version if part == "Qt" else "", licence) for part, licence in QT_PARTS.items()]
    texts += [OUR_TEXTS / text for text in QT_TEXTS] if is_qt else []
    kept = [text for text in texts if text.is_file() and text.suffix not in {".py", ".json"}]
    return Part(found.name, found.version, licence, f"pkg:pypi/{name}@{found.version}", kept, inner=inner)


def _built_in(bills: Iterable[Path]) -> Iterator[Mapping[str, Any]]:
    """Yield what libraries say is built into them: crates of Rust, libraries of C."""
    for path in bills:
        for one in json.loads(path.read_text(encoding="utf-8")).get("components", ()):
            if one["name"] in LEFT_OUT:
                continue
            licences = [each.get("expression") or _named(each) for each in one.get("licenses", ())]
            yield _inner(one["name"], one.get("version", ""), " AND ".join(filter(None, licences)))


def _named(said: Mapping[str, Any]) -> str:
    licence = said.get("license", {})
    return str(licence.get("id") or licence.get("name") or "")


def _inner(name: str, version: str, licence: str) -> Mapping[str, Any]:
    licences = [{"expression": licence}] if licence else []
    return {"type": "library", "name": name, "version": version, "licenses": licences}


def _of_system(files: Iterable[str]) -> Iterator[Part]:
    """Yield the packages of the system whose libraries are carried along."""
    packages: dict[str, set[str]] = {}
    for file in files:
        told = subprocess.run(["dpkg", "-S", f"*/{Path(file).name}"], capture_output=True, text=True, check=False)
        if told.returncode == 0:
            packages.setdefault(told.stdout.split(":")[0], set()).add(file)
    for package, own in packages.items():
        query = ["dpkg-query", "-W", "-f", "${Version}", package]
        version = subprocess.run(query, capture_output=True, text=True, check=True).stdout
        text = Path("/usr/share/doc") / package / "copyright"
        yield Part(
            package, version, SYSTEM_LICENCES.get(package, ""), f"pkg:deb/debian/{package}@{version}", [text], own
        )


def _module(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _plain(name: str) -> str:
    return re.sub(r"[^\w.+-]+", "-", name).strip("-")


def bill_of(parts: Sequence[Part]) -> Mapping[str, Any]:
    """Return the bill as CycloneDX 1.6 has it; without a time, so that the same program has the same bill."""
    ourselves = {"type": "application", "name": "TTHC Desktop", "version": __version__}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": ourselves},
        "components": [_told(part) for part in parts],
    }


def _told(part: Part) -> Mapping[str, Any]:
    licence = part.licence.split("\n")[0]
    is_expression = re.fullmatch(r"[\w.+-]+( (AND|OR|WITH) [\w.+-]+)*", licence) is not None
    told: dict[str, Any] = {"type": "library", "name": part.name, "version": part.version}
    told["licenses"] = [{"expression": licence}] if is_expression else [{"license": {"name": licence}}]
    if part.purl:
        told["purl"] = part.purl
    if part.texts:
        told["properties"] = [{"name": TEXTS, "value": _plain(part.name)}]
    if part.inner:
        told["components"] = list(part.inner)
    return told
