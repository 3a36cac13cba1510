"""What the window says of a signed PDF: in one sentence, and line by line."""

from collections.abc import Iterator, Sequence

from tthc_desktop.errors import UserError
from tthc_desktop.models.comparison import NAMES
from tthc_desktop.models.comparison.passages import Departure
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.signatures import (
    Intact,
    Signature,
    Trust,
    check_signed,
    covering,
    moment_words,
    signer_words,
    state_words,
    summary,
)
from tthc_desktop.models.signed_paper import WHENCE, Facts, SignedPaper, doubts, is_another
from tthc_desktop.ui.life.choices import Choice
from tthc_desktop.ui.messages import Kind
from tthc_desktop.ui.plan.names import short

_LONGEST = 90


def refusal(paper: SignedPaper) -> UserError | None:
    """Return why nothing can be issued with a file, None when it can."""
    try:
        check_signed(paper.signatures)
    except UserError as error:
        return error
    return None


def verdict(paper: SignedPaper, plan: Plan) -> tuple[Kind, str]:
    """Return how grave it is what was found, and that in a sentence."""
    if error := refusal(paper):
        return Kind.ERROR, f"{error.what} {error.advice}"
    found = doubts(paper, plan)
    if is_another(paper) or len(found) == 1:
        return Kind.WARNING, found[0]
    if found:
        return Kind.WARNING, f"Có {len(found)} điều cần xem trước khi ban hành."
    sure = all(one.trust is Trust.YES for one in paper.signatures)
    origin = "" if sure else ", nhưng chưa kiểm được nguồn gốc chứng thư"
    return Kind.GOOD, f"Lời văn đúng như bản in của kế hoạch; chữ ký nguyên vẹn{origin}."


def choices(paper: SignedPaper, plan: Plan) -> Iterator[Choice]:
    """Yield what was found as groups of lines to be looked at."""
    if error := refusal(paper):
        yield Choice("Không ban hành bằng tệp này được", children=[Choice(error.what, error.what)])
    found = [Choice(words, words) for words in doubts(paper, plan)]
    yield Choice("Cần xem trước khi ban hành", children=found)
    differing = paper.departures.found if paper.departures else ()
    yield Choice("Lời văn khác bản in", children=[Choice(departure_line(one), one) for one in differing])
    yield Choice("Chữ ký", children=[Choice(_signature_line(one), one) for one in paper.signatures])


def departure_line(one: Departure) -> str:
    """Return a difference on one line."""
    old, new = short(one.old, _LONGEST), short(one.new, _LONGEST)
    words = f"{old} → {new}" if old and new else old or new
    return f"Trang {one.page}: {NAMES[one.what].lower()} “{words}”"


def departure_place(one: Departure) -> str:
    """Return where a difference stands."""
    return f"Trang {one.page}{f' · {one.heading}' if one.heading else ''}"


def _signature_line(one: Signature) -> str:
    return f"{signer_words(one)}{f', {moment_words(one.at)}' if one.at else ''}"


def signature_facts(one: Signature) -> Iterator[str]:
    """Yield what is known of a signature besides whose it is, a line each."""
    state = state_words(one)
    yield f"{state[:1].upper()}{state[1:]}."
    if one.at:
        yield f"Ký lúc {moment_words(one.at)}."
    if one.issuer:
        until = f", dùng đến hết {one.until:%d/%m/%Y}" if one.until else ""
        yield f"Chứng thư do {one.issuer} cấp{until}."


def sources(facts: Facts) -> str:
    """Return where number, symbol and day were found, in a quiet sentence."""
    whences = (("số", facts.number_from), ("ký hiệu", facts.symbol_from), ("ngày", facts.day_from))
    known = [(name, whence) for name, whence in whences if whence]
    missing = [name for name, whence in whences if not whence]
    parts: list[str] = []
    for place in dict.fromkeys(whence for _, whence in known):
        names = [name for name, whence in known if whence is place]
        parts.append(f"{', '.join(names)} {WHENCE[place]}")
    if missing:
        parts.append(f"không thấy {', '.join(missing)} trong tệp, hãy tự ghi")
    words = "; ".join(parts)
    return f"{words[:1].upper()}{words[1:]}."


def signed_by(signatures: Sequence[Signature]) -> str:
    """Return in short who signed a file that is still as it was signed; nothing when nobody did."""
    sound = [one for one in signatures if one.intact is Intact.YES]
    if not sound:
        return ""
    broken = "" if len(sound) == len(signatures) and covering(signatures) else "; có chữ ký không còn đúng"
    return f"Ký số: {summary(sound)}{broken}."
