"""Phrases as other offices write them, in styles that the five real plans do not have, with what they say in 2026."""

from collections.abc import Mapping
from datetime import date

MONTH_ENDS = "31/01 28/02 31/03 30/04 31/05 30/06 31/07 31/08 30/09 31/10 30/11 31/12".split()

ON_DAYS: Mapping[str, list[str]] = {
    "Quí III-2026": ["30/09"],
    "Quí I, quí III": ["31/03", "30/09"],
    "QUÝ 3,4/2026": ["30/09", "31/12"],
    "Quý I đến quý III năm 2026": ["30/09"],
    "quý 2 năm nay": ["30/06"],
    "Quý IV (trước ngày 10/12)": ["10/12"],
    "tháng 5 và tháng 10": ["31/05", "31/10"],
    "Tháng 4, 8 năm 2026": ["30/04", "31/08"],
    "Từ tháng 5 – 10/2026": ["31/10"],
    "6 tháng cuối năm 2026": ["31/12"],
    "Chín tháng đầu năm": ["30/09"],
    "trước 15 giờ ngày 20/6/2026": ["20/06"],
    "Trước 16h30 ngày 20/6": ["20/06"],
    "chậm nhất 17h, ngày 05/9/2026": ["05/09"],
    "muộn nhất 11 giờ 30 phút sáng ngày 05/9/2026": ["05/09"],
    "Thứ Sáu, ngày 12/6/2026": ["12/06"],
    "Hạn cuối: 30/11/2026": ["30/11"],
    "Hạn cuối 20/12": ["20/12"],
    "hạn chót là ngày 15/10/2026": ["15/10"],
    "Thời gian hoàn thành: 15/10/2026": ["15/10"],
    "Trước 20 tháng 6 năm 2026": ["20/06"],
    "Xong trước 20-6-2026.": ["20/06"],
    "đến hết ngày 30.9.2026": ["30/09"],
    "Từ nay đến 15/12": ["15/12"],
    "từ ngày ký đến hết tháng 8/2026": ["31/08"],
    "Cuối tháng 11/2026": ["30/11"],
    "đầu tháng 3": ["10/03"],
    "giữa tháng 6/2026": ["20/06"],
    "Thượng tuần tháng 9": ["10/09"],
    "trung tuần tháng 6": ["20/06"],
    "hạ tuần tháng 12": ["31/12"],
    "nửa đầu tháng 5": ["15/05"],
    "Tuần 2 tháng 6": ["14/06"],
    "tuần thứ ba của tháng 6/2026": ["21/06"],
    "Đầu quý III": ["31/07"],
    "Ngày 20 tháng 3, 6, 9, 12": ["20/03", "20/06", "20/09", "20/12"],
    "ngày 20 các tháng 3, 6 và 9 năm 2026": ["20/03", "20/06", "20/09"],
    "Trước ngày 15 tháng 6 và 15 tháng 12": ["15/06", "15/12"],
    "Trong quý III/2026, chậm nhất ngày 20/9/2026": ["20/09"],
    "Hoàn thành trước quý IV": ["30/09"],
    "chậm nhất là cuối tháng 9/2026": ["30/09"],
    "ngày 25 của tháng cuối quý": ["25/03", "25/06", "25/09", "25/12"],
    "Ngày 05 tháng đầu quý sau": ["05/01", "05/04", "05/07", "05/10"],
    "Trước ngày 14/6 và 14/12 hằng năm": ["14/06", "14/12"],
    "ngày 10 và ngày 25 hằng tháng": [f"{day}/{month:02}" for month in range(1, 13) for day in (10, 25)],
    "15/12 hàng năm": ["15/12"],
    "Ngày cuối cùng của tháng": MONTH_ENDS,
    "cuối mỗi quý": ["31/03", "30/06", "30/09", "31/12"],
    "Mỗi năm 02 lần": ["30/06", "31/12"],
    "ít nhất mỗi quý 1 lần": ["31/03", "30/06", "30/09", "31/12"],
    "Tối thiểu 03 cuộc/năm": ["30/04", "31/08", "31/12"],
    "02 đợt trong năm": ["30/06", "31/12"],
    "05 lần/năm": ["31/03", "31/05", "31/08", "31/10", "31/12"],
    "02 tháng/lần": ["28/02", "30/04", "30/06", "31/08", "31/10", "31/12"],
    "Định kỳ 6 tháng 01 lần": ["30/06", "31/12"],
    "ba tháng một lần": ["31/03", "30/06", "30/09", "31/12"],
    "Báo cáo quý I: trước 15/3; quý II: trước 15/6; năm: trước 15/12": ["15/03", "15/06", "15/12"],
    "Báo cáo quý II/2026 gửi trước ngày 18/6/2026": ["18/06"],
    "Sơ kết: quý II; tổng kết: tháng 12": ["30/06", "31/12"],
    "Trong 10 ngày kể từ ngày 01/3/2026": ["11/03"],
    "Chậm nhất 05 ngày làm việc kể từ ngày 27/4/2026": ["04/05"],
    "15 ngày trước ngày 20 tháng 11 năm 2026": ["05/11"],
    "Theo Công văn ngày 15/3/2026 của Sở Nội vụ; xong trước 20/4": ["20/04"],
    "Quyết định số 15/QĐ-SNV, ngày 02/01/2026; hoàn thành trong tháng 3": ["31/03"],
}

AS_CLAUSES: Mapping[str, list[dict[str, object]]] = {
    "thứ Sáu hằng tuần": [{"kind": "recurring", "freq": ("week",), "weekday": 5, "scope": ""}],
    "chậm nhất 17h00 thứ năm hàng tuần": [{"kind": "recurring", "rel": "by", "weekday": 4}],
    "Hằng tuần, vào chiều thứ 6": [{"kind": "recurring", "freq": ("week",), "weekday": 5}],
    "Sáng thứ hai đầu tuần": [{"kind": "recurring", "freq": ("week",), "weekday": 1}],
    "hằng tuần": [{"kind": "recurring", "freq": ("week",), "weekday": None}],
    "Hai năm một lần": [{"kind": "recurring", "freq": ("year",), "every": 2}],
    "05 năm/lần": [{"kind": "recurring", "freq": ("year",), "every": 5}],
    "hai tuần một lần": [{"kind": "recurring", "freq": ("week",), "every": 2}],
    "10 ngày 1 lần": [{"kind": "recurring", "freq": ("day",), "every": 10}],
    "Ngày làm việc cuối cùng của tháng": [{"kind": "recurring", "part": "end", "calendar": "working_days"}],
    "năm liền kề": [{"kind": "year", "year": 2027}],
    "trước ngày 05 tháng sau": [{"kind": "recurring", "rel": "before", "day": 5, "part": "next", "freq": ("month",)}],
    "Trước ngày 20 tháng 01 năm sau": [{"kind": "fixed_date", "date": date(2027, 1, 20)}],
    "từ 01/12 đến 28/02": [{"kind": "range", "start": date(2026, 12, 1), "end": date(2027, 2, 28)}],
    "Từ ngày 15/11 đến 15/01/2027": [{"kind": "range", "start": date(2026, 11, 15), "end": date(2027, 1, 15)}],
    "đột xuất": [{"kind": "on_event"}],
    "Đột xuất theo chỉ đạo của lãnh đạo Sở": [
        {"kind": "on_event", "event_text": "Đột xuất theo chỉ đạo của lãnh đạo Sở"}
    ],
    "Ngay sau khi Luật có hiệu lực": [{"kind": "on_event", "immediate": True}],
    "Kể từ ngày Quyết định có hiệu lực": [{"kind": "on_event", "event_text": "Kể từ ngày Quyết định có hiệu lực"}],
    "Trước kỳ họp cuối năm của HĐND tỉnh": [{"kind": "on_event"}],
    "Trước kỳ họp HĐND tỉnh 20 ngày": [
        {"kind": "relative", "offset_days": -20, "calendar": "days", "event_text": "kỳ họp HĐND tỉnh"}
    ],
    "trước khi trình UBND tỉnh ít nhất 05 ngày làm việc": [
        {"kind": "relative", "offset_days": -5, "calendar": "working_days", "event_text": "khi trình UBND tỉnh"}
    ],
    "trong 03 ngày làm việc sau khi nhận đủ hồ sơ": [
        {"kind": "relative", "rel": "within", "offset_days": 3, "calendar": "working_days"}
    ],
    "Trong thời hạn 07 (bảy) ngày kể từ ngày nhận được văn bản": [
        {"kind": "relative", "rel": "within", "offset_days": 7, "calendar": "days"}
    ],
    "không quá 24h kể từ khi tiếp nhận": [{"kind": "relative", "rel": "within", "offset_days": 1}],
    "08 giờ làm việc kể từ khi tiếp nhận": [{"kind": "relative", "offset_days": 1, "calendar": "working_days"}],
    "01 tháng sau khi Nghị quyết được thông qua": [{"kind": "relative", "offset_days": 30}],
    "Trong 15 ngày kể từ ngày Quyết định số 15/QĐ-SNV ngày 02/01/2026 có hiệu lực": [
        {"kind": "relative", "offset_days": 15, "date": None}
    ],
    "kể từ ngày 01/3/2025": [{"kind": "fixed_date", "rel": "from", "date": date(2025, 3, 1)}],
    "Bắt đầu từ 01/7": [{"kind": "fixed_date", "rel": "from", "date": date(2026, 7, 1), "scope": ""}],
    "Liên tục từ tháng 02 đến tháng 10/2026": [
        {"kind": "ongoing", "start": date(2026, 2, 1), "end": date(2026, 10, 31)}
    ],
    "Thường xuyên đến hết năm 2026": [{"kind": "ongoing", "start": None, "end": date(2026, 12, 31)}],
    "Thường xuyên, báo cáo hằng quý": [{"kind": "ongoing"}, {"kind": "recurring", "scope": "báo cáo"}],
    "Báo cáo tháng gửi trước ngày 18 hằng tháng": [
        {"kind": "recurring", "day": 18, "actor": "", "scope": "Báo cáo tháng gửi"}
    ],
    "Trước ngày 05 hàng tháng, quý": [{"kind": "recurring", "day": 5, "freq": ("month", "quarter"), "scope": ""}],
    "Báo cáo hằng tháng: ngày 18; hằng quý: ngày 18 tháng cuối quý": [
        {"kind": "recurring", "freq": ("month",), "day": 18},
        {"kind": "recurring", "freq": ("quarter",), "day": 18, "part": "last_month"},
    ],
    "Trước Tết Nguyên đán": [{"kind": "on_event", "event_text": "Trước Tết Nguyên đán"}],
    "Đến 2030": [{"kind": "year", "rel": "by", "year": 2030}],
    "Theo Kế hoạch số 05/KH-UBND (ngày 12/01/2026)": [
        {"kind": "per_plan", "source_text": "Theo Kế hoạch số 05/KH-UBND (ngày 12/01/2026)"}
    ],
}

CITATIONS = (
    "Nghị định 09/2019/NĐ-CP ngày 24/01/2019",
    "theo văn bản số 123 ngày 5/3/2026",
    "Theo Thông báo số 45 ngày 10/3/2026",
    "theo Công văn ngày 15/3/2026 của Sở Nội vụ",
    "Theo Quyết định số 1234/QĐ-UBND ngày 05 tháng 3 năm 2026 của Chủ tịch UBND tỉnh",
    "theo Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị",
    "Theo Luật Thủ đô năm 2024",
    "Thực hiện Chỉ thị 05/CT-TTg ngày 01/3/2025",
    "theo Kết luận số 12-KL/TU ngày 20/02/2026 của Tỉnh ủy",
    "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 và Nghị định số 107/2021/NĐ-CP ngày 06/12/2021",
    "theo Tờ trình ngày 5/3/2026",
    "theo văn bản chỉ đạo ngày 03/02/2026 của UBND tỉnh",
    "Sau khi có Quyết định số 15/QĐ-SNV ngày 02/01/2026",
    "Kể từ ngày Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 có hiệu lực",
)
