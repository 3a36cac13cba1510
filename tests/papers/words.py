"""Plausible words of administrative plans; nothing in them can be taken for a number or a mark."""

from random import Random

AGENCIES = ("SỞ THỦY LỢI", "SỞ NỘI CHÍNH", "BAN DÂN NGUYỆN", "SỞ HẠ TẦNG SỐ", "CHI CỤC ĐO LƯỜNG")
PROVINCES = ("Quảng Lộc", "Hòa Giang", "Lâm Hải", "An Thịnh", "Phú Khê")
SIGNERS = ("Lê Hoàng Phúc", "Trịnh Thu Hằng", "Nông Văn Hiệp", "Mai Diễm Quỳnh", "Cao Xuân Bách")
CAPACITIES = (("GIÁM ĐỐC",), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"))
RECIPIENTS = ("Văn phòng UBND tỉnh", "Lãnh đạo Sở (b/c)", "Các phòng, đơn vị", "Trang thông tin điện tử", "Sở Tư pháp")
SECTIONS = (
    "MỤC ĐÍCH, YÊU CẦU",
    "MỤC TIÊU",
    "NỘI DUNG THỰC HIỆN",
    "NHIỆM VỤ, GIẢI PHÁP",
    "TỔ CHỨC THỰC HIỆN",
    "KINH PHÍ",
)
BASES = (
    "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính",
    "Căn cứ Luật Tổ chức chính quyền địa phương",
    "Căn cứ Kế hoạch số 31/KH-UBND ngày 06/02/2025 của Ủy ban nhân dân tỉnh về cải cách hành chính",
    "Thực hiện Công văn số 88/UBND-NC ngày 11/3/2025 của Ủy ban nhân dân tỉnh về rà soát thủ tục nội bộ",
)
UNITS = ("Văn phòng", "Phòng Pháp chế", "Phòng Kế hoạch", "Thanh tra", "Trung tâm Dữ liệu", "Phòng Nghiệp vụ")
DEADLINES = ("Thường xuyên", "Quý II", "Trước ngày 30/6/2025", "Hằng quý", "Khi có phát sinh", "Tháng 9/2025")
RESULTS = ("Báo cáo", "Kế hoạch", "Quyết định công bố", "Tờ trình và dự thảo", "Biên bản kiểm tra")
VALUES = ("90", "100", "Tối thiểu 80", "≥ 95")

_VERBS = ("Rà soát", "Công khai", "Chuẩn hóa", "Kiểm tra", "Đơn giản hóa", "Theo dõi", "Hướng dẫn", "Số hóa")
_THINGS = (
    "quy trình nội bộ của bộ phận một cửa",
    "hồ sơ lĩnh vực đất đai và xây dựng",
    "biểu mẫu điện tử dùng chung",
    "phản ánh, kiến nghị của người dân",
    "chế độ thông tin giữa các đơn vị",
    "dữ liệu kết quả còn hiệu lực",
)
_AIMS = (
    "bảo đảm đúng thời hạn và dễ tra cứu",
    "giảm số lần người dân phải đi lại",
    "gắn với trách nhiệm của người đứng đầu",
    "không để phát sinh giấy tờ ngoài quy định",
    "theo nguyên tắc rõ người, rõ việc, rõ kết quả",
)


def work(random: Random) -> str:
    """Return a short piece of work, such as a heading or the content of a task."""
    return f"{random.choice(_VERBS)} {random.choice(_THINGS)}"


def sentence(random: Random) -> str:
    """Return a sentence of one to three parts."""
    parts = [work(random), *random.sample(_AIMS, random.randint(0, 2))]
    return ", ".join(parts) + "."
