//! The sentences that belong to no feature.

use super::Message;

macro_rules! message {
    ($name:ident, $code:literal, $vi:literal, $en:literal) => {
        pub const $name: Message = Message::new($code, $vi, $en);
    };
}

message!(
    INTERNAL,
    "internal",
    "Máy chủ gặp lỗi ngoài dự kiến. Dữ liệu của anh/chị chưa bị thay đổi; hãy thử lại, nếu vẫn lỗi hãy đọc mã yêu cầu cho quản trị.",
    "The server met an unexpected error. Nothing was changed; try again, and if it stays, give the request id to the administrator."
);
message!(
    UNAVAILABLE,
    "unavailable",
    "Cơ sở dữ liệu tạm thời không trả lời. Hãy thử lại sau vài giây.",
    "The database does not answer at the moment. Try again in a few seconds."
);
message!(
    BUSY,
    "busy",
    "Máy chủ đang nhận quá nhiều yêu cầu cùng lúc. Nội dung anh/chị nhập chưa được lưu; hãy thử lại sau vài giây.",
    "The server has too many requests at once. What you entered was not saved; try again in a few seconds."
);
message!(
    STORAGE_FULL,
    "storage_full",
    "Đĩa của máy chủ đã đầy: vẫn xem được nhưng chưa lưu được. Nội dung anh/chị nhập chưa được lưu; hãy báo quản trị dọn đĩa rồi thử lại.",
    "The server's disk is full: reading works, saving does not. What you entered was not saved; ask the administrator to make room, then try again."
);
message!(
    STORAGE_READ_ONLY,
    "storage_read_only",
    "Máy chủ đang chỉ cho xem, chưa ghi được dữ liệu. Nội dung anh/chị nhập chưa được lưu; hãy báo quản trị kiểm tra đĩa và cơ sở dữ liệu rồi thử lại.",
    "The server can only read at the moment. What you entered was not saved; ask the administrator to look at the disk and the database, then try again."
);
message!(
    STORAGE_FAILED,
    "storage_failed",
    "Máy chủ không đọc hoặc ghi được đĩa. Nội dung anh/chị nhập chưa được lưu; hãy báo quản trị kiểm tra đĩa rồi thử lại.",
    "The server cannot read or write its disk. What you entered was not saved; ask the administrator to look at the disk, then try again."
);
message!(
    TOO_SLOW,
    "too_slow",
    "Kết nối quá chậm nên nội dung chưa gửi hết. Hãy kiểm tra mạng rồi gửi lại.",
    "The connection is too slow: not all of it arrived. Look at the network and send it again."
);
message!(
    NOT_SIGNED_IN,
    "not_signed_in",
    "Anh/chị chưa đăng nhập hoặc phiên đã hết hạn. Hãy đăng nhập lại.",
    "You are not signed in, or the session has ended. Sign in again."
);
message!(
    FORBIDDEN,
    "forbidden",
    "Vai trò của anh/chị không được làm việc này. Người được làm: {who}.",
    "Your role may not do this. Who may: {who}."
);
message!(
    NOT_FOUND,
    "not_found",
    "Không tìm thấy, hoặc không thuộc phạm vi của anh/chị.",
    "Not there, or not within your scope."
);
message!(NO_ROUTE, "no_route", "Địa chỉ này không có trong API.", "There is no such address in the API.");
message!(
    METHOD,
    "method_not_allowed",
    "Địa chỉ này không nhận phương thức đó.",
    "This address does not take that method."
);
message!(MALFORMED, "malformed", "Không đọc được nội dung gửi lên: {detail}", "The body cannot be read: {detail}");
message!(
    BAD_PARAMETER,
    "bad_parameter",
    "Tham số “{name}” không hợp lệ hoặc không được hỗ trợ.",
    "The parameter “{name}” is not valid or not known."
);
message!(
    INVALID,
    "invalid",
    "Có thông tin chưa đúng. Hãy sửa các mục được nêu.",
    "Some fields are not right. Mend those named."
);
message!(
    VERSION_REQUIRED,
    "version_required",
    "Thiếu If-Match: hãy gửi phiên bản mà anh/chị đang sửa.",
    "If-Match is missing: send the version that you are changing."
);
message!(
    STALE,
    "stale",
    "Có người đã sửa trước anh/chị. Hãy xem bản mới và sửa lại; nội dung anh/chị nhập chưa mất.",
    "Somebody changed this before you. Look at the new version and apply your change again; nothing is lost."
);
message!(
    TOO_LARGE,
    "too_large",
    "Nội dung gửi lên quá lớn (tối đa {limit}).",
    "The body is too large (at most {limit})."
);
message!(
    MEDIA_TYPE,
    "media_type",
    "Kiểu nội dung không được nhận. Hãy gửi {expected}.",
    "This kind of content is not taken. Send {expected}."
);
message!(
    RATE_LIMITED,
    "rate_limited",
    "Thử quá nhiều lần. Hãy chờ {seconds} giây rồi thử lại.",
    "Too many attempts. Wait {seconds} seconds and try again."
);
message!(
    KEY_REUSED,
    "idempotency_key_reused",
    "Khóa Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy tạo khóa mới.",
    "This Idempotency-Key was used for another request. Make a new one."
);
message!(
    KEY_BAD,
    "idempotency_key_bad",
    "Idempotency-Key phải dài từ 1 đến 128 ký tự ASCII.",
    "Idempotency-Key must be 1 to 128 ASCII characters."
);
message!(
    WRONG_STATE,
    "wrong_state",
    "Không làm được ở trạng thái hiện tại. Hiện có thể: {allowed}.",
    "Not possible in the present state. Possible now: {allowed}."
);
message!(TAKEN, "taken", "Đã có bản ghi trùng.", "There is such a row already.");
