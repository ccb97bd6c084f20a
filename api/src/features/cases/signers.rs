//! Who signs the decisions of a case or a commendation, and in which power: the chairperson, or a deputy in their place (Decree 30/2020,
//! art. 13.1: KT. CHỦ TỊCH).

use bup_documents::cases::{Power, Signer};

use crate::access::{Cx, Deed, Subject};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::concerns::documents::some;
use crate::features::users;
use crate::text;

/// Who took a decision, and for whom a deputy took it; nobody before it was taken.
#[derive(Clone, Debug, Default)]
pub struct Signed {
    pub by: Option<Id>,
    pub acting_for: Option<Id>,
}

/// How a decision is signed; with room for a hand where nobody has taken it yet.
///
/// # Errors
/// When the database refuses.
pub fn signer<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, signed: &Signed) -> Result<Signer> {
    let Some(id) = &signed.by else { return Ok(Signer::default()) };
    let Some(person) = users::references(cx, [id])?.remove(id) else { return Ok(Signer::default()) };
    Ok(Signer { power: power(signed.acting_for.is_some(), &person.position), name: some(&person.full_name) })
}

/// A deputy whose field it is decides without being charged for days, and still signs for the chairperson.
fn power(is_charged: bool, position: &str) -> Power {
    let position = text::search_key(position);
    match position.split_whitespace().next() {
        Some("pho") => Power::Deputy,
        Some("quyen" | "q.") => Power::Acting,
        Some("chu") => Power::Chairperson,
        _ if is_charged => Power::Deputy,
        _ => Power::Chairperson,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deputy_signs_for_the_chairperson() {
        for (is_charged, position, expected) in [
            (false, "Chủ tịch UBND phường", Power::Chairperson),
            (false, "Phó Chủ tịch", Power::Deputy),
            (true, "Phó Chủ tịch", Power::Deputy),
            (true, "Ủy viên UBND phường", Power::Deputy),
            (false, "Quyền Chủ tịch", Power::Acting),
            (false, "", Power::Chairperson),
            // The chair signs as the chair, whatever a deputy charged them with.
            (true, "Chủ tịch", Power::Chairperson),
        ] {
            assert_eq!(power(is_charged, position), expected, "{is_charged} {position}");
        }
    }
}
