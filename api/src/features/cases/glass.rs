//! Break-glass: whoever has the right opens a case that is not theirs, for an hour, with a reason. The leader is told at
//! once and looks at every one afterwards.

use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::content;
use super::entries::{self, EntryContent, EntryKind};
use super::model::CasePart;
use crate::access::subject::Cases;
use crate::access::{Approve, Cx, Deed, Read, Role, Subject};
use crate::audit::{self, Changes};
use crate::db::schema::{case_glass, cases};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::features::notifications::{self, Kind};
use crate::features::users::{self, model::UserRef};
use crate::input::Checks;
use crate::keys::sealed::CASE_GLASS;

/// How long the glass stays broken (the design's hour).
const MINUTES: i64 = 60;

pub const REVIEWED: Message =
    Message::new("reviewed_already", "Lượt mở này đã được xem lại.", "This one has been reviewed already.");

/// Who may break the glass (the design's matrix). The two ward roles see every case of the ward anyway.
fn may_break(role: Role) -> bool {
    matches!(role, Role::Leader | Role::SocialOfficer | Role::Police)
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GlassBreaking {
    pub reason: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GlassOpening {
    pub id: Id,
    pub case_id: Id,
    #[schema(example = "HS-2024-0003")]
    pub code: String,
    pub until: Instant,
}

/// The sealed part.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Said {
    reason: String,
    review: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = case_glass)]
struct GlassRow {
    id: Id,
    ward_id: Id,
    case_id: Id,
    user_id: Id,
    content: String,
    starts_at: Instant,
    ends_at: Instant,
    reviewed_by_id: Option<Id>,
    reviewed_at: Option<Instant>,
}

/// One time that somebody broke the glass, for the leader's review.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GlassBreak {
    pub id: Id,
    pub case_id: Id,
    pub code: String,
    pub by: Option<UserRef>,
    pub reason: String,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub reviewed_by: Option<UserRef>,
    pub reviewed_at: Option<Instant>,
    pub review: String,
}

/// The cases that somebody opened so and may still see, each with its end.
///
/// # Errors
/// When the database refuses.
pub fn open_for<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, user: &Id) -> Result<Vec<(Id, Instant)>> {
    let open = case_glass::table.filter(case_glass::user_id.eq(user)).filter(case_glass::ends_at.gt(cx.now()));
    Ok(open.order(case_glass::ends_at).select((case_glass::case_id, case_glass::ends_at)).load(cx.conn())?)
}

/// Opens a case of the ward by its id or its code.
///
/// # Errors
/// 404, 422 without a reason.
pub fn open(cx: &mut Cx<'_, Cases, Read>, key: &str, input: &GlassBreaking) -> Result<GlassOpening> {
    // Like a case that is not there: a role without the right learns nothing about codes.
    if !may_break(cx.actor().role) {
        return Err(Error::not_found());
    }
    // What is neither an id nor a code names no case; a database need not see it.
    if !key.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-') {
        return Err(Error::not_found());
    }
    let ward = cx.actor().ward_id.clone().ok_or_else(Error::not_found)?;
    // Before the case is looked for: who gives no reason, and is told of to nobody, learns of no code either.
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", &input.reason, 2_000);
    checks.finish()?;
    let found = cases::table
        .filter(cases::ward_id.eq(&ward))
        .filter(cases::id.eq(key.to_lowercase()).or(cases::code.eq(key.to_uppercase())))
        .select((cases::id, cases::code));
    let (case, code): (Id, String) = found.first(cx.conn())?;
    let (id, now) = (cx.new_id(), cx.now());
    let ends_at = now.plus(TimeDelta::minutes(MINUTES));
    let said = Said { reason: reason.clone(), review: String::new() };
    let row = GlassRow {
        content: content::seal(&cx.services().vault, &CASE_GLASS, &id, &said)?,
        id,
        ward_id: ward.clone(),
        case_id: case.clone(),
        user_id: cx.actor().user_id.clone(),
        starts_at: now,
        ends_at,
        reviewed_by_id: None,
        reviewed_at: None,
    };
    diesel::insert_into(case_glass::table).values(&row).execute(cx.conn())?;
    let text = EntryContent { step: None, text: reason };
    entries::record(cx, &case, EntryKind::Glass, CasePart::Log, &text)?;
    notifications::send_to_roles(cx, &ward, &[Role::Leader], Kind::GlassBroken, &row.id)?;
    audit::record(cx, "break_glass", &case, Changes::none())?;
    Ok(GlassOpening { id: row.id, case_id: case, code, until: ends_at })
}

/// Every time the glass was broken, the unreviewed ones first.
///
/// # Errors
/// When the database refuses.
pub fn list(cx: &mut Cx<'_, Cases, Approve>) -> Result<Vec<GlassBreak>> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let rows: Vec<(GlassRow, String)> = case_glass::table
        .inner_join(cases::table.on(cases::id.eq(case_glass::case_id)))
        .filter(case_glass::ward_id.eq(ward))
        .order((case_glass::starts_at.desc(), case_glass::id.desc()))
        .limit(500)
        .select((GlassRow::as_select(), cases::code))
        .load(cx.conn())?;
    let named = rows.iter().flat_map(|(row, _)| [Some(&row.user_id), row.reviewed_by_id.as_ref()]).flatten();
    let people = users::references(cx, named)?;
    let mut breaks = Vec::with_capacity(rows.len());
    for (row, code) in rows {
        let said: Said = content::open(&cx.services().vault, &CASE_GLASS, &row.id, &row.content)?;
        breaks.push(GlassBreak {
            by: people.get(&row.user_id).cloned(),
            reviewed_by: row.reviewed_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            reason: said.reason,
            review: said.review,
            id: row.id,
            case_id: row.case_id,
            code,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            reviewed_at: row.reviewed_at,
        });
    }
    breaks.sort_by_key(|one| one.reviewed_at.is_some());
    Ok(breaks)
}

/// The leader has looked at one, and says what they think of it.
///
/// # Errors
/// 404, 409 for one that was reviewed, 422.
pub fn review(cx: &mut Cx<'_, Cases, Approve>, id: &Id, note: &str) -> Result<()> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let found = case_glass::table.find(id).filter(case_glass::ward_id.eq(ward)).select(GlassRow::as_select());
    let row: GlassRow = found.first(cx.conn())?;
    if row.reviewed_at.is_some() {
        return Err(Error::conflict(REVIEWED));
    }
    let mut checks = Checks::new();
    let review = checks.required_lines("reason", note, 2_000);
    checks.finish()?;
    let vault = &cx.services().vault;
    let said: Said = content::open(vault, &CASE_GLASS, id, &row.content)?;
    let sealed = content::seal(vault, &CASE_GLASS, id, &Said { review, ..said })?;
    let (now, me) = (cx.now(), cx.actor().user_id.clone());
    let unreviewed = case_glass::table.find(id).filter(case_glass::reviewed_at.is_null());
    diesel::update(unreviewed)
        .set((case_glass::content.eq(sealed), case_glass::reviewed_at.eq(now), case_glass::reviewed_by_id.eq(me)))
        .execute(cx.conn())?;
    audit::record(cx, "review_glass", &row.case_id, Changes::none())
}
