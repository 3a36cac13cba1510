"""What is told of a linked figure of a report: which one it is, and what typing in it does."""

_NAMES = {
    "total": "tổng số nhiệm vụ",
    "done": "số nhiệm vụ hoàn thành",
    "done_on_time": "số nhiệm vụ hoàn thành đúng hạn",
    "done_late": "số nhiệm vụ hoàn thành quá hạn",
    "done_plain": "số nhiệm vụ hoàn thành chưa rõ ngày",
    "doing": "số nhiệm vụ đang thực hiện",
    "not_started": "số nhiệm vụ chưa thực hiện",
    "not_due": "số nhiệm vụ chưa đến hạn",
    "waiting": "số nhiệm vụ chưa đến hạn, chưa thực hiện",
    "overdue": "số nhiệm vụ quá hạn",
    "none_arose": "số nhiệm vụ không phát sinh",
    "due_done": "số nhiệm vụ đến hạn đã hoàn thành",
    "due_share": "tỷ lệ hoàn thành trên số đến hạn",
    "done_share": "tỷ lệ hoàn thành",
    "late": "nội dung chậm muộn",
    "next": "số nhiệm vụ của kỳ sau",
    "targets": "số chỉ tiêu",
    "met": "số chỉ tiêu đạt",
    "not_met": "số chỉ tiêu chưa đạt",
    "not_measured": "số chỉ tiêu chưa đo",
    "start": "ngày đầu kỳ báo cáo",
    "end": "ngày cuối kỳ báo cáo",
    "span": "kỳ báo cáo",
    "who": "đơn vị thực hiện",
    "deadline": "thời hạn",
    "status": "tình trạng thực hiện",
    "status_words": "tình trạng thực hiện",
    "told": "kết quả thực hiện",
    "result": "kết quả thực hiện",
    "outcome": "kết quả, sản phẩm",
    "product": "sản phẩm",
    "trouble": "khó khăn, vướng mắc",
    "proposal": "đề xuất, kiến nghị",
    "value": "giá trị chỉ tiêu",
    "measured": "kết quả đo chỉ tiêu",
    "verdict": "mức đạt chỉ tiêu",
}
_OF = {"plan": " của kế hoạch", "section": " của mục", "unit": " của đơn vị", "work": " của nhiệm vụ", "target": ""}
_EDITED = "Gõ vào đây thì chữ này thành chữ của người soạn, không tự cập nhật nữa."


def figure_words(figure: str) -> str:
    """Return two sentences about a figure, by the name of its run (`Run.figure`)."""
    path = figure.partition("#")[0].split(":")
    known = _NAMES.get(path[-1])
    of = _OF.get(path[0], "") if len(path) > 1 else ""
    named = f": {known}{of}" if known else ""
    return f"Số liệu tự cập nhật theo kỳ báo cáo{named}.\n{_EDITED}"
