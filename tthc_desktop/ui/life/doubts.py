"""How the proposals for a new year are grouped, and what is said of the doubtful ones."""

from enum import StrEnum

from tthc_desktop.models.rollforward import Doubt, Kind, Proposal


class Group(StrEnum):
    """The groups of proposals, in their order."""

    YEAR = "Năm, giai đoạn của kế hoạch"
    DATE = "Ngày, tháng, quý"
    OWN = "Số, ngày của chính kế hoạch: để trống"
    LOOK = "Cần xem trước khi đổi"
    LEFT = "Đề nghị giữ nguyên"
    CITED = "Trong văn bản được dẫn: giữ nguyên"


_BY_DOUBT = {
    Doubt.OWN: Group.OWN,
    Doubt.COMPARISON: Group.LOOK,
    Doubt.EARLIER: Group.LOOK,
    Doubt.BARE: Group.LOOK,
    Doubt.PHASE: Group.LEFT,
    Doubt.FAR: Group.LEFT,
    Doubt.LEAP: Group.LEFT,
    Doubt.CITATION: Group.CITED,
    Doubt.CITED_TITLE: Group.CITED,
}
REASONS = {
    Doubt.OWN: "Kế hoạch mới chưa có số và ngày ban hành.",
    Doubt.COMPARISON: "Câu này so sánh với một năm đã qua; hãy xem số liệu còn đúng không.",
    Doubt.EARLIER: "Năm đứng trước kỳ kế hoạch; hãy xem câu này nói về kết quả cũ hay không.",
    Doubt.BARE: "Con số này có thể là năm, cũng có thể là số lượng.",
    Doubt.PHASE: "Giai đoạn dài hơn kỳ kế hoạch thường do cấp trên định, không đổi theo từng năm.",
    Doubt.FAR: "Năm cách xa kỳ kế hoạch, thường là mốc cố định.",
    Doubt.LEAP: "Năm mới không có ngày 29/02.",
    Doubt.CITATION: "Số và ngày của văn bản đã ban hành không đổi theo năm.",
    Doubt.CITED_TITLE: "Thuộc tên của một văn bản đã ban hành; nếu đã có văn bản mới, hãy sửa cả dẫn chiếu.",
}


def group_of(one: Proposal) -> Group:
    if one.doubt in _BY_DOUBT:
        return _BY_DOUBT[one.doubt]
    return Group.YEAR if one.kind in {Kind.YEAR, Kind.SPAN, Kind.BARE} else Group.DATE
