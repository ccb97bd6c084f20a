//! Making handovers, changing their head and their lists.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::bodies::{HandoverChanges, HandoversMade, NewHandovers};
use super::model::{Details, HandoverAction, HandoverRow, HandoverStatus};
use super::rules::{self, NOT_YOUR_SIDE, Side};
use super::{lists, store};
use crate::access::subject::Summer;
use crate::access::{Create, Cx, Scope, UnitKind, Update};
use crate::audit::{self, Changes};
use crate::db::Conn;
use crate::db::schema::{summer_handover_children as entries, summer_handovers as handovers, units as unit_rows};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::features::children::roster::{self, Pupil};
use crate::features::units;
use crate::http::IfMatch;
use crate::input::{Checks, REQUIRED, UNKNOWN_ID};

/// Makes the handovers of a school for a summer, one for each neighborhood where its pupils live; called again, it
/// adds who is new.
///
/// # Errors
/// 422 with the fields.
pub fn prepare(cx: &mut Cx<'_, Summer, Create>, input: &NewHandovers) -> Result<HandoversMade> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let year = rules::check_year(&mut checks, input.year);
    let school = check_school(cx, &mut checks, input.school_id.as_ref())?;
    let wanted = check_neighborhoods(cx, &mut checks, input)?;
    checks.finish()?;
    let school = school.ok_or_else(Error::not_found)?;
    take_turns(cx, &school)?;
    let pupils = roster::of_school(cx, &ward, &school)?;
    put_on_lists(cx, (&ward, &school, year), pupils, wanted.as_deref())
}

/// Puts pupils on the list of the neighborhood where each lives, as far as they are on none of the year yet.
///
/// # Errors
/// When the database refuses.
pub(super) fn put_on_lists(
    cx: &mut Cx<'_, Summer, Create>,
    (ward, school, year): (&Id, &Id, i32),
    pupils: Vec<Pupil>,
    wanted: Option<&[Id]>,
) -> Result<HandoversMade> {
    let (listed, known) = of_year(cx, ward, school, year)?;
    let in_use = neighborhoods_in_use(cx, ward)?;
    let mut places: HashMap<Id, Vec<Pupil>> = HashMap::new();
    let mut without_neighborhood = 0;
    for pupil in pupils {
        let Some(place) = pupil.neighborhood_id.clone().filter(|place| in_use.contains(place)) else {
            without_neighborhood += 1;
            continue;
        };
        if !listed.contains(&pupil.id) && wanted.is_none_or(|wanted| wanted.contains(&place)) {
            places.entry(place).or_default().push(pupil);
        }
    }
    let mut ids = known.iter().map(|(id, ..)| id.clone()).collect::<Vec<_>>();
    let (mut made, mut children_added) = (0, 0);
    let mut sorted: Vec<_> = places.into_iter().collect();
    sorted.sort_by(|a, b| a.0.cmp(&b.0));
    for (place, pupils) in sorted {
        let open = known.iter().find(|(_, of, status)| *of == place && *status == HandoverStatus::Prepared);
        let id = match open {
            Some((id, ..)) => id.clone(),
            None => {
                made += 1;
                let id = insert(cx, (ward, school, &place), year)?;
                ids.push(id.clone());
                id
            }
        };
        children_added += i64::try_from(pupils.len()).unwrap_or(0);
        lists::put(cx, &id, pupils.iter().map(|pupil| &pupil.id))?;
        audit::record(cx, "prepare", &id, Changes::none().field("children", (), pupils.len()))?;
    }
    if made == 0 && children_added == 0 {
        audit::record(cx, "prepare", school, Changes::none().field("children", (), 0))?;
    }
    Ok(HandoversMade { items: store::those(cx, &ids)?, made, children_added, without_neighborhood })
}

pub(super) fn neighborhoods_in_use(cx: &mut Cx<'_, Summer, Create>, ward: &Id) -> Result<HashSet<Id>> {
    let units = units::active(cx, ward)?.into_iter();
    Ok(units.filter(|unit| unit.kind == UnitKind::Neighborhood).map(|unit| unit.id).collect())
}

/// A school speaks for itself, the ward's side for any school.
///
/// # Errors
/// When the database refuses.
pub(super) fn check_school(
    cx: &mut Cx<'_, Summer, Create>,
    checks: &mut Checks,
    chosen: Option<&Id>,
) -> Result<Option<Id>> {
    if let Scope::Unit { unit, .. } = cx.scope() {
        if chosen.is_some_and(|chosen| chosen != unit) {
            checks.fail("school_id", UNKNOWN_ID);
        }
        return Ok(Some(unit.clone()));
    }
    let Some(chosen) = chosen else {
        checks.fail("school_id", REQUIRED);
        return Ok(None);
    };
    let known = units::in_use(cx, [chosen])?;
    if known.get(chosen).is_none_or(|unit| unit.kind != UnitKind::School) {
        checks.fail("school_id", UNKNOWN_ID);
    }
    Ok(Some(chosen.clone()))
}

fn check_neighborhoods(
    cx: &mut Cx<'_, Summer, Create>,
    checks: &mut Checks,
    input: &NewHandovers,
) -> Result<Option<Vec<Id>>> {
    let Some(chosen) = &input.neighborhood_ids else { return Ok(None) };
    let chosen: Vec<Id> = chosen.iter().take(200).cloned().collect();
    let known = units::in_use(cx, &chosen)?;
    for (at, id) in chosen.iter().enumerate() {
        if known.get(id).is_none_or(|unit| unit.kind != UnitKind::Neighborhood) {
            checks.fail(format!("neighborhood_ids[{at}]"), UNKNOWN_ID);
        }
    }
    Ok(Some(chosen))
}

/// Two people who prepare one school's summer at once would list everybody twice.
pub(super) fn take_turns(cx: &mut Cx<'_, Summer, Create>, school: &Id) -> Result<()> {
    if let Conn::Pg(plain) = cx.conn() {
        unit_rows::table.find(school).select(unit_rows::id).for_update().first::<Id>(plain)?;
    }
    Ok(())
}

pub(super) type Known = Vec<(Id, Id, HandoverStatus)>;

/// Whom a school has listed this year already, and its handovers with their neighborhoods and states.
pub(super) fn of_year(
    cx: &mut Cx<'_, Summer, Create>,
    ward: &Id,
    school: &Id,
    year: i32,
) -> Result<(HashSet<Id>, Known)> {
    if let Conn::Pg(plain) = cx.conn() {
        // Whoever adds a child to one of these lists at this moment is waited for.
        let lists = handovers::table.filter(handovers::school_id.eq(school)).filter(handovers::year.eq(year));
        lists.select(handovers::id).order(handovers::id).for_update().load::<Id>(plain)?;
    }
    let known: Known = handovers::table
        .filter(handovers::ward_id.eq(ward))
        .filter(handovers::school_id.eq(school))
        .filter(handovers::year.eq(year))
        .order(handovers::id)
        .select((handovers::id, handovers::neighborhood_id, handovers::status))
        .load(cx.conn())?;
    let ids: Vec<&Id> = known.iter().map(|(id, ..)| id).collect();
    let listed = entries::table.filter(entries::handover_id.eq_any(ids)).select(entries::child_id);
    let listed: HashSet<Id> = listed.load::<Id>(cx.conn())?.into_iter().collect();
    // Also under the row into which one was merged since.
    let kept: Vec<Id> = roster::named(cx, &listed)?.into_values().map(|pupil| pupil.id).collect();
    Ok((listed.into_iter().chain(kept).collect(), known))
}

fn insert(cx: &mut Cx<'_, Summer, Create>, (ward, school, place): (&Id, &Id, &Id), year: i32) -> Result<Id> {
    let now = cx.now();
    let row = HandoverRow {
        id: cx.new_id(),
        ward_id: ward.clone(),
        year,
        school_id: school.clone(),
        neighborhood_id: place.clone(),
        status: HandoverStatus::Prepared,
        details: Json::new(Details { copies: 3, ..Details::default() }),
        summer_from: None,
        summer_to: None,
        handed_over_by_id: None,
        handed_over_at: None,
        handed_over_position: String::new(),
        received_by_id: None,
        received_at: None,
        received_position: String::new(),
        returned_by_id: None,
        returned_at: None,
        returned_position: String::new(),
        reopen_reason: String::new(),
        created_by_id: cx.actor().person().cloned(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    diesel::insert_into(handovers::table).values(&row).execute(cx.conn())?;
    Ok(row.id)
}

/// Changes the head of a handover whose version was compared.
///
/// # Errors
/// 403 for the other side's members, 404, 409, 412, 422, 428.
pub fn update(cx: &mut Cx<'_, Summer, Update>, id: &Id, if_match: IfMatch, changes: &HandoverChanges) -> Result<()> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version(before.version, || store::find(cx, id))?;
    let side = rules::side(cx.actor());
    rules::check(side, before.status, HandoverAction::Edit)?;
    if side == Side::Neighborhood && changes.school_representatives.is_some() {
        return Err(Error::forbidden(NOT_YOUR_SIDE));
    }
    let mut checks = Checks::new();
    let known = before.details.clone().into_inner();
    let details = apply(&mut checks, &known, changes);
    let dates_summer = changes.summer_from.is_some() || changes.summer_to.is_some();
    if before.status == HandoverStatus::Returned && (dates_summer || !rules::is_of_return(&known, &details)) {
        return Err(Error::wrong_state(&rules::allowed_actions(side, before.status)));
    }
    let day = |checks: &mut Checks, field: &str, new: &crate::input::Patch<_>, old| match new {
        Some(day) => day.map(|day| checks.day(field, day)),
        None => old,
    };
    let summer_from = day(&mut checks, "summer_from", &changes.summer_from, before.summer_from);
    let summer_to = day(&mut checks, "summer_to", &changes.summer_to, before.summer_to);
    if let (Some(from), Some(to)) = (summer_from, summer_to) {
        checks.period("summer_to", from, to);
    }
    checks.finish()?;
    let mut fields = changed(&known, &details);
    if (summer_from, summer_to) != (before.summer_from, before.summer_to) {
        fields.push("summer".to_owned());
    }
    let after = HandoverRow { details: Json::new(details), summer_from, summer_to, ..before.clone() };
    save(cx, &before, after)?;
    audit::record(cx, "update", id, Changes::none().field("members", (), fields))
}

fn apply(checks: &mut Checks, known: &Details, changes: &HandoverChanges) -> Details {
    let mut details = known.clone();
    if let Some(number) = changes.number {
        details.number = number.map(|number| checks.range("number", number, 1, 99_999));
    }
    let venues = [
        ("venue", &changes.venue, &mut details.venue),
        ("return_venue", &changes.return_venue, &mut details.return_venue),
    ];
    for (field, new, old) in venues {
        if let Some(new) = new {
            *old = checks.optional_line(field, Some(new), 300).unwrap_or_default();
        }
    }
    let days = [
        ("meets_on", changes.meets_on, &mut details.meets_on),
        ("returns_on", changes.returns_on, &mut details.returns_on),
    ];
    for (field, new, old) in days {
        if let Some(day) = new {
            *old = day.map(|day| checks.day(field, day));
        }
    }
    let times = [
        ("begins_at", &changes.begins_at, &mut details.begins_at),
        ("ends_at", &changes.ends_at, &mut details.ends_at),
        ("return_begins_at", &changes.return_begins_at, &mut details.return_begins_at),
        ("return_ends_at", &changes.return_ends_at, &mut details.return_ends_at),
    ];
    for (field, new, old) in times {
        if let Some(time) = new {
            *old = rules::check_time(checks, field, time.as_deref());
        }
    }
    let meetings = [
        ("ends_at", &details.begins_at, &details.ends_at),
        ("return_ends_at", &details.return_begins_at, &details.return_ends_at),
    ];
    for (field, begins, ends) in meetings {
        if let (Some(begins), Some(ends)) = (begins, ends)
            && ends < begins
        {
            checks.fail(field, rules::TIME_ORDER);
        }
    }
    let people = [
        ("school_representatives", &changes.school_representatives, &mut details.school_representatives),
        ("receiving_representatives", &changes.receiving_representatives, &mut details.receiving_representatives),
        ("parents", &changes.parents, &mut details.parents),
    ];
    for (field, new, old) in people {
        if let Some(new) = new {
            *old = rules::check_people(checks, field, new);
        }
    }
    if let Some(documents) = &changes.documents {
        details.documents = checks.line_list("documents", documents, 20, 300);
    }
    if let Some(copies) = changes.copies {
        details.copies = checks.range("copies", copies, 0, 20);
    }
    if let Some(sentences) = &changes.assessment {
        details.assessment = checks.line_list("assessment", sentences, 20, 1000);
    }
    details
}

/// The names of the members that differ.
fn changed(before: &Details, after: &Details) -> Vec<String> {
    let (before, after) = (serde_json::json!(before), serde_json::json!(after));
    let members = after.as_object().into_iter().flatten();
    members.filter(|(name, value)| before.get(name) != Some(value)).map(|(name, _)| name.clone()).collect()
}

/// Saves a handover as its next version.
///
/// # Errors
/// 412 when somebody else was quicker.
pub(super) fn save(cx: &mut Cx<'_, Summer, Update>, before: &HandoverRow, mut row: HandoverRow) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = handovers::table.find(&before.id).filter(handovers::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(store::find(cx, &before.id)?));
    }
    Ok(())
}

pub(super) fn open(
    cx: &mut Cx<'_, Summer, Update>,
    id: &Id,
    if_match: IfMatch,
    action: HandoverAction,
) -> Result<HandoverRow> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(before.version, || store::find(cx, id))?;
    rules::check(rules::side(cx.actor()), before.status, action)?;
    Ok(before)
}
