"""Copied cells for Excel, LibreOffice and Word: as text with tabs and as an HTML table."""

from tthc_desktop.models.table_block import Piece, Pieces, as_block
from tthc_desktop.models.text import Text, to_markup, without_figures

_BREAK = '<br style="mso-data-placement:same-cell">'
_AS_TEXT = "mso-number-format:'\\@'; vertical-align:top"


def to_tsv(pieces: Pieces) -> str:
    """Return the cells with tabs and line ends between them; a cell that holds either is quoted."""
    return "\n".join("\t".join(_quoted(str(words)) for words in row) for row in as_block(pieces))


def _quoted(words: str) -> str:
    if any(sign in words for sign in '\t\n"'):
        return '"' + words.replace('"', '""') + '"'
    return words


def to_html(pieces: Pieces) -> str:
    """Return a table in which numbers stay text and a cell keeps its line ends."""
    rows = "".join(f"<tr>{''.join(_cell(piece) for piece in row if piece)}</tr>" for row in pieces)
    return f'<html><head><meta charset="utf-8"></head><body><table border="1">{rows}</table></body></html>'


def _cell(piece: Piece) -> str:
    spans = f' rowspan="{piece.down}"' * (piece.down > 1) + f' colspan="{piece.across}"' * (piece.across > 1)
    return f'<td{spans} style="{_AS_TEXT}">{_inner(piece.words)}</td>'


def _inner(words: Text) -> str:
    return to_markup(without_figures(words)).replace("\n", _BREAK)
