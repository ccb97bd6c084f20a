use chrono::NaiveDate;

/// The head of a document: who issues it, its number, where and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// Cơ quan chủ quản. A ward's People's Committee has none.
    pub parent: Option<String>,
    /// Who issues it: "ỦY BAN NHÂN DÂN\nPHƯỜNG NGỌC TRẠO". Written in capitals whatever the case here.
    pub issuer: String,
    /// `None`: to be given by the ward's clerk.
    pub number: Option<u32>,
    /// "BB-BCĐ", "BC-UBND"; joined to the number by a stroke. Empty: the document has no number at all.
    pub symbol: String,
    /// "Ngọc Trạo".
    pub place: String,
    pub date: Option<NaiveDate>,
}

/// One who signs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    /// `["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]`; written in capitals.
    pub lines: Vec<String>,
    /// Small, in italics, below: "(Ký, ghi rõ họ tên)".
    pub hint: Option<String>,
    /// Without title or degree. `None`: room to write it.
    pub name: Option<String>,
}
