"""What is offered while the list of legal documents is typed into."""

from collections.abc import Callable, Mapping

from tthc_desktop.models.citing import KINDS
from tthc_desktop.models.editing.legal_list import called, issuers
from tthc_desktop.models.identity import Id
from tthc_desktop.models.legal import LegalDocument, citation
from tthc_desktop.models.legal_search import found
from tthc_desktop.models.usual import matching, usual
from tthc_desktop.ui.offering.offer_list import Offer
from tthc_desktop.ui.offering.suggesting import Offers
from tthc_desktop.ui.offering.usual_values import offered

_KINDS = tuple(map(usual, KINDS))


def cell_offers(known: Callable[[], Mapping[Id, LegalDocument]], here: Callable[[], Id]) -> dict[str, Offers]:
    """Return what is offered in each column; `here` is the document that is typed into."""

    def successors(typed: str) -> list[Offer]:
        others = (document for document in known().values() if document.id != here())
        return [
            Offer(citation(document, full=True), called(document), document.title) for document in found(others, typed)
        ]

    return {
        "kind": lambda typed: offered(matching(_KINDS, typed)),
        "issuer": lambda typed: offered(matching(map(usual, issuers(known().values())), typed)),
        "replaced_by": successors,
    }
