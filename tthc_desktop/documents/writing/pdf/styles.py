"""The paragraph styles of the running text, made from the rules."""

from dataclasses import dataclass, replace

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.blocks import Align, Style, leading


@dataclass(frozen=True, slots=True)
class Styles:
    """How the paragraphs of the running text are set."""

    basis: Style
    body: Style
    heading: Style
    centred: Style
    below: Style
    """The title on its own line below Phần I."""

    def of(self, look: str) -> Style:
        """Return the style of this name."""
        style: Style = getattr(self, look)
        return style


def styles(rules: Rules) -> Styles:
    """Return the styles that the rules ask for."""
    body = _justified("body", rules)
    heading = _justified("heading", rules, keeps=True)
    below = Style(heading.size, heading.leading, align=Align.CENTRE, keeps=True)
    return Styles(_justified("basis", rules), body, heading, replace(below, gap=heading.gap), below)


def _justified(name: str, rules: Rules, *, keeps: bool = False) -> Style:
    size = rules.letters[name].size
    return Style(
        size,
        leading(rules, size),
        indent=rules.length("first_line_indent"),
        gap=rules.length("paragraph_gap"),
        shrink=rules.number("space_shrink"),
        keeps=keeps,
    )
