"""Labelled lines of a task in the running text: `- Đơn vị chủ trì: … .`, also several in one line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tthc_desktop.documents.reading.text.paragraphs import Paragraph
from tthc_desktop.documents.reading.text.source import squeezed
from tthc_desktop.documents.reading.text.tables.rows import cut
from tthc_desktop.models.numbering import Mark, printed
from tthc_desktop.models.plan import Line
from tthc_desktop.models.table import TASK_FIELDS, Role
from tthc_desktop.models.text import EMPTY, Run, Text, emphasised
from tthc_desktop.models.vocabulary import label_role

_LABEL = re.compile(r"\s*([^:;.]{3,70}?)\s*:\s*")
_NEXT = re.compile(r"[;.]\s+(?=[^:;.]{3,60}:)")
_ENDING = re.compile(r"\s*[.;]+$")
_ENOUGH = 2
_UNMARKED = frozenset({Mark.DASH, Mark.PLUS, Mark.NONE})


@dataclass(slots=True)
class Labelled:
    """One labelled line with its value and the numbers of the lines it stands on."""

    line: Line
    value: Text
    lines: tuple[int, ...]


def labelled(paragraph: Paragraph) -> list[Labelled]:
    """Return the labelled lines that a paragraph consists of; none if it is ordinary text."""
    if paragraph.mark.mark not in _UNMARKED:
        return []
    words = cut(paragraph.text, paragraph.mark.start)
    numbers = tuple(line.number for line in paragraph.lines)
    words = _without_brackets(words)
    found = [_labelled(part, paragraph.mark.mark, numbers) for part in _parts(words)]
    return [one for one in found if one] if found and found[0] else []


def embedded(words: Text, numbers: tuple[int, ...]) -> tuple[Text, list[Labelled]]:
    """Cut the labels off a sentence that ends with them: `Rà soát … . Đơn vị chủ trì: … . Thời gian: … .`"""
    bare = str(words)
    starts = [match.end() for match in _NEXT.finditer(bare) if _is_label(bare, match.end())]
    if len(starts) < _ENOUGH:
        return words, []
    tail = cut(words, starts[0])
    found = [_labelled(part, Mark.NONE, numbers) for part in _parts(tail)]
    return _between(words, 0, starts[0]), [one for one in found if one]


def _is_label(bare: str, start: int) -> bool:
    match = _LABEL.match(bare, start)
    return bool(match and label_role(match.group(1)))


def _without_brackets(words: Text) -> Text:
    """Return `(Chủ trì: …; thời gian: …)` with its closing bracket as the end of the last value only."""
    bare = str(words)
    return (
        _without_tail(words, len(bare) - bare.rindex(")"))
        if bare.startswith("(") and bare.rstrip(". ").endswith(")")
        else words
    )


def _parts(words: Text) -> Iterator[Text]:
    """Cut words at each further label: `Chủ trì: A; phối hợp: B; thời gian: C`."""
    bare = str(words)
    start = 0
    for match in _NEXT.finditer(bare):
        label = _LABEL.match(bare, match.end())
        if label and label_role(label.group(1)) and _LABEL.match(bare, start):
            yield _between(words, start, match.start() + 1)
            start = match.end()
    yield cut(words, start)


def _between(words: Text, start: int, end: int) -> Text:
    tail = len(str(words)) - end
    return _without_tail(cut(words, start), tail)


def _without_tail(words: Text, tail: int) -> Text:
    runs: list[Run] = []
    for run in reversed(words.runs):
        kept = run.text[: max(0, len(run.text) - tail)] if tail else run.text
        tail = max(0, tail - len(run.text))
        runs.append(replace(run, text=kept))
    return squeezed(tuple(reversed(runs)))


def _labelled(part: Text, mark: Mark, numbers: tuple[int, ...]) -> Labelled | None:
    match = _LABEL.match(str(part))
    role = label_role(match.group(1)) if match else None
    if match is None or role is None:
        return None
    value, ending = split_ending(squeezed(cut(part, match.end()).runs))
    return Labelled(Line(role, match.group(1).strip(), mark, ending), value, numbers)


def split_ending(value: Text) -> tuple[Text, str]:
    """Return a value without the sign that ends its line, and that sign."""
    match = _ENDING.search(str(value))
    if not match or str(value).endswith(("...", "v.v.")):
        return value, ""
    return _without_tail(value, len(match.group())), match.group().strip()


def with_sign(item: Paragraph) -> Text:
    """Return the words of a paragraph behind the sign that its list shows."""
    sign = printed(item.mark.mark, item.mark.number)
    return squeezed((Run(f"{sign} "), *item.text.runs)) if sign else item.text


def with_list(label: Labelled, items: Sequence[Paragraph]) -> Labelled:
    """Return the labelled line with the list below it as its value, an item a line."""
    runs: list[Run] = [*label.value.runs, *([Run(label.line.ending)] if label.value and items else [])]
    for item in items:
        said = item.text if item.mark.start else with_sign(item)
        runs.extend([Run("\n"), *said.runs] if runs else said.runs)
    value, ending = split_ending(squeezed(tuple(runs)))
    lines = (*label.lines, *(line.number for item in items for line in item.lines))
    return Labelled(replace(label.line, ending=ending), value, lines)


def settle(group: Sequence[Labelled]) -> tuple[tuple[Line, ...], dict[str, Text]]:
    """Return the lines of a task and its fields; a second line of one role keeps its own words."""
    lines: list[Line] = []
    fields: dict[str, Text] = {}
    for one in group:
        name = TASK_FIELDS[one.line.role]
        if name in fields:
            lines.append(replace(one.line, role=Role.FREE, words=one.value))
        else:
            fields[name] = emphasised(one.value, bold=False) if _all_bold(one.value) else one.value
            lines.append(one.line)
    return tuple(lines), fields


def _all_bold(words: Text) -> bool:
    return words is not EMPTY and all(run.bold for run in words.runs)
