"""Words of a paper as part of a file's name, good on every system."""

import re
import unicodedata

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')


def safe_words(words: str, most: int) -> str:
    """Return words that may stand in a file name, cut at the end of a word."""
    kept = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", words)).split())
    if len(kept) > most:
        kept = kept[: most + 1].rsplit(" ", 1)[0][:most]
    return kept.strip(" .")
