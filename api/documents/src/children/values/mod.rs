//! What one cell says, kind by kind. Each reader takes a cell and gives a value, with what is odd about it.

pub(super) mod birth;
pub(super) mod circumstance;
pub(super) mod ethnicity;
pub(super) mod flag;
pub(super) mod insurance;
pub(super) mod name;
pub(super) mod personal_id;
pub(super) mod phone;
pub(super) mod school;
pub(super) mod sex;

use super::problem::Finding;
use crate::sheets::Cell;
use crate::words::{fold, squeeze, tidy};

/// A value and what was found on the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Read<T> {
    pub(super) value: Option<T>,
    pub(super) findings: Vec<Finding>,
    /// Something of the cell is not in the value: it must be kept beside it.
    pub(super) keep: bool,
}

impl<T> Read<T> {
    pub(super) fn good(value: T) -> Self {
        Self { value: Some(value), findings: Vec::new(), keep: false }
    }

    /// Nothing is said: empty, `-`, `không có`.
    pub(super) fn none() -> Self {
        Self { value: None, findings: Vec::new(), keep: false }
    }

    pub(super) fn bad(finding: Finding) -> Self {
        Self { value: None, findings: vec![finding], keep: true }
    }

    pub(super) fn with(mut self, finding: Finding) -> Self {
        self.findings.push(finding);
        self
    }

    pub(super) fn keeping(mut self) -> Self {
        self.keep = true;
        self
    }
}

/// NFC, single spaces, without line breaks.
pub(super) fn clean(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => squeeze(&tidy(text)),
        _ => cell.to_string(),
    }
}

/// The way in which people leave a cell empty: `-`, `…`, `không`, `k có`, `0`, `x` is none of them.
pub(super) fn is_blank(text: &str) -> bool {
    let folded = fold(text);
    let folded = folded.trim_matches(|char: char| char.is_whitespace() || "-–—_./…?*".contains(char));
    matches!(
        folded,
        "" | "khong"
            | "khong co"
            | "ko"
            | "ko co"
            | "k"
            | "k co"
            | "chua"
            | "chua co"
            | "chua cap"
            | "0"
            | "na"
            | "n/a"
            | "null"
            | "none"
            | "khong ro"
            | "chua ro"
            | "khong biet"
            | "kxd"
            | "khong xac dinh"
    )
}

/// Excel's own errors: `#REF!`, `#N/A`.
pub(super) fn is_cell_error(text: &str) -> bool {
    matches!(text, "#NULL!" | "#DIV/0!" | "#VALUE!" | "#REF!" | "#NAME?" | "#NUM!" | "#N/A" | "#SPILL!" | "#CALC!")
}

/// A whole number that a number cell holds.
pub(super) fn whole(number: f64) -> Option<u64> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked: whole, and below 2^53")]
    ((0.0..9e15).contains(&number) && number.fract() == 0.0).then_some(number as u64)
}
