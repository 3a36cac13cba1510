"""Paragraphs as XML: their style, what differs from it, their place among the lists, their hidden identity."""

from dataclasses import dataclass

from tthc_desktop.documents.own_papers import bookmark
from tthc_desktop.documents.writing.word.counting import Place
from tthc_desktop.documents.writing.word.lettering import OWN, Letters, sized
from tthc_desktop.documents.writing.word.markup import quoted, twips
from tthc_desktop.models.identity import Id

_LONGEST_NAME = 40
_HAIR = 2.0
"""Room in points between words and the rule below them."""


class Marks:
    """Gives the bookmarks of a file their numbers, each identity once."""

    def __init__(self) -> None:
        self._given: set[Id] = set()

    def around(self, part: Id, inner: str) -> str:
        """Return the inside of a paragraph in the bookmark of a part of the plan."""
        name = bookmark(part)
        if not part or part in self._given or len(name) > _LONGEST_NAME:
            return inner
        self._given.add(part)
        number = len(self._given)
        return f'<w:bookmarkStart w:id="{number}" w:name={quoted(name)}/>{inner}<w:bookmarkEnd w:id="{number}"/>'


@dataclass(frozen=True, slots=True)
class Setting:
    """What a paragraph has beside its style; measures in points, None where the style's holds."""

    keeps: bool = False
    place: Place | None = None
    before: float | None = None
    after: float | None = None
    sides: float | None = None
    left: float | None = None
    first: float | None = None
    """How far the first line begins from `left`, below 0 for one that hangs out."""
    align: str = ""
    letters: Letters = OWN


PLAIN = Setting()
"""All as the style says."""


def element(style: str, inner: str, setting: Setting = PLAIN) -> str:
    """Return a paragraph around its runs."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_properties(setting)}</w:pPr>{inner}</w:p>'


def _properties(setting: Setting) -> str:
    if setting is PLAIN:
        return ""
    parts = ["<w:keepNext/>"] if setting.keeps else []
    if setting.place:
        level, number = setting.place.level, setting.place.list_id
        parts.append(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    spaces = (("before", setting.before), ("after", setting.after))
    if said := "".join(f' w:{name}="{twips(value)}"' for name, value in spaces if value is not None):
        parts.append(f"<w:spacing{said}/>")
    parts.append(_indent(setting))
    parts.append(f'<w:jc w:val="{setting.align}"/>' if setting.align else "")
    parts.append(f"<w:rPr>{sized(setting.letters.size)}</w:rPr>" if setting.letters.size else "")
    return "".join(parts)


def _indent(setting: Setting) -> str:
    if setting.sides is not None:
        return f'<w:ind w:left="{twips(setting.sides)}" w:right="{twips(setting.sides)}"/>'
    if setting.left is None:
        return ""
    first = setting.first or 0.0
    name = "hanging" if first < 0 else "firstLine"
    return f'<w:ind w:left="{twips(setting.left)}" w:{name}="{twips(abs(first))}"/>'


def rule(length: float, width: float, gap: float, thickness: float) -> str:
    """Return a line in the middle of a column, below the words before, with `gap` points below it."""
    weight = max(round(thickness * 8), 2)
    line = (
        f'<w:pBdr><w:top w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/></w:pBdr>'
        f'<w:spacing w:before="{twips(_HAIR)}" w:after="0" w:line="{twips(gap)}" w:lineRule="exact"/>'
        f'<w:ind w:left="{twips((width - length) / 2)}" w:right="{twips((width - length) / 2)}"/>'
    )
    return f'<w:p><w:pPr><w:pStyle w:val="DuongKe"/>{line}<w:rPr>{sized(1.0)}</w:rPr></w:pPr></w:p>'


def thin(height: float = 1.0, section: str = "") -> str:
    """Return the empty paragraph that has to stand between two tables, or behind one, where a section may end."""
    return (
        '<w:p><w:pPr><w:pStyle w:val="DuongKe"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{twips(height)}" w:lineRule="exact"/>'
        f"<w:rPr>{sized(1.0)}</w:rPr>{section}</w:pPr></w:p>"
    )
