"""How words look: bold, italic, capitals, hidden and font, as styles and runs say it together."""

from dataclasses import dataclass

from tthc_desktop.documents.reading.word.names import Element, is_on, w

_BOLD, _ITALIC, _CAPS, _HIDDEN, _FONTS = (w(name) for name in ("b", "i", "caps", "vanish", "rFonts"))
_ASCII, _ANSI, _ASCII_THEME, _ANSI_THEME = (w(name) for name in ("ascii", "hAnsi", "asciiTheme", "hAnsiTheme"))


@dataclass(frozen=True, slots=True)
class Look:
    """What is said of words; None and empty where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    font: str = ""


PLAIN = Look()


def read_look(properties: Element | None, theme: dict[str, str]) -> Look:
    """Return what the properties of a run say; `theme` gives the fonts that are called by their part in it."""
    if properties is None:
        return PLAIN
    said: dict[str, bool] = {}
    font = ""
    for one in properties:
        tag = one.tag
        if tag in {_BOLD, _ITALIC, _CAPS, _HIDDEN}:
            said[tag] = is_on(one)
        elif tag == _FONTS:
            font = font_of(one, theme)
    if not said and not font:
        return PLAIN
    return Look(said.get(_BOLD), said.get(_ITALIC), said.get(_CAPS), said.get(_HIDDEN), font)


def font_of(fonts: Element, theme: dict[str, str]) -> str:
    """Return the font of letters beyond ASCII, which tells an old encoding, else that of the others."""
    for name, themed in ((_ANSI, _ANSI_THEME), (_ASCII, _ASCII_THEME)):
        said = theme.get(fonts.get(themed, "")[:5], "") or fonts.get(name, "")
        if said:
            return said
    return ""


def over(upper: Look, lower: Look) -> Look:
    """Return what is said where one thing stands over another: a style over that which it is based on."""
    if upper is PLAIN:
        return lower
    return Look(
        lower.bold if upper.bold is None else upper.bold,
        lower.italic if upper.italic is None else upper.italic,
        lower.caps if upper.caps is None else upper.caps,
        lower.hidden if upper.hidden is None else upper.hidden,
        upper.font or lower.font,
    )


def toggled(direct: Look, styles: tuple[Look, ...], default: Look) -> Look:
    """Return how a run looks: a style that says bold within another that does so makes plain (ECMA-376, 17.7.3)."""
    return Look(
        _toggled(direct.bold, [style.bold for style in styles], default.bold),
        _toggled(direct.italic, [style.italic for style in styles], default.italic),
        _toggled(direct.caps, [style.caps for style in styles], default.caps),
        _toggled(direct.hidden, [style.hidden for style in styles], default.hidden),
        direct.font or next((style.font for style in reversed(styles) if style.font), default.font),
    )


def _toggled(direct: bool | None, styles: list[bool | None], default: bool | None) -> bool:
    if direct is not None:
        return direct
    return bool(default) or sum(map(bool, styles)) % 2 == 1
