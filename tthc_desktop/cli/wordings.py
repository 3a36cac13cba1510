"""What can be asked on the command line, as data: the commands with their arguments and Vietnamese words."""

from dataclasses import replace
from pathlib import Path

from tthc_desktop.cli.shapes import Argument, Command
from tthc_desktop.cli.unit_wordings import UNIT, UNITS

_PLAN = Argument("plan", "KẾ-HOẠCH", "mã, phần đầu của mã, hoặc trích yếu của kế hoạch")
_PDF = Argument("out", "RA.pdf", "tệp PDF sẽ được ghi", Path)
_EXPORT = Argument(
    "out",
    "RA",
    "tệp sẽ được ghi: .docx để sửa tiếp trong Word, .xlsx để làm việc trong Excel, .json để giữ trọn",
    Path,
)
_ALL = Argument("out", "RA", "tệp sẽ được ghi: .xlsx, hoặc .zip gồm mọi văn bản ở dạng JSON, Word, Excel và PDF", Path)
_SOURCES = Argument(
    "sources",
    "NGUỒN",
    "tệp Word, PDF, văn bản (.txt, .rtf, .odt …), bảng tính, tệp .json hay gói .zip đã xuất, hoặc cả thư mục",
    Path,
    many=True,
)
_INTO = Argument("--into", "KẾ-HOẠCH", "đối chiếu bảng tính với kế hoạch này và đưa phần mới vào đó")
_DOCUMENT = Argument("document", "VĂN-BẢN", "mã, phần đầu của mã, số, ký hiệu, hoặc trọn tên của văn bản")
_BY = Argument("by", "VĂN-BẢN-MỚI", "văn bản thay thế")
_DAY = "ngày ban hành, dạng 14/02/2026"
_SIGNED = Argument("signed", "BẢN-ĐÃ-KÝ.pdf", "tệp PDF đã ký số mà văn thư gửi lại", Path, optional=True)
_ISSUE = (
    Argument("--number", "SỐ", "số mà văn thư cấp; mặc định là số trong bản đã ký"),
    Argument("--date", "NGÀY", f"{_DAY}; mặc định là ngày trong bản đã ký", to="day"),
    Argument("--symbol", "KÝ-HIỆU", "ký hiệu; mặc định là ký hiệu trong bản đã ký, hoặc ghi ở đầu kế hoạch"),
    Argument(
        "--pdf", "TỆP", "tệp PDF để lưu lại mà không kiểm chữ ký, như bản quét; không có thì chương trình tự in", Path
    ),
    Argument("--anyway", "", "vẫn ban hành dù lời văn, số, ngày của bản đã ký không khớp kế hoạch", flag=True),
    Argument("--replaces", "KẾ-HOẠCH-CŨ", "kế hoạch đã ban hành mà kế hoạch này thay thế"),
)
_ON = Argument("--on", "NGÀY", "xem như hôm nay là ngày này, dạng 14/02/2026; mặc định là hôm nay")
_ICS = Argument("out", "RA.ics", "tệp lịch sẽ được ghi", Path)
_PLANS = Argument(
    "plans", "KẾ-HOẠCH", "các kế hoạch cần lấy; mặc định là mọi kế hoạch đang thực hiện", many=True, optional=True
)
_DUE_ONLY = Argument("--due-only", "", "chỉ lấy việc có hạn, bỏ các ngày rà soát", flag=True, to="due_only")
_DRAWN = Argument("out", "RA", "tệp sẽ được ghi: .pdf để ký, .docx để sửa trong Word, .xlsx cho Excel", Path)
_OF_PLANS = Argument(
    "--plan",
    "KẾ-HOẠCH",
    "chỉ lấy kế hoạch này, ghi nhiều lần được; mặc định là mọi kế hoạch đang thực hiện",
    many=True,
    to="plans",
)
_KEEP = Argument("--keep", "", "giữ văn bản trong dữ liệu để sửa tiếp rồi ban hành", flag=True)
_DRAWING = (_OF_PLANS, _ON, _KEEP)
_REGIME = Argument(
    "regime", "CHẾ-ĐỘ", "mã, phần đầu của mã, hoặc tên của chế độ; mặc định là chế độ đang áp dụng", optional=True
)
_YEAR = Argument("--year", "NĂM", "năm của kế hoạch mới; mặc định là năm kế tiếp")
_LEGAL = (
    Argument("--kind", "LOẠI", "Nghị định, Quyết định, Luật …"),
    Argument("--number", "SỐ", "số, ký hiệu, như 63/2010/NĐ-CP"),
    Argument("--issuer", "CƠ-QUAN", "cơ quan ban hành"),
    Argument("--date", "NGÀY", _DAY, to="day"),
    Argument("--title", "TRÍCH-YẾU", "văn bản về việc gì"),
)
_PERIOD = Argument(
    "--period",
    "KỲ",
    "kỳ báo cáo: 2025-07, 2025-Q2, 2025-H1, 2025-9M, 2025, hoặc “Quý II/2025”; mặc định cả kế hoạch",
)
_WORK = Argument("work", "VIỆC", "mã, phần đầu của mã, hoặc số thứ tự in trong kế hoạch nếu chỉ một việc mang số ấy")
_ANY_PLAN = replace(_PLAN, said=f"{_PLAN.said}; không ghi là mọi kế hoạch đang thực hiện", optional=True)
_ANY_WORK = replace(_WORK, said=f"{_WORK.said}; không ghi là mọi việc", optional=True)
_SAID = (
    replace(_PERIOD, said="kỳ của việc lặp lại, thường xuyên: 2025-Q2, “Quý II/2025”, event:MÃ; mặc định cả kế hoạch"),
    Argument("--status", "TÌNH-TRẠNG", "đang thực hiện, hoàn thành, không phát sinh …"),
    Argument("--percent", "SỐ", "phần trăm hoàn thành"),
    Argument("--result", "LỜI", "kết quả thực hiện"),
    Argument("--number", "SỐ", "số, ký hiệu của sản phẩm", to="product_number"),
    Argument("--day", "NGÀY", "ngày của sản phẩm, dạng 14/02/2026", to="product_day"),
    Argument("--trouble", "LỜI", "khó khăn, vướng mắc"),
    Argument("--proposal", "LỜI", "đề xuất, kiến nghị"),
    Argument("--note", "LỜI", "ghi chú của cơ quan về việc này, không gửi đơn vị"),
    Argument("--file", "TỆP", "tệp minh chứng, được giữ trong dữ liệu của cơ quan; nêu nhiều lần được", Path, many=True,
             to="files"),
)  # fmt: skip
_HAPPENED = (
    Argument("--day", "NGÀY", "ngày xảy ra, dạng 14/02/2026", required=True, to="product_day"),
    Argument("--words", "LỜI", "việc gì đã xảy ra, như “Quyết định 12/QĐ-UBND được ban hành”"),
)
_TARGET = Argument("target", "CHỈ-TIÊU", "mã, phần đầu của mã, hoặc trọn tên của chỉ tiêu")
_MEASURES = (
    Argument("--period", "KỲ", "kỳ của số liệu: 2025-07, 2025-Q2, 2025-H1, 2025-9M, 2025 …", required=True),
    Argument("--unit", "ĐƠN-VỊ", "đơn vị báo số liệu; không ghi là số liệu của chính cơ quan"),
    Argument("--numerator", "B", "số đạt (b), như 1.250"),
    Argument("--denominator", "A", "tổng số (a); là 0 khi không phát sinh"),
    Argument("--value", "GIÁ-TRỊ", "giá trị đạt được, khi không có b và a"),
    Argument("--as-of", "NGÀY", "số liệu tính đến ngày, dạng 14/06/2026", to="as_of"),
)
_SEPARATE = Argument(
    "--separate", "", "mỗi phụ lục thành một tệp riêng cạnh tệp này, đánh số trang từ 1, có ô ký của cơ quan", flag=True
)
_SIGN = (
    Argument("--as", "VAI", "person: người có thẩm quyền; organisation: cơ quan; appendix: cơ quan, trên phụ lục",
             required=True, to="role"),
    Argument("--p12", "TỆP.p12", "tệp chứng thư; mật khẩu được hỏi, hoặc đọc từ đầu vào chuẩn", Path),
    Argument("--token", "TRÌNH-ĐIỀU-KHIỂN", "tệp trình điều khiển (PKCS#11) của thiết bị ký số; mã PIN được hỏi", Path),
    Argument("--label", "TÊN", "thiết bị nào, khi cắm nhiều thiết bị"),
    Argument("--certificate", "TÊN", "chứng thư của ai, khi thiết bị có nhiều chứng thư"),
    Argument("--picture", "ẢNH.png", "ảnh chữ ký hoặc dấu, nền trong suốt", Path),
    Argument("--number", "SỐ", "số và ký hiệu trên phụ lục, như 15/KH-SNV"),
    Argument("--field", "Ô", "tên ô ký; không ghi thì tự tìm"),
    Argument("--page", "TRANG", "trang đầu của phụ lục cần ký"),
)  # fmt: skip
_DRAFT_MARK = Argument("--draft", "", "in chữ DỰ THẢO ở đầu mỗi trang, không có ô ký", flag=True, to="draft_mark")
_CONTENTS = Argument("--contents", "", "in thêm mục lục ở cuối, bấm vào thì đến trang", flag=True)
_OFFICE = (
    Argument("--agency", "TÊN", "cơ quan ban hành, như “Sở Nội vụ”"),
    Argument("--parent", "TÊN", "cơ quan chủ quản, như “UBND tỉnh …”", to="parent_agency"),
    Argument("--named", "TÊN", "tên cơ quan trong câu văn, khi khác tên ở đầu văn bản"),
    Argument("--symbol", "CHỮ", "chữ của cơ quan trong ký hiệu: SNV của KH-SNV", to="letters"),
    Argument("--place", "ĐỊA-DANH", "địa danh trước ngày tháng", to="location"),
    Argument("--signer", "HỌ-TÊN", "người ký"),
    Argument("--capacity", "CHỨC-VỤ", "chức vụ, quyền hạn của người ký; mỗi dòng ghi một lần", many=True),
)
COMMANDS = (
    Command("import", "nhập kế hoạch từ một hay nhiều tệp, thư mục", (_SOURCES,), (_INTO,)),
    Command("list", "liệt kê các kế hoạch"),
    Command("show", "xem trọn một kế hoạch", (_PLAN,)),
    Command("print", "in một kế hoạch ra tệp PDF đúng thể thức", (_PLAN, _PDF), (_SEPARATE, _CONTENTS, _DRAFT_MARK)),
    Command("export", "xuất kế hoạch ra Word, các bảng của nó ra Excel, hoặc trọn kế hoạch ra JSON", (_PLAN, _EXPORT)),
    Command("export-all", "xuất toàn bộ ra một tệp Excel, hoặc mọi văn bản ra một gói .zip lấy lại được", (_ALL,)),
    Command(
        "calendar",
        "xuất các ngày đến hạn ra tệp lịch .ics để đưa vào Outlook, Google Calendar, điện thoại …",
        (_ICS, _PLANS),
        (_ON, _DUE_ONLY),
    ),
    Command(
        "new",
        "lập kế hoạch mới theo mẫu, điền sẵn theo kế hoạch gần nhất",
        (Argument("template", "MẪU", "kiem-soat-tthc, ra-soat-tthc, cat-giam-tthc hoặc cai-cach-tthc"),),
        (_YEAR,),
    ),
    Command("roll", "lập kế hoạch từ kế hoạch năm trước: đổi năm, ngày; mang nhiệm vụ sang", (_PLAN,), (_YEAR,)),
    Command(
        "compare",
        "so sánh hai kế hoạch, hai năm, hai bản của một kế hoạch, hoặc kế hoạch với tệp PDF, tệp Word đã sửa",
        (_PLAN, Argument("newer", "KẾ-HOẠCH-MỚI", "kế hoạch hoặc bản mới hơn, tệp PDF, hoặc tệp Word đã sửa")),
        (
            Argument("--apply", "", "nhận mọi thay đổi trong tệp Word trừ chỗ mâu thuẫn", flag=True),
            Argument("--take", "SỐ,SỐ…", "chỉ nhận các thay đổi mang số này trong tệp Word"),
        ),
    ),
    Command(
        "keep",
        "lưu một bản của kế hoạch như lúc này, để xem lại và so sánh về sau",
        (_PLAN,),
        (Argument("--name", "TÊN", "tên của bản, như “trình lần đầu”"),),
    ),
    Command("versions", "xem giai đoạn của kế hoạch và các bản đã lưu", (_PLAN,)),
    Command(
        "handover",
        "chuẩn bị hồ sơ ký cho nơi ký bằng phần mềm của Ban Cơ yếu: các tệp PDF và danh mục việc cần làm",
        (_PLAN, Argument("out", "THƯ-MỤC", "nơi ghi hồ sơ, được tạo nếu chưa có", Path)),
        (Argument("--together", "", "để các phụ lục trong cùng một tệp", flag=True),),
    ),
    Command(
        "issue",
        "ban hành kế hoạch: kiểm bản đã ký, ghi số, ngày, khóa nội dung và lưu bản PDF",
        (_PLAN, _SIGNED),
        _ISSUE,
    ),
    Command(
        "verify",
        "cho biết ai đã ký số một tệp PDF và tệp còn nguyên vẹn không, không dùng mạng; tệp .tthc thì như check-office",
        (Argument("out", "TỆP", "tệp PDF đã ký, hoặc tệp dữ liệu, bản sao lưu .tthc", Path),),
    ),
    Command(
        "sign",
        "ký số một tệp PDF trên máy này, không dùng mạng; tệp cũ giữ nguyên, bản đã ký là tệp mới",
        (Argument("out", "TỆP.pdf", "tệp PDF cần ký", Path), Argument("made", "BẢN-ĐÃ-KÝ.pdf", "tệp sẽ ghi", Path)),
        _SIGN,
    ),
    Command(
        "check-print",
        "đo một tệp PDF đã in: lề, cỡ chữ, đường kẻ, số trang … theo từng điểm của Nghị định",
        (Argument("out", "TỆP.pdf", "tệp PDF, của chương trình này hay chương trình khác", Path),),
    ),
    Command(
        "reading-order",
        "cho biết phần mềm đọc màn hình đọc tệp PDF thế nào: tiêu đề, đoạn, bảng theo thứ tự",
        (Argument("out", "TỆP.pdf", "tệp PDF", Path),),
    ),
    Command("issued", "lấy ra đúng tệp PDF đã lưu khi ban hành", (_PLAN, _PDF)),
    Command("draft", "lập một bản dự thảo mới từ một kế hoạch hay bản đã lưu", (_PLAN,)),
    Command("delete", "xóa một kế hoạch cùng các bản đã lưu và tiến độ của nó (hoàn tác được)", (_PLAN,)),
    Command(
        "office",
        "xem và ghi thông tin cơ quan, được điền vào kế hoạch lập mới",
        actions=(
            Command("show", "xem thông tin đã ghi"),
            Command("set", "ghi thông tin; ghi trống là bỏ", (), _OFFICE),
        ),
        alone=True,
    ),
    Command(
        "bin",
        "xem thùng rác: những gì đã xóa và không còn, tìm không cần dấu; đưa trở lại",
        (Argument("words", "LỜI", "chỉ những gì có các chữ này; không ghi là tất cả", optional=True),),
        (Argument("--restore", "MÃ", "đưa mục mang mã này trở lại, ghi nhiều lần được; mã có ở danh sách", many=True),),
    ),
    Command(
        "legal",
        "xem và sửa danh sách văn bản dùng làm căn cứ",
        actions=(
            Command("list", "liệt kê các văn bản"),
            Command("add", "thêm một văn bản", options=_LEGAL),
            Command("replace", "ghi rằng một văn bản đã được văn bản khác thay thế", (_DOCUMENT, _BY)),
            Command("remove", "bỏ một văn bản khỏi danh sách", (_DOCUMENT,)),
        ),
    ),
    Command(
        "units",
        "xem các đơn vị mà kế hoạch giao việc với các tên gọi; đổi tên, sáp nhập, chia tách từng đơn vị",
        actions=UNITS,
        alone=True,
    ),
    Command(
        "send",
        "ghi bảng việc Excel cho từng đơn vị để báo tiến độ rồi gửi lại",
        (_PLAN, Argument("out", "THƯ-MỤC", "nơi ghi các bảng, được tạo nếu chưa có", Path)),
        (
            Argument("--unit", "ĐƠN-VỊ", "chỉ một đơn vị: tên, tên viết tắt, tên gọi khác hoặc mã"),
            Argument("--due", "NGÀY", "hạn gửi lại, dạng 14/02/2026"),
            _PERIOD,
        ),
    ),
    Command(
        "receive",
        "nhận các bảng mà đơn vị gửi lại: đối chiếu từng ô, chỉ ghi khi có --apply",
        (Argument("sources", "TỆP", "các bảng đã gửi lại, hoặc thư mục chứa chúng", Path, many=True),),
        (Argument("--apply", "", "ghi những giá trị mới; không có thì chỉ cho xem trước", flag=True),),
    ),
    Command(
        "status",
        "cho biết việc nào đến hạn, của ai và đang thế nào: một kế hoạch, hoặc mọi kế hoạch đang thực hiện",
        (_ANY_PLAN,),
        (_ON,),
    ),
    Command(
        "progress",
        "ghi và xem tiến độ từng việc của từng đơn vị",
        actions=(
            Command("set", 'ghi tiến độ của một đơn vị; giá trị để trống ("") là xóa', (_PLAN, _WORK, UNIT), _SAID),
            Command("show", "xem tiến độ đã ghi của kế hoạch, hoặc của một việc cùng lịch sử", (_PLAN, _ANY_WORK)),
            Command("event", "ghi một sự việc mà thời hạn của việc tính theo", (_PLAN, _WORK), _HAPPENED),
        ),
    ),
    Command(
        "report",
        "lập báo cáo của một kỳ từ tiến độ đã nhập, theo ngày chốt số liệu của chế độ báo cáo",
        (Argument("period", "KỲ", "2025-Q2, 2025-07, 2025-H1, 2025-9M, 2025, hoặc 15/3/2025-14/6/2025"), _DRAWN),
        _DRAWING,
    ),
    Command(
        "regime",
        "xem các chế độ báo cáo có sẵn và của cơ quan",
        actions=(
            Command("list", "liệt kê các chế độ", options=(_ON,)),
            Command("show", "xem trọn một chế độ với ngày chốt số liệu, hạn gửi từng kỳ", (_REGIME,), (_ON,)),
        ),
    ),
    Command(
        "refresh",
        "cập nhật số liệu của báo cáo đã giữ; phần đã sửa tay không đổi",
        (Argument("plan", "BÁO-CÁO", "mã, phần đầu của mã, hoặc trích yếu của báo cáo"),),
    ),
    Command(
        "remind",
        "lập công văn đôn đốc việc quá hạn, gửi một đơn vị hoặc mọi đơn vị có việc quá hạn",
        (_DRAWN,),
        (
            Argument("--unit", "ĐƠN-VỊ", "chỉ một đơn vị: tên, tên viết tắt, tên gọi khác hoặc mã"),
            Argument("--due", "NGÀY", "hạn báo cáo lại, dạng 14/02/2026"),
            *_DRAWING,
        ),
    ),
    Command(
        "assign",
        "lập phiếu giao việc của một đơn vị ra tệp, hoặc của mọi đơn vị ra một thư mục",
        (
            Argument(
                "out", "RA", "tệp .pdf, .docx hoặc .xlsx; không có --unit thì là thư mục, được tạo nếu chưa có", Path
            ),
        ),
        (Argument("--unit", "ĐƠN-VỊ", "chỉ một đơn vị: tên, tên viết tắt, tên gọi khác hoặc mã"), *_DRAWING),
    ),
    Command("follow", "lập bảng theo dõi mọi nhiệm vụ với tình trạng đến một ngày", (_DRAWN,), _DRAWING),
    Command(
        "parse-deadline",
        "cho biết chương trình hiểu lời ghi thời hạn thế nào, không đụng đến dữ liệu nào",
        (Argument("phrase", "LỜI", "lời ghi thời hạn như trong kế hoạch"),),
        (Argument("--year", "NĂM", "năm của kế hoạch, cho thời hạn không ghi năm"),),
    ),
    Command(
        "target",
        "đo các chỉ tiêu theo kỳ, và đánh dấu chỉ tiêu nằm trong phần lời",
        actions=(
            Command("show", "xem các chỉ tiêu: giao, đạt, kết luận, năm trước", (_PLAN,), (_PERIOD,)),
            Command(
                "set", 'ghi số liệu của một chỉ tiêu trong một kỳ; để trống ("") là xóa', (_PLAN, _TARGET), _MEASURES
            ),
            Command(
                "mark",
                "đánh dấu chỉ tiêu trong phần lời; chữ của kế hoạch giữ nguyên",
                (_PLAN,),
                (
                    Argument("--item", "ĐOẠN", "mã của đoạn văn hoặc hàng có chỉ tiêu, theo lệnh target show"),
                    Argument("--value", "GIÁ-TRỊ", "chỉ chỉ tiêu này của đoạn, ghi như lệnh target show"),
                    Argument("--all", "", "mọi chỉ tiêu tìm thấy", flag=True),
                ),
            ),
            Command("unmark", "bỏ đánh dấu một chỉ tiêu", (_PLAN, _TARGET)),
        ),
    ),
    Command(
        "backup",
        "sao lưu dữ liệu ngay: vào thư mục sao lưu của cơ quan, hoặc ra tệp, thư mục được nêu",
        (
            Argument(
                "new_file",
                "RA",
                "tệp mới hoặc thư mục, như USB; không ghi là thư mục sao lưu cạnh tệp dữ liệu",
                Path,
                optional=True,
            ),
        ),
        (Argument("--password", "", "khóa bản ghi ra bằng mật khẩu sẽ hỏi; quên mật khẩu là mất bản ấy", flag=True),),
    ),
    Command("backups", "liệt kê các bản sao lưu: khi nào, vì sao, có gì, còn nguyên không"),
    Command(
        "restore",
        "khôi phục một bản sao lưu thành tệp mới, hoặc lấy lại một kế hoạch, bảng, nhiệm vụ; không bao giờ xóa gì",
        (
            Argument("backup", "BẢN-SAO-LƯU", "tệp, tên tệp, hoặc số trong danh sách backups (1 là mới nhất)"),
            Argument("new_file", "TỆP-MỚI", "tệp dữ liệu mới sẽ ghi; không ghi đè tệp đã có", Path, optional=True),
        ),
        (
            Argument("--plan", "KẾ-HOẠCH", "lấy lại kế hoạch này vào dữ liệu đang dùng", to="plan"),
            Argument("--table", "BẢNG", "chỉ bảng này của kế hoạch: mã, hoặc thứ tự từ 1"),
            Argument("--task", "VIỆC", "chỉ việc này của kế hoạch: mã, số in, hoặc trọn nội dung"),
            Argument("--copy", "", "lấy thành một bản dự thảo riêng; kế hoạch hiện nay không đổi", flag=True),
        ),
    ),
    Command(
        "check-office",
        "kiểm tra kỹ tệp dữ liệu: cấu trúc, từng bản ghi so với nhật ký, các tệp lưu kèm; tệp không bị thay đổi",
        (Argument("damaged", "TỆP", "tệp dữ liệu cần kiểm tra; không ghi là tệp của bạn", Path, optional=True),),
    ),
    Command(
        "repair",
        "lấy lại những gì đọc được của một tệp dữ liệu bị hỏng ra một tệp mới; tệp cũ giữ nguyên",
        (
            Argument("damaged", "TỆP-HỎNG", "tệp dữ liệu bị hỏng", Path),
            Argument("out", "TỆP-MỚI", "tệp dữ liệu mới sẽ được ghi; chưa được có tệp nào mang tên này", Path),
        ),
    ),
    Command("undo", "hoàn tác thao tác gần nhất"),
    Command("redo", "làm lại thao tác vừa hoàn tác"),
    Command("history", "xem các thao tác đã làm với một kế hoạch, văn bản, đơn vị …", (_PLAN,)),
    Command("ruler", "in trang thước đo, để kiểm tra máy in có thu nhỏ hay lệch lề, ra tệp PDF", (_PDF,)),
    Command("guide", "in hướng dẫn sử dụng, có hình, ra tệp PDF", (_PDF,)),
    Command(
        "update",
        "thay chương trình đã cài bằng bản khác từ một tệp, hoặc quay về bản trước",
        (Argument("package", "TỆP", "tệp cập nhật; không ghi là chỉ xem đang dùng bản nào", Path, optional=True),),
        (
            Argument("--back", "", "quay về bản ngay trước lần cập nhật gần nhất", flag=True),
            Argument("--anyway", "", "vẫn cài dù tệp không có chữ ký của nơi cung cấp", flag=True),
        ),
    ),
    Command("sample", "in kế hoạch mẫu ra tệp PDF, không đụng đến dữ liệu nào", (_PDF,)),
)
