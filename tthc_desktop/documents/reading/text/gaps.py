"""What a plan should have and the paper does not show."""

import re
from collections.abc import Iterator

from tthc_desktop.documents.reading.draft import Problem
from tthc_desktop.models.outline import items, tables
from tthc_desktop.models.plan import Plan, words
from tthc_desktop.models.text import fold

_ANNOUNCED = re.compile(r"\((?:co |theo |chi tiet tai |xem )?(?:cac )?(?:phu luc|bieu)[^)]*\)|phu luc (?:dinh |kem )")


def gaps(plan: Plan, *, titled: bool) -> Iterator[Problem]:
    """Yield the parts that were not found."""
    if not plan.body and not any(tables(plan)):
        yield Problem("cả văn bản", "Không thấy mục, điểm hay bảng nào: có thể đây không phải là kế hoạch.")
        return
    if not titled:
        yield Problem("đầu văn bản", "Không thấy dòng tên loại “KẾ HOẠCH”; hãy ghi tên loại và trích yếu.")
    if not plan.recipients:
        yield Problem("cuối văn bản", "Không thấy phần “Nơi nhận”.")
    if not plan.signatory.name:
        yield Problem("cuối văn bản", "Không thấy họ tên người ký.")
    if not plan.appendices and not any(tables(plan)) and (place := _announced(plan)):
        yield Problem(place, "Văn bản nhắc đến phụ lục nhưng trong tệp không có phụ lục nào.")


def _announced(plan: Plan) -> str:
    for item, _ in items(plan.body):
        said = str(words(plan, item))
        if _ANNOUNCED.search(fold(said)):
            return f"“{said[:60]}”"
    return ""
