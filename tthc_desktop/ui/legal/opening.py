"""Opening the list of legal documents and the review of what is proposed for it."""

from typing import TYPE_CHECKING

from tthc_desktop.models.changes import Pairs, pairs_of
from tthc_desktop.models.editing.legal_list import addition
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.ui.legal.page import LegalPage
from tthc_desktop.ui.legal.proposals import ProposalPage
from tthc_desktop.ui.messages import Kind

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def open_legal(window: "MainWindow") -> LegalPage:
    """Bring the list to the front."""
    if page := window.bring(LegalPage):
        return page
    office = window.desk.office
    assert office is not None

    def propose(words: str, documents: tuple[LegalDocument, ...]) -> None:
        page = ProposalPage(words, documents, office.legal_documents, take)
        window.add_page(page)
        page.view.setFocus()

    def take(documents: tuple[LegalDocument, ...]) -> None:
        if window.desk.apply(addition(documents)):
            open_legal(window).view.go_to(documents[0].id)
            what = f"Đã thêm {len(documents)} văn bản vào danh mục."
            window.messages.tell(Kind.GOOD, what, "", ("Hoàn tác", window.desk.undo))

    made = LegalPage(office, window.desk.apply, propose, window.memory)
    window.desk.heard.connect(made.hear)
    window.add_page(made)
    made.view.setFocus()
    return made


def reveal(window: "MainWindow", pairs: Pairs) -> None:
    """Show what an undo or redo did in the list."""
    touched = [after for _, after in pairs_of(LegalDocument, pairs) if after is not None]
    page = open_legal(window)
    if touched:
        page.view.go_to(touched[0].id)
