"""A chapter as the rich text that Qt lays out."""

from collections.abc import Callable, Iterable
from html import escape

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
from tthc_desktop.ui.look import Colours

PICTURE = "picture:"
"""The scheme of the addresses under which pictures are asked for."""


def chapter_html(chapter: Chapter, colours: Colours, width: Callable[[str], int]) -> str:
    """Return a chapter; `width` tells how wide a picture of some name is shown, in pixels."""
    parts = "".join(_block(block, colours, width) for block in chapter.blocks)
    return f"<h1>{escape(chapter.title)}</h1>{parts}"


def beside_html(before: Chapter | None, behind: Chapter | None) -> str:
    """Return the foot of a chapter: the ways to those before and behind it."""
    ways = ((before, "← {}"), (behind, "{} →"))
    links = [f'<a href="{one.name}">{way.format(escape(one.title))}</a>' for one, way in ways if one]
    return f'<p class="beside">{"&nbsp;&nbsp;·&nbsp;&nbsp;".join(links)}</p>' if links else ""


def style(c: Colours) -> str:
    """Return the style sheet of the words."""
    return f"""
h1 {{ font-size: 20pt; font-weight: 600; margin-top: 4px; margin-bottom: 10px; }}
h2 {{ font-size: 14pt; font-weight: 600; margin-top: 26px; margin-bottom: 6px; }}
p {{ line-height: 140%; margin-top: 6px; margin-bottom: 8px; }}
li {{ line-height: 140%; margin-bottom: 5px; }}
a {{ color: {c.accent}; text-decoration: none; }}
p.picture {{ line-height: 100%; margin-top: 14px; margin-bottom: 2px; }}
p.caption {{ color: {c.quiet}; font-size: 9.5pt; margin-top: 0; margin-bottom: 16px; }}
p.beside {{ margin-top: 30px; }}
td, th {{ padding: 5px 12px; text-align: left; }}
th {{ color: {c.quiet}; font-weight: 600; }}
"""


def _block(block: Block, c: Colours, width: Callable[[str], int]) -> str:
    if isinstance(block, Heading):
        return f'<h2><a name="{block.name}"></a>{_words(block.words, c)}</h2>'
    if isinstance(block, Paragraph):
        return f"<p>{_words(block.words, c)}</p>"
    if isinstance(block, Listed):
        tag = "ol" if block.counted else "ul"
        return f"<{tag}>{''.join(f'<li>{_words(entry, c)}</li>' for entry in block.entries)}</{tag}>"
    if isinstance(block, Advice):
        return _advice(block, c)
    return _grid(block, c) if isinstance(block, Grid) else _picture(block, width)


def _advice(block: Advice, c: Colours) -> str:
    edge = f'<td width="4" bgcolor="{c.warning}" style="padding: 0"></td>'
    words = f'<td bgcolor="{c.window}" style="padding: 8px 12px">{_words(block.words, c)}</td>'
    return f'<table width="100%" cellspacing="0" style="margin: 10px 0">{_row((edge, words))}</table>'


def _grid(block: Grid, c: Colours) -> str:
    head = _row(f'<th bgcolor="{c.window}">{_words(words, c)}</th>' for words in block.head)
    rows = "".join(_row(f"<td>{_words(words, c)}</td>" for words in row) for row in block.rows)
    return f'<table cellspacing="0" style="margin: 4px 0 10px 0">{head}{rows}</table>'


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _picture(block: Picture, width: Callable[[str], int]) -> str:
    shown = f'<img src="{PICTURE}{block.name}" width="{width(block.name)}">'
    return f'<p class="picture">{shown}</p><p class="caption">{escape(block.caption)}</p>'


def _words(words: Words, c: Colours) -> str:
    return "".join(_span(span, c) for span in words)


def _span(span: Span, c: Colours) -> str:
    said = escape(span.words)
    if span.goal:
        return f'<a href="{escape(span.goal)}">{said}</a>'
    if span.ink is Ink.NAMED:
        return f"<b>{said}</b>"
    if span.ink is Ink.KEYS:
        return f'<span style="background-color: {c.shade}; white-space: pre">&nbsp;{said}&nbsp;</span>'
    return f"<i>{said}</i>" if span.ink is Ink.STRESSED else said
