//! The words by which Vietnamese offices call the units that work with children. Data, not rules: every pattern is
//! matched on folded text (lower case, no marks), and `marks` names a word that must be there with its marks when
//! folding would make it another one ("Trưởng" and "Trường", "ấp" and "áp").

use super::preview::UnitKind;
use crate::words::{Pattern, regex};

pub(super) struct Entry {
    pub(super) kind: Option<UnitKind>,
    pub(super) sure: bool,
    pub(super) pattern: &'static Pattern,
    /// One of these must stand in the matched words, in lower case with marks; empty for no condition.
    pub(super) marks: &'static [&'static str],
    /// Only where a unit is expected: in a heading, a table cell, or right after "phối hợp với".
    pub(super) expected_only: bool,
    /// The pattern runs on to the next comma: the words end where an order begins.
    pub(super) open_ended: bool,
}

const fn entry(kind: UnitKind, pattern: &'static Pattern) -> Entry {
    Entry { kind: Some(kind), sure: true, pattern, marks: &[], expected_only: false, open_ended: false }
}

impl Entry {
    const fn unsure(self) -> Self {
        Self { sure: false, ..self }
    }

    const fn with(self, marks: &'static [&'static str]) -> Self {
        Self { marks, ..self }
    }

    const fn expected(self) -> Self {
        Self { expected_only: true, ..self }
    }

    const fn open_ended(self) -> Self {
        Self { open_ended: true, ..self }
    }

    const fn unknown(self) -> Self {
        Self { kind: None, ..self }
    }
}

static POLICE: Pattern = regex!(
    r"\b(?:(?:truong|pho|ban chi huy|ban lanh dao|luc luong|ban) )*(?:cong an(?: nhan dan)?(?: (?:phuong|xa|thi tran|dac khu|khu vuc))?|ca (?:phuong|xa))\b"
);
static POLICE_ABOVE: Pattern = regex!(r"\bcong an (?:thi xa|huyen|quan|tinh|thanh pho|tp)\b");
static YOUTH: Pattern = regex!(
    r"\b(?:(?:ban chap hanh|bch|ban thuong vu|btv|bi thu|pho bi thu|cac) )?(?:doan (?:tncs ?(?:ho chi minh|hcm)?|tn ?(?:cs)? ?(?:hcm|ho chi minh)?|thanh nien(?: cong san)?(?: ho chi minh| hcm)?|phuong|xa|thi tran|dac khu|co so)|(?:hoi dong|hd|lien) doi\b|hoi (?:lien hiep thanh nien|lhtn)|chi doan|tong phu trach doi)(?: (?:viet nam|phuong|xa|thi tran|(?:cac |tai )?(?:thon|xom|ap|khu pho|khoi pho|to dan pho|tdp|khu dan cu)))*"
);
static YOUTH_ABOVE: Pattern = regex!(r"\b(?:thanh|huyen|thi|tinh|quan|tw|trung uong) doan\b");
/// "UBND Tổ quốc" is a slip that real plans make.
static FRONT: Pattern = regex!(
    r"\b(?:(?:ban thuong truc|thuong truc|chu tich|ban cong tac|ban) )*(?:(?:uy ban|ub|ubnd|uy ban nhan dan)? ?(?:mat tran(?: to quoc| tq)?|mttq|to quoc viet nam)|ubmttq|ubmt)(?: ?(?:viet nam|vn|phuong|xa|thi tran))*\b"
);
pub(super) static FRONT_SLIP: Pattern = regex!(r"^(?:.*\b)?(?:ubnd|uy ban nhan dan) ?(?:mat tran|to quoc|mttq)");
static MASS: Pattern = regex!(
    r"\b(?:cac )?(?:to chuc|doan the) (?:chinh tri|ct) ?(?:[-,–] ?)?(?:va )?(?:xa hoi|xh)\b|\bhoi (?:lien hiep )?phu nu\b|\bhoi (?:lhpn|pn|nong dan|nd|cuu chien binh|ccb)\b|\b(?:cac )?to chuc thanh vien\b"
);
/// "MTTQ, Đoàn Thanh niên, Phụ nữ, Nông dân": in a list the word "Hội" is left out.
static MEMBERS: Pattern = regex!(r"\b(?:phu nu|nong dan|cuu chien binh)\b");
static UNION: Pattern = regex!(r"\bcong doan\b");
static SOCIETY: Pattern = regex!(
    r"\bhoi (?:nguoi cao tuoi|nct|chu thap do|ctd|khuyen hoc|bao ve quyen tre em|bvqte|cuu giao chuc|cuu thanh nien xung phong|tu thien|dong y|bao tro)\b|\b(?:cac )?(?:ban,? ?(?:va )?)?(?:nganh,? ?(?:va )?)?doan the\b|\bcac (?:to chuc )?hoi\b|\bcac to chuc xa hoi\b"
);
static DEPARTMENT: Pattern = regex!(r"\bphong (?:van hoa|vh) ?(?:[-–,] ?)?(?:va )?(?:xa hoi|xh)\b");
static DEPARTMENT_ABOVE: Pattern = regex!(
    r"\b(?:phong (?:lao dong|ld ?-? ?tb|ldtb|giao duc|gd|noi vu|y te|tu phap|tai chinh|van hoa (?:va |, ?)?(?:thong tin|tt|khoa hoc|the thao)|vh ?-? ?tt)(?: ?[-–] ?thuong binh(?: ?(?:va|[-–]) ?xa hoi)?| va dao tao|&dt| ?- ?ke hoach| va thong tin| ?& ?xh)?)\b"
);
static OFFICE_ABOVE: Pattern = regex!(r"\b(?:so|bo) (?:y te|lao dong|noi vu|giao duc|van hoa|tai chinh|tu phap)\b");
static LABOUR: Pattern = regex!(
    r"\b(?:lao dong ?[-–,]? ?thuong binh ?(?:(?:va|[-–,]|&) ?)?xa hoi|ld ?[-–]? ?tb ?(?:[-–&]|va)? ?xh|ldtbxh|chinh sach(?: ?[-–]? ?xa hoi)?)\b"
);
static CULTURE: Pattern =
    regex!(r"\b(?:van hoa ?(?:[-–,] ?)?(?:va )?(?:xa hoi|thong tin|the thao)|vh ?[-–] ?(?:xh|tt)|vhxh|vhtt)\b");
static RADIO: Pattern = regex!(
    r"\b(?:(?:ban bien tap|phu trach|can bo) )?(?:dai|tram|to|ban) (?:phat thanh|truyen thanh)\b|\bban bien tap\b"
);
static CULTURE_CENTRE: Pattern = regex!(r"\btrung tam (?:van hoa|vh)[^,;:.()]{0,60}");
static NEIGHBORHOOD: Pattern = regex!(
    r"\b(?:(?:cac|tat ca cac|toan bo|\d{1,3}) )?(?:(?:cac )?(?:bi thu(?: chi bo)?|chi bo|ban cong tac mat tran|to truong|khu pho truong|thon truong|xom truong|ap truong|truong|to pho|pho|ban can su|ban quan ly|ban dieu hanh|dai dien|can bo)(?:,| va|) )*(?:cac )?(?:khu pho|to dan pho|tdp|thon|xom|khoi pho|tieu khu|khu dan cu|to nhan dan|khu vuc dan cu)\b(?:(?:,| va|,? ?-|/) ?(?:cac )?(?:khu pho|to dan pho|tdp|thon|xom|khoi pho|khu dan cu|to nhan dan)\b)*"
);
static HAMLET: Pattern = regex!(r"\b(?:(?:cac|truong|cac truong|\d{1,3}) )(?:cac )?(?:ap|ban|lang|buon|khoi|khom)\b");
static VOLUNTEERS: Pattern = regex!(
    r"\b(?:doi ngu |cac )?(?:cong tac vien|ctv)(?: (?:tre em|bao ve tre em|lam cong tac tre em|dan so[^,;:.()]{0,20}|cong tac xa hoi))?\b"
);
static SCHOOL: Pattern = regex!(
    r"\b(?:(?:cac|ban giam hieu|bgh|hieu truong|tat ca cac|\d{1,2}) )*(?:truong (?:hoc|tieu hoc|mam non|mau giao|thcs|th|thpt|mn|lien cap|trung hoc|pho thong|ptdtbt|ptdtnt|dan toc|dan lap|cong lap)|nha truong|don vi truong)(?:(?:,| va|,? ?-|/| &) ?(?:cac )?(?:truong )?(?:tieu hoc|mam non|mau giao|thcs|thpt|mn|th|trung hoc(?: co so| pho thong)?))*\b"
);
static SCHOOLS: Pattern = regex!(r"\bcac truong\b|\b(?:cac )?(?:co so|don vi) giao duc\b");
static HEALTH: Pattern = regex!(
    r"\b(?:(?:truong|tram truong|can bo|nhan vien) )?(?:tram y te|tyt|y te (?:phuong|xa|thi tran)|trung tam y te dac khu)\b"
);
static HEALTH_STAFF: Pattern = regex!(r"\b(?:(?:can bo|nhan vien|nganh) )?y te\b");
static HEALTH_ABOVE: Pattern = regex!(r"\b(?:trung tam y te|benh vien|phong kham da khoa)\b");
static COMMITTEE: Pattern = regex!(
    r"\b(?:(?:lanh dao|thuong truc|chu tich|pho chu tich|cac pho chu tich) )*(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|dang uy)\b"
);
static COMMITTEE_ABOVE: Pattern =
    regex!(r"\b(?:ubnd|uy ban nhan dan) (?:thi xa|huyen|quan|tinh|thanh pho|tp)\b|\bcap tren\b");
static OFFICE: Pattern = regex!(
    r"\bvan phong(?: (?:hdnd|ubnd|dang uy|hoi dong nhan dan|uy ban nhan dan|hd))(?: ?(?:va|[-–,&]) ?(?:ubnd|hdnd|uy ban nhan dan))*|\bvan phong ?[-–]? ?thong ke\b"
);
static STEERING: Pattern = regex!(
    r"\bban (?:chi dao|dieu hanh|to chuc)(?: (?:cong tac )?(?:tre em|bao ve tre em|sinh hoat he|hoat dong he|he|thang hanh dong(?: vi tre em)?))?\b"
);
static CENTRE: Pattern = regex!(r"\btrung tam [^,;:.()]{3,60}");
static MILITARY: Pattern = regex!(
    r"\b(?:(?:ban chi huy|ban ch|bch) )?quan su(?: (?:phuong|xa|thi tran|dac khu))?\b|\bban chqs(?: (?:phuong|xa))?\b|\b(?:xa|phuong) doi\b"
);
static OTHER_DEPARTMENT: Pattern = regex!(
    r"\bphong (?:kinh te|ha tang|do thi|tai nguyen|hanh chinh)[^;:.()]{0,40}|\b(?:tai chinh|ke toan)(?: ?[-–]? ?(?:ke toan|ngan sach|tai chinh))?\b"
);

pub(super) static ENTRIES: [Entry; 35] = [
    entry(UnitKind::Superior, &POLICE_ABOVE).unsure(),
    entry(UnitKind::Police, &POLICE),
    entry(UnitKind::YouthUnion, &YOUTH).with(&["đoàn", "đội", "hội"]),
    entry(UnitKind::Superior, &YOUTH_ABOVE).with(&["đoàn"]).unsure(),
    entry(UnitKind::FatherlandFront, &FRONT),
    entry(UnitKind::FatherlandFront, &MASS),
    entry(UnitKind::FatherlandFront, &MEMBERS).with(&["phụ nữ", "nông dân", "cựu chiến binh"]).expected(),
    entry(UnitKind::FatherlandFront, &UNION).with(&["công đoàn"]),
    entry(UnitKind::FatherlandFront, &SOCIETY).with(&["hội", "đoàn thể", "các tổ chức"]).unsure(),
    entry(UnitKind::SocialPolicy, &DEPARTMENT).unsure(),
    entry(UnitKind::Superior, &DEPARTMENT_ABOVE).with(&["phòng"]),
    entry(UnitKind::Superior, &OFFICE_ABOVE).with(&["sở", "bộ"]),
    entry(UnitKind::SocialPolicy, &LABOUR).unsure().expected(),
    entry(UnitKind::Culture, &CULTURE).unsure().expected(),
    entry(UnitKind::Culture, &RADIO).with(&["đài", "trạm", "tổ", "ban"]),
    entry(UnitKind::Culture, &CULTURE_CENTRE).unsure().open_ended(),
    entry(UnitKind::Neighborhood, &NEIGHBORHOOD),
    entry(UnitKind::Neighborhood, &HAMLET).with(&["ấp", "bản", "làng", "buôn", "khối", "khóm"]),
    entry(UnitKind::Neighborhood, &VOLUNTEERS).unsure(),
    entry(UnitKind::School, &SCHOOL).with(&["trường"]),
    entry(UnitKind::School, &SCHOOLS).with(&["trường", "giáo dục"]),
    entry(UnitKind::HealthStation, &HEALTH),
    entry(UnitKind::HealthStation, &HEALTH_STAFF).with(&["y tế"]).unsure().expected(),
    entry(UnitKind::Superior, &HEALTH_ABOVE).unsure(),
    entry(UnitKind::Leadership, &COMMITTEE),
    entry(UnitKind::Superior, &COMMITTEE_ABOVE),
    entry(UnitKind::Leadership, &OFFICE).unsure(),
    entry(UnitKind::Leadership, &STEERING).unsure(),
    entry(UnitKind::Leadership, &CENTRE).unknown().expected().open_ended(),
    entry(UnitKind::Leadership, &MILITARY).with(&["quân sự", "chqs", "xã đội", "phường đội"]).unknown().expected(),
    entry(UnitKind::Leadership, &OTHER_DEPARTMENT).unknown().expected().open_ended(),
    entry(UnitKind::Leadership, &OFFICER_OF_MONEY).unknown().expected().open_ended(),
    entry(UnitKind::Leadership, &OFFICER_OF_LAW).unknown().expected(),
    entry(UnitKind::Leadership, &EVERYBODY).unknown().expected(),
    entry(UnitKind::Leadership, &FAMILY).unknown().expected(),
];

static OFFICER_OF_MONEY: Pattern =
    regex!(r"\b(?:kho bac|ngan hang|buu dien|quy tin dung|cong ty|doanh nghiep)\b[^,;:.()]{0,40}");
static OFFICER_OF_LAW: Pattern =
    regex!(r"\b(?:tu phap ?[-–]? ?ho tich|dia chinh ?[-–]? ?xay dung|to cong nghe so cong dong)\b");
static EVERYBODY: Pattern = regex!(
    r"\b(?:thu truong )?cac (?:cong chuc|can bo|ban,? nganh|ban\b|nganh|don vi|co quan|phong,? ban|phong\b|bo phan|thanh vien(?: (?:cua )?(?:ban chi dao|ban to chuc|bcd|btc))?)(?:(?:,| va) (?:cac )?(?:ban|nganh|don vi|co quan|bo phan|ca nhan|to chuc))*(?: (?:chuyen mon|co lien quan|lien quan|thuoc|truc thuoc))*"
);
static FAMILY: Pattern = regex!(r"\b(?:cac )?(?:gia dinh|cha me|phu huynh)\b");

/// An officer, whose field says which unit: the words after the office are looked up below.
pub(super) static OFFICER: Pattern =
    regex!(r"\b(?:cac )?(?:cong chuc|can bo|cb|cc|bo phan|chuyen vien|nganh|phu trach|cong chuc phu trach|ban) ");
/// Where the name of an officer's field ends and the order begins.
pub(super) static FIELD_END: Pattern = regex!(
    r"[;:.)]|\((?:[^plcm]|p[^h])|, ?(?:(?:tham muu|phoi hop|huong dan|to chuc|cac |cong an|doan |hoi |uy ban|ubnd|tram |truong ))|\b(?:huong dan|to chuc|tham muu|chu tri|phoi hop|thuc hien|co trach nhiem|chiu trach nhiem|xay dung|theo doi|tong hop|ra soat|tuyen truyen|tiep tuc|bo tri|can doi)\b"
);
pub(super) static FIELD_SOCIAL: Pattern = regex!(
    r"\b(?:chinh sach(?: ?[-–]? ?xa hoi)?|lao dong ?[-–,]? ?thuong binh ?(?:(?:va|[-–,]|&) ?)?xa hoi|lao dong|ld ?[-–]? ?tb ?(?:[-–&]|va)? ?xh|ldtbxh|tbxh|tb ?& ?xh|thuong binh(?: ?[-–] ?xa hoi)?|(?:bao ve )?tre em|bao tro xa hoi|giam ngheo)\b"
);
pub(super) static FIELD_CULTURE: Pattern = regex!(
    r"\b(?:van hoa(?: ?(?:[-–,] ?)?(?:va )?(?:xa hoi|thong tin|the thao))?|vh ?[-–]? ?(?:xh|tt)|truyen thanh|dai phat thanh|thong tin truyen thong|the thao|gia dinh)\b"
);
pub(super) static FIELD_OFFICE: Pattern = regex!(r"\b(?:van phong(?: ?[-–]? ?thong ke)?|vp ?[-–] ?tk)\b");
pub(super) static FIELD_OTHER: Pattern = regex!(
    r"\b(?:tu phap(?: ?[-–] ?ho tich)?|dia chinh(?: ?[-–] ?[a-z]+(?: [a-z]+)*)?|tai chinh(?: ?[-–] ?ke toan)?|ke toan(?: ?[-–]? ?ngan sach)?|quan su|xay dung|moi truong|chuyen mon|lien quan|y te)\b"
);
