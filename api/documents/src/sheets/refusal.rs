//! Why a list is refused, and what its owner can do about it.

/// A spreadsheet that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SheetFault {
    /// No bytes, or no cell with content.
    Empty,
    /// More than [`super::MAX_BYTES`].
    TooLarge,
    /// Small as a file, huge when unpacked.
    Bomb,
    /// More than [`super::MAX_ROWS`].
    TooManyRows,
    /// More than [`super::MAX_COLUMNS`].
    TooManyColumns,
    /// Protected by a password.
    Encrypted,
    /// An `.xls` that can't be read: older than Excel 97, or damaged.
    OldExcel,
    /// The binary form of `.xlsx`.
    Binary,
    Pdf,
    /// A Word file, old or new.
    Word,
    /// Another Office or OpenDocument file: slides, a drawing.
    OtherOffice,
    Rtf,
    /// A web page or XML, often one saved under the name `.xls`.
    Html,
    /// A photo or scan of the list.
    Image,
    /// A zip, rar or 7z that is no spreadsheet.
    OtherArchive,
    /// Cut or damaged.
    Broken,
    /// The XML declares its own entities: no spreadsheet program writes that, attackers do.
    Dtd,
    /// Bytes that are neither a spreadsheet nor text.
    NotSheet,
    /// Text in an encoding that was not recognised.
    UnknownEncoding,
}

impl SheetFault {
    /// Code, Vietnamese, English.
    pub(crate) fn entry(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Empty => (
                "sheet_file_empty",
                "Tệp không có dòng nào. Hãy kiểm tra lại và chọn đúng tệp danh sách.",
                "The file holds no rows. Check it and choose the file of the list.",
            ),
            Self::TooLarge => (
                "sheet_file_too_large",
                "Tệp lớn hơn 20 MB. Hãy xóa ảnh và các trang tính thừa, hoặc chia danh sách thành nhiều tệp, rồi tải lại.",
                "The file is larger than 20 MB. Remove pictures and spare sheets, or split the list, and upload it again.",
            ),
            Self::Bomb => (
                "sheet_file_bomb",
                "Tệp phình quá lớn khi mở nên bị từ chối. Hãy chép riêng danh sách sang một tệp Excel mới rồi tải lại.",
                "The file unpacks to an unreasonable size. Copy the list alone into a new Excel file and upload that.",
            ),
            Self::TooManyRows => (
                "sheet_file_too_many_rows",
                "Tệp có hơn 60.000 dòng. Hãy chia danh sách thành nhiều tệp (ví dụ theo khu phố) rồi tải lần lượt.",
                "The file has more than 60,000 rows. Split the list (by neighborhood, say) and upload the parts.",
            ),
            Self::TooManyColumns => (
                "sheet_file_too_many_columns",
                "Trang tính có hơn 200 cột có dữ liệu. Hãy xóa các cột không cần, hoặc chép riêng danh sách sang tệp mới.",
                "A sheet has more than 200 columns with content. Delete the spare ones, or copy the list into a new file.",
            ),
            Self::Encrypted => (
                "sheet_file_encrypted",
                "Tệp đặt mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc) rồi lưu và tải lại.",
                "The file is protected by a password. Remove it in Excel (File → Info → Protect Workbook) and upload again.",
            ),
            Self::OldExcel => (
                "sheet_file_old_excel",
                "Không đọc được tệp Excel cũ (.xls) này. Hãy mở bằng Excel, chọn Lưu thành, kiểu .xlsx, rồi tải lại.",
                "This old Excel file (.xls) can't be read. Open it in Excel, choose Save As .xlsx, and upload again.",
            ),
            Self::Binary => (
                "sheet_file_binary",
                "Đây là tệp Excel nhị phân (.xlsb). Hãy mở bằng Excel, chọn Lưu thành, kiểu .xlsx, rồi tải lại.",
                "This is a binary Excel file (.xlsb). Open it in Excel, choose Save As .xlsx, and upload again.",
            ),
            Self::Pdf => (
                "sheet_file_pdf",
                "Đây là tệp PDF. Hãy tải lên tệp Excel gốc (.xlsx) của danh sách.",
                "This is a PDF. Upload the original Excel file (.xlsx) of the list.",
            ),
            Self::Word => (
                "sheet_file_word",
                "Đây là tệp Word. Hãy chép bảng danh sách sang Excel, lưu thành .xlsx, rồi tải lại.",
                "This is a Word file. Copy the table into Excel, save it as .xlsx, and upload that.",
            ),
            Self::OtherOffice => (
                "sheet_file_other_office",
                "Đây không phải bảng tính. Hãy chọn tệp danh sách dạng .xlsx, .xls, .ods hoặc .csv.",
                "This is no spreadsheet. Choose the list as .xlsx, .xls, .ods or .csv.",
            ),
            Self::Rtf => (
                "sheet_file_rtf",
                "Đây là tệp RTF. Hãy chép bảng danh sách sang Excel, lưu thành .xlsx, rồi tải lại.",
                "This is an RTF file. Copy the table into Excel, save it as .xlsx, and upload that.",
            ),
            Self::Html => (
                "sheet_file_html",
                "Đây là trang web hoặc XML, dù tên tệp có thể là .xls. Hãy mở bằng Excel, chọn Lưu thành, kiểu .xlsx.",
                "This is a web page or XML, though its name may end in .xls. Open it in Excel and choose Save As .xlsx.",
            ),
            Self::Image => (
                "sheet_file_image",
                "Đây là tệp ảnh. Hệ thống không đọc chữ trong ảnh; hãy tải lên tệp Excel gốc.",
                "This is a picture. Text in pictures is not read; upload the original Excel file.",
            ),
            Self::OtherArchive => (
                "sheet_file_archive",
                "Đây là tệp nén, không phải bảng tính. Hãy giải nén và chọn tệp .xlsx bên trong.",
                "This is an archive, not a spreadsheet. Unpack it and choose the .xlsx inside.",
            ),
            Self::Broken => (
                "sheet_file_broken",
                "Tệp bị hỏng hoặc tải lên chưa trọn. Hãy mở bằng Excel, lưu lại thành .xlsx rồi tải lại.",
                "The file is damaged or incomplete. Open it in Excel, save it again as .xlsx, and upload.",
            ),
            Self::Dtd => (
                "sheet_file_dtd",
                "Tệp chứa khai báo XML không an toàn nên bị từ chối. Hãy mở bằng Excel và lưu lại thành tệp .xlsx mới.",
                "The file holds an unsafe XML declaration. Open it in Excel and save it as a new .xlsx.",
            ),
            Self::NotSheet => (
                "sheet_file_unknown",
                "Không nhận ra loại tệp này. Hãy chọn tệp danh sách dạng .xlsx, .xls, .ods hoặc .csv.",
                "This kind of file is not known. Choose the list as .xlsx, .xls, .ods or .csv.",
            ),
            Self::UnknownEncoding => (
                "sheet_file_encoding",
                "Không nhận ra bảng mã của tệp CSV. Hãy mở bằng Excel, chọn Lưu thành, kiểu .xlsx \
                 (hoặc CSV UTF-8), rồi tải lại.",
                "The encoding of the CSV file is not known. Open it in Excel, choose Save As .xlsx \
                 (or CSV UTF-8), and upload again.",
            ),
        }
    }
}
