//! The steps of a case. Pure.

use super::model::{CaseAction, CaseStatus, ClosingKind, FilePart};
use crate::error::{Error, Message, Result};

pub const FILE_NOT_WHOLE: Message = Message::new(
    "file_not_whole",
    "Hồ sơ trình chưa đủ (Nghị định 56/2017, Điều 28). Còn thiếu: {missing}.",
    "The file is not whole (Decree 56/2017, art. 28). Missing: {missing}.",
);
pub const CLOSING_SAME_PERSON: Message = Message::new(
    "second_person_needed",
    "Việc kết thúc phải do người khác với người đề xuất quyết định.",
    "Closing must be decided by another person than whoever proposed it.",
);
pub const NOTHING_PROPOSED: Message = Message::new(
    "closing_not_proposed",
    "Chưa có đề xuất kết thúc hồ sơ này. Công chức phụ trách đề xuất trước, kèm lý do.",
    "Nobody has proposed to close this case yet. The officer proposes first, with a reason.",
);
pub const UNFOUNDED_TOO_LATE: Message = Message::new(
    "unfounded_too_late",
    "Đã có quyết định phê duyệt kế hoạch nên không thể kết thúc vì thông tin không đúng. Hãy rà soát rồi kết thúc.",
    "A plan was approved, so the case cannot be closed as unfounded. Review it, then close.",
);
pub const REVIEW_FIRST: Message = Message::new(
    "review_first",
    "Hãy rà soát (Mẫu 06) trước khi kết thúc hồ sơ.",
    "Review the case (Mẫu 06) before it is closed.",
);

/// What moves a case on from a state, the law's next step first. What may be done in any open state stands in
/// [`ALWAYS`].
fn moves(status: CaseStatus) -> &'static [CaseAction] {
    use CaseAction::{
        AssessDetailed, AssessInitial, Close, Continue, Decide, Implement, Meet, Plan, ProposeClosing, RejectClosing,
        Reopen, Return, Review, Transfer,
    };
    match status {
        CaseStatus::Open => &[AssessInitial, ProposeClosing, RejectClosing, Close, Transfer],
        CaseStatus::InitialAssessment => {
            &[AssessDetailed, AssessInitial, ProposeClosing, RejectClosing, Close, Transfer]
        }
        CaseStatus::Assessment => &[Meet, Plan, AssessDetailed, ProposeClosing, RejectClosing, Close, Transfer],
        CaseStatus::Planned => &[Decide, Return],
        CaseStatus::Decided => &[Implement, Transfer],
        CaseStatus::Implementing => &[Review, Transfer],
        CaseStatus::Reviewed => &[Close, RejectClosing, Continue, ProposeClosing, Transfer],
        CaseStatus::Closed | CaseStatus::Transferred => &[Reopen],
    }
}

/// What may be done as long as a case is open: an emergency waits for no step.
const ALWAYS: &[CaseAction] = &[
    CaseAction::Measure,
    CaseAction::Separate,
    CaseAction::Refer,
    CaseAction::PassToPolice,
    CaseAction::Assign,
    CaseAction::Note,
    CaseAction::AddFile,
    CaseAction::Identify,
];

pub fn is_open(status: CaseStatus) -> bool {
    !matches!(status, CaseStatus::Closed | CaseStatus::Transferred)
}

/// Everything that is possible in a state, whoever asks.
pub fn possible(status: CaseStatus, is_closing_proposed: bool) -> Vec<CaseAction> {
    let always = if is_open(status) { ALWAYS } else { &[] };
    let fits = |action: &&CaseAction| match action {
        CaseAction::Close | CaseAction::RejectClosing => is_closing_proposed,
        CaseAction::ProposeClosing => !is_closing_proposed,
        _ => true,
    };
    moves(status).iter().chain(always).filter(fits).copied().collect()
}

/// # Errors
/// 409 with what is possible now.
pub fn check(status: CaseStatus, is_closing_proposed: bool, action: CaseAction) -> Result<()> {
    let possible = possible(status, is_closing_proposed);
    if possible.contains(&action) {
        return Ok(());
    }
    if action == CaseAction::Close && moves(status).contains(&action) {
        return Err(Error::conflict(NOTHING_PROPOSED));
    }
    Err(Error::wrong_state(&possible))
}

/// The state after an action that moves the case.
pub fn after(status: CaseStatus, action: CaseAction) -> CaseStatus {
    match action {
        CaseAction::AssessInitial => CaseStatus::InitialAssessment,
        CaseAction::AssessDetailed | CaseAction::Return | CaseAction::Continue => CaseStatus::Assessment,
        CaseAction::Plan => CaseStatus::Planned,
        CaseAction::Decide => CaseStatus::Decided,
        CaseAction::Implement => CaseStatus::Implementing,
        CaseAction::Review => CaseStatus::Reviewed,
        CaseAction::Close => CaseStatus::Closed,
        CaseAction::Transfer => CaseStatus::Transferred,
        CaseAction::Reopen => CaseStatus::Open,
        _ => status,
    }
}

/// What the law wants next.
pub fn next_step(status: CaseStatus, missing: &[FilePart], is_closing_proposed: bool) -> Option<CaseAction> {
    match status {
        CaseStatus::Closed | CaseStatus::Transferred => None,
        _ if is_closing_proposed => Some(CaseAction::Close),
        CaseStatus::Open => Some(CaseAction::AssessInitial),
        CaseStatus::InitialAssessment => Some(CaseAction::AssessDetailed),
        CaseStatus::Assessment if missing.contains(&FilePart::DetailedAssessment) => Some(CaseAction::AssessDetailed),
        CaseStatus::Assessment if missing.contains(&FilePart::Meeting) => Some(CaseAction::Meet),
        CaseStatus::Assessment => Some(CaseAction::Plan),
        CaseStatus::Planned => Some(CaseAction::Decide),
        CaseStatus::Decided => Some(CaseAction::Implement),
        CaseStatus::Implementing => Some(CaseAction::Review),
        CaseStatus::Reviewed => Some(CaseAction::Continue),
    }
}

/// # Errors
/// 409 when a case may not end so from where it stands.
pub fn check_closing(status: CaseStatus, kind: ClosingKind) -> Result<()> {
    let before_plan = matches!(status, CaseStatus::Open | CaseStatus::InitialAssessment | CaseStatus::Assessment);
    match kind {
        ClosingKind::Done if status != CaseStatus::Reviewed => Err(Error::conflict(REVIEW_FIRST)),
        ClosingKind::Unfounded if !before_plan => Err(Error::conflict(UNFOUNDED_TOO_LATE)),
        _ => Ok(()),
    }
}

/// # Errors
/// 409 that names what is missing.
pub fn check_file(missing: &[FilePart]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let words: Vec<&str> = missing.iter().map(|part| part_word(*part)).collect();
    let codes: Vec<&str> = missing.iter().map(|part| part.as_str()).collect();
    Err(Error::conflict(FILE_NOT_WHOLE).with("missing", words.join(", ")).extra("missing", codes))
}

fn part_word(part: FilePart) -> &'static str {
    match part {
        FilePart::InitialAssessment => "đánh giá ban đầu (Mẫu 02)",
        FilePart::DetailedAssessment => "đánh giá cụ thể (Mẫu 03)",
        FilePart::Meeting => "biên bản họp xác định nhu cầu",
        FilePart::Plan => "kế hoạch hỗ trợ, can thiệp (Mẫu 04)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_goes_by_the_laws_steps_and_no_other() {
        use CaseAction::{AssessDetailed, AssessInitial, Close, Decide, Implement, Plan, Review};
        let mut status = CaseStatus::Open;
        for action in [AssessInitial, AssessDetailed, Plan, Decide, Implement, Review] {
            for other in [AssessInitial, AssessDetailed, Plan, Decide, Implement, Review] {
                let skips = after(status, other) as i32 > after(status, action) as i32;
                assert!(!skips || check(status, false, other).is_err(), "{status} {other}");
            }
            check(status, false, action).unwrap();
            status = after(status, action);
        }
        assert!(check(status, false, Close).is_err());
        check(status, true, Close).unwrap();
        assert_eq!(after(status, Close), CaseStatus::Closed);
        assert_eq!(possible(CaseStatus::Closed, false), [CaseAction::Reopen]);
    }

    #[test]
    fn an_emergency_waits_for_no_step() {
        for status in CaseStatus::ALL.iter().filter(|status| is_open(**status)) {
            for action in [CaseAction::Measure, CaseAction::Separate, CaseAction::PassToPolice] {
                check(*status, false, action).unwrap();
            }
        }
        assert!(check(CaseStatus::Closed, false, CaseAction::Measure).is_err());
    }

    #[test]
    fn the_next_step_is_always_possible() {
        for status in CaseStatus::ALL {
            for missing in [vec![], vec![FilePart::Meeting], vec![FilePart::DetailedAssessment]] {
                if let Some(step) = next_step(*status, &missing, false) {
                    check(*status, false, step).unwrap();
                }
            }
        }
    }

    #[test]
    fn unfounded_is_for_the_beginning_and_done_for_the_end() {
        assert!(check_closing(CaseStatus::Open, ClosingKind::Unfounded).is_ok());
        assert!(check_closing(CaseStatus::Reviewed, ClosingKind::Unfounded).is_err());
        assert!(check_closing(CaseStatus::Reviewed, ClosingKind::Done).is_ok());
        assert!(check_closing(CaseStatus::Assessment, ClosingKind::Done).is_err());
    }
}
