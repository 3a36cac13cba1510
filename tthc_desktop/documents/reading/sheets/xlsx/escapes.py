"""Characters that XML cannot hold, as workbooks write them: _x000D_ for the end of a line."""

import re

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(words: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), words) if "_x" in words else words
