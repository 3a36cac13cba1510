"""What of a plan is copied, as it is printed: paragraphs with their marks, tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import printed
from tthc_desktop.models.outline import items, nodes_of, numbers, tables
from tthc_desktop.models.plan import Item, Line, Plan, line_value, words
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import Run, Text, emphasised, join, plain, text


class Chosen(NamedTuple):
    """A chosen paragraph or table: whose it is, which part of it, and its words where they are not all of them.

    The mark or label stands before the words only if the choice `begins` with them, the sign behind them if it `ends`.
    """

    owner: Id
    part: str = "text"
    words: Text | None = None
    begins: bool = True
    ends: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is read: `mark` is part of its words there, `level` how far it is set in."""

    words: Text
    mark: str = ""
    level: int = 0
    heading: bool = False

    @property
    def whole(self) -> Text:
        """The words with the mark before them, all bold in a heading."""
        before = plain(f"{self.mark} " if self.mark else "")
        return emphasised(join((before, self.words)), bold=True) if self.heading else join((before, self.words))


Shown = Paragraph | Table


def shown(plan: Plan, chosen: Sequence[Chosen]) -> Iterator[Shown]:
    """Yield the chosen parts as they are printed."""
    numbered = {id_: number for nodes in nodes_of(plan) for id_, number in numbers(nodes).items()}
    found = {item.id: (item, len(above)) for nodes in nodes_of(plan) for item, above in items(nodes)}
    known = {table.id: table for table, _ in tables(plan)}
    least = min((found[one.owner][1] for one in chosen if one.owner in found), default=0)
    for one in chosen:
        if one.owner in known:
            yield known[one.owner]
        elif one.owner in found:
            item, depth = found[one.owner]
            yield _of_item(plan, item, one, numbered, depth - least)
        elif one.words:
            yield Paragraph(one.words, _sign(plan, one))


def _of_item(plan: Plan, item: Item, one: Chosen, numbered: Mapping[Id, str], level: int) -> Paragraph:
    if one.part.startswith("line "):
        return _of_line(plan, item, item.lines[int(one.part.removeprefix("line "))], one, level + 1)
    own = words(plan, item) if one.words is None else one.words
    mark = printed(item.mark, numbered[item.id]) if one.begins else ""
    return Paragraph(own, mark, level, item.heading)


def _of_line(plan: Plan, item: Item, line: Line, one: Chosen, level: int) -> Paragraph:
    value = line_value(plan, item, line) if one.words is None else one.words
    label = f"{line.label}:" if one.begins and line.label else ""
    mark = " ".join(filter(None, (printed(line.mark, "") if one.begins else "", label)))
    ending = line.ending if one.ends and value else ""
    return Paragraph(text((*value.runs, Run(ending))), mark, level)


def _sign(plan: Plan, one: Chosen) -> str:
    """Return the dash of a recipient."""
    signs = {recipient.id: "+" if recipient.level else "-" for recipient in plan.recipients}
    return signs.get(one.owner, "") if one.begins else ""
