"""Rows found page by page in the bytes of a SQLite file, without the trees that lead to the pages.

A page whose parents are damaged is still there, and so are its rows; which table they belong to, whoever asks has to
tell by what they hold. The format is that of https://www.sqlite.org/fileformat2.html.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_LEAF = 13
"""What the head of a page begins with that holds rows of a table."""
_BRANCH = 5
"""The same of a page that only leads to others."""
_HEAD, _BRANCH_HEAD = 8, 12
_FILE_HEAD = 100
_LARGEST = 1 << 30
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""How many bytes an integer of each serial type has."""

Cell = int | float | str | bytes | None


class Found(NamedTuple):
    """A row with its number; text that is none has its bytes as Python keeps them (`surrogateescape`)."""

    number: int
    cells: tuple[Cell, ...]


class _BrokenError(Exception):
    """The bytes are not what they should be."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The bytes of a file, cut into pages."""

    data: memoryview
    size: int = 4096

    def rows(self) -> Iterator[Found]:
        """Yield every row of every page that holds rows, in the order of the pages; what is broken is left out."""
        for start in range(0, len(self.data), self.size):
            head = start + (_FILE_HEAD if start == 0 else 0)
            if head + _HEAD <= len(self.data) and self.data[head] == _LEAF:
                yield from self._rows(start, head)

    def tree(self, root: int) -> Iterator[Found]:
        """Yield the rows of the table whose tree begins on a page, as far as its branches lead."""
        seen: set[int] = set()
        waiting = [root]
        while waiting:
            page = waiting.pop()
            start = (page - 1) * self.size
            head = start + (_FILE_HEAD if page == 1 else 0)
            if page in seen or page < 1 or head + _BRANCH_HEAD > len(self.data):
                continue
            seen.add(page)
            if self.data[head] == _LEAF:
                yield from self._rows(start, head)
            elif self.data[head] == _BRANCH:
                waiting.extend(self._below(start, head))

    def _below(self, start: int, head: int) -> Iterator[int]:
        """Yield the pages below a branch."""
        count = min(_whole(self.data[head + 3 : head + 5]), self.size // 4)
        yield _whole(self.data[head + _HEAD : head + _BRANCH_HEAD])
        for at in range(count):
            pointer = head + _BRANCH_HEAD + 2 * at
            cell = start + _whole(self.data[pointer : pointer + 2])
            yield _whole(self.data[cell : cell + 4])

    def _rows(self, start: int, head: int) -> Iterator[Found]:
        count = min(_whole(self.data[head + 3 : head + 5]), self.size // 4)
        for at in range(count):
            pointer = head + _HEAD + 2 * at
            try:
                yield self._row(start + _whole(self.data[pointer : pointer + 2]))
            except (_BrokenError, IndexError, ValueError, struct.error):
                continue

    def _row(self, at: int) -> Found:
        length, at = _varint(self.data, at)
        number, at = _varint(self.data, at)
        if not 0 < length <= min(_LARGEST, len(self.data)):
            raise _BrokenError
        return Found(number, _cells(self._payload(at, length)))

    def _payload(self, at: int, length: int) -> memoryview:
        """Return the bytes of a row, those on the pages where it goes on among them."""
        most, least = self.size - 35, (self.size - 12) * 32 // 255 - 23
        if length <= most:
            return self.data[at : at + length]
        local = least + (length - least) % (self.size - 4)
        local = local if local <= most else least
        parts, left = [bytes(self.data[at : at + local])], length - local
        page = _whole(self.data[at + local : at + local + 4])
        while left > 0:
            start = (page - 1) * self.size
            if page < 1 or start + self.size > len(self.data):
                raise _BrokenError
            parts.append(bytes(self.data[start + 4 : start + 4 + min(left, self.size - 4)]))
            left -= self.size - 4
            page = _whole(self.data[start : start + 4])
        return memoryview(b"".join(parts))


def _cells(payload: memoryview) -> tuple[Cell, ...]:
    head, at = _varint(payload, 0)
    types: list[int] = []
    while at < head:
        type_, at = _varint(payload, at)
        types.append(type_)
    ends = [head]
    for type_ in types:
        ends.append(ends[-1] + _length(type_))
    if at != head or ends[-1] != len(payload):
        raise _BrokenError
    return tuple(_cell(type_, payload[start:end]) for type_, (start, end) in zip(types, pairwise(ends), strict=True))


def _length(type_: int) -> int:
    if type_ in {10, 11}:
        raise _BrokenError
    return (type_ - 12) // 2 if type_ >= 12 else _INTEGERS.get(type_, 8 if type_ == 7 else 0)


def _cell(type_: int, data: memoryview) -> Cell:
    match type_:
        case 0 | 7:
            return None if type_ == 0 else struct.unpack(">d", data)[0]
        case 8 | 9:
            return type_ - 8
        case _ if type_ in _INTEGERS:
            return int.from_bytes(data, "big", signed=True)
        case _:
            return bytes(data) if type_ % 2 == 0 else bytes(data).decode("utf-8", "surrogateescape")


def _whole(data: memoryview) -> int:
    return int.from_bytes(data, "big")


def _varint(data: memoryview, at: int) -> tuple[int, int]:
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >> 63 else value, at + 9
