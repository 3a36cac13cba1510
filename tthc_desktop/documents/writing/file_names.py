"""Words of a paper as part of a file's name, good on every system."""

import re
import unicodedata

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')


def safe_words(words: str, most: int) -> str:
    """Return words that may stand in a file name, cut at the end of a word."""
    kept = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", words)).split())
    if len(kept) > most:
        kept = kept[: most + 1].rsplit(" ", 1)[0][:most]
    return kept.strip(" .")


def title_words(title: str, most: int) -> str:
    """Return a title that may stand in a file name; cut, it keeps its year, by which papers of two years differ."""
    words, year = safe_words(title, most), _YEAR.search(title)
    if year is None or year.group() in words:
        return words
    return f"{safe_words(title, most - len(' 2026'))} {year.group()}"
