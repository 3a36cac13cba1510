"""Vietnamese text: one Unicode form, bold and italic runs, folding for search, collation for lists."""

import html
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_VOWEL_MARKS = {"\u0306", "\u0302", "\u031b"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
_NEWLINE = re.compile(r"\r\n?|[\u2028\u2029]")
_OPENS, _CLOSES = re.compile(r"(?:^|[\s(“])$"), re.compile(r"$|\s|[.,;:)”](?!\d)|[.,;:)”]$")
"""What may stand directly before and behind the words of a figure."""
_MARKUP = re.compile(r"</?[bi]>|<f n=\"(?P<figure>[^\"<>]*)\">|</f>")


def clean(words: str) -> str:
    """Return `words` in NFC with unix line ends and without control characters that no paper can show."""
    if words.isprintable():
        return unicodedata.normalize("NFC", words)
    return unicodedata.normalize("NFC", _CONTROL.sub("", _NEWLINE.sub("\n", words)))


def fold(words: str) -> str:
    """Return `words` in small letters without tones, hats and horns, đ as d and white space as single blanks."""
    return " ".join(filter(None, map(_fold_word, words.split())))


@lru_cache(1 << 14)
def _fold_word(word: str) -> str:
    """Return a word folded; a whole plan has few words, met thousands of times."""
    decomposed = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def collation_key(words: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return a sorting key in the order of the Vietnamese alphabet, then of the tones.

    The tones come in the dictionary's order: ngang, huyền, hỏi, ngã, sắc, nặng.
    """
    letters: list[int] = []
    tones: list[int] = []
    for char in words.casefold():
        tone, base = _split_tone(char)
        place = _ALPHABET.find(base)
        letters.append(1000 + place if place >= 0 else min(ord(base[0]), 999))
        tones.append(tone)
    return tuple(letters), tuple(tones)


@lru_cache(1 << 12)
def _split_tone(char: str) -> tuple[int, str]:
    parts = unicodedata.normalize("NFD", char)
    tone = next((_TONES[c] for c in parts if c in _TONES), 0)
    kept = "".join(c for c in parts if not unicodedata.combining(c) or c in _VOWEL_MARKS)
    return tone, unicodedata.normalize("NFC", kept) or char


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one appearance and, in a report, of one figure."""

    text: str
    bold: bool = False
    italic: bool = False
    figure: str = ""
    """What figure of a report the words give, by its name; they follow the figure until the report is issued."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words as printed, in runs; a newline is a line break inside the paragraph or cell."""

    runs: tuple[Run, ...] = ()

    def __str__(self) -> str:
        if not self.runs:
            return ""
        return self.runs[0].text if len(self.runs) == 1 else "".join(run.text for run in self.runs)

    def __bool__(self) -> bool:
        return bool(self.runs)


EMPTY = Text()


def plain(words: str) -> Text:
    """Return `words`, cleaned, as text without any emphasis."""
    cleaned = clean(words)
    return Text((Run(cleaned),)) if cleaned else EMPTY


def text(runs: Iterable[Run]) -> Text:
    """Return the runs as one text: cleaned, neighbours of one appearance joined, empty ones left out."""
    joined = (
        Run(clean("".join(run.text for run in group)), *look)
        for look, group in groupby(filter(_shows, runs), key=lambda run: (run.bold, run.italic, run.figure))
    )
    return Text(tuple(joined))


def _shows(run: Run) -> bool:
    return bool(run.text) and (run.text.isprintable() or bool(_CONTROL.sub("", run.text)))


def join(parts: Iterable[Text], separator: str = "") -> Text:
    """Return the texts as one, with `separator` between them."""
    return text(_separated(parts, separator))


def _separated(parts: Iterable[Text], separator: str) -> Iterator[Run]:
    for index, part in enumerate(parts):
        if index and separator:
            yield Run(separator)
        yield from part.runs


def emphasised(words: Text, *, bold: bool | None = None, italic: bool | None = None) -> Text:
    """Return `words` with the given emphasis on every run; None leaves it as it is."""
    return text(
        replace(run, bold=run.bold if bold is None else bold, italic=run.italic if italic is None else italic)
        for run in words.runs
    )


def without_figures(words: Text) -> Text:
    """Return the words as ordinary ones, which follow no figure."""
    return text(replace(run, figure="") for run in words.runs) if any(run.figure for run in words.runs) else words


def linked(words: Text, before: Text) -> Text:
    """Return words in which a figure is followed only where it still says what it said before.

    Words written directly around a figure, as a blank or a full stop after it, are none of it; a digit is.
    """
    if not any(run.figure for run in words.runs):
        return words
    said: dict[str, list[str]] = {}
    for name, known in groupby(before.runs, key=_figure):
        said.setdefault(name, []).append("".join(run.text for run in known))
    runs: list[Run] = []
    for name, group in groupby(words.runs, key=_figure):
        shown = list(group)
        runs += _unlinked_around(shown, said.get(name, ())) if name else shown
    return text(runs)


def _figure(run: Run) -> str:
    return run.figure


def _unlinked_around(runs: Sequence[Run], said: Collection[str]) -> Iterator[Run]:
    whole = "".join(run.text for run in runs)
    if whole in said:
        yield from runs
        return
    stretch = next((found for words in said if (found := _standing(words, whole))), (0, 0))
    place = 0
    for run in runs:
        ends = [min(max(end - place, 0), len(run.text)) for end in stretch]
        yield replace(run, text=run.text[: ends[0]], figure="")
        yield replace(run, text=run.text[ends[0] : ends[1]])
        yield replace(run, text=run.text[ends[1] :], figure="")
        place += len(run.text)


def _standing(words: str, whole: str) -> tuple[int, int] | None:
    """Return where words stand by themselves in others."""
    at = whole.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        if _OPENS.search(whole[:at]) and _CLOSES.match(whole[end:]):
            return at, end
        at = whole.find(words, at + 1)
    return None


Splice = tuple[int, int, str]
"""A stretch of some words, and the words that come in its place."""


def spliced(words: Text, splices: Collection[Splice]) -> Text:
    """Return the words with others in some stretches; each letter keeps the emphasis of its place.

    A figure of which a part is replaced becomes ordinary words.
    """
    if not splices:
        return words
    old = str(words)
    looks = [(run.bold, run.italic, run.figure) for run in words.runs for _ in run.text]
    runs: list[Run] = []
    place = 0
    for start, end, new in sorted(splices):
        runs += [Run(old[at], *looks[at]) for at in range(place, start)]
        runs += [Run(letter, *looks[min(start + at, end - 1)]) for at, letter in enumerate(new)]
        place = end
    return linked(text([*runs, *(Run(old[at], *looks[at]) for at in range(place, len(old)))]), words)


def to_markup(words: Text) -> str:
    """Return `words` as one string in which `<b>`, `<i>`, `<f n="…">` and HTML's escapes carry emphasis and figures."""
    return "".join(_tagged(run) for run in words.runs)


def _tagged(run: Run) -> str:
    inner = html.escape(run.text, quote=False)
    if run.italic:
        inner = f"<i>{inner}</i>"
    if run.bold:
        inner = f"<b>{inner}</b>"
    return f'<f n="{html.escape(run.figure)}">{inner}</f>' if run.figure else inner


def from_markup(markup: str) -> Text:
    """Return the text that `to_markup` wrote; a tag without a partner ends with the string."""
    runs: list[Run] = []
    bold = italic = False
    figure = ""
    place = 0
    for tag in _MARKUP.finditer(markup):
        runs.append(Run(html.unescape(markup[place : tag.start()]), bold, italic, figure))
        place = tag.end()
        match tag.group():
            case "<b>" | "</b>":
                bold = tag.group() == "<b>"
            case "<i>" | "</i>":
                italic = tag.group() == "<i>"
            case _:
                figure = html.unescape(tag["figure"] or "")
    runs.append(Run(html.unescape(markup[place:]), bold, italic, figure))
    return text(runs)
