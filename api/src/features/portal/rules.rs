//! What a note must hold, and when everybody may read it. Pure.

use super::model::{PublicNoteAction, PublicNoteKind, PublicNoteRow};
use crate::access::{Action, Resource, Role, matrix};
use crate::error::{Error, Message, Result};
use crate::input::{Checks, REQUIRED};

pub const TITLE_MAX: usize = 120;
pub const BODY_MAX: usize = 600;
/// A page that is read on a phone, not an archive.
pub const NOTES_MAX: i64 = 200;

pub const CONSENT_MISSING: Message = Message::new(
    "consent_missing",
    "Chưa thể công khai: hãy hỏi người ủng hộ có đồng ý nêu tên không, rồi ghi họ đã đồng ý bằng cách nào.",
    "Not to be shown yet: ask the giver whether they agree to be named, and write how they agreed.",
);
pub const WARD_ONLY: Message = Message::new(
    "ward_only",
    "Trang công khai do công chức chính sách xã hội và công chức văn hóa – xã hội của phường soạn.",
    "The public page is written by the ward's social and culture officers.",
);
pub const FULL: Message = Message::new(
    "page_full",
    "Trang công khai đã có {max} mục. Hãy sửa mục cũ thay vì thêm mục mới.",
    "The public page has {max} notes already. Change an old one instead of adding another.",
);

/// Whether it may be shown as far as consent goes (Law 91/2025: naming a giver needs their consent).
pub fn has_consent(row: &PublicNoteRow) -> bool {
    row.kind != PublicNoteKind::Giver || row.consent_given && !row.consent_how.is_empty()
}

/// Where an action takes a note: shown or not.
///
/// # Errors
/// 409 when it is there already, 422 for a giver without consent.
pub fn next(row: &PublicNoteRow, action: PublicNoteAction) -> Result<bool> {
    match (row.is_shown, action) {
        (false, PublicNoteAction::Show) if has_consent(row) => Ok(true),
        (false, PublicNoteAction::Show) => Err(Error::field("consent_given", CONSENT_MISSING)),
        (true, PublicNoteAction::Hide) => Ok(false),
        (is_shown, PublicNoteAction::Edit) => Ok(is_shown),
        (true, _) => Err(Error::wrong_state(&[PublicNoteAction::Hide])),
        (false, _) => Err(Error::wrong_state(&[PublicNoteAction::Show])),
    }
}

/// What this role may do with it now.
pub fn allowed_actions(role: Role, row: &PublicNoteRow) -> Vec<PublicNoteAction> {
    let may = |action| matrix::grant(role, Resource::Communications, action).is_some();
    let turn = if row.is_shown { PublicNoteAction::Hide } else { PublicNoteAction::Show };
    let mut actions = Vec::new();
    if may(Action::Update) {
        actions.push(PublicNoteAction::Edit);
    }
    if may(Action::Approve) {
        actions.push(turn);
    }
    actions
}

/// What differs besides the place in the list: whoever approved the note has not seen it.
pub fn says_something_else(before: &PublicNoteRow, after: &PublicNoteRow) -> bool {
    let said = |row: &PublicNoteRow| {
        let texts = [row.title.clone(), row.body.clone(), row.reply.clone(), row.consent_how.clone()];
        (texts, row.consent_given, row.starts_on, row.ends_on)
    };
    said(before) != said(after)
}

/// The fields of a note, cleaned; those that its kind does not have are left empty.
pub fn check(checks: &mut Checks, row: PublicNoteRow) -> PublicNoteRow {
    let title = checks.line("title", &row.title, TITLE_MAX);
    let body = checks.lines("body", &row.body, BODY_MAX);
    let (is_voice, is_giver) = (row.kind == PublicNoteKind::Voice, row.kind == PublicNoteKind::Giver);
    if body.is_empty() && !is_giver {
        checks.fail("body", REQUIRED);
    }
    let reply = if is_voice { checks.lines("reply", &row.reply, BODY_MAX) } else { String::new() };
    let how = checks.optional_line("consent_how", Some(&row.consent_how), 200).unwrap_or_default();
    if is_giver && row.consent_given && how.is_empty() {
        checks.fail("consent_how", REQUIRED);
    }
    let position = checks.range("position", row.position, 1, 999);
    let starts_on = row.starts_on.map(|day| checks.day("starts_on", day));
    let ends_on = row.ends_on.map(|day| checks.day("ends_on", day));
    if let (Some(first), Some(last)) = (starts_on, ends_on) {
        checks.period("ends_on", first, last);
    }
    PublicNoteRow {
        title,
        body,
        reply,
        consent_given: is_giver && row.consent_given,
        consent_how: if is_giver { how } else { String::new() },
        position,
        starts_on,
        ends_on,
        ..row
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::types::{Id, Instant};

    fn giver(consent_given: bool, consent_how: &str, is_shown: bool) -> PublicNoteRow {
        let at = Instant::parse("2024-06-03T01:00:00Z").unwrap();
        PublicNoteRow {
            id: Id::new(at),
            ward_id: Id::new(at),
            kind: PublicNoteKind::Giver,
            title: "Cửa hàng A".into(),
            body: String::new(),
            reply: String::new(),
            consent_given,
            consent_how: consent_how.into(),
            position: 1,
            is_shown,
            starts_on: None,
            ends_on: None,
            created_by_id: None,
            created_at: at,
            updated_at: at,
            version: 1,
        }
    }

    #[test]
    fn a_giver_is_named_with_consent_only() {
        for (given, how) in [(false, ""), (false, "điện thoại"), (true, "")] {
            assert!(next(&giver(given, how, false), PublicNoteAction::Show).is_err(), "{given} {how}");
        }
        assert_eq!(next(&giver(true, "điện thoại", false), PublicNoteAction::Show).ok(), Some(true));
        let advice = PublicNoteRow { kind: PublicNoteKind::Advice, ..giver(false, "", false) };
        assert_eq!(next(&advice, PublicNoteAction::Show).ok(), Some(true));
    }

    #[test]
    fn what_is_shown_can_only_be_hidden() {
        let shown = giver(true, "điện thoại", true);
        assert!(next(&shown, PublicNoteAction::Show).is_err());
        assert_eq!(next(&shown, PublicNoteAction::Hide).ok(), Some(false));
        assert!(next(&giver(true, "x", false), PublicNoteAction::Hide).is_err());
    }

    #[test]
    fn a_change_of_place_says_nothing_else() {
        let row = giver(true, "điện thoại", true);
        assert!(!says_something_else(&row, &PublicNoteRow { position: 7, ..row.clone() }));
        assert!(says_something_else(&row, &PublicNoteRow { consent_given: false, ..row.clone() }));
    }

    #[test]
    fn roles_do_what_the_matrix_says() {
        use PublicNoteAction::{Edit, Hide, Show};
        let row = giver(true, "x", false);
        assert_eq!(allowed_actions(Role::CultureOfficer, &row), [Edit, Show]);
        assert_eq!(allowed_actions(Role::SocialOfficer, &row), [Edit]);
        assert_eq!(allowed_actions(Role::Leader, &PublicNoteRow { is_shown: true, ..row }), [Hide]);
    }
}
