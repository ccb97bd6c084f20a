//! From what a row says to what is written down: units by their names, drafts over what is known. Pure.

use bup_documents::children::{
    ChildDraft, Field, PersonDraft, Poverty as DraftPoverty, Problem, RowSource, Severity, Sex as DraftSex,
};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::super::content::Content;
use super::super::model::{Guardian, Poverty, Relation, Sex};
use super::super::views::View;
use super::model::{KeptRow, RowError};
use crate::access::{Role, UnitKind};
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::features::units::ActiveUnit;
use crate::http::context::Lang;
use crate::text;

/// Who imports, for whom.
pub struct Importer<'a> {
    pub role: Role,
    pub unit_id: &'a Id,
    pub view: View,
    pub units: &'a [ActiveUnit],
    pub lang: Lang,
}

const NEIGHBORHOOD_UNKNOWN: Message = Message::new(
    "neighborhood_unknown",
    "Phường không có khu phố “{name}”. Hãy chọn lại khu phố, hoặc thêm khu phố ở mục Đơn vị.",
    "The ward has no neighborhood “{name}”. Choose another, or add the neighborhood.",
);
const NEIGHBORHOOD_MISSING: Message = Message::new(
    "neighborhood_missing",
    "Dòng này không cho biết khu phố. Hãy chọn khu phố, hoặc thêm cột Khu phố vào tệp.",
    "The row names no neighborhood. Choose one, or add a column for it to the file.",
);
const NEIGHBORHOOD_OTHER: Message = Message::new(
    "neighborhood_other",
    "Dòng này thuộc “{name}”, không phải khu phố của anh/chị.",
    "This row belongs to “{name}”, which is not your neighborhood.",
);
const SCHOOL_UNKNOWN: Message = Message::new(
    "school_unknown",
    "Trường “{name}” không có trong phường; tên trường được giữ ở ghi chú.",
    "The ward has no school “{name}”; the name is kept in the notes.",
);
const SCHOOL_OTHER: Message = Message::new(
    "school_other",
    "Dòng này thuộc “{name}”, không phải trường của anh/chị.",
    "This row belongs to “{name}”, which is not your school.",
);
const GROUP_NOT_YOURS: Message = Message::new(
    "group_not_yours",
    "Nhóm {name} không thuộc phạm vi của anh/chị nên không được ghi. Hãy báo công chức chính sách xã hội.",
    "The group {name} is not within your scope and is not written down. Tell the social officer.",
);
const NO_BIRTH: Message =
    Message::new("birth_missing", "Thiếu ngày sinh hoặc năm sinh.", "The day or year of birth is missing.");

/// A row of the file as it is kept.
pub fn keep(
    importer: &Importer<'_>,
    sheet: &str,
    row: u32,
    draft: ChildDraft,
    problems: &[Problem],
    source: RowSource,
) -> KeptRow {
    let mut errors: Vec<RowError> = problems.iter().map(|problem| told(importer.lang, problem)).collect();
    let neighborhood_id = place(importer, draft.neighborhood.as_deref(), &mut errors);
    let (school_id, school_note) = school(importer, draft.school.as_deref(), &mut errors);
    let groups = groups(importer, &draft, &mut errors);
    if draft.date_of_birth.is_none() && errors.iter().all(|error| error.is_warning) {
        errors.push(error(importer.lang, NO_BIRTH, "", false));
    }
    let mut notes: Vec<String> = draft.note.into_iter().collect();
    notes.extend(school_note);
    notes.extend(draft.other.iter().map(|other| format!("{}: {}", other.header, other.value)));
    // `6/2015` is a year with a hint: what counts as "the year alone" stands on the first of January.
    let first_of_year = |day: NaiveDate| NaiveDate::from_ymd_opt(day.year(), 1, 1).unwrap_or(day);
    let born = draft.date_of_birth.unwrap_or_default();
    let content = Content {
        full_name: draft.full_name.unwrap_or_default(),
        date_of_birth: if draft.birth_year_only { first_of_year(born) } else { born },
        birth_year_only: draft.birth_year_only,
        sex: draft.sex.map_or(Sex::Unknown, |sex| match sex {
            DraftSex::Male => Sex::Male,
            DraftSex::Female => Sex::Female,
        }),
        ethnicity: draft.ethnicity,
        personal_id: draft.personal_id,
        neighborhood_id,
        school_id,
        grade: cut(draft.grade, 20),
        address: cut(draft.address, 300),
        permanent_address: cut(draft.permanent_address, 300),
        temporary_address: cut(draft.temporary_address, 300),
        guardians: guardians(draft.father, draft.mother, draft.guardian, &draft.phones),
        health_insurance_no: draft.health_insurance_no,
        health_insurance_valid_to: draft.health_insurance_valid_to,
        disability: cut(draft.disability, 300),
        disability_degree: None,
        illness: cut(draft.illness, 4000),
        poverty: match draft.poverty {
            Some(DraftPoverty::Poor) => Poverty::Poor,
            Some(DraftPoverty::NearPoor) => Poverty::NearPoor,
            _ => Poverty::None,
        },
        can_swim: draft.can_swim,
        medical_warning: String::new(),
        notes: cut(Some(notes.join("\n")), 4000),
    };
    KeptRow { sheet: sheet.to_owned(), row, content, groups, code: draft.code, errors, source, is_left_out: false }
}

fn cut(text: Option<String>, max: usize) -> String {
    text::clean_lines(&text.unwrap_or_default()).chars().take(max).collect()
}

fn told(lang: Lang, problem: &Problem) -> RowError {
    use bup_documents::children::ProblemCode::{BirthInFuture, BirthNotChild, BirthTooOld};
    let code = json!(problem.code).as_str().unwrap_or("").to_owned();
    // The reader of files only finds it odd; in the list of children it cannot stand.
    let is_no_child = matches!(problem.code, BirthInFuture | BirthNotChild | BirthTooOld);
    let message = if lang == Lang::En { &problem.message_en } else { &problem.message_vi };
    RowError {
        column: problem.column_letter.clone(),
        field: problem.field,
        code,
        is_warning: problem.severity == Severity::Warning && !is_no_child,
        message: message.clone(),
    }
}

fn error(lang: Lang, message: Message, name: &str, is_warning: bool) -> RowError {
    let text = crate::error::fill(message.text(lang), &[("name", name.to_owned())]);
    let field = match message.code.split('_').next() {
        Some("neighborhood") => Some(Field::Neighborhood),
        Some("school") => Some(Field::School),
        Some("birth") => Some(Field::DateOfBirth),
        _ => None,
    };
    RowError { column: None, field, code: message.code.to_owned(), is_warning, message: text }
}

/// The neighborhood that a row names: one of the ward's; a neighborhood's own rows need not name it.
fn place(importer: &Importer<'_>, name: Option<&str>, errors: &mut Vec<RowError>) -> Option<Id> {
    let own = (importer.role == Role::Neighborhood).then(|| importer.unit_id.clone());
    let Some(name) = name.filter(|name| !name.trim().is_empty()) else {
        if own.is_none() && importer.role != Role::School {
            errors.push(error(importer.lang, NEIGHBORHOOD_MISSING, "", false));
        }
        return own;
    };
    let Some(unit) = find(importer.units, UnitKind::Neighborhood, name) else {
        // A pupil may live outside of the ward.
        errors.push(error(importer.lang, NEIGHBORHOOD_UNKNOWN, name, importer.role == Role::School));
        return None;
    };
    if own.is_some_and(|own| own != unit.id) {
        errors.push(error(importer.lang, NEIGHBORHOOD_OTHER, &unit.name, false));
    }
    Some(unit.id.clone())
}

fn school(importer: &Importer<'_>, name: Option<&str>, errors: &mut Vec<RowError>) -> (Option<Id>, Option<String>) {
    let own = (importer.role == Role::School).then(|| importer.unit_id.clone());
    let Some(name) = name.filter(|name| !name.trim().is_empty()) else { return (own, None) };
    match find(importer.units, UnitKind::School, name) {
        Some(unit) if own.as_ref().is_some_and(|own| *own != unit.id) => {
            errors.push(error(importer.lang, SCHOOL_OTHER, &unit.name, false));
            (own, None)
        }
        Some(unit) => (Some(unit.id.clone()), None),
        None if own.is_some() => (own, None),
        None => {
            errors.push(error(importer.lang, SCHOOL_UNKNOWN, name, true));
            (None, Some(format!("Trường: {name}")))
        }
    }
}

/// Groups that the importer may not know are not theirs to write either.
fn groups(importer: &Importer<'_>, draft: &ChildDraft, errors: &mut Vec<RowError>) -> Vec<String> {
    let mut known = Vec::new();
    for code in draft.circumstances.iter().chain(&draft.risks) {
        if importer.view.knows_code(code) {
            known.push(code.clone());
        } else {
            errors.push(error(importer.lang, GROUP_NOT_YOURS, code, true));
        }
    }
    known
}

/// The unit of a kind that a list calls so: by its name, by a short form of it, or by its number.
fn find<'a>(units: &'a [ActiveUnit], kind: UnitKind, name: &str) -> Option<&'a ActiveUnit> {
    let wanted = short(name);
    let of_kind = || units.iter().filter(|unit| unit.kind == kind);
    let exact: Vec<&ActiveUnit> = of_kind().filter(|unit| short(&unit.name) == wanted).collect();
    if let [only] = exact.as_slice() {
        return Some(only);
    }
    let holds = |unit: &&ActiveUnit| format!(" {} ", short(&unit.name)).contains(&format!(" {wanted} "));
    let near: Vec<&ActiveUnit> = of_kind().filter(holds).collect();
    if let ([only], true) = (near.as_slice(), exact.is_empty() && wanted.len() > 3) { Some(only) } else { None }
}

/// What is left of a unit's name without the words for its kind: `KP 03` and `Khu phố 3` are both `3`.
fn short(name: &str) -> String {
    const KINDS: [(&str, &str); 16] = [
        ("truong ", ""),
        ("khu pho ", ""),
        ("to dan pho ", ""),
        ("khu dan cu ", ""),
        ("tieu hoc ", "th "),
        ("trung hoc co so ", "thcs "),
        ("trung hoc pho thong ", "thpt "),
        ("mam non ", "mn "),
        ("mau giao ", "mn "),
        ("thon ", ""),
        ("kp ", ""),
        ("tdp ", ""),
        ("kdc ", ""),
        ("khu ", ""),
        ("to ", ""),
        ("so ", ""),
    ];
    let key = text::search_key(name);
    // `kp3` → `kp 3`.
    let mut spaced = String::new();
    for letter in key.chars() {
        let joins = spaced.chars().last().is_some_and(|last| last.is_alphabetic()) && letter.is_ascii_digit();
        if joins {
            spaced.push(' ');
        }
        spaced.push(if letter.is_alphanumeric() { letter } else { ' ' });
    }
    let mut rest = format!("{} ", spaced.split_whitespace().collect::<Vec<_>>().join(" "));
    for (kind, put) in KINDS {
        if let Some(after) = rest.strip_prefix(kind) {
            rest = format!("{put}{after}");
        }
    }
    let words = rest.split_whitespace().map(|word| {
        let number = word.trim_start_matches('0');
        if word.bytes().all(|b| b.is_ascii_digit()) && !number.is_empty() { number } else { word }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn guardians(
    father: Option<PersonDraft>,
    mother: Option<PersonDraft>,
    guardian: Option<PersonDraft>,
    phones: &[String],
) -> Vec<Guardian> {
    let mut found = Vec::new();
    for (person, relation) in [(mother, Some(Relation::Mother)), (father, Some(Relation::Father)), (guardian, None)] {
        let Some(person) = person else { continue };
        let Some(full_name) = person.name.filter(|name| name.chars().filter(|c| c.is_alphabetic()).count() > 1) else {
            continue;
        };
        let relation = relation.unwrap_or_else(|| relation_of(person.relation.as_deref().unwrap_or("")));
        let phone = person.phones.first().cloned();
        let occupation = cut(person.job, 100);
        found.push(Guardian { relation, full_name, phone, occupation });
    }
    // A number of the household belongs to the first whom nobody can call yet.
    let mut spare = phones.iter().filter(|phone| found.iter().all(|one| one.phone.as_ref() != Some(phone))).cloned();
    let spare: Vec<String> = spare.by_ref().collect();
    let mut spare = spare.into_iter();
    for one in found.iter_mut().filter(|one| one.phone.is_none()) {
        one.phone = spare.next();
    }
    found
}

fn relation_of(words: &str) -> Relation {
    let key = text::search_key(words);
    let is = |words: &[&str]| words.iter().any(|word| key.split(' ').any(|one| one == *word));
    if is(&["cha", "bo", "ba"]) && !is(&["noi", "ngoai"]) {
        Relation::Father
    } else if is(&["me", "ma"]) {
        Relation::Mother
    } else if is(&["ong", "noi", "ngoai"]) || key == "ba" {
        Relation::Grandparent
    } else if is(&["anh", "chi"]) {
        Relation::Sibling
    } else if is(&["co", "di", "chu", "bac", "cau", "mo", "thim", "duong"]) {
        Relation::Relative
    } else if key.contains("giam ho") {
        Relation::Guardian
    } else {
        Relation::Other
    }
}

/// What is known, with what a row says over it. Nothing that a row leaves empty is taken away, and guardians are
/// added to, not replaced.
///
/// # Errors
/// When a content is no object, which cannot be.
pub fn over(known: &Content, said: &Content) -> Result<Content> {
    let (Value::Object(mut members), Value::Object(new)) = (json!(known), json!(said)) else {
        return Err(Error::internal("a content is an object"));
    };
    for (name, value) in new {
        let is_empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty() || (name == "sex" && text == "unknown"),
            _ => false,
        };
        let keeps = is_empty
            || matches!(name.as_str(), "guardians" | "notes" | "birth_year_only" | "date_of_birth")
            || (name == "poverty" && value == json!("none"));
        if !keeps {
            members.insert(name, value);
        }
    }
    let mut content: Content = serde_json::from_value(Value::Object(members)).map_err(Error::internal)?;
    // A whole day of birth says more than a year; a year says nothing against a day of that year.
    if !said.birth_year_only || known.birth_year_only {
        (content.date_of_birth, content.birth_year_only) = (said.date_of_birth, said.birth_year_only);
    }
    for guardian in &said.guardians {
        add_guardian(&mut content.guardians, guardian);
    }
    for line in said.notes.lines().filter(|line| !line.is_empty()) {
        if !known.notes.lines().any(|kept| kept == line) {
            content.notes = text::clean_lines(&format!("{}\n{line}", content.notes));
        }
    }
    Ok(content)
}

fn add_guardian(known: &mut Vec<Guardian>, said: &Guardian) {
    let key = super::super::rules::match_key(&said.full_name);
    let Some(one) = known.iter_mut().find(|one| super::super::rules::match_key(&one.full_name) == key) else {
        if known.len() < 6 {
            known.push(said.clone());
        }
        return;
    };
    if said.phone.is_some() {
        one.phone.clone_from(&said.phone);
    }
    if !said.occupation.is_empty() {
        one.occupation.clone_from(&said.occupation);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::types::Instant;

    fn unit(kind: UnitKind, name: &str) -> ActiveUnit {
        let id = Id::new(Instant::parse("2024-06-03T01:00:00Z").unwrap());
        ActiveUnit { id, kind, name: name.to_owned(), search_key: text::search_key(name) }
    }

    #[test]
    fn units_are_found_by_what_lists_call_them() {
        let units = [
            unit(UnitKind::Neighborhood, "Khu phố 1"),
            unit(UnitKind::Neighborhood, "Khu phố 11"),
            unit(UnitKind::Neighborhood, "Thôn Đông Sơn"),
            unit(UnitKind::School, "Trường Tiểu học Ba Đình"),
            unit(UnitKind::School, "Trường THCS Ba Đình"),
        ];
        let named = |kind, name: &str| find(&units, kind, name).map(|unit| unit.name.as_str());
        for name in ["KP1", "kp 01", "Khu phố 1", "khu pho so 1", "1", "Tổ dân phố 1"] {
            assert_eq!(named(UnitKind::Neighborhood, name), Some("Khu phố 1"), "{name}");
        }
        assert_eq!(named(UnitKind::Neighborhood, "KP11"), Some("Khu phố 11"));
        assert_eq!(named(UnitKind::Neighborhood, "đông sơn"), Some("Thôn Đông Sơn"));
        assert_eq!(named(UnitKind::Neighborhood, "KP 2"), None);
        assert_eq!(named(UnitKind::School, "TH Ba Đình"), Some("Trường Tiểu học Ba Đình"));
        assert_eq!(named(UnitKind::School, "Trung học cơ sở Ba Đình"), Some("Trường THCS Ba Đình"));
        assert_eq!(named(UnitKind::School, "Ba Đình"), None, "two schools bear that name");
    }

    #[test]
    fn relations_are_understood() {
        assert_eq!(relation_of("Bà ngoại"), Relation::Grandparent);
        assert_eq!(relation_of("mẹ"), Relation::Mother);
        assert_eq!(relation_of("Bố"), Relation::Father);
        assert_eq!(relation_of("cô ruột"), Relation::Relative);
        assert_eq!(relation_of("người giám hộ"), Relation::Guardian);
        assert_eq!(relation_of(""), Relation::Other);
    }
}
