//! Warnings as they are collected: one sentence for each code, here and nowhere else.

use std::collections::HashSet;

use super::preview::{Warning, WarningCode};
use crate::block::Note;
use crate::words::shorten;

/// A hostile or hopeless file must not answer with a megabyte of complaints.
const MAX_WARNINGS: usize = 200;
const MAX_SOURCE: usize = 300;

#[derive(Debug, Default)]
pub(crate) struct Warnings {
    list: Vec<Warning>,
    seen: HashSet<(WarningCode, String)>,
    more: bool,
}

impl Warnings {
    pub(crate) fn add(&mut self, code: WarningCode, source: &str) {
        if self.list.len() >= MAX_WARNINGS {
            self.more = true;
            return;
        }
        let source = shorten(source, MAX_SOURCE);
        if self.seen.insert((code, source.clone())) {
            self.list.push(Warning { code, message: message(code).to_owned(), source });
        }
    }

    /// For text that is nowhere else in the preview: the source stays whole.
    pub(crate) fn keep(&mut self, code: WarningCode, text: &str) {
        if self.seen.insert((code, text.to_owned())) {
            self.list.push(Warning { code, message: message(code).to_owned(), source: text.to_owned() });
        }
    }

    pub(crate) fn missing(&mut self, code: WarningCode) {
        self.add(code, "");
    }

    pub(crate) fn note(&mut self, note: Note) {
        self.missing(match note {
            Note::TrackedChanges => WarningCode::TrackedChanges,
            Note::HiddenText => WarningCode::HiddenText,
            Note::Pictures => WarningCode::PicturesIgnored,
            Note::WrappedLines => WarningCode::LinesUnwrapped,
            Note::StrangeCharacters => WarningCode::StrangeCharacters,
            Note::EmbeddedDocument => WarningCode::EmbeddedDocument,
        });
    }

    pub(crate) fn into_list(mut self) -> Vec<Warning> {
        if self.more {
            let code = WarningCode::MoreWarnings;
            self.list.push(Warning { code, message: message(code).to_owned(), source: String::new() });
        }
        self.list
    }
}

fn message(code: WarningCode) -> &'static str {
    match code {
        WarningCode::TitleMissing => "Không tìm thấy dòng KẾ HOẠCH và trích yếu; hãy nhập tên kế hoạch.",
        WarningCode::YearGuessed => "Kế hoạch không ghi năm; đã lấy năm hiện tại, hãy kiểm tra.",
        WarningCode::YearConflict => "Năm trong trích yếu khác năm của thời gian thực hiện; hãy kiểm tra.",
        WarningCode::IssuerMissing => "Không tìm thấy tên cơ quan ban hành; hãy nhập.",
        WarningCode::IssuerConflict => {
            "Tên cơ quan ban hành ở đầu văn bản và trong đoạn mở đầu khác nhau; hãy kiểm tra."
        }
        WarningCode::NumberMissing => "Không tìm thấy số, ký hiệu văn bản; hãy nhập nếu đã có.",
        WarningCode::IssuedOnMissing => "Không tìm thấy ngày ban hành; hãy nhập nếu đã có.",
        WarningCode::ThemeMissing => "Không tìm thấy chủ đề của Tháng hành động; hãy nhập.",
        WarningCode::ThemeUnquoted => "Chủ đề không nằm trong ngoặc kép; hãy kiểm tra đã lấy đúng chưa.",
        WarningCode::ThemeConflict => {
            "Kế hoạch ghi chủ đề khác nhau ở các chỗ; đã lấy chủ đề ghi đầu tiên, hãy kiểm tra."
        }
        WarningCode::SlogansMissing => "Không tìm thấy thông điệp, khẩu hiệu truyền thông; hãy nhập nếu có.",
        WarningCode::PeriodMissing => "Không tìm thấy thời gian thực hiện; hãy nhập ngày bắt đầu và ngày kết thúc.",
        WarningCode::PeriodGuessed => "Thời gian thực hiện chỉ ghi tháng hoặc thiếu năm; đã suy ra ngày, hãy kiểm tra.",
        WarningCode::PeriodConflict => {
            "Kế hoạch ghi thời gian thực hiện khác nhau ở các chỗ; đã lấy chỗ đầu tiên, hãy kiểm tra."
        }
        WarningCode::LegalBasesMissing => "Không tìm thấy căn cứ (luật, thông tư, kế hoạch cấp trên); hãy nhập nếu có.",
        WarningCode::SignerMissing => "Không tìm thấy người ký; hãy nhập họ tên và chức vụ.",
        WarningCode::SeveralSigners => "Có hơn một người ký; đã lấy người đầu tiên, hãy kiểm tra.",
        WarningCode::RecipientsMissing => "Không tìm thấy Nơi nhận.",
        WarningCode::NoSections => "Không nhận ra đề mục nào; toàn bộ nội dung nằm ở phần mở đầu.",
        WarningCode::SectionsUnnumbered => "Các đề mục không đánh số; đã đánh số theo thứ tự.",
        WarningCode::NumberingGap => "Số thứ tự của đề mục bị nhảy hoặc trùng; hãy kiểm tra đề mục này.",
        WarningCode::NoAssignments => "Không tìm thấy phần giao nhiệm vụ cho đơn vị nào; hãy tự thêm nhiệm vụ.",
        WarningCode::ParagraphWithoutUnit => {
            "Đoạn trong phần tổ chức thực hiện không nêu đơn vị nên chưa thành nhiệm vụ."
        }
        WarningCode::UnitWithoutOrder => "Đơn vị được nêu nhưng bên dưới không có nhiệm vụ nào; hãy kiểm tra.",
        WarningCode::UnitUnknown => "Chưa rõ đơn vị này thuộc loại nào; hãy chọn đơn vị chủ trì.",
        WarningCode::UnitKindUnsure => "Đơn vị này có thể thuộc nhiều loại; hãy kiểm tra đơn vị chủ trì.",
        WarningCode::SeveralUnits => "Nhiều đơn vị cùng được giao; đã lấy đơn vị đầu tiên làm chủ trì, hãy kiểm tra.",
        WarningCode::UnitNameSlip => "Tên đơn vị trong văn bản viết nhầm; đã hiểu là Ủy ban Mặt trận Tổ quốc.",
        WarningCode::PageCutJoined => "Đoạn bị ngắt giữa câu đã được nối lại; hãy kiểm tra.",
        WarningCode::LinesUnwrapped => {
            "Tệp văn bản ngắt dòng theo chiều rộng trang; các dòng đã được nối lại thành đoạn."
        }
        WarningCode::DateGuessed => "Thời hạn chỉ ghi tháng hoặc khoảng thời gian; đã suy ra ngày, hãy kiểm tra.",
        WarningCode::DateOutOfWindow => {
            "Ngày này nằm xa thời gian của kế hoạch nên không lấy làm thời hạn; hãy kiểm tra."
        }
        WarningCode::TableNotUnderstood => {
            "Bảng này không có cột nội dung và đơn vị nên chưa thành nhiệm vụ; chữ vẫn được giữ."
        }
        WarningCode::TableColumnUnknown => "Không rõ ý nghĩa cột này của bảng; nội dung được đưa vào phần mô tả.",
        WarningCode::TextNotRecognised => "Không rõ đoạn này thuộc phần nào của kế hoạch; hãy kiểm tra.",
        WarningCode::TrackedChanges => "Tệp còn sửa đổi chưa duyệt (Track Changes); đã đọc như khi chấp nhận tất cả.",
        WarningCode::HiddenText => "Tệp có chữ ẩn; chữ ẩn không được đọc.",
        WarningCode::PicturesIgnored => "Tệp có hình ảnh; chữ trong hình không được đọc.",
        WarningCode::StrangeCharacters => "Tệp có ký tự lỗi; hãy kiểm tra các chỗ có dấu �.",
        WarningCode::EmbeddedDocument => "Tệp chứa một tài liệu nhúng; phần đó không được đọc.",
        WarningCode::MoreWarnings => "Còn nhiều cảnh báo khác không liệt kê.",
    }
}
