//! What is wrong, or only odd, with a value.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Field;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// From 0; `None` when something is missing that has no column.
    pub column: Option<u32>,
    /// As the person sees it: `C`.
    pub column_letter: Option<String>,
    pub field: Option<Field>,
    pub code: ProblemCode,
    pub severity: Severity,
    /// What is wrong and what to do.
    pub message_vi: String,
    pub message_en: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The row can be taken as it was understood.
    Warning,
    /// The row must be mended first; what else it says is still in the draft.
    Error,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProblemCode {
    NameMissing,
    /// Digits, one letter, or signs that no name has.
    NameUnreadable,
    /// ALL CAPS or all lower case were turned into Title Case.
    NameCaseChanged,
    /// One word: a family or a given name is missing.
    NameOneWord,
    BirthMissing,
    BirthUnreadable,
    /// 31/02: a day that no calendar has.
    BirthImpossible,
    /// Only the year, or the month and year.
    BirthIncomplete,
    /// The year had two digits.
    BirthTwoDigitYear,
    /// Read as month/day/year because day/month/year is impossible.
    BirthSwapped,
    BirthInFuture,
    /// 16 or older on the day of reading: no child by the Law on Children art. 1.
    BirthNotChild,
    /// More than 18 years ago, or older than anybody: probably a slip.
    BirthTooOld,
    /// Two columns give different dates of birth.
    BirthConflict,
    SexMissing,
    SexUnreadable,
    /// `1` or `0`: which is which is a habit, not a rule.
    SexFromNumber,
    /// Two columns contradict each other.
    SexConflict,
    EthnicityUnknown,
    IdUnreadable,
    /// Not twelve digits.
    IdLength,
    /// Nine digits: the identity card of before 2016, which no child has.
    IdOldCard,
    /// Excel dropped the leading zero; it was put back.
    IdZeroRestored,
    /// `3.8E+10`: Excel dropped digits that nobody can put back.
    IdScientific,
    /// Digit 4 says another sex or century.
    IdSexMismatch,
    /// Digits 5–6 say another year of birth.
    IdYearMismatch,
    /// No province had these first three digits.
    IdProvinceUnknown,
    PhoneUnreadable,
    PhoneZeroRestored,
    InsuranceUnreadable,
    InsuranceZeroRestored,
    InsuranceDateUnreadable,
    /// A yes/no column says something else.
    FlagUnreadable,
    /// A text of circumstances or risks that was kept as a note.
    CircumstanceUnknown,
    /// "Mồ côi" alone: taken as of both parents.
    CircumstanceUnclear,
    PovertyUnreadable,
    /// Poor and near-poor at once.
    PovertyConflict,
    YearUnreadable,
    /// The row, or its sheet, is hidden in the file.
    Hidden,
    /// A cell that holds an error of Excel, such as `#REF!`.
    CellError,
    /// A cell that is far longer than its field, and was cut.
    TooLong,
}

/// What a value's reader found; the row adds where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) code: ProblemCode,
    pub(super) severity: Severity,
    pub(super) vi: String,
    pub(super) en: String,
}

impl Finding {
    pub(super) fn error(code: ProblemCode, vi: String, en: String) -> Self {
        Self { code, severity: Severity::Error, vi, en }
    }

    pub(super) fn warning(code: ProblemCode, vi: String, en: String) -> Self {
        Self { code, severity: Severity::Warning, vi, en }
    }

    pub(super) fn at(self, column: Option<u32>, field: Option<Field>) -> Problem {
        Problem {
            column,
            column_letter: column.map(crate::sheets::column_letter),
            field,
            code: self.code,
            severity: self.severity,
            message_vi: self.vi,
            message_en: self.en,
        }
    }
}
