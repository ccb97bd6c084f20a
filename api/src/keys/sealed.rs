//! Every column that holds sealed text, in one list.
//!
//! [`crate::crypto::Vault::seal`] takes a [`Place`], and only a column of this list makes one: what is not listed cannot
//! be sealed, so `bup keys rotate --reseal` forgets nothing.

use std::fmt;

/// A column of sealed text.
#[derive(Debug)]
pub struct Column {
    pub table: &'static str,
    pub column: &'static str,
    /// The columns that name the row; together they make the end of its place.
    pub row: &'static [&'static str],
    /// The beginning of its place, as it was bound when the first value was sealed.
    bound: &'static str,
}

impl Column {
    /// The place of one row: the values of `row`, with `/` between.
    pub fn of(&self, row: impl fmt::Display) -> Place {
        Place(format!("{}/{row}", self.bound))
    }
}

/// Where a sealed text belongs; it opens nowhere else.
pub struct Place(String);

impl Place {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! sealed_columns {
    ($($(#[$doc:meta])* $name:ident = $table:literal . $column:literal by $row:tt bound $bound:literal;)+) => {
        $($(#[$doc])* pub const $name: Column =
            Column { table: $table, column: $column, row: &$row, bound: $bound };)+

        pub const ALL: &[Column] = &[$($name),+];
    };
}

sealed_columns! {
    /// The secret of one-time codes.
    TOTP_SECRET = "users"."totp_secret" by ["id"] bound "users.totp_secret";
    /// The answer that is kept for a repetition.
    KEPT_ANSWERS = "idempotency_keys"."body" by ["user_id", "idempotency_key"] bound "idempotency_keys";
    /// The number of identity.
    PERSONAL_ID = "children"."personal_id" by ["id"] bound "children.personal_id";
    CHILD_HISTORY = "child_history"."changes" by ["id"] bound "child_history";
    /// What takes a merge back.
    CHILD_MERGES = "child_merges"."snapshot" by ["id"] bound "child_merges";
    IMPORT_SHEETS = "child_imports"."sheets" by ["id"] bound "child_imports.sheets";
    IMPORT_DRAFTS = "child_import_drafts"."body" by ["id"] bound "child_import_drafts.body";
    IMPORT_VERDICTS = "child_import_drafts"."verdict" by ["id"] bound "child_import_drafts.verdict";
    IMPORT_REJECTED = "child_imports"."rejected" by ["id"] bound "child_imports.rejected";
    /// What takes an import back.
    IMPORT_BEFORE = "child_import_rows"."before" by ["import_id", "child_id"] bound "child_import_rows.before";
    /// What happened, in words.
    INJURIES = "injuries"."description" by ["id"] bound "injuries";
    /// What files are called: photos are often named after whom they show.
    FILE_NAMES = "attachments"."file_name" by ["id"] bound "attachments.file_name";
    CONCERNS = "concerns"."content" by ["id"] bound "concerns.content";
    /// Whoever told it.
    CONCERN_REPORTERS = "concerns"."reporter" by ["id"] bound "concerns.reporter";
    CONCERN_SCREENINGS = "concerns"."screening" by ["id"] bound "concerns.screening";
    CASES = "cases"."content" by ["id"] bound "cases";
    CASE_ENTRIES = "case_entries"."content" by ["id"] bound "case_entries";
    CASE_FORMS = "case_forms"."content" by ["id"] bound "case_forms";
    CASE_MEASURES = "case_measures"."content" by ["id"] bound "case_measures";
    CASE_REFERRALS = "case_referrals"."content" by ["id"] bound "case_referrals";
    CASE_FILES = "case_files"."content" by ["id"] bound "case_files";
    CASE_GLASS = "case_glass"."content" by ["id"] bound "case_glass";
    /// The closed note.
    CASE_SECRETS = "case_secrets"."content" by ["case_id"] bound "case_secrets";
    /// The rows that a frozen number came from: ids of children and cases, with their groups.
    REPORT_SOURCES = "report_values"."sources" by ["report_id", "revision", "code"] bound "report_values";
    /// What happened to personal data, and what was decided and told about it, in words.
    BREACHES = "breaches"."content" by ["id"] bound "breaches";
    BREACH_MEASURES = "breach_measures"."content" by ["id"] bound "breach_measures";
    /// What signs a webhook's messages, now and until a rotation is over.
    WEBHOOK_SECRETS = "webhooks"."secret" by ["id"] bound "webhooks.secret";
    WEBHOOK_OLD_SECRETS = "webhooks"."old_secret" by ["id"] bound "webhooks.old_secret";
    /// What the installation seals for itself.
    SEALS = "seals"."sealed" by ["name"] bound "seals";
}
