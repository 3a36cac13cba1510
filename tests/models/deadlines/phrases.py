"""Phrases of Vietnamese administration with what they say, and random ones made of them: `phrases`."""

from collections.abc import Mapping
from datetime import date

from hypothesis import strategies as st

from tests.models.deadlines.other_offices import AS_CLAUSES, CITATIONS, ON_DAYS

SAID: Mapping[str, list[dict[str, object]]] = {
    "Trước ngày 10/3/2026": [{"kind": "fixed_date", "rel": "before", "date": date(2026, 3, 10)}],
    "ngày 05 tháng 8 năm 2026": [{"kind": "fixed_date", "date": date(2026, 8, 5)}],
    "5/8": [{"kind": "fixed_date", "date": date(2026, 8, 5)}],
    "xong trước ngày 5/8/26": [{"kind": "fixed_date", "rel": "before", "date": date(2026, 8, 5), "scope": ""}],
    "trước 31/01 năm liền kề": [{"kind": "fixed_date", "rel": "before", "date": date(2027, 1, 31)}],
    "Quí IV-2027": [{"kind": "quarter", "quarter": 4, "year": 2027}],
    "quý III và quý IV năm 2027": [{"kind": "quarter", "quarter": 3, "year": 2027}, {"quarter": 4, "join": "và"}],
    "đầu quý 2/2026": [{"kind": "quarter", "part": "begin", "scope": ""}],
    "Hoàn thành trong tháng 9/2027 để kịp báo cáo": [
        {"kind": "month", "month": 9, "year": 2027, "rel": "within", "purpose": "kịp báo cáo", "scope": ""}
    ],
    "Tháng 3, tháng 6": [{"kind": "month", "month": 3, "year": 2026}, {"kind": "month", "month": 6}],
    "tuần đầu tháng 4": [{"kind": "month", "month": 4, "part": "first_week"}],
    "6 tháng đầu năm": [{"kind": "range", "start": date(2026, 1, 1), "end": date(2026, 6, 30)}],
    "từ tháng 3 đến tháng 5/2027": [{"kind": "range", "start": date(2027, 3, 1), "end": date(2027, 5, 31)}],
    "01/3–30/4/2027": [{"kind": "range", "start": date(2027, 3, 1), "end": date(2027, 4, 30)}],
    "năm 2027 và các năm tiếp theo": [{"kind": "range", "start": date(2027, 1, 1), "end": None}],
    "cả năm": [{"kind": "year", "year": 2026}],
    "cuối năm": [{"kind": "year", "part": "end"}],
    "Trước ngày 12 hàng tháng (nếu có)": [
        {"kind": "recurring", "freq": ("month",), "day": 12, "rel": "before", "condition": "nếu có"}
    ],
    "ngày 15 của tháng cuối quý": [{"kind": "recurring", "freq": ("quarter",), "day": 15, "part": "last_month"}],
    "Trước ngày 15/12 hằng năm": [{"kind": "recurring", "freq": ("year",), "day": 15, "month": 12}],
    "02 lần/năm": [{"kind": "recurring", "freq": ("year",), "times": 2}],
    "Định kỳ hằng tháng, quý, 6 tháng và năm": [
        {"kind": "recurring", "freq": ("month", "quarter", "half_year", "year")}
    ],
    "Hằng quý hoặc đột xuất": [{"kind": "recurring"}, {"kind": "on_event", "join": "hoặc"}],
    "Thường xuyên và khi có chỉ đạo của tỉnh": [
        {"kind": "ongoing"},
        {"kind": "on_event", "join": "và", "event_text": "khi có chỉ đạo của tỉnh"},
    ],
    "Khi có đề nghị của các xã": [{"kind": "on_event", "event_text": "Khi có đề nghị của các xã", "purpose": ""}],
    "Ngay khi có kết luận": [{"kind": "on_event", "immediate": True}],
    "chậm nhất 05 ngày làm việc kể từ ngày ký": [
        {"kind": "relative", "offset_days": 5, "calendar": "working_days", "event_text": "kể từ ngày ký"}
    ],
    "Chậm nhất trước 07 ngày tính đến ngày họp": [{"kind": "relative", "offset_days": -7, "calendar": "days"}],
    "trong vòng 3 ngày sau khi nhận hồ sơ": [{"kind": "relative", "offset_days": 3, "rel": "within"}],
    "Theo Chương trình của Bộ và kiểm tra đột xuất khi cần": [{"kind": "per_plan"}, {"kind": "on_event", "join": "và"}],
    "Sở Nội vụ quyết định": [{"kind": "per_plan"}],
    "Phòng Một, Phòng Hai gửi danh mục năm 2026 trước ngày 1/6/2026 và danh mục năm 2027 trước ngày 2/6/2027": [
        {"kind": "fixed_date", "actor": "Phòng Một, Phòng Hai", "scope": "danh mục năm 2026"},
        {"kind": "fixed_date", "scope": "danh mục năm 2027", "date": date(2027, 6, 2)},
    ],
    "Phòng Một tổng hợp gửi Văn phòng UBND tỉnh trước ngày 1/6/2026": [
        {"actor": "Phòng Một", "recipient": "Văn phòng UBND tỉnh", "scope": ""}
    ],
    "Theo Quyết định số 7/QĐ-SNV ngày 3/2/2026, hoàn thành trước ngày 1/9/2026": [
        {"kind": "per_plan"},
        {"kind": "fixed_date", "date": date(2026, 9, 1)},
    ],
    "Lần 1: trước ngày 20/6/2026\nLần 2: trước ngày 20/12/2026": [{"scope": "Lần 1"}, {"scope": "Lần 2"}],
    "trước 30/6 và 31/12": [{"rel": "before"}, {"rel": "before", "date": date(2026, 12, 31)}],
    "Quý II, quý IV hằng năm": [
        {"kind": "recurring", "freq": ("year",), "quarter": 2},
        {"kind": "recurring", "freq": ("year",), "quarter": 4},
    ],
    "Định kỳ hằng quý (trước ngày 20 tháng cuối quý)": [
        {"kind": "recurring", "freq": ("quarter",), "day": 20, "part": "last_month", "rel": "before"}
    ],
    "Hằng năm, trước ngày 15/11": [{"kind": "recurring", "freq": ("year",), "day": 15, "month": 11, "rel": "before"}],
    "Định kỳ hằng tháng, trước ngày 25": [{"kind": "recurring", "freq": ("month",), "day": 25, "rel": "before"}],
    "Hằng quý, trước ngày 20 của tháng cuối quý": [{"kind": "recurring", "freq": ("quarter",), "day": 20}],
    "Trước 17 giờ ngày 25/4/2026": [{"kind": "fixed_date", "rel": "before", "scope": ""}],
    "6 tháng/lần": [{"kind": "recurring", "freq": ("half_year",)}],
    "Báo cáo 6 tháng trước ngày 15/6/2026": [{"kind": "fixed_date", "scope": "Báo cáo 6 tháng"}],
    "Trước ngày\n25/4/2026": [{"kind": "fixed_date", "date": date(2026, 4, 25)}],
}
WORDS = "aăđ ngày tháng quý năm hằng trước khi từ đến và hoặc theo kế hoạch (nếu) để IV 05 /0123456789.,-–;\n".split(
    " "
)
phrases = st.lists(st.sampled_from([*WORDS, *SAID, *ON_DAYS, *AS_CLAUSES, *CITATIONS])).map(" ".join) | st.text(
    max_size=60
)
