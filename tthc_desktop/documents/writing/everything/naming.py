"""The names of folders and files in the archive, good on every system and none twice."""

from tthc_desktop.documents.writing.file_names import safe_words
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import clean

_LETTERS = 50
"""Of a title; with folder, file and the place where the archive is unpacked Windows allows 260."""


def stem(plan: Plan) -> str:
    """Return the name of a paper's files, without their ending."""
    words = " ".join(clean(f"{plan.kind.strip().capitalize()} {plan.title}").split())
    return safe_words(words, _LETTERS) or "Không tên"


def folder(place: int, plan: Plan) -> str:
    """Return the name of a paper's folder; its place, from 1, keeps papers of one title apart."""
    return f"{place:03d} - {stem(plan)}"
