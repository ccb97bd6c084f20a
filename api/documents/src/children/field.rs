//! What a column can hold.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// What stands in a column. In JSON its name in snake case; a group's or risk's own column is `circumstance_hc04`,
/// `risk_nc03`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Ordinal,
    FullName,
    FamilyAndMiddleName,
    GivenName,
    DateOfBirth,
    BirthYear,
    /// Day, month and year in three columns.
    BirthDay,
    BirthMonth,
    /// The date stands in the column of the child's sex ("Ngày sinh: Nam | Nữ").
    BirthDateIfMale,
    BirthDateIfFemale,
    Sex,
    /// `x` for a boy.
    IsMale,
    IsFemale,
    Ethnicity,
    PersonalId,
    Neighborhood,
    Address,
    PermanentAddress,
    TemporaryAddress,
    FatherName,
    FatherPhone,
    FatherBirthYear,
    FatherJob,
    MotherName,
    MotherPhone,
    MotherBirthYear,
    MotherJob,
    GuardianName,
    GuardianPhone,
    GuardianRelation,
    Phone,
    School,
    /// The class.
    Grade,
    /// `TH Ba Đình - 5A` in one cell.
    SchoolAndClass,
    HealthInsuranceNo,
    HealthInsuranceValidTo,
    HasHealthInsurance,
    Disability,
    Illness,
    IsPoor,
    IsNearPoor,
    Poverty,
    CanSwim,
    /// Free words or codes, several parted by `;` or `,`.
    Circumstance,
    Risk,
    /// `x` in a column of one of the 14 groups: 1 for HC01.
    Group(u8),
    /// `x` in a column of one risk: 1 for NC01, 99 for NC99.
    RiskOf(u8),
    /// The system's own code of the child.
    Code,
    Note,
    /// Not read, not kept.
    Ignore,
}

/// Every field without a number, with its name in JSON and its heading in Vietnamese.
const NAMES: [(Field, &str, &str); 47] = [
    (Field::Ordinal, "ordinal", "STT"),
    (Field::FullName, "full_name", "Họ và tên"),
    (Field::FamilyAndMiddleName, "family_and_middle_name", "Họ và tên đệm"),
    (Field::GivenName, "given_name", "Tên"),
    (Field::DateOfBirth, "date_of_birth", "Ngày sinh"),
    (Field::BirthYear, "birth_year", "Năm sinh"),
    (Field::BirthDay, "birth_day", "Ngày (sinh)"),
    (Field::BirthMonth, "birth_month", "Tháng (sinh)"),
    (Field::BirthDateIfMale, "birth_date_if_male", "Ngày sinh (nam)"),
    (Field::BirthDateIfFemale, "birth_date_if_female", "Ngày sinh (nữ)"),
    (Field::Sex, "sex", "Giới tính"),
    (Field::IsMale, "is_male", "Nam"),
    (Field::IsFemale, "is_female", "Nữ"),
    (Field::Ethnicity, "ethnicity", "Dân tộc"),
    (Field::PersonalId, "personal_id", "Số định danh cá nhân"),
    (Field::Neighborhood, "neighborhood", "Khu phố"),
    (Field::Address, "address", "Nơi ở hiện nay"),
    (Field::PermanentAddress, "permanent_address", "Nơi thường trú"),
    (Field::TemporaryAddress, "temporary_address", "Nơi tạm trú"),
    (Field::FatherName, "father_name", "Họ tên cha"),
    (Field::FatherPhone, "father_phone", "Số điện thoại cha"),
    (Field::FatherBirthYear, "father_birth_year", "Năm sinh cha"),
    (Field::FatherJob, "father_job", "Nghề nghiệp cha"),
    (Field::MotherName, "mother_name", "Họ tên mẹ"),
    (Field::MotherPhone, "mother_phone", "Số điện thoại mẹ"),
    (Field::MotherBirthYear, "mother_birth_year", "Năm sinh mẹ"),
    (Field::MotherJob, "mother_job", "Nghề nghiệp mẹ"),
    (Field::GuardianName, "guardian_name", "Người chăm sóc"),
    (Field::GuardianPhone, "guardian_phone", "Số điện thoại người chăm sóc"),
    (Field::GuardianRelation, "guardian_relation", "Quan hệ với trẻ"),
    (Field::Phone, "phone", "Số điện thoại"),
    (Field::School, "school", "Trường"),
    (Field::Grade, "grade", "Lớp"),
    (Field::SchoolAndClass, "school_and_class", "Trường, lớp"),
    (Field::HealthInsuranceNo, "health_insurance_no", "Mã số BHYT"),
    (Field::HealthInsuranceValidTo, "health_insurance_valid_to", "BHYT có giá trị đến"),
    (Field::HasHealthInsurance, "has_health_insurance", "Có thẻ BHYT"),
    (Field::Disability, "disability", "Khuyết tật"),
    (Field::Illness, "illness", "Bệnh tật"),
    (Field::IsPoor, "is_poor", "Hộ nghèo"),
    (Field::IsNearPoor, "is_near_poor", "Hộ cận nghèo"),
    (Field::Poverty, "poverty", "Diện hộ"),
    (Field::CanSwim, "can_swim", "Biết bơi"),
    (Field::Circumstance, "circumstance", "Hoàn cảnh đặc biệt"),
    (Field::Risk, "risk", "Nguy cơ"),
    (Field::Code, "code", "Mã trẻ"),
    (Field::Note, "note", "Ghi chú"),
];
const IGNORE: &str = "ignore";

/// Numbers of the risks of the administrative list.
const RISKS: [u8; 16] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 99];

impl Field {
    /// All of them, for a list to choose from.
    pub fn all() -> impl Iterator<Item = Self> {
        let named = NAMES.iter().map(|(field, ..)| *field);
        named.chain((1..=14).map(Self::Group)).chain(RISKS.map(Self::RiskOf)).chain([Self::Ignore])
    }

    /// The stable name in JSON.
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Self::Ignore => IGNORE.into(),
            Self::Group(number) => format!("circumstance_hc{number:02}").into(),
            Self::RiskOf(number) => format!("risk_nc{number:02}").into(),
            _ => NAMES.iter().find(|(field, ..)| *field == self).map_or("", |(_, name, _)| name).into(),
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        if let Some(number) = name.strip_prefix("circumstance_hc") {
            return number.parse().ok().filter(|number| (1..=14).contains(number)).map(Self::Group);
        }
        if let Some(number) = name.strip_prefix("risk_nc") {
            return number.parse().ok().filter(|number| RISKS.contains(number)).map(Self::RiskOf);
        }
        if name == IGNORE {
            return Some(Self::Ignore);
        }
        NAMES.iter().find(|(_, known, _)| *known == name).map(|(field, ..)| *field)
    }

    /// How a heading calls it.
    pub fn vietnamese(self) -> Cow<'static, str> {
        match self {
            Self::Ignore => "Bỏ qua".into(),
            Self::Group(number) => format!("HC{number:02}").into(),
            Self::RiskOf(number) => format!("NC{number:02}").into(),
            _ => NAMES.iter().find(|(field, ..)| *field == self).map_or("", |(.., heading)| heading).into(),
        }
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.name())
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = Cow::<str>::deserialize(from)?;
        Self::from_name(&name).ok_or_else(|| D::Error::custom("unknown field of a child"))
    }
}

impl PartialSchema for Field {
    fn schema() -> RefOr<Schema> {
        let names = Self::all().map(|field| field.name().into_owned());
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).build().into()
    }
}

impl ToSchema for Field {
    fn name() -> Cow<'static, str> {
        "ChildField".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        for field in Field::all() {
            assert_eq!(Field::from_name(&field.name()), Some(field));
            assert_eq!(serde_json::from_str::<Field>(&serde_json::to_string(&field).unwrap()).unwrap(), field);
        }
        assert_eq!(Field::from_name("circumstance_hc15"), None);
        assert!(serde_json::from_str::<Field>("\"nothing\"").is_err());
    }
}
