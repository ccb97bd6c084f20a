//! Why a document is not written.

use thiserror::Error;

pub type Result<T> = std::result::Result<T, WriteError>;

#[derive(Debug, Error)]
#[error("{}", self.english())]
#[non_exhaustive]
pub enum WriteError {
    /// A separation that ends before it begins, or lasts longer than the law allows.
    Separation,
    /// The parts could not be packed into a file.
    Package(#[from] zip::result::ZipError),
}

impl WriteError {
    /// For programs; never changes.
    pub fn code(&self) -> &'static str {
        self.entry().0
    }

    /// What happened and what to do, for the officer.
    pub fn vietnamese(&self) -> &'static str {
        self.entry().1
    }

    pub fn english(&self) -> &'static str {
        self.entry().2
    }

    fn entry(&self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Separation => (
                "separation_period",
                "Thời hạn tạm thời cách ly không hợp lệ: phải kết thúc sau ngày bắt đầu và không quá 15 ngày. Nếu cơ \
                 quan có thẩm quyền yêu cầu dài hơn, hãy ghi văn bản yêu cầu.",
                "The separation must end after it begins, within 15 days. If an authority requires longer, give the \
                 document that requires it.",
            ),
            Self::Package(_) => (
                "document_not_written",
                "Không tạo được tệp văn bản. Hãy thử lại; nếu vẫn lỗi, báo người quản trị hệ thống.",
                "The document could not be made. Try again; if it fails again, tell the administrator.",
            ),
        }
    }
}
