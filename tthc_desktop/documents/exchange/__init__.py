"""A plan as one JSON text for other programs and offices: everything it holds, as `docs/plan-json.md` describes."""

from tthc_desktop.documents.exchange.reading import from_json
from tthc_desktop.documents.exchange.writing import FORMAT, to_json

__all__ = ["FORMAT", "from_json", "to_json"]
