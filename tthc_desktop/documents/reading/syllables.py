"""Whether some letters can be a syllable of Vietnamese: a beginning, a rhyme, and a tone that the rhyme can have."""

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300", "\u0309", "\u0303", "\u0301", "\u0323"}
_STOPPED_TONES = {"\u0301", "\u0323"}
_TONED_CONSONANT = re.compile("[^aeiouy\u0302\u0306\u031b][\u0300\u0309\u0303\u0301\u0323]")
_BEGINNING = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?")
_RHYMES = frozenset(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi "
    "om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên "
    "uyêt uynh uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu".split()
)
_AFTER_QU = frozenset("yn ynh ych yt yp".split())
_ROUNDED = ("oa", "oă", "oe", "uâ", "uê", "uơ", "uy")
"""How rhymes begin before which the sound of c and k is always written qu."""


@lru_cache(1 << 14)
def is_syllable(word: str) -> bool:
    """Tell whether the word, in letters of any case, can be a Vietnamese syllable."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in parts if char in _TONES]
    bare = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))
    if len(tones) > 1 or not bare or _TONED_CONSONANT.search(parts):
        return False
    longest = _BEGINNING.match(bare)
    beginnings = {"", bare[:1], longest[0] if longest else ""}
    return any(_is_rhyme(bare[len(begin) :], begin, tones) for begin in beginnings if _BEGINNING.fullmatch(begin))


def _is_rhyme(rhyme: str, beginning: str, tones: list[str]) -> bool:
    if rhyme not in _RHYMES and not (beginning == "qu" and rhyme in _AFTER_QU):
        return False
    if beginning in {"c", "k"} and rhyme.startswith(_ROUNDED):
        return False
    return not rhyme.endswith(("c", "ch", "p", "t")) or bool(set(tones) & _STOPPED_TONES)
