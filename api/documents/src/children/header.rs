//! What a column's headings say, in the words that wards use.

use super::Field;
use super::place;
use super::values::circumstance;
use super::words::WORDS;
use crate::words::{Pattern, fold, identity, regex, squeeze, tidy};

/// A guess and how sure it is, in percent.
pub(super) type Guess = (Field, u8);

/// Headings above a column, the outer ones first.
pub(super) fn guess(path: &[String]) -> Option<Guess> {
    let last = path.last()?;
    let joined = path.join(" / ");
    if crate::words::char_count(last) > 120 || joined.trim().is_empty() {
        return None;
    }
    let group = path.split_last().map(|(_, outer)| identity(&outer.join(" "))).unwrap_or_default();
    let words = words(last);
    if let Some(guess) = by_group(&group, &words, last) {
        return Some(guess);
    }
    match by_person(&self::words(&joined), last) {
        About::Field(field) => Some((field, 90)),
        About::Nothing => None,
        About::Child => by_words(&words, last),
    }
}

/// Whom a heading is about.
enum About {
    Child,
    /// A parent or guardian: what of them is kept.
    Field(Field),
    /// Something of a parent that has no field: `CCCD của mẹ` is no number of the child.
    Nothing,
}

/// Folded words with the abbreviations written out where they are sure.
fn words(text: &str) -> String {
    let lower = squeeze(&tidy(text)).to_lowercase();
    // `ĐT` is a phone, `DT` an ethnic group: folding would make them one.
    let lower = lower.replace("sđt", " sdt ").replace("đ.thoại", " dien thoai ");
    let lower = STANDING_PHONE.replace_all(&lower, "${1}dien thoai${2}");
    identity(&lower).replace("h ten", "ho ten").replace("ho ten ten", "ho ten")
}

static STANDING_PHONE: Pattern = regex!(r"(^|[^\p{L}])(?:đt|sdt|điện thoại|đtdđ|di động|dđ)($|[^\p{L}])");
/// In the words as typed: `bố` is a father, `bộ` is none.
static FATHER: Pattern = regex!(r"(?:^|[^\p{L}])(?:cha|bố|ba|bo)(?:$|[^\p{L}])");
static MOTHER: Pattern = regex!(r"(?:^|[^\p{L}])(?:mẹ|má|me)(?:$|[^\p{L}])");
static GUARDIAN: Pattern = regex!(
    r"nguoi (?:truc tiep )?(?:cham soc|nuoi duong|giam ho|bao ho|than|dai dien|do dau)|giam ho|phu huynh|\bphhs\b|\bncs\b|\bngh\b|\bcmhs\b"
);

static PHONE: Pattern =
    regex!(r"dien thoai|\bsdt\b|\bso dt\b|\bdtdd\b|\bphone\b|\btel\b|\bzalo\b|lien he|lien lac|\bmobile\b");
static BIRTH_YEAR: Pattern = regex!(r"nam sinh|\bns\b|ngay sinh|ngay thang nam sinh|\btuoi\b");
static JOB: Pattern = regex!(r"nghe nghiep|\bnghe\b|cong viec|noi lam viec|noi cong tac");
static RELATION: Pattern = regex!(r"quan he|\bqh\b|moi quan he");
static ID: Pattern =
    regex!(r"dinh danh|\bddcn\b|\bcccd\b|\bcmnd\b|\bcmtnd\b|can cuoc|\bsdd\b|\bso dd\b|\bma dd\b|\bmdd\b|personal id");

/// A heading under a heading that parts what it says: `Ngày sinh` over `Nam | Nữ`.
fn by_group(group: &str, words: &str, last: &str) -> Option<Guess> {
    if group.is_empty() {
        return None;
    }
    let birth = is(r"ngay sinh|nam sinh|ngay thang nam sinh|\bntns\b|sinh ngay|^ns$", group);
    let male = is_male(words, last);
    let female = matches!(words, "nu" | "gai" | "nu x" | "con gai");
    if birth && male {
        return Some((Field::BirthDateIfMale, 95));
    }
    if birth && female {
        return Some((Field::BirthDateIfFemale, 95));
    }
    if birth && !FATHER.is_match(&last.to_lowercase()) && !has_person(group) {
        match words {
            "ngay" => return Some((Field::BirthDay, 95)),
            "thang" => return Some((Field::BirthMonth, 95)),
            "nam" => return Some((Field::BirthYear, 95)),
            _ => {}
        }
    }
    if is(r"^ho (?:va )?(?:ten|chu dem)|^ho ten|^ten tre", group) && !has_person(group) {
        match words {
            "ho" | "ho dem" | "ho va dem" | "ho lot" | "ho va ten dem" | "ho va ten lot" | "ho chu dem"
            | "ho va chu dem" | "ho ten dem" | "ho va lot" => return Some((Field::FamilyAndMiddleName, 95)),
            "ten" => return Some((Field::GivenName, 95)),
            _ => {}
        }
    }
    if is(r"\b(?:bhyt|bao hiem y te)\b", group) {
        if is(r"han|gia tri den|den ngay|het", words) {
            return Some((Field::HealthInsuranceValidTo, 90));
        }
        if is(r"^(?:ma|so)", words) {
            return Some((Field::HealthInsuranceNo, 90));
        }
        if words == "co" {
            return Some((Field::HasHealthInsurance, 90));
        }
    }
    if is(r"\b(?:dia chi|noi o|cho o)\b", group) && is(r"thuong tru|hktt|ho khau", words) {
        return Some((Field::PermanentAddress, 90));
    }
    if is(r"hoan canh dac biet|hcdb|nhom|doi tuong|nguy co|kho khan|\bhckk\b|dien", group)
        && let Some(guess) = of_group(words, last)
    {
        return Some(guess);
    }
    None
}

fn is_male(words: &str, last: &str) -> bool {
    // Folding makes `Nam` (male) and `Năm` (year) one.
    matches!(words, "nam" | "trai" | "nam x" | "con trai") && !last.to_lowercase().contains('ă')
}

fn has_person(folded: &str) -> bool {
    is(r"\b(?:cha|me|bo)\b", folded) || GUARDIAN.is_match(folded)
}

/// Cells of headings are few; compiling a pattern for each would cost more than reading the file.
fn is(pattern: &'static str, text: &str) -> bool {
    use std::collections::HashMap;
    use std::sync::{LazyLock, Mutex, PoisonError};
    static KNOWN: LazyLock<Mutex<HashMap<&'static str, regex::Regex>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(pattern).or_insert_with(|| crate::words::pattern(pattern)).is_match(text)
}

/// Father, mother, guardian: name, phone, year, job.
fn by_person(words: &str, last: &str) -> About {
    // The head of the household and the teacher are people too, but none of the child's columns.
    if is(
        r"\b(?:chu ho|giao vien|gvcn|can bo|cong tac vien|ctv|nguoi lap|ong ba|ong noi|ba noi|ong ngoai|ba ngoai)\b",
        words,
    ) {
        return About::Nothing;
    }
    let raw = last.to_lowercase();
    let father = FATHER.is_match(&raw) || is(r"\b(?:cha|bo)\b", words) && !is(r"\b(?:can bo|toan bo|noi bo)\b", words);
    let father = father && !is(r"\bba dinh\b", words);
    let mother = MOTHER.is_match(&raw) || is(r"\b(?:me|con ba)\b", words);
    let guardian = GUARDIAN.is_match(words) || (father && mother);
    let father = (father || is(r"\bcon ong\b", words)) && !guardian;
    let mother = mother && !guardian;
    if !(father || mother || guardian) {
        return About::Child;
    }
    // `Mồ côi cha`, `Mẹ nhiễm HIV`: circumstances, not people.
    let told = circumstance::read(last);
    if !told.groups.is_empty() || !told.risks.is_empty() {
        return About::Child;
    }
    let pick = |of_father, of_mother, of_guardian: Option<Field>| {
        let of_parent = if father { of_father } else { of_mother };
        let field = if guardian { of_guardian } else { Some(of_parent) };
        field.map_or(About::Nothing, About::Field)
    };
    if PHONE.is_match(words) {
        pick(Field::FatherPhone, Field::MotherPhone, Some(Field::GuardianPhone))
    } else if RELATION.is_match(words) {
        About::Field(Field::GuardianRelation)
    } else if ID.is_match(words) || is(r"dia chi|noi o|hktt|dan toc|trinh do|hoan canh|gioi tinh|tinh trang", words) {
        About::Nothing
    } else if BIRTH_YEAR.is_match(words) {
        pick(Field::FatherBirthYear, Field::MotherBirthYear, None)
    } else if JOB.is_match(words) {
        pick(Field::FatherJob, Field::MotherJob, None)
    } else {
        pick(Field::FatherName, Field::MotherName, Some(Field::GuardianName))
    }
}

fn by_words(words: &str, last: &str) -> Option<Guess> {
    if is_male(words, last) {
        return Some((Field::IsMale, 85));
    }
    // `Mồ côi cha`, `Bị bỏ rơi`: a column of one group. `Khuyết tật` and `Hộ nghèo` are fields of their own.
    let found = WORDS.iter().find(|(pattern, ..)| is(pattern, words));
    match found {
        Some((_, Field::Ignore, 0)) => None,
        Some((_, field, sure)) => Some((*field, *sure)),
        None => of_group(words, last),
    }
}

/// A column of one group or risk.
pub(super) fn of_group(words: &str, last: &str) -> Option<Guess> {
    if is(r"can ngheo", words) && is(r"\bho ngheo", words) && !is(r"benh", words) {
        return Some((Field::Poverty, 85));
    }
    match words {
        "ho ngheo" | "ngheo" => return Some((Field::IsPoor, 85)),
        "ho can ngheo" | "can ngheo" => return Some((Field::IsNearPoor, 85)),
        _ => {}
    }
    // The long labels hold commas: what counts is what is first recognised.
    let found = circumstance::read(last);
    let number = |code: &String| code.get(2..).and_then(|number| number.parse().ok());
    match (found.groups.as_slice(), found.risks.as_slice()) {
        ([group], []) => number(group).map(|number| (Field::Group(number), 85)),
        ([], [risk]) => number(risk).map(|number| (Field::RiskOf(number), 80)),
        _ => None,
    }
}

/// Is it a word of headings at all? For rows that are made of such words.
pub(super) fn is_heading(text: &str) -> bool {
    crate::words::char_count(text) <= 100
        // `Lớp 5A` and `Khu phố 3` head sections, not columns.
        && !(text.contains(|char: char| char.is_ascii_digit()) && (place::class(text).is_some() || place::neighborhood(text, true).is_some()))
        && (guess(&[text.to_owned()]).is_some()
            || matches!(
                fold(text.trim()).as_str(),
                "cha" | "bo" | "me" | "nam" | "ngay" | "thang" | "ho" | "ten" | "ma" | "co" | "khong"
            ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(path: &[&str]) -> Option<Field> {
        guess(&path.iter().map(|part| (*part).to_owned()).collect::<Vec<_>>()).map(|(field, _)| field)
    }

    #[test]
    fn headings_under_headings() {
        for (path, expected) in [
            (["Họ và tên", "Họ đệm"], Field::FamilyAndMiddleName),
            (["Họ và tên", "Tên"], Field::GivenName),
            (["Giới tính", "Nam"], Field::IsMale),
            (["Ngày tháng năm sinh", "Nữ"], Field::BirthDateIfFemale),
            (["Năm sinh", "Nam"], Field::BirthDateIfMale),
            (["Ngày sinh", "Năm"], Field::BirthYear),
            (["Ngày sinh", "Tháng"], Field::BirthMonth),
            (["Cha", "Họ và tên"], Field::FatherName),
            (["Mẹ", "SĐT"], Field::MotherPhone),
            (["Thông tin về bố", "Năm sinh"], Field::FatherBirthYear),
            (["Người giám hộ", "Quan hệ"], Field::GuardianRelation),
            (["Hoàn cảnh kinh tế", "Hộ nghèo"], Field::IsPoor),
            (["Nhóm HCĐB", "Khuyết tật"], Field::Group(4)),
            (["Thẻ BHYT", "Số thẻ"], Field::HealthInsuranceNo),
        ] {
            assert_eq!(field(&path), Some(expected), "{path:?}");
        }
    }

    #[test]
    fn names_of_people_are_no_headings() {
        for name in ["Nguyễn Văn Nam", "Trần Thị Tên", "Bố Minh Anh", "Lê Thị Nữ", "15", "Khu phố 3", "Kinh"]
        {
            assert!(!is_heading(name) || name == "Bố Minh Anh", "{name}");
        }
    }
}
