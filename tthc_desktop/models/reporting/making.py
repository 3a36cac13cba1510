"""Parts of a document under identities of their own, which follow from the document's and from a name.

So the next drawing up knows each part again, and what was drawn up once and is missing was deleted by the clerk.
"""

from collections.abc import Iterable
from hashlib import sha256

from tthc_desktop.models.identity import Id
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item, Node
from tthc_desktop.models.reporting.linked import Figure, filled, linked
from tthc_desktop.models.text import Text, plain


def named_id(document: Id, name: str) -> Id:
    """Return the identity of the part of a document that has this name."""
    return sha256(f"{document}/{name}".encode()).hexdigest()[:16]


class Maker:
    """Makes the parts of one document and remembers their names, in the order in which they were made."""

    def __init__(self, document: Id) -> None:
        self.document = document
        self.names: dict[Id, str] = {}

    def id(self, name: str) -> Id:
        made = named_id(self.document, name)
        self.names[made] = name
        return made

    def paragraph(self, name: str, words: Text, mark: Mark = Mark.NONE) -> Item:
        """Return a paragraph without anything below it."""
        return Item(self.id(name), mark, words)

    def heading(self, name: str, words: Text | str, mark: Mark, children: Iterable[Node] = ()) -> Item:
        """Return a title with what stands below it."""
        given = plain(words) if isinstance(words, str) else words
        id_ = self.id(name)
        return Item(id_, mark, given, heading=True, children=tuple(children))


class Writer(Maker):
    """Makes parts whose words follow figures."""

    def __init__(self, document: Id, figure: Figure) -> None:
        super().__init__(document)
        self.figure = figure

    def say(self, pattern: str, scope: str = "") -> Text:
        """Return a pattern with its figures as they are."""
        return filled(pattern, self.figure, scope)

    def follow(self, name: str) -> Text:
        """Return the words of a figure, which the clerk may rewrite; none where it has none."""
        return linked(name, self.figure(name) or "")


class PlainWriter(Writer):
    """Makes parts whose words are those of one day and follow nothing."""

    def say(self, pattern: str, scope: str = "") -> Text:
        return plain(str(super().say(pattern, scope)))

    def follow(self, name: str) -> Text:
        return plain(self.figure(name) or "")
