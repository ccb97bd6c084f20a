//! Headings that stand alone, folded and with the abbreviations written out.

use super::Field;

/// Headings that stand alone; the first that fits counts.
pub(super) const WORDS: &[(&str, Field, u8)] = &[
    (r"^loi can sua|^loi$", Field::Ignore, 99),
    (r"^(?:stt|tt|so tt|so thu tu|no|thu tu|s tt|stt stt)$", Field::Ordinal, 98),
    (r"^(?:ma tre|ma so tre|ma he thong|ma ho so(?: tre)?|ma tre em|ma so he thong)", Field::Code, 92),
    (
        r"dinh danh|\bddcn\b|\bcccd\b|\bcmnd\b|\bcmtnd\b|can cuoc|\bso dd\b|\bma dd\b|\bmdd\b|\bmddcn\b|\bsdd\b|^so dd",
        Field::PersonalId,
        95,
    ),
    (
        r"(?:han|gia tri|thoi han|het han|gt|den ngay).*(?:bhyt|bao hiem y te|\bthe\b)|(?:bhyt|bao hiem y te|\bthe\b).*(?:\bhan\b|gia tri|het han|thoi han|den ngay|gt den)|^gia tri den",
        Field::HealthInsuranceValidTo,
        88,
    ),
    (r"(?:noi|noi dang ky|noi dk) (?:kcb|kham)|kcb", Field::Ignore, 0),
    (r"(?:ma|so).*(?:bhyt|bao hiem y te|bhxh|bao hiem xa hoi)|^bhyt (?:so|ma)", Field::HealthInsuranceNo, 92),
    (r"co (?:the )?(?:bhyt|bao hiem)|tham gia (?:bhyt|bao hiem)|cap the bhyt", Field::HasHealthInsurance, 88),
    (r"\bbhyt\b|bao hiem y te|^the bao hiem|^bao hiem$", Field::HealthInsuranceNo, 80),
    (
        r"^(?:ho|ho dem|ho va dem|ho lot|ho va ten dem|ho va ten lot|ho chu dem|ho va chu dem|ho ten dem|ho va ten dem hs|ho va lot|ho dem ten)$",
        Field::FamilyAndMiddleName,
        92,
    ),
    (r"^(?:ten|ten tre|ten hs|ten hoc sinh|ten goi)$", Field::GivenName, 80),
    (r"^(?:ho va ten|ho ten|ten) (?:tre em|tre|hoc sinh|hs|chau|be|em|thieu nhi|thieu nien)\b", Field::FullName, 97),
    (
        r"^(?:ho va ten|ho ten|hoten|ho va ten ten|ho ten va|ten tre em|full name|name|ho va ten khai sinh|h va ten|hvt)\b|^ho (?:va )?ten|^ho,? ten|^ten (?:chau|be|tre|em|hoc sinh|dtre)|^hoc sinh$|^tre em$",
        Field::FullName,
        95,
    ),
    (
        r"^(?:ngay sinh|ngay thang nam sinh|ngay thang namsinh|ntns|ngay thang sinh|sinh ngay|ngay sinh.*|ns|n sinh|ng sinh|date of birth|dob|birthday|ngay thang nam sinh.*|nts|ngay,? thang.*sinh)$",
        Field::DateOfBirth,
        95,
    ),
    (r"^(?:nam sinh|sinh nam|nam sinh.*|n s)$", Field::BirthYear, 92),
    (r"^(?:gioi tinh|gt|gioi|phai|sex|gender|nam nu|g tinh|nu nam|gioi tinh.*|gtinh)$", Field::Sex, 93),
    (r"^(?:nu|gai|nu x|nu danh dau x|be gai)$", Field::IsFemale, 85),
    (r"^(?:dan toc|dtoc|d toc|ethnicity|tp dan toc|thanh phan dan toc|dan toc.*)$", Field::Ethnicity, 94),
    (r"^dt$", Field::Ethnicity, 60),
    (r"quan he|\bqh voi|moi quan he", Field::GuardianRelation, 70),
    (r"dien thoai|\bsdt\b|\bso dt\b|\bdtdd\b|\bphone\b|\btel\b|\bzalo\b|lien he|lien lac", Field::Phone, 85),
    (r"truong.*\blop\b|\blop\b.*truong|noi hoc.*lop|hoc lop.*truong", Field::SchoolAndClass, 93),
    (
        r"^(?:truong|ten truong|truong hoc|truong dang hoc|don vi truong|noi hoc|noi dang hoc|noi hoc tap|school|hoc tai truong|dang hoc tai|hoc truong|co so giao duc)\b",
        Field::School,
        90,
    ),
    (
        r"^(?:lop|lop hoc|hoc lop|dang hoc lop|khoi lop|khoi,? lop|class|grade|ten lop|lop dang hoc|khoi hoc)\b",
        Field::Grade,
        92,
    ),
    (r"tam tru", Field::TemporaryAddress, 90),
    (r"thuong tru|\bhktt\b|ho khau|\bdktt\b|\bdkhk\b", Field::PermanentAddress, 90),
    (
        r"^(?:khu pho|kp|to dan pho|tdp|to|thon|xom|ap|khu|khoi pho|khu vuc|thon xom|to kp|thon to|thon ban|ban|thon khu pho|khu pho [a-z ]+|to dan pho [a-z ]+|to dan pho|thon [a-z ]+|to thon [a-z ]+|buon|lang|khu dan cu|dia ban|don vi)$",
        Field::Neighborhood,
        90,
    ),
    (r"^(?:khoi)$", Field::Neighborhood, 55),
    (r"dia chi|noi o|cho o|noi cu tru|so nha|noi sinh song|^address", Field::Address, 90),
    (r"(?:ho )?ngheo.*can ngheo|dien ho|\bhn hcn\b|hoan canh kinh te|kinh te|loai ho|thuoc ho", Field::Poverty, 90),
    (r"can ngheo|^hcn$|^cn$", Field::IsNearPoor, 90),
    (r"^(?:thuoc )?(?:dien )?(?:con )?(?:ho )?ngheo$|^hn$|^ho ngheo|^gd ngheo", Field::IsPoor, 90),
    (r"\bboi\b", Field::CanSwim, 90),
    (r"hoan canh dac biet|\bhcdb\b|^nhom (?:hc|hoan canh|doi tuong)|^tedb$|^te hcdb", Field::Circumstance, 92),
    (r"nguy co|\bhc ?kk\b|hoan canh kho khan|\bhc kho khan\b|kho khan", Field::Risk, 88),
    (
        r"^(?:dang tat|tinh trang khuyet tat|loai khuyet tat|muc do khuyet tat|dang khuyet tat|khuyet tat|tat)$",
        Field::Disability,
        85,
    ),
    (
        r"^(?:benh|benh tat|mac benh|benh ly|loai benh|tinh trang benh|suc khoe|tinh trang suc khoe|benh hiem ngheo|benh nen)$",
        Field::Illness,
        80,
    ),
    (
        r"^(?:hoan canh|hoan canh gia dinh|hc|dien|doi tuong|thuoc dien|dien doi tuong|nhom|dien uu tien|dien chinh sach)$",
        Field::Circumstance,
        75,
    ),
    (r"^(?:ghi chu|note|ghi chu.*|notes|chu thich|g chu|gc)$", Field::Note, 95),
];

#[cfg(test)]
mod tests {
    use super::super::header::guess;
    use super::*;

    fn field(path: &[&str]) -> Option<Field> {
        guess(&path.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>()).map(|(field, _)| field)
    }

    #[test]
    fn headings_alone() {
        for (heading, expected) in [
            ("STT", Field::Ordinal),
            ("TT", Field::Ordinal),
            ("Họ và tên", Field::FullName),
            ("H.tên", Field::FullName),
            ("HỌ TÊN TRẺ", Field::FullName),
            ("Họ đệm", Field::FamilyAndMiddleName),
            ("Tên", Field::GivenName),
            ("NS", Field::DateOfBirth),
            ("Ngày, tháng, năm sinh", Field::DateOfBirth),
            ("Năm sinh", Field::BirthYear),
            ("GT", Field::Sex),
            ("Giới tính", Field::Sex),
            ("Nam/Nữ", Field::Sex),
            ("Nam", Field::IsMale),
            ("Nữ", Field::IsFemale),
            ("DT", Field::Ethnicity),
            ("Dân tộc", Field::Ethnicity),
            ("CCCD", Field::PersonalId),
            ("số ĐDCN", Field::PersonalId),
            ("Số định danh cá nhân", Field::PersonalId),
            ("BHYT", Field::HealthInsuranceNo),
            ("Số thẻ BHYT", Field::HealthInsuranceNo),
            ("Hạn thẻ BHYT", Field::HealthInsuranceValidTo),
            ("HCĐB", Field::Circumstance),
            ("HC KK", Field::Risk),
            ("ĐT", Field::Phone),
            ("SĐT", Field::Phone),
            ("SĐT bố", Field::FatherPhone),
            ("Điện thoại mẹ", Field::MotherPhone),
            ("Trường/lớp", Field::SchoolAndClass),
            ("Trường", Field::School),
            ("Lớp", Field::Grade),
            ("Ghi chú", Field::Note),
            ("Khu phố", Field::Neighborhood),
            ("Địa chỉ", Field::Address),
            ("HKTT", Field::PermanentAddress),
            ("Nơi tạm trú", Field::TemporaryAddress),
            ("Họ tên cha", Field::FatherName),
            ("Họ và tên mẹ", Field::MotherName),
            ("Năm sinh bố", Field::FatherBirthYear),
            ("Nghề nghiệp mẹ", Field::MotherJob),
            ("Người chăm sóc", Field::GuardianName),
            ("Họ tên cha/mẹ", Field::GuardianName),
            ("Hộ nghèo", Field::IsPoor),
            ("Cận nghèo", Field::IsNearPoor),
            ("Hộ nghèo/cận nghèo", Field::Poverty),
            ("Biết bơi", Field::CanSwim),
            ("Mồ côi cha", Field::RiskOf(3)),
            ("Trẻ em bị bỏ rơi", Field::Group(2)),
            ("Khuyết tật", Field::Disability),
            ("Mã trẻ", Field::Code),
            ("Lỗi cần sửa", Field::Ignore),
            ("SĐT phụ huynh", Field::GuardianPhone),
            ("Con ông", Field::FatherName),
            ("Quan hệ với trẻ", Field::GuardianRelation),
        ] {
            assert_eq!(field(&[heading]), Some(expected), "{heading}");
        }
        for nothing in ["Cỡ áo", "Quê quán", "Nơi đăng ký KCB", "CCCD của mẹ", ""] {
            assert_eq!(field(&[nothing]), None, "{nothing}");
        }
    }
}
