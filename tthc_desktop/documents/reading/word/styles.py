"""The styles of a Word file, each with what it takes from those it is based on."""

import re
from dataclasses import dataclass, field, replace

from tthc_desktop.documents.reading.word.looks import PLAIN, Look, over, read_look, toggled
from tthc_desktop.documents.reading.word.names import PPR, RPR, Element, child, value, w
from tthc_desktop.documents.reading.word.properties import NumRef, joined, read_properties
from tthc_desktop.models.text import fold

_HEADING = re.compile(
    r"(?:heading|dau de|tieu de|de muc|uberschrift|titre|titulo|titolo|заголовок|标题|見出し) ?([1-9])"
)
_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of paragraphs, words or tables."""

    look: Look = PLAIN
    heading: int | None = None
    align: str = ""
    ref: NumRef | None = None
    lists_contents: bool = False
    """Whether its paragraphs are lines of a table of contents."""
    properties: tuple[Element, ...] = ()
    """The properties of a table, those of the style itself first."""


NO_STYLE = Style()


@dataclass(slots=True)
class Styles:
    """The styles by the names that the text uses."""

    theme: dict[str, str] = field(default_factory=dict)
    default: Look = PLAIN
    _elements: dict[str, Element] = field(default_factory=dict)
    _known: dict[str, Style] = field(default_factory=dict)
    _standard: dict[str, str] = field(default_factory=dict)
    _looks: dict[tuple[Look, str, str], Look] = field(default_factory=dict)

    def of(self, name: str, kind: str) -> Style:
        """Return a style, for none that is known the standard one of its kind."""
        name = name if name in self._elements else self._standard.get(kind, "")
        if name not in self._known:
            self._known[name] = self._resolved(name)
        return self._known[name]

    def look(self, direct: Look, paragraph: str, run: str) -> Look:
        """Return how a run looks in a paragraph, by the names of their styles."""
        key = (direct, paragraph, run)
        if key not in self._looks:
            own = self.of(run, "character").look if run in self._elements else PLAIN
            self._looks[key] = toggled(direct, (self.of(paragraph, "paragraph").look, own), self.default)
        return self._looks[key]

    def _resolved(self, name: str) -> Style:
        chain: list[tuple[str, Element]] = []
        while name in self._elements and len(chain) < _LONGEST_CHAIN and name not in {one for one, _ in chain}:
            chain.append((name, self._elements[name]))
            name = value(self._elements[name], w("basedOn"))
        style = NO_STYLE
        for own, element in reversed(chain):
            style = self._over(own, element, style)
        return style

    def _over(self, name: str, element: Element, below: Style) -> Style:
        said = read_properties(child(element, PPR), name)
        called = fold(value(element, w("name")))
        heading = said.heading
        if heading is None and (match := _HEADING.match(called)):
            heading = int(match.group(1))
        return replace(
            below,
            look=over(read_look(child(element, RPR), self.theme), below.look),
            heading=below.heading if heading is None else heading,
            align=said.align or below.align,
            ref=joined(said.ref, below.ref),
            lists_contents=below.lists_contents or called.startswith("toc "),
            properties=tuple(one for one in (child(element, w("tblPr")), *below.properties) if one is not None),
        )


def read_styles(root: Element | None, theme: Element | None) -> Styles:
    """Read the styles of a file; without any, words are plain."""
    styles = Styles(_theme_fonts(theme))
    if root is None:
        return styles
    defaults = child(child(root, w("docDefaults")), w("rPrDefault"))
    styles.default = read_look(child(defaults, RPR), styles.theme)
    for element in root.iterchildren(w("style")):
        name, kind = element.get(w("styleId"), ""), element.get(w("type"), "paragraph")
        styles._elements.setdefault(name, element)  # noqa: SLF001 - it is made here
        if element.get(w("default"), "") in {"1", "true", "on"}:
            styles._standard.setdefault(kind, name)  # noqa: SLF001
    return styles


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """Return the Latin fonts of the theme, by the first letters of what runs call them: minor or major."""
    fonts: dict[str, str] = {}
    for element in theme.iter() if theme is not None else ():
        kind = element.tag.rpartition("}")[2]
        if kind in {"majorFont", "minorFont"}:
            latin = next((one for one in element if one.tag.endswith("}latin")), None)
            fonts[kind[:5]] = "" if latin is None else latin.get("typeface", "")
    return fonts
