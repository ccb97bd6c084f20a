//! Mails of what cannot wait for the digest: all that somebody has not seen yet, in one mail.

use std::collections::BTreeMap;

use super::{letters, post};
use crate::access::Gate;
use crate::db::types::Id;
use crate::error::Result;
use crate::features::notifications::{self, Kind};

/// # Errors
/// When the database refuses; nothing is queued or marked then.
pub fn run(gate: &Gate) -> Result<()> {
    gate.public("job", |cx| {
        let news = notifications::unmailed(cx, &Kind::URGENT)?;
        let mut by_person: BTreeMap<Id, Vec<Kind>> = BTreeMap::new();
        for one in &news {
            by_person.entry(one.user.clone()).or_default().push(one.kind);
        }
        let public_url = cx.services.config.public_url.as_deref();
        for (person, kinds) in by_person {
            let letter = letters::urgent(public_url, &letters::count(kinds));
            post::queue(cx, &person, &letter)?;
        }
        let told: Vec<Id> = news.into_iter().map(|one| one.id).collect();
        notifications::mark_mailed(cx, &told)
    })
}
