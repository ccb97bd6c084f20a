//! What a summer's attendance amounts to: for each child, each group, each neighborhood.

use std::collections::HashMap;

use chrono::Datelike;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::attendance_model::{SummerCount, SummerCountQuery};
use super::model::HandoverStatus;
use super::session_model::{AttendanceState, SummerAttendanceCount};
use super::{groups, rules, sessions};
use crate::access::subject::Summer;
use crate::access::{Cx, Deed};
use crate::db::schema::{
    summer_group_members as members, summer_groups, summer_handover_children as entries, summer_handovers as handovers,
    summer_marks as marks, summer_sessions,
};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::units;

/// Sessions that each child came to, and sessions that count for it.
///
/// # Errors
/// When the database refuses.
pub fn of_children<A: Deed>(
    cx: &mut Cx<'_, Summer, A>,
    ward: &Id,
    year: i32,
    children: &[Id],
) -> Result<HashMap<Id, (i64, i64)>> {
    let mut tallies: HashMap<Id, (i64, i64)> = HashMap::new();
    for some in children.chunks(500) {
        let found: Vec<(Id, AttendanceState, i64)> = marks::table
            .inner_join(summer_sessions::table.on(summer_sessions::id.eq(marks::session_id)))
            .filter(summer_sessions::ward_id.eq(ward))
            .filter(summer_sessions::year.eq(year))
            .filter(summer_sessions::cancelled_at.is_null())
            .filter(marks::is_current.eq(true))
            .filter(marks::child_id.eq_any(some))
            .group_by((marks::child_id, marks::state))
            .select((marks::child_id, marks::state, count_star()))
            .load(cx.conn())?;
        for (child, state, times) in found {
            let (came, held) = rules::counts_as(state);
            let tally = tallies.entry(child).or_default();
            tally.0 += came * times;
            tally.1 += held * times;
        }
    }
    Ok(tallies)
}

impl SummerAttendanceCount {
    pub fn add(&mut self, state: AttendanceState, times: i64) {
        match state {
            AttendanceState::Present => self.present += times,
            AttendanceState::Late => self.late += times,
            AttendanceState::Excused => self.excused += times,
            AttendanceState::Absent => self.absent += times,
        }
    }

    /// Percent of those not excused who came.
    fn rate(&self) -> Option<i64> {
        let (came, held) = (self.present + self.late, self.present + self.late + self.absent);
        (held > 0).then(|| came * 100 / held)
    }
}

/// How many came to each of some sessions.
///
/// # Errors
/// When the database refuses.
pub fn of_sessions<A: Deed>(cx: &mut Cx<'_, Summer, A>, ids: &[Id]) -> Result<HashMap<Id, SummerAttendanceCount>> {
    let found: Vec<(Id, AttendanceState, i64)> = marks::table
        .filter(marks::session_id.eq_any(ids))
        .filter(marks::is_current.eq(true))
        .group_by((marks::session_id, marks::state))
        .select((marks::session_id, marks::state, count_star()))
        .load(cx.conn())?;
    let mut counts: HashMap<Id, SummerAttendanceCount> = HashMap::new();
    for (session, state, times) in found {
        counts.entry(session).or_default().add(state, times);
    }
    Ok(counts)
}

/// What belongs to whom: a neighborhood as a whole, and each of its groups.
type Place = (Id, Option<Id>);

/// Counts for each neighborhood and group within the scope.
///
/// # Errors
/// When the database refuses.
pub fn counts<A: Deed>(cx: &mut Cx<'_, Summer, A>, query: &SummerCountQuery) -> Result<Vec<SummerCount>> {
    let year = query.year.unwrap_or_else(|| cx.today().year());
    let of_groups: Vec<(Id, Id, String)> = groups::within(cx)
        .filter(summer_groups::year.eq(year))
        .filter(summer_groups::cancelled_at.is_null())
        .order((summer_groups::neighborhood_id, summer_groups::id))
        .select((summer_groups::id, summer_groups::neighborhood_id, summer_groups::name))
        .load(cx.conn())?;
    let received: Vec<(Id, i64)> = entries::table
        .inner_join(handovers::table.on(handovers::id.eq(entries::handover_id)))
        .filter(handovers::id.eq_any(received_handovers(cx, year)?))
        .group_by(handovers::neighborhood_id)
        .select((handovers::neighborhood_id, count_star()))
        .load(cx.conn())?;
    let group_ids: Vec<&Id> = of_groups.iter().map(|(id, ..)| id).collect();
    let in_groups: Vec<(Id, i64)> = members::table
        .filter(members::group_id.eq_any(&group_ids))
        .group_by(members::group_id)
        .select((members::group_id, count_star()))
        .load(cx.conn())?;
    let in_groups: HashMap<Id, i64> = in_groups.into_iter().collect();
    let held: Vec<(Id, Id, Option<Id>)> = sessions::within(cx)
        .filter(summer_sessions::year.eq(year))
        .filter(summer_sessions::cancelled_at.is_null())
        .filter(summer_sessions::on_date.le(cx.today()))
        .select((summer_sessions::id, summer_sessions::neighborhood_id, summer_sessions::group_id))
        .load(cx.conn())?;
    let session_ids: Vec<Id> = held.iter().map(|(id, ..)| id.clone()).collect();
    let came = of_sessions(cx, &session_ids)?;

    let mut lines: Vec<(Place, SummerCount)> = Vec::new();
    let mut line = |place: Place| -> usize {
        if let Some(at) = lines.iter().position(|(known, _)| *known == place) {
            return at;
        }
        let count = SummerCount {
            neighborhood_id: place.0.clone(),
            neighborhood: None,
            group_id: place.1.clone(),
            group_name: None,
            received: 0,
            members: 0,
            sessions: 0,
            attendance: SummerAttendanceCount::default(),
            rate: None,
        };
        lines.push((place, count));
        lines.len() - 1
    };
    let mut changes: Vec<(usize, Change)> = Vec::new();
    for (neighborhood, children) in received {
        changes.push((line((neighborhood, None)), Change::Received(children)));
    }
    for (group, neighborhood, name) in &of_groups {
        let size = in_groups.get(group).copied().unwrap_or(0);
        changes.push((line((neighborhood.clone(), None)), Change::Members(size)));
        let at = line((neighborhood.clone(), Some(group.clone())));
        changes.push((at, Change::Name(name.clone())));
        changes.push((at, Change::Members(size)));
    }
    for (session, neighborhood, group) in held {
        let count = came.get(&session).copied().unwrap_or_default();
        changes.push((line((neighborhood.clone(), None)), Change::Session(count)));
        if group.is_some() {
            changes.push((line((neighborhood, group)), Change::Session(count)));
        }
    }
    for (at, change) in changes {
        if let Some((_, count)) = lines.get_mut(at) {
            change.apply(count);
        }
    }
    let units = units::references(cx, lines.iter().map(|((neighborhood, _), _)| neighborhood))?;
    let wanted = |neighborhood: &Id| query.neighborhood_id.as_ref().is_none_or(|one| one == neighborhood);
    let shape = |(place, mut count): (Place, SummerCount)| {
        count.neighborhood = units.get(&place.0).cloned();
        count.rate = count.attendance.rate();
        count
    };
    let mut counts: Vec<_> = lines.into_iter().filter(|((place, _), _)| wanted(place)).map(shape).collect();
    let name = |one: &SummerCount| one.neighborhood.as_ref().map(|unit| units::natural_key(&unit.name));
    counts.sort_by_cached_key(|one| {
        (name(one), one.neighborhood_id.clone(), one.group_id.is_some(), one.group_name.clone())
    });
    Ok(counts)
}

enum Change {
    Received(i64),
    Members(i64),
    Name(String),
    Session(SummerAttendanceCount),
}

impl Change {
    fn apply(self, count: &mut SummerCount) {
        match self {
            Self::Received(children) => count.received += children,
            Self::Members(children) => count.members += children,
            Self::Name(name) => count.group_name = Some(name),
            Self::Session(came) => {
                count.sessions += 1;
                let sum = &mut count.attendance;
                sum.present += came.present;
                sum.late += came.late;
                sum.excused += came.excused;
                sum.absent += came.absent;
            }
        }
    }
}

fn received_handovers<A: Deed>(cx: &mut Cx<'_, Summer, A>, year: i32) -> Result<Vec<Id>> {
    let rows = super::store::within(cx)
        .filter(handovers::year.eq(year))
        .filter(handovers::status.eq_any([HandoverStatus::Received, HandoverStatus::Returned]));
    Ok(rows.select(handovers::id).load(cx.conn())?)
}
