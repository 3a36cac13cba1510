"""The little Markdown in which chapters are written, so that they can be read without the program too.

`# Title`, `## Heading`, paragraphs, `- point`, `1. step`, `> advice`, `| tables |`,
`![what it shows](pictures/NAME.png)`; within words `**in the window**`, `` `keys` ``, `*stressed*`,
`[words](NN-chapter.md#heading)`.
"""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from tthc_desktop.models.guide.values import (
    Advice,
    Block,
    Chapter,
    Grid,
    Heading,
    Ink,
    Listed,
    Paragraph,
    Picture,
    Span,
    Words,
)
from tthc_desktop.models.text import fold

_SPAN = re.compile(r"\*\*(.+?)\*\*|`(.+?)`|\*(.+?)\*|\[(.+?)\]\((.+?)\)")
_PICTURE = re.compile(r"!\[(.+)\]\((?:.*/)?([\w-]+)\.png\)")
_FILE = re.compile(r"(?:\.\./)*(?:\d+-)?([\w-]+?)(?:\.md)?(#[\w-]+)?")
_POINT, _STEP = re.compile(r"- (.+)"), re.compile(r"\d+\. (.+)")
_RULE = re.compile(r"\|[\s:|-]+\|")


def parse(name: str, written: str) -> Chapter:
    """Return the chapter that is written in a file of that name; `ValueError` names what is none of the forms above."""
    first, *rest = (line.rstrip() for line in written.strip().splitlines())
    if not first.startswith("# "):
        raise ValueError(f"{name}: a chapter begins with its title, not with {first!r}")
    blocks = (block for part in _parts(rest) for block in _block(part))
    return Chapter(chapter_name(name), first.removeprefix("# ").strip(), tuple(blocks))


def chapter_name(file: str) -> str:
    """Return the name of the chapter that a file holds: its own without number and ending."""
    return goal(file)


def goal(address: str) -> str:
    """Return where a link leads, as chapters are named in the program."""
    found = _FILE.fullmatch(address)
    if found is None:
        raise ValueError(f"{address!r} is no file of a chapter")
    return found[1] + (found[2] or "")


def heading_name(words: str) -> str:
    """Return what links call a heading: its words as they are typed in an address."""
    return re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")


def words_of(line: str) -> Words:
    """Return a line in its looks."""
    found: list[Span] = []
    at = 0
    for match in _SPAN.finditer(line):
        found += _plain(line[at : match.start()])
        found.append(_looking(match))
        at = match.end()
    return (*found, *_plain(line[at:]))


def _plain(words: str) -> list[Span]:
    return [Span(words)] if words else []


def _looking(match: re.Match[str]) -> Span:
    named, keys, stressed, linked, address = match.groups()
    if linked:
        return Span(linked, goal=goal(address))
    if named:
        return Span(named, Ink.NAMED)
    return Span(keys, Ink.KEYS) if keys else Span(stressed, Ink.STRESSED)


def _parts(lines: list[str]) -> Iterator[list[str]]:
    """Yield what stands between blank lines."""
    for blank, group in groupby(lines, key=lambda line: not line):
        if not blank:
            yield [*group]


def _block(lines: list[str]) -> Iterator[Block]:
    first = lines[0]
    if first.startswith("## "):
        words = words_of(first.removeprefix("## "))
        yield Heading(words, heading_name("".join(span.words for span in words)))
        if lines[1:]:
            yield from _block(lines[1:])
    elif first.startswith("#"):
        raise ValueError(f"{first!r} is deeper than a guide should go")
    elif match := _PICTURE.fullmatch(" ".join(lines)):
        yield Picture(match[2], match[1])
    elif first.startswith("> "):
        yield Advice(words_of(" ".join(line.removeprefix("> ") for line in lines)))
    elif first.startswith("|"):
        yield _grid(lines)
    elif (pattern := _listing(first)) is not None:
        yield Listed(tuple(words_of(entry) for entry in _entries(lines, pattern)), counted=pattern is _STEP)
    else:
        yield Paragraph(words_of(" ".join(lines)))


def _listing(line: str) -> re.Pattern[str] | None:
    return next((pattern for pattern in (_POINT, _STEP) if pattern.fullmatch(line)), None)


def _entries(lines: list[str], pattern: re.Pattern[str]) -> list[str]:
    """Return the entries of a list; a line that begins with blanks goes on in the one above."""
    found: list[str] = []
    for line in lines:
        if match := pattern.fullmatch(line):
            found.append(match[1])
        elif line.startswith(" ") and found:
            found[-1] += f" {line.strip()}"
        else:
            raise ValueError(f"{line!r} is no entry of the list that begins with {lines[0]!r}")
    return found


def _grid(lines: list[str]) -> Grid:
    cells: Callable[[str], tuple[Words, ...]] = lambda line: tuple(  # noqa: E731 - short, and of here only
        words_of(cell.strip()) for cell in line.strip("|").split("|")
    )
    if len(lines) < 3 or not _RULE.fullmatch(lines[1]):
        raise ValueError(f"{lines[0]!r} is no table with a heading")
    head, rows = cells(lines[0]), tuple(cells(line) for line in lines[2:])
    if any(len(row) != len(head) for row in rows):
        raise ValueError(f"rows of another length below {lines[0]!r}")
    return Grid(head, rows)
