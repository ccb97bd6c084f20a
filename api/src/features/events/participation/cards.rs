//! Cards for children to wear: what a phone reads off them says nothing to anybody else.

use super::book::Book;
use super::model::{EventCard, RegistrationStatus};
use super::people;
use crate::access::subject::Events;
use crate::access::{Cx, Read};
use crate::audit::{self, Changes};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::events::store;
use crate::features::units;

/// The cards of the registered children whom the reader sees, by name; the look is recorded.
///
/// # Errors
/// 404.
pub(super) fn list(cx: &mut Cx<'_, Events, Read>, id: &Id) -> Result<Vec<EventCard>> {
    let event = store::find_row(cx, id)?;
    let part = people::part(cx, &event)?;
    let book = Book::open(cx, event)?;
    let seen = people::seen(cx, &book, part.reach)?;
    let units = units::references(cx, book.pupils.values().filter_map(|one| one.neighborhood_id.as_ref()))?;
    let vault = &cx.services().vault;
    let mut cards = Vec::new();
    for row in book.with_status(RegistrationStatus::Registered).filter(|row| seen.contains(&row.child_id)) {
        let Some(pupil) = book.pupils.get(&row.child_id) else { continue };
        let card = EventCard {
            child_id: row.child_id.clone(),
            full_name: pupil.full_name.clone(),
            neighborhood: pupil.neighborhood_id.as_ref().and_then(|id| units.get(id)).cloned(),
            code: people::code(vault, id, &row.child_id),
        };
        cards.push((pupil.sort_key.clone(), card));
    }
    cards.sort_by(|(a, one), (b, other)| (a, &one.child_id).cmp(&(b, &other.child_id)));
    audit::record(cx, "print_cards", id, Changes::none().field("cards", (), cards.len()))?;
    Ok(cards.into_iter().map(|(_, card)| card).collect())
}
