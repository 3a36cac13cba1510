"""Pieces of a paragraph set together to its words: cleaned, capitals as they are seen, old encodings turned apart."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from tthc_desktop.documents.reading.legacy import guess, is_legacy_font
from tthc_desktop.documents.reading.word.words import Piece
from tthc_desktop.models.text import Run, Text, text


def set_together(pieces: Sequence[Piece]) -> tuple[Text, str, str]:
    """Return the words, the font of most of them, and the encoding that some of several fonts were turned from."""
    kept = _stripped(pieces)
    fonts = Counter[str]()
    for piece in kept:
        fonts[piece.look.font] += sum(not char.isspace() for char in piece.words) if len(kept) > 1 else 1
    font = fonts.most_common(1)[0][0] if fonts else ""
    said = {name for name, letters in fonts.items() if letters}
    raised = any(piece.look.caps for piece in kept)
    if not any(is_legacy_font(name) for name in said) or (len(said) == 1 and not raised):
        return text(_run(piece, piece.words) for piece in kept), font, ""
    return _apart(kept)


def _stripped(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without blanks before the first word and after the last."""
    kept = [Piece(piece.words, piece.look) for piece in pieces]
    while kept and not (words := kept[0].words.lstrip()):
        kept.pop(0)
    if kept:
        kept[0].words = words
    while kept and not (words := kept[-1].words.rstrip()):
        kept.pop()
    if kept:
        kept[-1].words = words
    return kept


def _run(piece: Piece, words: str) -> Run:
    return Run(words.upper() if piece.look.caps else words, bool(piece.look.bold), bool(piece.look.italic))


def _apart(pieces: Sequence[Piece]) -> tuple[Text, str, str]:
    """Turn the words of each font by itself: those beside them may be of another encoding or of none."""
    runs: list[Run] = []
    encoding = ""
    for font, group in groupby(pieces, key=lambda piece: piece.look.font):
        own = list(group)
        found = guess("".join(piece.words for piece in own), font) if is_legacy_font(font) else None
        for piece in own:
            said = guess(piece.words, font) if found else None
            encoding = found.encoding if found else encoding
            runs.append(_run(piece, said.words if said else piece.words))
    return text(runs), "", encoding
