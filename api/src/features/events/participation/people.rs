//! Whose names a reader sees, and which children a request may name.

use std::collections::{HashMap, HashSet};

use super::book::Book;
use crate::access::subject::{Children, Events};
use crate::access::{Action, Actor, Cx, Deed, Read, Resource, matrix};
use crate::crypto::Vault;
use crate::db::types::Id;
use crate::error::Result;
use crate::features::children::model::ChildStatus;
use crate::features::children::roster::{self, Pupil};
use crate::features::events::model::EventRow;
use crate::features::events::{rules, store};
use crate::text;

/// Of which of an event's children somebody sees the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Numbers only: may not read children.
    Nobody,
    /// Those within their own scope.
    Own,
    /// All: organises the event, and may read children.
    All,
}

/// What the actor is to an event.
pub(super) struct Part {
    pub reach: Reach,
    pub organises: bool,
}

pub(super) fn may(actor: &Actor, resource: Resource, action: Action) -> bool {
    matrix::grant(actor.role, resource, action).is_some()
}

/// # Errors
/// 403 for a machine, which has no business with who takes part.
pub(super) fn part<A: Deed>(cx: &mut Cx<'_, Events, A>, event: &EventRow) -> Result<Part> {
    let joining = store::joining(cx, std::slice::from_ref(&event.id))?.remove(&event.id).unwrap_or_default();
    let person = cx.person()?;
    let organises = rules::may_update(cx.caller(), event, &joining);
    let reach = match (may(person, Resource::Children, Action::Read), organises) {
        (false, _) => Reach::Nobody,
        (true, true) => Reach::All,
        (true, false) => Reach::Own,
    };
    Ok(Part { reach, organises })
}

/// The children of an event whom this reader sees by name.
///
/// # Errors
/// When the database refuses.
pub(super) fn seen<A: Deed>(cx: &mut Cx<'_, Events, A>, book: &Book, reach: Reach) -> Result<HashSet<Id>> {
    match reach {
        Reach::Nobody => Ok(HashSet::new()),
        Reach::All => Ok(book.pupils.keys().cloned().collect()),
        Reach::Own => {
            // A row may name a child that was merged into another one since.
            let ids: Vec<Id> = book.pupils.values().map(|pupil| pupil.id.clone()).collect();
            let own = roster::chosen(&mut cx.also::<Children, Read>()?, &ids)?;
            let is_own = |(_, pupil): &(&Id, &Pupil)| own.contains_key(&pupil.id);
            Ok(book.pupils.iter().filter(is_own).map(|(id, _)| id.clone()).collect())
        }
    }
}

/// Children whom a request names, as far as they are within the actor's own scope and followed.
///
/// # Errors
/// 403 for somebody who may not read children.
pub(super) fn own<A: Deed>(cx: &mut Cx<'_, Events, A>, ids: &[Id]) -> Result<HashMap<Id, Pupil>> {
    let mut found = roster::chosen(&mut cx.also::<Children, Read>()?, ids)?;
    found.retain(|_, pupil| pupil.status == ChildStatus::Active);
    Ok(found)
}

/// What a child's card says: nothing outside of this event, and nothing that can be guessed.
pub(super) fn code(vault: &Vault, event: &Id, child: &Id) -> String {
    let index = vault.index("event_cards", &format!("{}/{}", event.as_str(), child.as_str()));
    let bytes = hex::decode(index).unwrap_or_default();
    text::spoken_code(bytes.iter().take(8))
}
