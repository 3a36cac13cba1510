"""Notes at the foot of pages and at the end: their words are kept apart, and where they belong is said."""

from dataclasses import dataclass

_KINDS = {"footnote": "Chú thích cuối trang", "endnote": "Chú thích cuối văn bản"}
_FEW = 60


@dataclass(frozen=True, slots=True)
class Reference:
    """A note that a paragraph refers to: its kind, its number in the file, and the paragraph's words."""

    kind: str
    number: str
    where: str

    def told(self, place: int, words: str) -> str:
        """Return the sentence that says where a note, the `place`-th of its kind, belongs."""
        where = f" của đoạn “{_begun(self.where)}”" if self.where else ""
        return f"{_KINDS[self.kind]} số {place}{where} được để riêng, ngoài phần lời: “{_begun(words)}”."


def _begun(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _FEW else line[:_FEW].rsplit(" ", 1)[0] + " …"
