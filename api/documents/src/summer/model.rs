//! What the papers of a summer say. Names of wards, units and people are all data; what is not known yet is `None` and
//! becomes a dotted line to be filled in by hand.

use chrono::NaiveDate;

use crate::decree30::{Header, Meeting, Party, Person};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    Male,
    Female,
}

/// In which organisation of the Youth Union a child is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Membership {
    #[default]
    None,
    /// Nhi đồng, under nine.
    Star,
    /// Đội viên, the Pioneers.
    Pioneer,
    /// Đoàn viên, the Youth Union itself.
    Union,
}

/// How a neighborhood's unit rates a child's summer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rating {
    Good,
    Fair,
    Average,
    Weak,
}

/// The days of a summer's activities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summer {
    pub year: i32,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

/// What each side promises; one sentence each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Duties {
    pub school: Vec<String>,
    pub locality: Vec<String>,
    pub family: Vec<String>,
}

/// A child in the list that goes with the minutes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListedChild {
    pub name: String,
    pub born: Option<NaiveDate>,
    pub sex: Option<Sex>,
    /// For the count by grade; 1 to 12.
    pub grade: Option<u8>,
    /// "4A".
    pub class: Option<String>,
    pub school: Option<String>,
    /// Left out by the caller for a child whose address is protected.
    pub address: Option<String>,
    pub neighborhood: Option<String>,
    /// Father, mother or whoever cares for the child.
    pub caregiver: Option<String>,
    pub phone: Option<String>,
    pub membership: Membership,
    pub swims: Option<bool>,
    /// What those who lead the activities must know, nothing else of the child's health.
    pub health_note: Option<String>,
}

/// BIÊN BẢN bàn giao, tiếp nhận trẻ em về sinh hoạt hè.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverMinutes {
    pub header: Header,
    pub legal_bases: Vec<String>,
    pub meeting: Meeting,
    pub summer: Summer,
    /// The school.
    pub giver: Party,
    /// The ward's steering committee, its Youth Union, the neighborhoods.
    pub receiver: Party,
    /// Who stands for the parents; the first one signs. Empty: nobody came, two parties sign.
    pub parents: Vec<Person>,
    /// Total, girls, by grade and by neighborhood are counted from here, so that they cannot differ from the list.
    pub children: Vec<ListedChild>,
    /// Children in special circumstances or needing attention: a count, never who.
    pub needing_attention: u32,
    /// What is handed over with the children besides the list: "420 phiếu sinh hoạt hè".
    pub documents: Vec<String>,
    pub duties: Duties,
    /// How many copies are made.
    pub copies: u32,
}

/// A child who is handed back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReturnedChild {
    pub name: String,
    pub born: Option<NaiveDate>,
    pub sex: Option<Sex>,
    pub grade: Option<u8>,
    pub class: Option<String>,
    pub neighborhood: Option<String>,
    /// Sessions that the child came to, and sessions held.
    pub sessions: Option<(u32, u32)>,
    /// `None`: not rated, for instance a child who was away all summer.
    pub rating: Option<Rating>,
    /// By the neighborhood's unit.
    pub remarks: Option<String>,
    pub commended: bool,
}

/// BIÊN BẢN bàn giao trẻ em từ địa phương về nhà trường, in August.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnMinutes {
    pub header: Header,
    pub legal_bases: Vec<String>,
    pub meeting: Meeting,
    pub summer: Summer,
    /// The ward's side.
    pub giver: Party,
    /// The school.
    pub receiver: Party,
    pub parents: Vec<Person>,
    pub children: Vec<ReturnedChild>,
    /// What the summer was like, one paragraph each.
    pub assessment: Vec<String>,
    pub documents: Vec<String>,
    pub copies: u32,
}

/// One child's phiếu sinh hoạt hè.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityCard {
    pub year: i32,
    /// Above the school's name, if any: "ỦY BAN NHÂN DÂN PHƯỜNG NGỌC TRẠO".
    pub school_parent: Option<String>,
    pub school: String,
    /// Before the date of the teacher's signature; the ward's or the province's name.
    pub place: String,
    pub name: String,
    pub born: Option<NaiveDate>,
    pub sex: Option<Sex>,
    pub class: Option<String>,
    /// Học lực (kết quả học tập) in the year's end.
    pub academic: Option<String>,
    /// Hạnh kiểm (kết quả rèn luyện) in the year's end.
    pub conduct: Option<String>,
    pub talents: Option<String>,
    pub address: Option<String>,
    pub neighborhood: Option<String>,
    pub father: Option<String>,
    pub mother: Option<String>,
    pub teacher: Option<String>,
    /// "TIỂU BAN HOẠT ĐỘNG HÈ KHU PHỐ 3".
    pub unit: String,
    /// "BAN CHỈ ĐẠO HOẠT ĐỘNG HÈ PHƯỜNG NGỌC TRẠO".
    pub committee: String,
    pub sessions: Option<(u32, u32)>,
    pub remarks: Option<String>,
    pub rating: Option<Rating>,
    pub unit_head: Option<String>,
    pub committee_head: Option<String>,
}

impl Sex {
    pub fn vietnamese(self) -> &'static str {
        match self {
            Self::Male => "Nam",
            Self::Female => "Nữ",
        }
    }
}

impl Membership {
    pub fn vietnamese(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Star => "Nhi đồng",
            Self::Pioneer => "Đội viên",
            Self::Union => "Đoàn viên",
        }
    }
}

impl Rating {
    pub const ALL: [Self; 4] = [Self::Good, Self::Fair, Self::Average, Self::Weak];

    pub fn vietnamese(self) -> &'static str {
        match self {
            Self::Good => "Tốt",
            Self::Fair => "Khá",
            Self::Average => "Trung bình",
            Self::Weak => "Yếu",
        }
    }
}

impl Duties {
    /// What minutes of handovers usually say; a ward may change every word of it.
    pub fn usual() -> Self {
        let sentences = |list: &[&str]| list.iter().map(|&sentence| sentence.to_owned()).collect();
        Self {
            school: sentences(&[
                "Bàn giao đầy đủ danh sách và phiếu sinh hoạt hè; thông báo cho học sinh và cha mẹ học sinh nơi, \
                 thời gian sinh hoạt hè trên địa bàn cư trú.",
                "Cử giáo viên, Tổng phụ trách Đội phối hợp với địa phương trong thời gian hè; sử dụng kết quả sinh \
                 hoạt hè khi đánh giá học sinh.",
            ]),
            locality: sentences(&[
                "Tiếp nhận, phân công từng khu phố quản lý; tổ chức hoạt động vui chơi, rèn luyện an toàn, bổ ích, \
                 phù hợp lứa tuổi; phòng, chống đuối nước và tai nạn thương tích.",
                "Thông báo kịp thời cho gia đình khi có việc liên quan đến trẻ em; nhận xét, xếp loại và bàn giao trẻ \
                 em về nhà trường khi kết thúc hè.",
            ]),
            family: sentences(&[
                "Quản lý, chăm sóc, giáo dục con em; tạo điều kiện để con em tham gia đầy đủ các buổi sinh hoạt hè.",
                "Thông báo cho người phụ trách khi con em vắng mặt, chuyển nơi ở hoặc có điều cần lưu ý về sức khỏe.",
            ]),
        }
    }
}
