//! What does not fit in a handover: children whom nobody handed over, who stand in two lists, who moved or left.

use std::collections::{HashMap, HashSet};

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::model::{EntryRow, HandoverDifference, HandoverDifferenceKind, HandoverRow};
use super::{rules, store};
use crate::access::subject::Summer;
use crate::access::{Cx, Deed, Role};
use crate::db::schema::{children, summer_handover_children as entries, summer_handovers as handovers};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::children::roster::{self, Pupil};
use crate::features::units;

/// The rows whose child stands in more than one handover of a year or twice in one, for the years of some handovers;
/// each with how often that is told.
///
/// # Errors
/// When the database refuses.
pub fn listed_twice<A: Deed>(cx: &mut Cx<'_, Summer, A>, rows: &[HandoverRow]) -> Result<HashMap<(i32, Id), i64>> {
    let Some(ward) = rows.first().map(|row| row.ward_id.clone()) else { return Ok(HashMap::new()) };
    let mut years: Vec<i32> = rows.iter().map(|row| row.year).collect();
    years.sort_unstable();
    years.dedup();
    let mut twice = HashMap::new();
    for year in years {
        let listed: Vec<(Id, i64)> = entries::table
            .inner_join(handovers::table.on(handovers::id.eq(entries::handover_id)))
            .filter(handovers::ward_id.eq(&ward))
            .filter(handovers::year.eq(year))
            .group_by(entries::child_id)
            .having(count_star().gt(1))
            .select((entries::child_id, count_star()))
            .load(cx.conn())?;
        twice.extend(listed.into_iter().map(|(child, _)| ((year, child), 1)));
        twice.extend(merged_twice(cx, &ward, year)?.into_iter().map(|(row, times)| ((year, row), times)));
    }
    Ok(twice)
}

/// Where one child stands in a year's lists under a row that was merged into another one since: that row, the child,
/// the list.
struct Alias {
    listed: Id,
    child: Id,
    handover: Id,
}

fn aliases<A: Deed>(cx: &mut Cx<'_, Summer, A>, ward: &Id, year: i32) -> Result<Vec<Alias>> {
    let merged: Vec<(Id, Id)> = entries::table
        .inner_join(handovers::table.on(handovers::id.eq(entries::handover_id)))
        .inner_join(children::table.on(children::id.eq(entries::child_id)))
        .filter(handovers::ward_id.eq(ward))
        .filter(handovers::year.eq(year))
        .filter(children::merged_into_id.is_not_null())
        .select((entries::child_id, handovers::id))
        .load(cx.conn())?;
    let kept = roster::named(cx, merged.iter().map(|(listed, _)| listed))?;
    let alias = |(listed, handover): (Id, Id)| Some(Alias { child: kept.get(&listed)?.id.clone(), listed, handover });
    Ok(merged.into_iter().filter_map(alias).collect())
}

/// The rows of a year whose child stands in a list under another row too, each with how often that is told.
fn merged_twice<A: Deed>(cx: &mut Cx<'_, Summer, A>, ward: &Id, year: i32) -> Result<Vec<(Id, i64)>> {
    let mut rows: HashMap<Id, Vec<(Id, Id)>> = HashMap::new();
    for alias in aliases(cx, ward, year)? {
        rows.entry(alias.child).or_default().push((alias.listed, alias.handover));
    }
    let direct: Vec<(Id, Id)> = entries::table
        .inner_join(handovers::table.on(handovers::id.eq(entries::handover_id)))
        .filter(handovers::ward_id.eq(ward))
        .filter(handovers::year.eq(year))
        .filter(entries::child_id.eq_any(rows.keys().cloned().collect::<Vec<_>>()))
        .select((entries::child_id, handovers::id))
        .load(cx.conn())?;
    for (child, handover) in direct {
        rows.entry(child.clone()).or_default().push((child, handover));
    }
    let times = |rows: Vec<(Id, Id)>| {
        let told = |at: usize, own: &Id| {
            let in_another = rows.iter().any(|(_, list)| list != own);
            let is_second = rows.iter().take(at).any(|(_, list)| list == own);
            i64::from(in_another) + i64::from(is_second)
        };
        rows.iter().enumerate().map(|(at, (row, list))| (row.clone(), told(at, list))).collect::<Vec<_>>()
    };
    Ok(rows.into_values().flat_map(times).collect())
}

/// Everything that does not fit in a handover that was found. A school is told of its own pupils alone.
///
/// # Errors
/// When the database refuses.
pub fn of<A: Deed>(
    cx: &mut Cx<'_, Summer, A>,
    handover: &HandoverRow,
    rows: &[EntryRow],
    pupils: &HashMap<Id, Pupil>,
) -> Result<Vec<HandoverDifference>> {
    let others = other_lists(cx, handover, rows, pupils)?;
    let mut seen: HashSet<&Id> = HashSet::new();
    let mut found: Vec<(HandoverDifferenceKind, &Pupil, &Id, Option<Id>)> = Vec::new();
    for row in rows {
        let Some(pupil) = pupils.get(&row.child_id) else { continue };
        if let Some(other) = others.get(&pupil.id) {
            found.push((HandoverDifferenceKind::InTwoLists, pupil, &row.child_id, other.clone()));
        }
        if !seen.insert(&pupil.id) {
            found.push((HandoverDifferenceKind::TwiceInList, pupil, &row.child_id, None));
        }
        let now = (pupil.neighborhood_id.as_ref(), pupil.school_id.as_ref());
        for kind in rules::misfits(pupil.status, now, (&handover.neighborhood_id, &handover.school_id)) {
            found.push((kind, pupil, &row.child_id, None));
        }
    }
    let missing = in_no_list(cx, handover)?;
    found.extend(missing.iter().map(|pupil| (HandoverDifferenceKind::InNoList, pupil, &pupil.id, None)));
    let of_units = found.iter().flat_map(|(_, pupil, ..)| [&pupil.neighborhood_id, &pupil.school_id]).flatten();
    let units = units::references(cx, of_units)?;
    let unit = |id: &Option<Id>| id.as_ref().and_then(|id| units.get(id)).cloned();
    let shape = |(kind, pupil, child, other): (_, &Pupil, &Id, _)| HandoverDifference {
        kind,
        child_id: child.clone(),
        full_name: pupil.full_name.clone(),
        birth_year: pupil.birth_year(),
        school: unit(&pupil.school_id),
        neighborhood: unit(&pupil.neighborhood_id),
        other_handover_id: other,
    };
    let mut differences: Vec<_> = found.into_iter().map(|one| (one.1.sort_key.clone(), shape(one))).collect();
    differences.sort_by(|(a, first), (b, second)| (first.kind, a).cmp(&(second.kind, b)));
    Ok(differences.into_iter().map(|(_, one)| one).collect())
}

/// For each child that stands in another handover of the year too, also under a row that was merged since: that
/// handover, where the reader may open it.
fn other_lists<A: Deed>(
    cx: &mut Cx<'_, Summer, A>,
    handover: &HandoverRow,
    rows: &[EntryRow],
    pupils: &HashMap<Id, Pupil>,
) -> Result<HashMap<Id, Option<Id>>> {
    let kept: HashSet<&Id> = rows.iter().filter_map(|row| Some(&pupils.get(&row.child_id)?.id)).collect();
    let aliases = aliases(cx, &handover.ward_id, handover.year)?;
    let ids: Vec<&Id> = kept.iter().copied().collect();
    let mut listed: Vec<(Id, Id)> = Vec::new();
    for some in ids.chunks(500) {
        let found = entries::table
            .inner_join(handovers::table.on(handovers::id.eq(entries::handover_id)))
            .filter(handovers::ward_id.eq(&handover.ward_id))
            .filter(handovers::year.eq(handover.year))
            .filter(handovers::id.ne(&handover.id))
            .filter(entries::child_id.eq_any(some));
        listed.extend(found.select((entries::child_id, handovers::id)).load::<(Id, Id)>(cx.conn())?);
    }
    let elsewhere = aliases.into_iter().filter(|one| one.handover != handover.id && kept.contains(&one.child));
    listed.extend(elsewhere.map(|one| (one.child, one.handover)));
    let others: Vec<Id> = listed.iter().map(|(_, other)| other.clone()).collect();
    let visible = store::within(cx).filter(handovers::id.eq_any(others)).select(handovers::id);
    let visible: HashSet<Id> = visible.load::<Id>(cx.conn())?.into_iter().collect();
    let shown = |(child, other): (Id, Id)| (child, visible.contains(&other).then_some(other));
    Ok(listed.into_iter().map(shown).collect())
}

/// Children of school age in the neighborhood whom no school handed over this year: often nobody's pupils, and then a
/// matter of protection. For a school only those of its own.
fn in_no_list<A: Deed>(cx: &mut Cx<'_, Summer, A>, handover: &HandoverRow) -> Result<Vec<Pupil>> {
    let latest = rules::school_age_latest_birth(handover.year);
    let mut pupils = roster::of_neighborhood(cx, &handover.ward_id, &handover.neighborhood_id, latest)?;
    if cx.actor().role == Role::School {
        pupils.retain(|pupil| pupil.school_id.as_ref() == Some(&handover.school_id));
    }
    let listed: Vec<(Id, bool)> = entries::table
        .inner_join(handovers::table.on(handovers::id.eq(entries::handover_id)))
        .inner_join(children::table.on(children::id.eq(entries::child_id)))
        .filter(handovers::ward_id.eq(&handover.ward_id))
        .filter(handovers::year.eq(handover.year))
        .select((entries::child_id, children::merged_into_id.is_not_null()))
        .load(cx.conn())?;
    // Whoever was listed under a row that was merged since is listed.
    let gone: Vec<&Id> = listed.iter().filter(|(_, is_gone)| *is_gone).map(|(child, _)| child).collect();
    let kept: Vec<Id> = roster::named(cx, gone)?.into_values().map(|pupil| pupil.id).collect();
    let listed: HashSet<Id> = listed.into_iter().map(|(child, _)| child).chain(kept).collect();
    pupils.retain(|pupil| !listed.contains(&pupil.id));
    Ok(pupils)
}
