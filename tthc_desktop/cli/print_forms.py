"""What `print` asks of the form of a print."""

from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.models.print_form import DRAFT, PrintForm


def form_of(wishes: Wishes) -> PrintForm:
    """Return the form that the options ask for."""
    return PrintForm(draft=DRAFT if wishes.draft_mark else "", contents=wishes.contents)
