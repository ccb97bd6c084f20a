//! The digest: once a day one mail for everybody who has something to look at. Counts only.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::{lease, letters, post};
use crate::access::{Action, Gate, PublicCx, Resource, Role, matrix};
use crate::audit::copies;
use crate::calendar::start_of_ward_day;
use crate::db::schema::users;
use crate::db::types::{Id, Instant};
use crate::error::Result;
use crate::features::notifications::{self, Kind, Unmailed};
use crate::features::tasks::{self, Due};
use crate::setup::WardSettings;

/// Queues the digests of a ward, or without one those of the upper levels; once a day.
///
/// # Errors
/// When the database refuses; nothing is queued or marked then.
pub fn run(gate: &Gate, ward: Option<&Id>, settings: &WardSettings) -> Result<()> {
    if gate.services().config.smtp.is_none() {
        return Ok(());
    }
    gate.public("job", |cx| {
        let name = ward.map_or_else(|| "digest above".to_owned(), |ward| format!("digest {ward}"));
        let today = Instant::new(start_of_ward_day(cx.today()));
        if lease::first_since(cx, &name, today)? { queue(cx, ward, settings) } else { Ok(()) }
    })
}

fn queue(cx: &mut PublicCx<'_>, ward: Option<&Id>, settings: &WardSettings) -> Result<()> {
    let (today, public_url) = (cx.today(), cx.services.config.public_url.as_deref());
    let soon = today.checked_add_signed(TimeDelta::days(settings.due_soon_days)).unwrap_or(today);
    let due = ward.map(|ward| tasks::due_by_unit(cx, ward, today, soon)).transpose()?.unwrap_or_default();
    let news = notifications::unmailed(cx, Kind::ALL)?;
    let is_copied = ward.is_some() && cx.services.config.audit_copy_mail;
    let head = if is_copied { Some(copies::now(cx)?.to_string()) } else { None };
    let mut told = Vec::new();
    for (person, unit, role) in readers(cx, ward)? {
        let may_see = matrix::grant(role, Resource::Tasks, Action::Read).is_some();
        let due = due.get(&unit).copied().filter(|_| may_see).unwrap_or_default();
        let own: Vec<&Unmailed> = news.iter().filter(|one| one.user == person).collect();
        let head = head.as_deref().filter(|_| role == Role::Admin);
        let has_news = !own.is_empty() || due != Due::default();
        let counts = letters::count(own.iter().map(|one| one.kind));
        let letter = match head {
            None if !has_news => continue,
            Some(head) if !has_news => letters::audit_head(public_url, today, head),
            _ => {
                let letter = letters::digest(public_url, today, settings.due_soon_days, due, &counts);
                head.into_iter().fold(letter, letters::Letter::with_audit_head)
            }
        };
        post::queue(cx, &person, &letter)?;
        told.extend(own.iter().map(|one| one.id.clone()));
    }
    notifications::mark_mailed(cx, &told)
}

/// The people with a mail address.
fn readers(cx: &mut PublicCx<'_>, ward: Option<&Id>) -> Result<Vec<(Id, Id, Role)>> {
    let mut people = users::table.filter(users::status.eq("active")).filter(users::email.is_not_null()).into_boxed();
    people = match ward {
        Some(ward) => people.filter(users::ward_id.eq(ward.clone())),
        None => people.filter(users::ward_id.is_null()),
    };
    Ok(people.order(users::id).select((users::id, users::unit_id, users::role)).load(cx.conn)?)
}
