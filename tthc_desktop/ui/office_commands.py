"""What the window's commands do with the office, by name; the desk loads this when the first of them is asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tthc_desktop.models.drawn import Form
from tthc_desktop.ui.backups.opening import open_backups
from tthc_desktop.ui.bin.opening import open_bin
from tthc_desktop.ui.checking_print.opening import open_check_print
from tthc_desktop.ui.correcting.opening import choose_corrected
from tthc_desktop.ui.days.opening import open_days
from tthc_desktop.ui.exporting import export_all, export_everything, export_plan, export_word
from tthc_desktop.ui.handover.opening import open_handover
from tthc_desktop.ui.handover.saving_apart import save_apart
from tthc_desktop.ui.importing.reading import choose_paper
from tthc_desktop.ui.importing.several.opening import choose_papers
from tthc_desktop.ui.importing_tables.opening import choose_tables
from tthc_desktop.ui.legal.opening import open_legal
from tthc_desktop.ui.life.acts import ACTS
from tthc_desktop.ui.marks.opening import ask_marks
from tthc_desktop.ui.merging.receiving import choose_folder, choose_sheets
from tthc_desktop.ui.overview.calendar_saving import save_calendar
from tthc_desktop.ui.overview.opening import open_overview
from tthc_desktop.ui.particulars.opening import open_particulars, try_sample_office
from tthc_desktop.ui.progress.opening import open_progress
from tthc_desktop.ui.regimes.opening import open_regimes
from tthc_desktop.ui.reports.opening import offers, open_reports, refresh_report
from tthc_desktop.ui.rescue.checking import check_office
from tthc_desktop.ui.searching.opening import find_everywhere
from tthc_desktop.ui.sending.opening import open_sending
from tthc_desktop.ui.signing_here.opening import open_signing
from tthc_desktop.ui.targets.opening import open_targets
from tthc_desktop.ui.units.opening import open_units

if TYPE_CHECKING:
    from tthc_desktop.ui.main_window import MainWindow


def print_plans(window: "MainWindow") -> None:
    """Print the plan in front, or those chosen in the list."""
    from tthc_desktop.ui.printing import opening  # noqa: PLC0415 - needs the system's printing, which nothing else does

    opening.print_plans(window)


def print_ruler(window: "MainWindow") -> None:
    """Print the page that shows whether a printer keeps to the measures."""
    from tthc_desktop.ui.printing import opening  # noqa: PLC0415 - as above

    opening.print_ruler(window)


def save_pdf(window: "MainWindow") -> None:
    """Write the plan in front as a PDF file."""
    from tthc_desktop.ui.printing import saving_pdf  # noqa: PLC0415 - for the layout, which comes with it

    saving_pdf.save_pdf(window)


COMMANDS: dict[str, Callable[["MainWindow"], object]] = {
    **ACTS,
    "import": choose_paper,
    "import_folder": choose_papers,
    "import_tables": choose_tables,
    "legal": open_legal,
    "find_everywhere": find_everywhere,
    "corrected": choose_corrected,
    "receive": choose_sheets,
    "receive_folder": choose_folder,
    "send": open_sending,
    "check_print": open_check_print,
    "hand_over": open_handover,
    "sign_here": open_signing,
    "marks": ask_marks,
    "progress": open_progress,
    "reports": open_reports,
    "refresh_report": refresh_report,
    "remind": offers(Form.REMINDER),
    "assign": offers(Form.ASSIGNMENT),
    "follow_up": offers(Form.FOLLOW_UP),
    "overview": open_overview,
    "targets": open_targets,
    "calendar": save_calendar,
    "units": open_units,
    "backups": open_backups,
    "check_office": check_office,
    "days": open_days,
    "regimes": open_regimes,
    "bin": open_bin,
    "particulars": open_particulars,
    "sample_office": try_sample_office,
    "print": print_plans,
    "ruler": print_ruler,
    "pdf": save_pdf,
    "pdf_apart": save_apart,
    "word": export_word,
    "excel": export_plan,
    "excel_all": export_all,
    "everything": export_everything,
}
