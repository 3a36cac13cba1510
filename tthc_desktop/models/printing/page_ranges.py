"""Pages as clerks write them, `1-3, 5`: read, and written back."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from tthc_desktop.errors import UserError

_ADVICE = "Hãy ghi số trang, cách nhau bằng dấu phẩy, ví dụ 1-3, 5."
_DASHES = re.compile(r"\s*(?:[-\u2010-\u2015\u2212]+|đến|tới)\s*")
_BETWEEN = re.compile(r"[,;]|\bvà\b")
_NAMED = re.compile(r"\b(?:trang|tr\.?)(?=[\s\d])", re.IGNORECASE)
_LONGEST = 9
"""So many digits a number may have: no paper has more pages."""


def read_pages(words: str, count: int) -> tuple[int, ...]:
    """Return the pages, from 1, that the words name of a paper of `count` pages: each once, in their order.

    `5-` goes to the last page and `-3` begins at the first. Raises UserError that quotes what cannot be read.
    """
    parts = [part.strip() for part in _BETWEEN.split(_NAMED.sub(" ", words))]
    found = {page for part in parts if part for page in _read_part(part, count)}
    if not found:
        raise UserError("Chưa ghi trang nào để in.", _ADVICE)
    return tuple(sorted(found))


def _read_part(part: str, count: int) -> range:
    ends = _DASHES.split(part)
    if len(ends) > 2 or not any(ends) or not all(end == "" or _is_number(end) for end in ends):
        raise UserError(f"Không hiểu “{part}” là những trang nào.", _ADVICE)
    first, last = int(ends[0] or 1), int(ends[-1] or count)
    for page in (first, last):
        if not 1 <= page <= count:
            raise UserError(f"Không có trang {page}: bản in có {count} trang.", f"Hãy ghi trang từ 1 đến {count}.")
    if first > last:
        raise UserError(f"“{part}” đi ngược từ trang {first} về trang {last}.", f"Hãy ghi {last}-{first}.")
    return range(first, last + 1)


def _is_number(words: str) -> bool:
    return words.isascii() and words.isdigit() and len(words) <= _LONGEST


def page_words(pages: Iterable[int]) -> str:
    """Return pages in the shortest form that `read_pages` reads back."""
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in _runs(sorted(set(pages))))


def _runs(pages: Iterable[int]) -> Iterator[tuple[int, int]]:
    for _, run in groupby(enumerate(pages), lambda placed: placed[1] - placed[0]):
        members = [page for _, page in run]
        yield members[0], members[-1]
