use chrono::NaiveDate;

/// Kinds of injury of the form, in its order; their codes are 01 to 11.
pub const KINDS: [&str; 11] = [
    "Ngã",
    "Bỏng/cháy",
    "Tai nạn giao thông",
    "Ngộ độc các loại",
    "Cắt, đâm",
    "Ngạt thở, hóc nghẹn",
    "Súc vật cắn",
    "Đuối nước",
    "Bom, mìn/vật nổ",
    "Điện giật",
    "Các loại TNTT khác",
];

/// Số mắc and, among them, số tử vong.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub cases: u32,
    pub deaths: u32,
}

/// One kind of injury.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InjuryRow {
    pub boys: Count,
    pub girls: Count,
    /// 0–5, 6–9, 10–13, 14–16.
    pub ages: [Count; 4],
    /// At home, at school, in the community.
    pub places: [Count; 3],
}

/// Who signs; the lines in capitals above, the name below.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signer {
    /// "NGƯỜI LẬP BIỂU"; `["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]`.
    pub lines: Vec<String>,
    pub name: Option<String>,
}

/// Everything of the form but what it can compute itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuarterTable {
    /// Body above the reporting one, if any.
    pub parent: Option<String>,
    /// "ỦY BAN NHÂN DÂN PHƯỜNG NGỌC TRẠO".
    pub unit: String,
    pub place: String,
    /// Of the report itself. `None`: to be written by hand.
    pub date: Option<NaiveDate>,
    /// "Quý I năm 2026".
    pub period: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// One row a kind, in the order of [`KINDS`].
    pub rows: [InjuryRow; 11],
    /// Children disabled by an injury in the period.
    pub disabled: u32,
    /// All children of the ward.
    pub children: u32,
    /// Wards that reported; only a province's table has it.
    pub wards_reporting: Option<u32>,
    /// Usually two: who made the table, and the head.
    pub signers: Vec<Signer>,
}
