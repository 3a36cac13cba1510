"""The fields of a Word file: what they tell to do is left out, what came of them is kept, contents are aside."""

from dataclasses import dataclass, field

_CONTENTS = ("TOC", "TOA", "INDEX")
_MOST_OPEN = 100


@dataclass(slots=True)
class Field:
    """A field that is open, and whether its result has begun."""

    instruction: str = ""
    result: bool = False

    @property
    def lists_contents(self) -> bool:
        return self.instruction.strip().upper().startswith(_CONTENTS)


@dataclass(slots=True)
class Fields:
    """The fields that are open here, the outermost first."""

    hides: bool = False
    """Whether words here are not to be seen."""
    listed: bool = False
    """Whether the paragraph that was read last belongs to a table of contents."""
    _open: list[Field] = field(default_factory=list)

    def char(self, kind: str) -> None:
        """Hear a sign of a field: its beginning, the end of what it tells to do, its end."""
        if kind == "begin" and len(self._open) < _MOST_OPEN:
            self._open.append(Field())
        elif kind == "separate" and self._open:
            self._open[-1].result = True
            self.listed |= self._open[-1].lists_contents
        elif kind == "end" and self._open:
            self._open.pop()
        self.hides = not all(one.result for one in self._open)

    def instruction(self, words: str) -> None:
        """Hear what the innermost field tells to do."""
        if self._open:
            self._open[-1].instruction += words

    def begin_paragraph(self) -> None:
        self.listed = any(one.lists_contents for one in self._open)

    def end_paragraph(self) -> None:
        """Let no field hide more than the paragraph it stands in, whatever was forgotten in it."""
        for one in self._open:
            one.result = True
        self.hides = False

    def simple(self, instruction: str) -> None:
        """Hear of a field that keeps its result within itself."""
        self.listed |= Field(instruction).lists_contents
