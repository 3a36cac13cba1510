"""XML in which elements stand in each other deeper than its parser allows: the deepest are laid side by side."""

from typing import cast
from xml.parsers import expat

from lxml import etree

from tthc_desktop.documents.limits import DEEPEST_XML
from tthc_desktop.documents.reading.word.names import PPR, RPR, Element, P, R, T, w

_WORDS = frozenset({P, R, T, PPR, RPR, w("tab"), w("br")})
"""What is kept at any depth: paragraphs and their words."""


def parsed_flat(data: bytes) -> Element:
    """Return the root; of what stands deeper than a limit only the words are kept, in their order."""
    builder = etree.TreeBuilder()
    open_tags: list[str] = []
    kept = 0

    def began(name: str, attributes: dict[str, str]) -> None:
        nonlocal kept
        tag = _tag(name)
        if kept >= DEEPEST_XML and tag not in _WORDS:
            open_tags.append("")
            return
        kept += 1
        open_tags.append(tag)
        builder.start(tag, {_tag(key): said for key, said in attributes.items()})

    def ended(_: str) -> None:
        nonlocal kept
        if tag := open_tags.pop():
            kept -= 1
            builder.end(tag)

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = began
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise etree.XMLSyntaxError(str(error), 0, 0, 0) from error
    return cast("Element", builder.close())


def _tag(name: str) -> str:
    return f"{{{name}" if "}" in name else name
