//! Who is in a group: children of the received handovers, and others within somebody's scope.

use std::collections::HashSet;

use diesel::prelude::*;

use super::groups::{check_place, dress, open, save, within};
use super::model::HandoverStatus;
use super::rules::NOT_IN_SCOPE;
use super::session_model::{GroupRow, MemberSource, SummerMembersAddition, SummerReach};
use crate::access::subject::{Children, Summer};
use crate::access::{Cx, Deed, Read, Update};
use crate::audit::{self, Changes};
use crate::db::schema::{
    summer_group_members as members, summer_groups as groups, summer_handover_children as entries,
    summer_handovers as handovers,
};
use crate::db::types::Id;
use crate::each_backend;
use crate::error::{Error, Result};
use crate::features::children::model::ChildStatus;
use crate::features::children::roster;
use crate::http::IfMatch;
use crate::input::{Checks, REQUIRED};

/// The children of the handovers that a neighborhood received this year, with their years of birth.
pub(super) fn received<A: Deed>(
    cx: &mut Cx<'_, Summer, A>,
    ward: &Id,
    neighborhood: &Id,
    year: i32,
) -> Result<Vec<Id>> {
    let rows = entries::table
        .inner_join(handovers::table.on(handovers::id.eq(entries::handover_id)))
        .filter(handovers::ward_id.eq(ward))
        .filter(handovers::neighborhood_id.eq(neighborhood))
        .filter(handovers::year.eq(year))
        .filter(handovers::status.eq_any([HandoverStatus::Received, HandoverStatus::Returned]))
        .order(entries::child_id);
    let mut ids: Vec<Id> = rows.select(entries::child_id).load(cx.conn())?;
    ids.dedup();
    Ok(ids)
}

/// Everybody in one of a neighborhood's groups of a year.
///
/// # Errors
/// When the database refuses.
pub(super) fn of_neighborhood<A: Deed>(cx: &mut Cx<'_, Summer, A>, neighborhood: &Id, year: i32) -> Result<Vec<Id>> {
    let rows = members::table
        .inner_join(groups::table.on(groups::id.eq(members::group_id)))
        .filter(groups::neighborhood_id.eq(neighborhood))
        .filter(groups::year.eq(year))
        .filter(groups::cancelled_at.is_null());
    Ok(rows.select(members::child_id).load(cx.conn())?)
}

/// The members of a group within the caller's scope.
///
/// # Errors
/// 404.
pub fn of_group<A: Deed>(cx: &mut Cx<'_, Summer, A>, id: &Id) -> Result<Vec<Id>> {
    super::groups::find_row(cx, id)?;
    let rows = members::table.filter(members::group_id.eq(id)).order(members::child_id);
    Ok(rows.select(members::child_id).load(cx.conn())?)
}

/// Whom a session of a whole neighborhood would expect.
///
/// # Errors
/// 422 for a neighborhood that is none, or not the caller's.
pub fn reach<A: Deed>(cx: &mut Cx<'_, Summer, A>, year: i32, neighborhood: Option<&Id>) -> Result<SummerReach> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let place = check_place(cx, &mut checks, neighborhood)?;
    checks.finish()?;
    let place = place.ok_or_else(Error::not_found)?;
    let own = within(cx)
        .filter(groups::neighborhood_id.eq(place.clone()))
        .filter(groups::year.eq(year))
        .filter(groups::cancelled_at.is_null())
        .order((groups::created_at, groups::id));
    let rows: Vec<GroupRow> = own.select(GroupRow::as_select()).load(cx.conn())?;
    let grouped: HashSet<Id> = of_neighborhood(cx, &place, year)?.into_iter().collect();
    let handed = received(cx, &ward, &place, year)?;
    let without = handed.iter().filter(|child| !grouped.contains(*child)).collect::<HashSet<_>>().len();
    let number = |count: usize| i64::try_from(count).map_err(Error::internal);
    Ok(SummerReach {
        groups: dress(cx, rows)?,
        children: number(grouped.len() + without)?,
        without_group: number(without)?,
    })
}

/// Whether a neighborhood looks after a child this summer who may live elsewhere: in one of its groups, or handed over
/// to it.
///
/// # Errors
/// When the database refuses.
pub(super) fn looks_after(cx: &mut Cx<'_, Summer, Update>, neighborhood: &Id, child: &Id) -> Result<bool> {
    let in_group = members::table
        .inner_join(groups::table.on(groups::id.eq(members::group_id)))
        .filter(groups::neighborhood_id.eq(neighborhood))
        .filter(groups::cancelled_at.is_null())
        .filter(members::child_id.eq(child));
    let handed_over = entries::table
        .inner_join(handovers::table.on(handovers::id.eq(entries::handover_id)))
        .filter(handovers::neighborhood_id.eq(neighborhood))
        .filter(handovers::status.eq(HandoverStatus::Received))
        .filter(entries::child_id.eq(child));
    let members: i64 = in_group.count().get_result(cx.conn())?;
    let entries: i64 = handed_over.count().get_result(cx.conn())?;
    Ok(members + entries > 0)
}

/// Takes children into a group: by name, or those of the received handovers.
///
/// # Errors
/// 404, 409, 412, 422 for a child outside the scope.
pub fn add(cx: &mut Cx<'_, Summer, Update>, id: &Id, if_match: IfMatch, input: &SummerMembersAddition) -> Result<()> {
    let group = open(cx, id, if_match)?;
    let mut checks = Checks::new();
    let mut ids = input.child_ids.clone();
    ids.sort();
    ids.dedup();
    let received = received(cx, &group.ward_id, &group.neighborhood_id, group.year)?;
    let handed: HashSet<&Id> = received.iter().collect();
    let unknown: Vec<Id> = ids.iter().filter(|id| !handed.contains(*id)).cloned().collect();
    let known = roster::chosen(&mut cx.also::<Children, Read>()?, &unknown)?;
    if !unknown.iter().all(|id| known.get(id).is_some_and(|one| one.status == ChildStatus::Active)) {
        checks.fail("child_ids", NOT_IN_SCOPE);
    }
    if ids.is_empty() && !input.from_handovers {
        checks.fail("child_ids", REQUIRED);
    }
    checks.finish()?;
    let mut added = join(cx, id, &ids, MemberSource::Added)?;
    if input.from_handovers {
        let pupils = roster::named(cx, &received)?;
        let fits = |id: &&Id| {
            pupils.get(*id).is_some_and(|one| {
                input.birth_year_from.is_none_or(|year| one.birth_year() >= year)
                    && input.birth_year_to.is_none_or(|year| one.birth_year() <= year)
            })
        };
        let fitting: Vec<Id> = received.iter().filter(fits).cloned().collect();
        added += join(cx, id, &fitting, MemberSource::Handover)?;
    }
    save(cx, &group, group.clone())?;
    audit::record(cx, "add_members", id, Changes::none().field("children", (), added))
}

/// Those who are members already stay as they are.
///
/// # Errors
/// When the database refuses.
pub(super) fn join(
    cx: &mut Cx<'_, Summer, Update>,
    group: &Id,
    children: &[Id],
    source: MemberSource,
) -> Result<usize> {
    let listed: Vec<Id> =
        members::table.filter(members::group_id.eq(group)).select(members::child_id).load(cx.conn())?;
    let listed: HashSet<Id> = listed.into_iter().collect();
    let now = cx.now();
    let row = |child: &Id| {
        (
            members::group_id.eq(group.clone()),
            members::child_id.eq(child.clone()),
            members::source.eq(source),
            members::joined_at.eq(now),
        )
    };
    let rows: Vec<_> = children.iter().filter(|id| !listed.contains(*id)).map(row).collect();
    for some in rows.chunks(500) {
        let some = some.to_vec();
        each_backend!(cx.conn(), plain => diesel::insert_into(members::table).values(&some).execute(plain))?;
    }
    Ok(rows.len())
}

/// # Errors
/// 404, 409, 412.
pub fn remove(cx: &mut Cx<'_, Summer, Update>, id: &Id, child: &Id, if_match: IfMatch) -> Result<()> {
    let group = open(cx, id, if_match)?;
    if diesel::delete(members::table.find((id, child))).execute(cx.conn())? == 0 {
        return Err(Error::not_found());
    }
    save(cx, &group, group.clone())?;
    audit::record(cx, "remove_member", id, Changes::none().field("child", child, ()))
}
