"""What a Linux library or program asks of the system: other libraries, and how new the C library must be.

Source: the ELF-64 format of the System V ABI, and its extension for versions of symbols by the GNU C library.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

MAGIC = b"\x7fELF\x02\x01"
_DYNAMIC, _VERSIONS = 6, 0x6FFFFFFE
_NEEDED = 1
_GLIBC = re.compile(r"GLIBC_(\d+)\.(\d+)")


@dataclass(frozen=True, slots=True)
class Needs:
    """The names of the libraries that a file asks for, and the newest version of the C library among its symbols."""

    libraries: frozenset[str]
    glibc: tuple[int, int]


class _Section(NamedTuple):
    kind: int
    offset: int
    size: int
    link: int


def needs(path: Path) -> Needs | None:
    """Return what a file needs, None where it is no library or program for 64-bit Linux."""
    data = path.read_bytes()
    if not data.startswith(MAGIC):
        return None
    sections = _sections(data)
    libraries = frozenset(
        name for section in sections if section.kind == _DYNAMIC for name in _needed(data, section, sections)
    )
    versions = [v for section in sections if section.kind == _VERSIONS for v in _versions(data, section, sections)]
    return Needs(libraries, max(versions, default=(0, 0)))


def _sections(data: bytes) -> list[_Section]:
    start = struct.unpack_from("<Q", data, 0x28)[0]
    size, count = struct.unpack_from("<HH", data, 0x3A)
    found = []
    for number in range(count):
        _, kind, _, _, offset, length, link = struct.unpack_from("<IIQQQQI", data, start + number * size)
        found.append(_Section(kind, offset, length, link))
    return found


def _needed(data: bytes, section: _Section, sections: list[_Section]) -> Iterator[str]:
    words = sections[section.link].offset
    for place in range(section.offset, section.offset + section.size, 16):
        tag, value = struct.unpack_from("<QQ", data, place)
        if tag == _NEEDED:
            yield _word(data, words + value)


def _versions(data: bytes, section: _Section, sections: list[_Section]) -> Iterator[tuple[int, int]]:
    words, entry = sections[section.link].offset, section.offset
    while True:
        _, count, _, first, following = struct.unpack_from("<HHIII", data, entry)
        place = entry + first
        for _ in range(count):
            _, _, _, name, step = struct.unpack_from("<IHHII", data, place)
            if found := _GLIBC.fullmatch(_word(data, words + name)):
                yield int(found[1]), int(found[2])
            place += step
        if not following:
            return
        entry += following


def _word(data: bytes, place: int) -> str:
    return data[place : data.index(b"\0", place)].decode("ascii")
