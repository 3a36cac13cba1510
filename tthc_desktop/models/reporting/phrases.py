"""The sentences of reports, in patterns (`linked.py`), and the joints that stand between them."""

from tthc_desktop.models.reporting.linked import Phrases
from tthc_desktop.models.reporting.telling import STATUS_WORDS

PART_RESULTS = "KẾT QUẢ THỰC HIỆN NHIỆM VỤ"
PART_SUMMARY = "SỐ LIỆU TỔNG HỢP"
PART_LATE = "NHIỆM VỤ QUÁ HẠN, KHÔNG PHÁT SINH VÀ NGUYÊN NHÂN"
PART_OUTLOOK = "ĐỀ XUẤT VÀ NHIỆM VỤ KỲ TIẾP THEO"
TITLE_OVERALL = "Kết quả chung"
TITLE_OTHER = "Kết quả từng nhiệm vụ"
TITLE_UNITS = "Nhiệm vụ của từng đơn vị"
TITLE_TARGETS = "Chỉ tiêu"
TITLE_PROPOSALS = "Đề xuất, kiến nghị"
TITLE_NEXT = "Nhiệm vụ kỳ tiếp theo"

DAYS = "Số liệu được tính từ ngày {start} đến hết ngày {end}."
NO_WORK = "Trong kỳ không có nhiệm vụ nào phải theo dõi."
ONE_WORK = "Cơ quan theo dõi {total} nhiệm vụ; nhiệm vụ này"
ALL_WORK = "Cơ quan theo dõi {total} nhiệm vụ, trong đó: "
DUE_NOT_DONE = "Trong kỳ có {due} nhiệm vụ đến hạn nhưng chưa nhiệm vụ nào được giải quyết xong."
NONE_DUE = "Trong kỳ không có nhiệm vụ nào đến hạn."
DUE_DONE = "Trong kỳ có {due} nhiệm vụ đến hạn và đều đã được giải quyết xong."
DUE = "Trong kỳ có {due} nhiệm vụ đến hạn, đã giải quyết xong {due_done} nhiệm vụ (đạt {due_share})."

DONE = "{.done} nhiệm vụ đã hoàn thành"
DONE_SPLIT = " ({.done_on_time} đúng hạn, {.done_late} quá hạn)"
DOING = "{.doing} nhiệm vụ đang thực hiện"
NOT_STARTED = "{.not_started} nhiệm vụ chưa thực hiện"
NOT_DUE = "{.not_due} nhiệm vụ chưa đến hạn"
OVERDUE = "{.overdue} nhiệm vụ quá hạn, chưa hoàn thành"
NONE_AROSE = "{.none_arose} nhiệm vụ không phát sinh"
THIS_STATUS = " {~.status_words}"

SECTION = "{~.title}"
SECTION_DONE = (
    "Đã hoàn thành cả {.total} nhiệm vụ, trong đó {.done_on_time} nhiệm vụ đúng hạn, {.done_late} nhiệm vụ quá hạn."
)
SECTION_SAME = {status: f"Cả {{.total}} nhiệm vụ {words}." for status, words in STATUS_WORDS.items()}
SECTION_ALL = "Có {.total} nhiệm vụ: "
ONE_OF_SECTION = "Có {.total} nhiệm vụ,"
WORK = "{~.content}: {~.told}."

UNITS = "Kết quả thực hiện nhiệm vụ của từng đơn vị chủ trì như sau:"
UNIT_ONE = "Các nhiệm vụ trong kỳ do {~.name} chủ trì; số liệu như sau:"
TARGETS_NONE = "Có {targets} chỉ tiêu được giao; trong kỳ chưa chỉ tiêu nào có số liệu."
TARGETS_ALL = "Cả {targets} chỉ tiêu được giao đều đạt."
TARGETS = "Có {targets} chỉ tiêu được giao: "
MET = "{met} chỉ tiêu đạt"
NOT_MET = "{not_met} chỉ tiêu chưa đạt"
NOT_MEASURED = "{not_measured} chỉ tiêu chưa có số liệu hoặc không phát sinh"

NO_LATE = "Trong kỳ không có nhiệm vụ quá hạn."
LATE = "Có {late} nhiệm vụ quá hạn hoặc hoàn thành chậm so với thời hạn:"
LATE_WORK = "{~.content} ({~.who}; thời hạn: {~.deadline}): {~.late}."
LATE_WORK_BARE = "{~.content} ({~.who}): {~.late}."
NOT_ARISEN = "Có {none_arose} nhiệm vụ không phát sinh trong kỳ:"
NOT_ARISEN_WORK = "{~.content} ({~.who})."
TROUBLES = "Khó khăn, vướng mắc khác mà các đơn vị nêu:"
TROUBLE = "{~.content} ({~.trouble_who}): {~.trouble}."

NO_PROPOSAL = "Các đơn vị không có đề xuất, kiến nghị."
PROPOSALS = "Các đơn vị đề xuất, kiến nghị:"
PROPOSAL = "{~.content} ({~.proposal_who}): {~.proposal}."
NEXT_OVERDUE = "Tập trung hoàn thành {overdue} nhiệm vụ đã quá hạn nêu trên."
NEXT_NONE = "Trong kỳ tới không có nhiệm vụ nào đến hạn theo lịch."
NEXT = "Trong kỳ tới có {next} nhiệm vụ đến hạn:"
NEXT_WORK = "{~.content} ({~.who}; đến hạn ngày {~.next_due})."
NEXT_ALWAYS = "Các nhiệm vụ thường xuyên tiếp tục được thực hiện theo kế hoạch."

MORE = "Kết quả chi tiết của từng nhiệm vụ nêu tại Phụ lục kèm theo."

_JOINTS = ("; ", ", ", " ", ".", ": ")
KNOWN = Phrases(
    (
        *_JOINTS,
        *SECTION_SAME.values(),
        *(words for name, words in list(globals().items()) if name.isupper() and isinstance(words, str)),
    )
)
"""What is made of these alone was edited by nobody."""
