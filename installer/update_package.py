"""The file from which installed programs are brought to this version (`tthc_desktop/updating` tells what is in it)."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zipfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from installer.bundle import CONTENTS
from tthc_desktop import __version__
from tthc_desktop.updating.package import ENDING, MANIFEST, PROGRAM, SIGNATURE
from tthc_desktop.updating.place import system

_LONG_AGO = (2020, 1, 1, 0, 0, 0)


def make_update(bundle: Path, build: Path, key: Path | None = None) -> Path:
    """Pack the program's folder, signed where there is a key to sign with."""
    out = build / f"{PROGRAM}-{__version__}-{system()}{ENDING}"
    files = sorted(file for file in bundle.rglob("*") if file.is_file())
    programs = [file.name for file in files if file.parent == bundle]
    told = {
        "program": PROGRAM,
        "version": __version__,
        "system": system(),
        "contents": CONTENTS,
        "programs": programs,
        "files": {file.relative_to(bundle).as_posix(): _told(file) for file in files},
    }
    said = json.dumps(told, ensure_ascii=False, indent=1).encode()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        _put(archive, MANIFEST, said)
        if key is not None:
            _put(archive, SIGNATURE, _signature(said, key))
        for file in files:
            _put(archive, file.relative_to(bundle).as_posix(), file.read_bytes())
    return out


def _told(file: Path) -> dict[str, object]:
    data = file.read_bytes()
    runs = os.access(file, os.X_OK) and sys.platform != "win32"
    return {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data), **({"runs": True} if runs else {})}


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Put a file in, without the time: the same program makes the same package."""
    info = zipfile.ZipInfo(name, _LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


def _signature(said: bytes, key: Path) -> bytes:
    found = load_pem_private_key(key.read_bytes(), None)
    if not isinstance(found, Ed25519PrivateKey):
        raise SystemExit(f"{key} holds no Ed25519 key (openssl genpkey -algorithm ed25519 makes one)")
    return found.sign(said)
