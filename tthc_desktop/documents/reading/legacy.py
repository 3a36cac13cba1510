"""Vietnamese text in the letters of TCVN3 (ABC) or VNI, known by its font or by its words, and turned into Unicode.

Words that hold a letter from U+0100 on are Unicode and are never touched. Convert before anything is cleaned: the ư of
TCVN3 is a soft hyphen.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from tthc_desktop.documents.reading.syllables import is_syllable
from tthc_desktop.resources import resource

_CLEARLY = 0.8
"""The least share of the telling words that must be syllables once converted."""
_LIKELY = 0.5
"""The same where the encoding is known from other words of the paper."""
_BEYOND = re.compile("[\u0100-\u024f\u0300-\u036f\u1e00-\u1eff]")
_OLD = re.compile("[\u0080-\u00ff]")
_CAPITALS = re.compile(r"\.vn.*h$", re.IGNORECASE)
_WORD = re.compile("[A-Za-z\u00a1-\u00ff]+")
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*")
_SIGNS = "½¼¾Ø×÷·§©¶«»"
_LONE = re.compile(f"(?<![A-Za-z\u00a1-\u00ff])[{_SIGNS}](?![A-Za-z\u00a1-\u00ff])")
"""Signs that Unicode text uses by themselves; TCVN3 has them for letters, which stand inside words."""
_ASIDE = "\ue000"


class Encoding(StrEnum):
    """An encoding of the time before Unicode, by the name that offices know."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"


@dataclass(frozen=True, slots=True)
class Guess:
    """What words may be: their encoding, what they say in it, and whether the words alone prove it."""

    encoding: Encoding
    words: str
    sure: bool


def is_legacy_font(font: str) -> bool:
    """Tell whether a font shows TCVN3 or VNI: .VnTime, .VnArialH, VNI-Times."""
    return _encoding_of(font) is not None


def is_beyond(words: str) -> bool:
    """Tell whether words hold a letter that neither TCVN3 nor VNI has: they are Unicode."""
    return bool(_BEYOND.search(words))


def guess(words: str, font: str = "", likely: Encoding | None = None) -> Guess | None:
    """Return what the words may be in an old encoding, None when they cannot be of one.

    A font of such an encoding is proof enough, unless the words are good Unicode nevertheless. Words that may be of
    either encoding are of the `likely` one.
    """
    if is_beyond(words):
        return None
    encoding = _encoding_of(font)
    if encoding:
        return _by_font(words, font, encoding)
    return _by_words(words, likely) if _OLD.search(words) else None


def _encoding_of(font: str) -> Encoding | None:
    name = font.strip().lower()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith(("vni-", "vni ")) else None


def _by_font(words: str, font: str, encoding: Encoding) -> Guess | None:
    telling = _telling(words)
    if _good(telling) > _good(telling, encoding):
        return None
    said = converted(words, encoding)
    if encoding is Encoding.TCVN3 and _CAPITALS.match(font.strip()):
        said = said.upper()
    return Guess(encoding, said, sure=True)


@lru_cache(1 << 12)
def _by_words(words: str, likely: Encoding | None) -> Guess | None:
    telling = _telling(words)
    now = _good(telling)
    # Words of TCVN3 are hardly ever good in VNI, which writes two signs for a letter; so equal ones are of VNI, unless
    # they have no letter of it.
    found = (
        (_good(telling, one), one is likely, converted(words, one) != words, one is Encoding.VNI, one)
        for one in Encoding
    )
    good, *_, encoding = max(found, key=lambda one: one[:4])
    if not telling or good < len(telling) * (_LIKELY if encoding is likely else _CLEARLY) or good < now:
        return None
    more = good - now
    proven = more >= 2 or (more == 1 and good == len(telling) and _speaks_vietnamese(words))
    return Guess(encoding, converted(words, encoding), sure=now * 2 <= good and proven)


def _telling(words: str) -> list[str]:
    """Return the words that can tell an encoding: plain letters and others together, no measures (5µm) or addresses."""
    kept = _without_addresses(words)
    return [match.group() for match in _WORD.finditer(kept) if _tells(kept, match)]


def _tells(words: str, match: re.Match[str]) -> bool:
    said = match.group()
    measured = words[match.start() - 1 : match.start()].isdigit()
    short = said.replace("§", "D")
    mixed = not said.isascii() and any(char.isascii() for char in said)
    return mixed and not measured and not (short.isascii() and short.isupper())


def _good(telling: list[str], encoding: Encoding | None = None) -> int:
    """Return how many of the telling words are syllables, as they stand or once converted."""
    return sum(is_syllable(converted(word, encoding) if encoding else word) for word in telling)


def _speaks_vietnamese(words: str) -> bool:
    """Tell whether the plain words beside the telling one are all syllables, and there are some."""
    plain = [word for word in _WORD.findall(_without_addresses(words)) if word.isascii() and len(word) > 1]
    return bool(plain) and all(is_syllable(word) for word in plain)


def _without_addresses(words: str) -> str:
    return _ADDRESS.sub(lambda match: " " * len(match.group()), words)


@lru_cache(1 << 14)
def converted(words: str, encoding: Encoding) -> str:
    """Return words of this encoding in Unicode; signs by themselves and addresses stay."""
    if words.isascii():
        return words
    aside: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        aside.append(match.group())
        return _ASIDE

    kept = _LONE.sub(put_aside, _ADDRESS.sub(put_aside, words.replace(_ASIDE, "")))
    said = _converted(kept, encoding)
    for one in aside:
        said = said.replace(_ASIDE, one, 1)
    return unicodedata.normalize("NFC", said)


def _converted(words: str, encoding: Encoding) -> str:
    letters = _tables()[encoding]
    if encoding is Encoding.TCVN3:
        return _with_capitals("".join(letters.get(char, char) for char in words))
    pairs = _pairs()
    return pairs.sub(lambda match: letters[match.group()], words)


def _with_capitals(words: str) -> str:
    """Raise toned letters between capitals: TCVN3 has no toned capitals, so CéNG is CỘNG and KÕ HO¹CH is KẾ HOẠCH."""
    bare = [char for char in words if char.isalpha() and len(unicodedata.normalize("NFD", char)) == 1 and char != "đ"]
    if len(bare) > 1 and all(char.isupper() for char in bare):
        return words.upper()
    return re.sub(r"[^\W\d_]+", _raised, words)


def _raised(match: re.Match[str]) -> str:
    word = match.group()
    small = [char for char in word if char.islower()]
    toned = all(len(unicodedata.normalize("NFD", char)) > 1 for char in small)
    return word.upper() if small and toned and len(word) - len(small) >= 2 else word


@cache
def _tables() -> Mapping[Encoding, Mapping[str, str]]:
    data = json.loads(resource("legacy", "encodings.json").read_text(encoding="utf-8"))
    return {Encoding.TCVN3: data["tcvn3"], Encoding.VNI: data["vni"]}


@cache
def _pairs() -> re.Pattern[str]:
    longest_first = sorted(_tables()[Encoding.VNI], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
