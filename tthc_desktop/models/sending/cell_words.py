"""Words that fit a cell of a workbook."""

LIMIT = 32_000
"""The most units of UTF-16 that are put into one cell; Excel takes 32,767."""

_MORE = " … (còn tiếp)"


def fitting(words: str) -> str:
    """Return the words, or as much of them as one cell takes with a word that there is more."""
    units = words.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * LIMIT:
        return words
    kept = units[: 2 * (LIMIT - len(_MORE))].decode("utf-16-le", "ignore")
    return kept.rstrip() + _MORE
