//! Why a file is refused, and what its owner can do about it.

use thiserror::Error;

use crate::sheets::SheetFault;

/// A file that is not read. Each variant says in Vietnamese and English what to do next, under a stable code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.english())]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing in it: no bytes, or no word of text.
    Empty,
    /// More than [`crate::plan::MAX_BYTES`].
    TooLarge,
    /// Small as a file, huge when unpacked: a zip bomb, or a document that no ward writes.
    Bomb,
    /// More text or paragraphs than any plan has.
    TooLong,
    /// Protected by a password.
    Encrypted,
    /// Word 97–2003 (`.doc`).
    OldWord,
    /// Another binary Office file of before 2007 (`.xls`, `.ppt`).
    OldOffice,
    Pdf,
    Rtf,
    /// A web page, often one saved under the name `.doc`.
    Html,
    /// A picture of the plan: a photo or a scan.
    Image,
    /// A `.docx` that holds only pictures: a scan.
    OnlyImages,
    Spreadsheet,
    Presentation,
    OpenDocument,
    /// A zip that is no Office file.
    OtherArchive,
    /// The zip or the XML in it is cut or damaged.
    Broken,
    /// The XML declares its own entities (a DTD): no Word program writes that, attackers do.
    Dtd,
    /// Bytes that are neither a document nor text.
    NotText,
    /// TCVN3 (.VnTime), VNI, windows-1258, or text that was decoded wrongly before it came here.
    OldEncoding,
    /// A list, not a plan: its refusals speak of Excel.
    Sheet(SheetFault),
}

impl From<SheetFault> for ReadError {
    fn from(fault: SheetFault) -> Self {
        Self::Sheet(fault)
    }
}

impl ReadError {
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
            Self::Sheet(fault) => fault.entry(),
            Self::Empty => (
                "plan_file_empty",
                "Tệp không có chữ nào. Hãy kiểm tra lại và chọn đúng tệp kế hoạch.",
                "The file holds no text. Check it and choose the file of the plan.",
            ),
            Self::TooLarge => (
                "plan_file_too_large",
                "Tệp lớn hơn 20 MB. Hãy bỏ bớt ảnh trong tệp Word (Picture Format → Compress Pictures) rồi tải lại.",
                "The file is larger than 20 MB. Compress or remove its pictures in Word and upload it again.",
            ),
            Self::Bomb => (
                "plan_file_bomb",
                "Tệp nén phình quá lớn khi mở nên bị từ chối. Hãy mở bằng Word và lưu lại thành tệp .docx mới.",
                "The file unpacks to an unreasonable size. Open it in Word and save it as a new .docx.",
            ),
            Self::TooLong => (
                "plan_file_too_long",
                "Văn bản quá dài so với một kế hoạch. Hãy tải lên riêng phần kế hoạch.",
                "The text is too long for a plan. Upload the plan alone.",
            ),
            Self::Encrypted => (
                "plan_file_encrypted",
                "Tệp đặt mật khẩu. Hãy mở bằng Word, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ tài liệu) rồi lưu và tải lại.",
                "The file is protected by a password. Remove it in Word (File → Info → Protect Document) and upload again.",
            ),
            Self::OldWord => (
                "plan_file_old_word",
                "Đây là tệp Word cũ (.doc). Hãy mở bằng Word, chọn Lưu thành, kiểu .docx, rồi tải lại.",
                "This is an old Word file (.doc). Open it in Word, choose Save As .docx, and upload again.",
            ),
            Self::OldOffice => (
                "plan_file_old_office",
                "Đây là tệp Office cũ (.xls, .ppt…), không phải kế hoạch dạng Word. Hãy chọn tệp .docx hoặc .txt.",
                "This is an old Office file (.xls, .ppt…), not a Word plan. Choose a .docx or .txt file.",
            ),
            Self::Pdf => (
                "plan_file_pdf",
                "Đây là tệp PDF. Hãy tải lên tệp Word (.docx) gốc; nếu chỉ có PDF, mở bằng Word và lưu thành .docx.",
                "This is a PDF. Upload the original .docx; if there is only the PDF, open it in Word and save it as .docx.",
            ),
            Self::Rtf => (
                "plan_file_rtf",
                "Đây là tệp RTF. Hãy mở bằng Word, chọn Lưu thành, kiểu .docx, rồi tải lại.",
                "This is an RTF file. Open it in Word, choose Save As .docx, and upload again.",
            ),
            Self::Html => (
                "plan_file_html",
                "Đây là trang web (HTML). Hãy mở bằng Word, chọn Lưu thành, kiểu .docx, rồi tải lại.",
                "This is a web page (HTML). Open it in Word, choose Save As .docx, and upload again.",
            ),
            Self::Image => (
                "plan_file_image",
                "Đây là tệp ảnh. Hệ thống không đọc chữ trong ảnh; hãy tải lên tệp Word (.docx) gốc.",
                "This is a picture. Text in pictures is not read; upload the original .docx.",
            ),
            Self::OnlyImages => (
                "plan_file_only_images",
                "Tệp Word chỉ chứa ảnh quét, không có chữ. Hãy tải lên bản Word đã soạn thảo.",
                "The Word file holds only scanned pictures and no text. Upload the typed document.",
            ),
            Self::Spreadsheet => (
                "plan_file_spreadsheet",
                "Đây là bảng tính (Excel). Hãy chọn tệp kế hoạch dạng .docx hoặc .txt.",
                "This is a spreadsheet. Choose the plan as .docx or .txt.",
            ),
            Self::Presentation => (
                "plan_file_presentation",
                "Đây là tệp trình chiếu (PowerPoint). Hãy chọn tệp kế hoạch dạng .docx hoặc .txt.",
                "This is a presentation. Choose the plan as .docx or .txt.",
            ),
            Self::OpenDocument => (
                "plan_file_open_document",
                "Đây là tệp OpenDocument (.odt). Hãy mở bằng LibreOffice hoặc Word, chọn Lưu thành, kiểu .docx.",
                "This is an OpenDocument file (.odt). Open it in LibreOffice or Word and save it as .docx.",
            ),
            Self::OtherArchive => (
                "plan_file_archive",
                "Đây là tệp nén, không phải tệp Word. Hãy giải nén và chọn tệp .docx bên trong.",
                "This is an archive, not a Word file. Unpack it and choose the .docx inside.",
            ),
            Self::Broken => (
                "plan_file_broken",
                "Tệp Word bị hỏng hoặc tải lên chưa trọn. Hãy mở bằng Word, lưu lại thành .docx rồi tải lại.",
                "The Word file is damaged or incomplete. Open it in Word, save it again as .docx, and upload.",
            ),
            Self::Dtd => (
                "plan_file_dtd",
                "Tệp chứa khai báo XML không an toàn nên bị từ chối. Hãy mở bằng Word và lưu lại thành tệp .docx mới.",
                "The file holds an unsafe XML declaration. Open it in Word and save it as a new .docx.",
            ),
            Self::NotText => (
                "plan_file_not_text",
                "Không nhận ra loại tệp này. Hãy chọn tệp kế hoạch dạng .docx hoặc .txt (UTF-8).",
                "This kind of file is not known. Choose the plan as .docx or .txt (UTF-8).",
            ),
            Self::OldEncoding => (
                "plan_file_old_encoding",
                "Văn bản dùng bảng mã cũ (TCVN3 .VnTime, VNI hoặc Windows-1258). Hãy chuyển sang Unicode \
                 (UniKey: Ctrl+Shift+F6) rồi tải lại.",
                "The text uses an old encoding (TCVN3, VNI or Windows-1258). Convert it to Unicode \
                 (UniKey: Ctrl+Shift+F6) and upload again.",
            ),
        }
    }
}
