//! What does not fit in the numbers and the text of a report. Pure.

use super::figures::IndicatorValue;
use super::model::{CheckSeverity, ReportCheck, ReportSection};
use super::prefill::is_heading;
use super::words::number;

/// From this number on a jump against the last year is worth a question.
const NOTABLE: i64 = 20;

/// Everything that does not fit, mistakes first.
pub fn check(values: &[IndicatorValue], sections: &[ReportSection]) -> Vec<ReportCheck> {
    let mut checks: Vec<ReportCheck> = values.iter().filter_map(|one| exceeds_whole(values, one)).collect();
    checks.extend(values.iter().filter_map(jumps));
    checks.extend(values.iter().filter_map(differs));
    checks.extend(values.iter().filter_map(is_missing));
    checks.extend(sections.iter().filter_map(is_empty));
    checks.sort_by_key(|check| check.severity);
    checks
}

/// A part may not be more than its whole (children in special circumstances ≤ children).
fn exceeds_whole(values: &[IndicatorValue], part: &IndicatorValue) -> Option<ReportCheck> {
    let whole = values.iter().find(|other| Some(&other.code) == part.part_of.as_ref())?;
    let (few, many) = (part.value?, whole.value?);
    (few > many).then(|| ReportCheck {
        code: "part_exceeds_whole".to_owned(),
        severity: CheckSeverity::Error,
        about: part.code.clone(),
        message: format!(
            "“{}” ({}) nhiều hơn “{}” ({}). Hãy sửa một trong hai số.",
            part.label,
            number(few),
            whole.label,
            number(many)
        ),
    })
}

/// Less than half, or more than twice, of last year.
fn jumps(one: &IndicatorValue) -> Option<ReportCheck> {
    let (now, before) = (one.value?, one.previous?);
    let is_jump = now.max(before) >= NOTABLE && (now > before.saturating_mul(2) || before > now.saturating_mul(2));
    is_jump.then(|| ReportCheck {
        code: "differs_from_last_year".to_owned(),
        severity: CheckSeverity::Warning,
        about: one.code.clone(),
        message: format!(
            "“{}” năm nay {}, năm trước {}. Hãy kiểm tra lại hoặc ghi rõ lý do.",
            one.label,
            number(now),
            number(before)
        ),
    })
}

fn differs(one: &IndicatorValue) -> Option<ReportCheck> {
    let (written, counted) = (one.value.filter(|_| one.is_manual)?, one.computed?);
    (written != counted).then(|| ReportCheck {
        code: "differs_from_rows".to_owned(),
        severity: CheckSeverity::Warning,
        about: one.code.clone(),
        message: format!("“{}” nhập tay {}, hệ thống đếm {}.", one.label, number(written), number(counted)),
    })
}

fn is_missing(one: &IndicatorValue) -> Option<ReportCheck> {
    one.value.is_none().then(|| ReportCheck {
        code: "number_missing".to_owned(),
        severity: CheckSeverity::Warning,
        about: one.code.clone(),
        message: format!("“{}” chưa có số. Hãy nhập số và ghi rõ lấy từ đâu, hoặc để trống nếu không có.", one.label),
    })
}

fn is_empty(section: &ReportSection) -> Option<ReportCheck> {
    (!is_heading(&section.key) && section.body.trim().is_empty()).then(|| ReportCheck {
        code: "section_empty".to_owned(),
        severity: CheckSeverity::Warning,
        about: section.key.clone(),
        message: format!("Mục “{}. {}” chưa có nội dung.", section.number, section.title),
    })
}
