"""Pieces of a paragraph set together to its words: cleaned, capitals as they are seen, old encodings turned apart."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from tthc_desktop.documents.reading.legacy import Guess, converted, guess, is_legacy_font
from tthc_desktop.documents.reading.word.words import Piece
from tthc_desktop.models.text import EMPTY, Run, Text, text


def set_together(pieces: Sequence[Piece]) -> tuple[Text, str, str]:
    """Return the words, the font of most of them, and the encoding that some of several fonts were turned from."""
    kept = _stripped(pieces)
    if not kept:
        return EMPTY, "", ""
    fonts: dict[str, int] = {}
    for piece in kept:
        fonts[piece.look.font] = fonts.get(piece.look.font, 0) + len(piece.words.strip())
    if any(letters and _is_legacy(name) for name, letters in fonts.items()):
        several = sum(letters > 0 for letters in fonts.values()) > 1
        if several or any(piece.look.caps for piece in kept):
            return _apart(kept)
    return text(_run(piece, piece.words) for piece in kept), max(fonts, key=lambda name: fonts[name]), ""


@lru_cache(1 << 8)
def _is_legacy(font: str) -> bool:
    return is_legacy_font(font)


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
        found = guess("".join(piece.words for piece in own), font) if _is_legacy(font) else None
        if found is None:
            runs.extend(_run(piece, piece.words) for piece in own)
        else:
            encoding = found.encoding
            runs.extend(_turned(own, found))
    return text(runs), "", encoding


def _turned(pieces: Sequence[Piece], found: Guess) -> Iterator[Run]:
    """Yield the words that a guess gives, each piece's share with its look."""
    lengths = [len(converted(piece.words, found.encoding)) for piece in pieces]
    if sum(lengths) != len(found.words):  # a letter of two signs goes over two pieces
        lengths = [len(found.words), *(0 for _ in pieces[1:])]
    start = 0
    for piece, length in zip(pieces, lengths, strict=True):
        yield _run(piece, found.words[start : start + length])
        start += length
