//! What may happen to a plan, and what makes its sections a tree. Pure.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::model::{PlanAction, PlanRow, PlanStatus, SectionPreview};
use crate::access::subject::Plans;
use crate::access::{Caller, Publish, Update};
use crate::error::{Error, Message, Result};
use crate::input::Checks;

pub const SECTION_TWICE: Message = Message::new(
    "section_twice",
    "Mục này có hai lần. Mỗi mục cần một số riêng.",
    "This section stands there twice. Every section needs a number of its own.",
);
pub const SECTION_PARENT: Message = Message::new(
    "section_parent",
    "Mục cha không có hoặc đứng sau mục con.",
    "The section above is missing, or stands after the one below it.",
);
pub const SECTION_UNKNOWN: Message =
    Message::new("section_unknown", "Không có mục này trong kế hoạch.", "The plan has no such section.");
pub const PLAN_EXISTS: Message = Message::new(
    "plan_exists",
    "Năm này đã có kế hoạch cùng tên. Hãy mở kế hoạch đó và nhập lại tệp vào, hoặc đổi tên.",
    "There is a plan of this name for the year. Open it and import the file into it, or choose another name.",
);
pub const NO_TASKS: Message = Message::new(
    "plan_without_tasks",
    "Kế hoạch chưa có nhiệm vụ nào nên chưa công bố được. Hãy thêm nhiệm vụ trước.",
    "The plan has no task yet and cannot be published. Add tasks first.",
);
pub const SECTION_IN_USE: Message = Message::new(
    "section_in_use",
    "Mục còn nhiệm vụ hoặc mục con nên chưa xóa được. Hãy chuyển hoặc xóa chúng trước.",
    "The section still has tasks or sections below it. Move or delete them first.",
);
pub const LEAD_MISSING: Message = Message::new(
    "lead_unit_missing",
    "Chưa chọn đơn vị chủ trì. Hãy chọn đơn vị, hoặc bỏ nhiệm vụ này.",
    "There is no lead unit. Choose one, or leave this task out.",
);
pub const NO_UNITS_OF_KIND: Message =
    Message::new("no_units_of_kind", "Phường chưa có đơn vị nào thuộc loại này.", "The ward has no unit of this kind.");

/// Where an action takes a plan.
///
/// # Errors
/// 409 with what is possible now.
pub fn next(status: PlanStatus, action: PlanAction) -> Result<PlanStatus> {
    match (status, action) {
        (PlanStatus::Draft | PlanStatus::Published, PlanAction::Edit) => Ok(status),
        (PlanStatus::Draft, PlanAction::Publish) => Ok(PlanStatus::Published),
        (PlanStatus::Published, PlanAction::Close) => Ok(PlanStatus::Closed),
        _ => Err(Error::wrong_state(&possible(status))),
    }
}

fn possible(status: PlanStatus) -> Vec<PlanAction> {
    match status {
        PlanStatus::Draft => vec![PlanAction::Edit, PlanAction::Publish],
        PlanStatus::Published => vec![PlanAction::Edit, PlanAction::Close],
        PlanStatus::Closed => Vec::new(),
    }
}

/// What the caller may do with it now.
pub fn allowed_actions(caller: &Caller, plan: &PlanRow) -> Vec<PlanAction> {
    let may = |action: &PlanAction| match action {
        PlanAction::Edit => caller.granted::<Plans, Update>().is_some(),
        PlanAction::Publish | PlanAction::Close => caller.granted::<Plans, Publish>().is_some(),
    };
    possible(plan.status).into_iter().filter(may).collect()
}

/// Sections must come as they are read: every key once, a parent before its children.
pub fn check_sections(checks: &mut Checks, sections: &[SectionPreview]) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (at, section) in sections.iter().enumerate() {
        if section.parent_key.as_deref().is_some_and(|parent| !seen.contains_key(parent)) {
            checks.fail(format!("sections[{at}].parent_key"), SECTION_PARENT);
        }
        if seen.insert(&section.key, at).is_some() {
            checks.fail(format!("sections[{at}].key"), SECTION_TWICE);
        }
    }
}

/// The path of a section under its parent's: `III.2` and `a` make `III.2.a`.
pub fn path_of(parent: Option<&str>, number: &str) -> String {
    parent.map_or_else(|| number.to_owned(), |parent| format!("{parent}.{number}"))
}

/// The same day of another year; 29 February becomes 28 where there is none.
pub fn in_year(day: NaiveDate, by: i32) -> NaiveDate {
    let year = day.year() + by;
    let same = NaiveDate::from_ymd_opt(year, day.month(), day.day());
    same.or_else(|| NaiveDate::from_ymd_opt(year, day.month(), 28)).unwrap_or(day)
}

/// A text of one year's plan, said of another: `năm 2024` becomes `năm 2025`, `2023-2024` becomes `2024-2025`.
pub fn text_in_year(text: &str, from: i32, by: i32) -> String {
    // Marked first, so that the new school year is not moved once more.
    let school_year = text.replace(&format!("{}-{from}", from - 1), "\u{1}");
    let moved = school_year.replace(&from.to_string(), &(from + by).to_string());
    moved.replace('\u{1}', &format!("{}-{}", from - 1 + by, from + by))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leap_day_finds_its_place() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(in_year(day("2024-02-29"), 1), day("2025-02-28"));
        assert_eq!(in_year(day("2024-06-28"), 1), day("2025-06-28"));
    }

    #[test]
    fn the_year_moves_in_titles() {
        assert_eq!(text_in_year("Tháng hành động năm 2024", 2024, 1), "Tháng hành động năm 2025");
        assert_eq!(text_in_year("năm học 2023-2024", 2024, 1), "năm học 2024-2025");
    }

    #[test]
    fn a_parent_comes_first_and_keys_are_not_repeated() {
        let section = |key: &str, parent: Option<&str>| SectionPreview {
            key: key.into(),
            number: key.into(),
            title: "x".into(),
            body: String::new(),
            parent_key: parent.map(Into::into),
        };
        let errors = |sections: &[SectionPreview]| {
            let mut checks = Checks::new();
            check_sections(&mut checks, sections);
            checks.finish().is_err()
        };
        assert!(!errors(&[section("I", None), section("I.1", Some("I"))]));
        assert!(errors(&[section("I.1", Some("I")), section("I", None)]));
        assert!(errors(&[section("I", None), section("I", None)]));
    }
}
