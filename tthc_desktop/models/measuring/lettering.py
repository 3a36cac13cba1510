"""Whether lines have the letters that a rule asks for: size, weight, slope, case."""

from collections.abc import Iterable, Iterator, Sequence

from tthc_desktop.models.decree import Letters
from tthc_desktop.models.measuring.results import Probe, box
from tthc_desktop.models.measuring.values import Line
from tthc_desktop.models.measuring.wording import number, quoted

_SIZE = 0.3
_HALF, _MOST = 0.5, 0.9


def lettered(page: int, letters: Letters, lines: Sequence[Line], *, case: bool = True) -> Iterator[Probe]:
    """Yield what was found of one part of the paper; nothing where it has no lines.

    `case` tells whether capitals matter.
    """
    if not lines:
        return
    words = " ".join(line.words for line in lines)
    faults = [*_faults(letters, lines), *(_case(letters, words) if case else ())]
    about = quoted(words)
    yield Probe(page, box(lines), f"{about}: {', '.join(faults)}" if faults else f"{about}: đúng", not faults)


def _faults(letters: Letters, lines: Sequence[Line]) -> Iterator[str]:
    wrong = {line.size for line in lines if not letters.least - _SIZE <= line.size <= letters.most + _SIZE}
    if wrong:
        yield f"cỡ chữ {', '.join(map(number, sorted(wrong)))}"
    bold, italic = _share(lines, "bold"), _share(lines, "italic")
    if letters.bold and bold < _MOST:
        yield "chữ không đậm"
    if not letters.bold and bold > _HALF:
        yield "chữ đậm"
    if letters.italic and italic < _MOST:
        yield "chữ đứng"
    if not letters.italic and italic > _HALF:
        yield "chữ nghiêng"


def _case(letters: Letters, words: str) -> Iterator[str]:
    if (letters.upper or letters.words.isupper()) and words.upper() != words:
        yield "chữ in thường"
    if not letters.upper and not letters.words.isupper() and words.isupper() and " " in words:
        yield "chữ in hoa"


def _share(lines: Iterable[Line], what: str) -> float:
    """Return the share of bold or italic letters of all lines."""
    told = [(getattr(line, what), len(line.words)) for line in lines]
    return float(sum(share * count for share, count in told) / max(1, sum(count for _, count in told)))
