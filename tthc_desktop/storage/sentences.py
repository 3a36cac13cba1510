"""What the clerk is told of trouble with a file: what happened, and what to do; `{name}` is the file's name."""

BUSY = (
    "Tệp dữ liệu “{name}” đang bị một chương trình khác giữ.",
    "Hãy đóng chương trình đó (phần mềm sao lưu, đồng bộ, diệt vi-rút …) rồi làm lại; chưa có gì bị thay đổi.",
)
READ_ONLY = (
    "Không được phép ghi vào tệp dữ liệu “{name}” hoặc thư mục chứa nó.",
    "Hãy bỏ thuộc tính chỉ đọc, xin quyền ghi hoặc chép tệp sang thư mục của bạn; chưa có gì bị thay đổi.",
)
UNREADABLE = (
    "Không được phép đọc tệp dữ liệu “{name}”.",
    "Hãy xin quyền đọc và ghi tệp này hoặc chọn tệp khác.",
)
FULL = (
    "Ổ đĩa chứa “{name}” đã hết chỗ nên chưa ghi được gì.",
    "Hãy xóa bớt tệp trên ổ đĩa rồi làm lại; dữ liệu đã lưu trước đó vẫn còn nguyên.",
)
BROKEN_DISK = (
    "Ổ đĩa báo lỗi khi đọc hoặc ghi “{name}”.",
    "Hãy kiểm tra ổ đĩa, thẻ nhớ hoặc mạng, chép tệp sang nơi khác rồi mở lại; chưa có gì bị thay đổi.",
)
DAMAGED = (
    "Tệp dữ liệu “{name}” bị hỏng.",
    "Hãy giữ nguyên tệp này, rồi mở bản sao lưu gần nhất hoặc lấy lại những gì còn đọc được của nó.",
)
ACTING = (
    "Tệp dữ liệu “{name}” có phần tự chạy mà chương trình không bao giờ tạo ra, nên không mở.",
    "Hãy mở bản sao lưu gần nhất; nếu tệp từ nơi khác gửi đến, hãy hỏi lại nơi gửi.",
)
FOREIGN = (
    "“{name}” không phải là tệp dữ liệu của TTHC Desktop.",
    "Hãy chọn tệp do chương trình này tạo ra hoặc đặt một tên mới.",
)
NOT_OPENED = (
    "Không mở được tệp dữ liệu “{name}”.",
    "Hãy kiểm tra đường dẫn và quyền truy cập rồi thử lại.",
)
NO_MEMORY = (
    "Máy không còn đủ bộ nhớ để làm việc với “{name}”.",
    "Hãy đóng bớt chương trình rồi làm lại; chưa có gì bị thay đổi.",
)
TOO_BIG = (
    "Nội dung quá lớn để ghi vào “{name}”.",
    "Hãy chia nội dung thành nhiều phần; chưa có gì bị thay đổi.",
)
NO_LOCK = (
    "Nơi chứa “{name}” không khóa được tệp nên hai máy có thể ghi đè lên nhau.",
    "Hãy chép tệp về ổ đĩa của máy này rồi mở ở đó, hoặc nhờ người quản trị bật khóa tệp của thư mục mạng.",
)
FOLDER = (
    "“{name}” là một thư mục, không phải tệp dữ liệu.",
    "Hãy chọn một tệp trong thư mục đó hoặc đặt tên tệp mới.",
)
NO_FOLDER = (
    "Không có thư mục để chứa tệp dữ liệu “{name}”.",
    "Hãy tạo thư mục đó trước hoặc chọn nơi khác.",
)
BAD_NAME = (
    "Không dùng được tên tệp “{name}”.",
    "Hãy đặt tên ngắn hơn, không có ký tự đặc biệt.",
)
STALE = (
    "Dữ liệu trong “{name}” đã được thay đổi ở nơi khác từ lúc mở.",
    "Hãy đóng rồi mở lại tệp để thấy nội dung mới nhất, sau đó làm lại; chưa có gì bị thay đổi.",
)
NEWER = (
    "Tệp “{name}” được tạo bởi phiên bản mới hơn của TTHC Desktop.",
    "Hãy cài phiên bản mới nhất rồi mở lại; tệp vẫn còn nguyên.",
)
ABSENT = (
    "Không có dữ liệu nào trong tệp “{name}”.",
    "Hãy kiểm tra lại đường dẫn; nếu tệp vừa bị mất, hãy khôi phục từ bản sao lưu gần nhất.",
)
THERE_ALREADY = (
    "Đã có tệp “{name}”.",
    "Hãy đặt một tên khác; không tệp nào bị ghi đè.",
)
LEFT_LOG = (
    "Ở đó còn tệp “{name}”, phần ghi dở của một tệp dữ liệu cùng tên đã mất; tệp mới ở đó sẽ làm hỏng nó.",
    "Hãy đưa tệp dữ liệu ấy trở lại, đặt một tên khác, hoặc chuyển phần ghi dở sang nơi khác rồi làm lại.",
)
NOTHING_LEFT = (
    "Không đọc được nội dung nào trong tệp “{name}”.",
    "Hãy giữ nguyên tệp này và khôi phục từ bản sao lưu gần nhất.",
)
GONE = (
    "Tệp dữ liệu “{name}” không còn ở chỗ cũ: đã bị chuyển, đổi tên, xóa, hoặc ổ USB đã bị rút.",
    "Hãy đưa tệp hoặc ổ USB trở lại rồi làm lại thao tác vừa rồi, vì nó chưa được ghi; mọi thao tác trước đã được ghi.",
)
REPLACED = (
    "Tệp dữ liệu “{name}” đã bị một chương trình khác thay bằng tệp khác từ lúc mở.",
    "Hãy đóng rồi mở lại để thấy nội dung của tệp đó; thao tác vừa rồi chưa được ghi. Bản cũ có trong các bản sao lưu.",
)
NOT_UPGRADED = (
    "Không nâng cấp được tệp dữ liệu “{name}”; tệp vẫn ở dạng cũ và còn nguyên.",
    "Hãy đóng các chương trình khác đang dùng tệp rồi mở lại; nếu vẫn vậy, hãy chép riêng tệp này và báo người hỗ trợ.",
)
