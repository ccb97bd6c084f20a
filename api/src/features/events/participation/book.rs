//! Everything that is known of who takes part in one event, read once.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::attendance_model::{EventMarkRow, MarkKind};
use super::model::{
    EventAdults, EventConsent, EventOpinionRow, EventPeopleCount, RegistrationRow, RegistrationStatus, ToAsk,
};
use super::rules;
use crate::access::subject::Events;
use crate::access::{Cx, Deed};
use crate::db::schema::{
    event_duties, event_grants, event_helpers, event_marks, event_opinions, event_registrations as registrations,
};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::children::model::ChildStatus;
use crate::features::children::roster::{self, Pupil};
use crate::features::events::model::EventRow;
use crate::features::{events::store, users};

pub(super) struct Book {
    pub event: EventRow,
    /// In the order of arrival.
    pub rows: Vec<RegistrationRow>,
    pub said: HashMap<Id, EventOpinionRow>,
    /// Of each child, the latest first.
    pub marks: HashMap<Id, Vec<EventMarkRow>>,
    pub pupils: HashMap<Id, Pupil>,
}

impl Book {
    /// # Errors
    /// When the database refuses.
    pub fn open<A: Deed>(cx: &mut Cx<'_, Events, A>, event: EventRow) -> Result<Self> {
        let rows: Vec<RegistrationRow> = registrations::table
            .filter(registrations::event_id.eq(&event.id))
            .order((registrations::place, registrations::child_id))
            .select(RegistrationRow::as_select())
            .load(cx.conn())?;
        let said: Vec<EventOpinionRow> = event_opinions::table
            .filter(event_opinions::event_id.eq(&event.id))
            .select(EventOpinionRow::as_select())
            .load(cx.conn())?;
        let found: Vec<EventMarkRow> = event_marks::table
            .filter(event_marks::event_id.eq(&event.id))
            .order((event_marks::marked_at.desc(), event_marks::id.desc()))
            .select(EventMarkRow::as_select())
            .load(cx.conn())?;
        let mut marks: HashMap<Id, Vec<EventMarkRow>> = HashMap::new();
        for mark in found {
            marks.entry(mark.child_id.clone()).or_default().push(mark);
        }
        let mut pupils = roster::named(cx, rows.iter().map(|row| &row.child_id).chain(marks.keys()))?;
        pupils.retain(|_, pupil| pupil.status != ChildStatus::Erased);
        let said = said.into_iter().map(|one| (one.child_id.clone(), one)).collect();
        Ok(Self { event, rows, said, marks, pupils })
    }

    pub fn with_status(&self, status: RegistrationStatus) -> impl Iterator<Item = &RegistrationRow> {
        self.rows.iter().filter(move |row| row.status == status)
    }

    /// The mark that stands.
    pub fn current(&self, child: &Id) -> Option<&EventMarkRow> {
        self.marks.get(child)?.iter().find(|mark| mark.is_current)
    }

    pub fn consent(&self, child: &Id) -> (EventConsent, Vec<ToAsk>) {
        match self.pupils.get(child) {
            Some(pupil) => rules::consent(pupil, self.said.get(child), rules::day_of(&self.event)),
            None => (EventConsent::Missing, vec![ToAsk::Parents]),
        }
    }

    pub fn counts(&self) -> EventPeopleCount {
        let mut counts = EventPeopleCount::default();
        for row in &self.rows {
            match row.status {
                RegistrationStatus::Waiting => counts.waiting += 1,
                RegistrationStatus::Cancelled => counts.cancelled += 1,
                RegistrationStatus::Registered => {
                    counts.registered += 1;
                    match self.consent(&row.child_id).0 {
                        EventConsent::Missing => counts.consent_missing += 1,
                        EventConsent::Declined => counts.declined += 1,
                        EventConsent::Agreed => {}
                    }
                }
            }
        }
        for child in self.marks.keys() {
            match self.current(child).map(|mark| mark.kind) {
                Some(MarkKind::In) => counts.here += 1,
                Some(MarkKind::Out) => counts.left += 1,
                Some(MarkKind::None) | None => {}
            }
        }
        counts.came = counts.here + counts.left;
        counts
    }

    /// Children who are here beyond the approved number.
    pub fn over_by(&self) -> i64 {
        (self.counts().here - i64::from(self.event.expected_children)).max(0)
    }

    /// # Errors
    /// When the database refuses.
    pub fn adults<A: Deed>(&self, cx: &mut Cx<'_, Events, A>) -> Result<EventAdults> {
        let terms = store::terms(cx, &self.event.ward_id)?;
        let helpers = event_duties::table.filter(event_duties::event_id.eq(&self.event.id));
        let helpers: i64 = helpers.select(count_star()).first(cx.conn())?;
        let registered = self.with_status(RegistrationStatus::Registered);
        let born = registered.filter_map(|row| self.pupils.get(&row.child_id)).map(|pupil| pupil.date_of_birth);
        let needed = rules::adults_needed(&self.event, &terms.children_per_adult, born);
        let expected = i64::from(self.event.expected_adults);
        Ok(EventAdults { needed, helpers, expected, missing: (needed - helpers - expected).max(0) })
    }

    /// Who made the marks, people with and without an account.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn markers<A: Deed>(&self, cx: &mut Cx<'_, Events, A>) -> Result<Markers> {
        let marks = || self.marks.values().flatten();
        let people = users::references(cx, marks().filter_map(|mark| mark.marked_by_id.as_ref()))?;
        let helpers = helpers_of(cx, &self.event.id)?;
        let people = people.into_iter().map(|(id, person)| (id, person.full_name)).collect();
        Ok(Markers { people, helpers })
    }
}

/// Names of those who marked or counted.
pub(super) struct Markers {
    people: HashMap<Id, String>,
    helpers: HashMap<Id, String>,
}

impl Markers {
    pub fn name(&self, person: Option<&Id>, grant: Option<&Id>) -> Option<String> {
        let of_person = person.and_then(|id| self.people.get(id));
        of_person.or_else(|| grant.and_then(|id| self.helpers.get(id))).cloned()
    }

    pub fn of_mark(&self, mark: &EventMarkRow) -> Option<String> {
        self.name(mark.marked_by_id.as_ref(), mark.grant_id.as_ref())
    }

    /// # Errors
    /// When the database refuses.
    pub fn of_counts<'a, A: Deed>(
        cx: &mut Cx<'_, Events, A>,
        event: &Id,
        people: impl IntoIterator<Item = &'a Id>,
    ) -> Result<Self> {
        let people = users::references(cx, people)?;
        let people = people.into_iter().map(|(id, person)| (id, person.full_name)).collect();
        Ok(Self { people, helpers: helpers_of(cx, event)? })
    }
}

/// The names of those who hold a grant of an event, by the grant.
fn helpers_of<A: Deed>(cx: &mut Cx<'_, Events, A>, event: &Id) -> Result<HashMap<Id, String>> {
    let rows: Vec<(Id, String)> = event_grants::table
        .inner_join(event_helpers::table.on(event_helpers::id.eq(event_grants::helper_id)))
        .filter(event_grants::event_id.eq(event))
        .select((event_grants::id, event_helpers::full_name))
        .load(cx.conn())?;
    Ok(rows.into_iter().collect())
}
