"""What stood in a paragraph at the end of each word that was typed since it was last taken."""

from collections.abc import Mapping

from tthc_desktop.models.text import Text

MOST = 8
"""After how many words typing is taken without waiting for a pause, so that a crash costs a few words at most."""


class TypedWords:
    """The paragraphs that were typed into, by the numbers of their blocks."""

    def __init__(self) -> None:
        self._stages: dict[int, list[Text]] = {}
        self._begun: set[int] = set()

    def touch(self, number: int, added: str = "") -> bool:
        """Remember that a paragraph differs from what is kept of it; return whether that ended a word in it."""
        self._stages.setdefault(number, [])
        if any(map(str.isalnum, added)):
            self._begun.add(number)
        return bool(added) and not added[-1].isalnum() and number in self._begun

    def end_word(self, number: int, words: Text) -> None:
        """Remember what stands in a paragraph now that a word has ended."""
        self._stages.setdefault(number, []).append(words)
        self._begun.discard(number)

    @property
    def numbers(self) -> frozenset[int]:
        """The paragraphs that were typed into."""
        return frozenset(self._stages)

    @property
    def waiting(self) -> int:
        """How many words have ended."""
        return sum(map(len, self._stages.values()))

    def take(self, number: int) -> list[Text]:
        """Return and forget the stages of one paragraph."""
        self._begun.discard(number)
        return self._stages.pop(number, [])

    def take_oldest(self) -> tuple[int, Text]:
        """Return and forget the first stage of a paragraph that has some."""
        number = next(number for number, stages in self._stages.items() if stages)
        return number, self._stages[number].pop(0)

    def follow(self, places: Mapping[int, int | None]) -> None:
        """Go along with paragraphs that stand elsewhere now; those without a place are gone."""
        moved = {new: stages for old, stages in self._stages.items() if (new := places.get(old, old)) is not None}
        self._begun = {new for old in self._begun if (new := places.get(old, old)) is not None}
        self._stages = moved

    def clear(self) -> None:
        """Forget everything."""
        self._stages.clear()
        self._begun.clear()
