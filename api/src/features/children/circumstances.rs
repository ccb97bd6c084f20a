//! Groups of special circumstances and risks of a child, with their days and papers.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, json};
use utoipa::ToSchema;

use super::catalogue::{self, ChildGroup};
use super::history::{self, Source};
use super::model::ChildRow;
use super::rules::{self, Turn};
use super::store;
use super::views::View;
use crate::access::subject::Children;
use crate::access::{Cx, Deed, Update};
use crate::attachments::{self, OwnerKind};
use crate::audit::{self, Changes};
use crate::db::schema::child_circumstances;
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::input::Checks;

pub const GROUP_UNKNOWN: Message = Message::new(
    "group_unknown",
    "Nhóm này không có trong danh mục, hoặc không thuộc phạm vi của anh/chị.",
    "This group is not in the catalogue, or not within your scope.",
);
pub const SUB_UNKNOWN: Message =
    Message::new("sub_group_unknown", "Nhóm con này không có trong nhóm đã chọn.", "The group has no such sub-group.");
pub const STANDS_ALREADY: Message = Message::new(
    "group_stands_already",
    "Trẻ đang thuộc nhóm này rồi. Hãy kết thúc lần trước rồi ghi lần mới.",
    "The child is in this group already. End the earlier entry before a new one.",
);

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCircumstance {
    #[schema(example = "HC01")]
    pub code: String,
    pub sub_code: Option<String>,
    pub from_date: NaiveDate,
    pub to_date: Option<NaiveDate>,
    /// The paper that shows it.
    #[serde(default)]
    #[schema(example = "Giấy xác nhận khuyết tật số 12 ngày 03/4/2024")]
    pub evidence: String,
    #[serde(default)]
    pub note: String,
    /// Files that show it.
    #[serde(default)]
    pub attachment_ids: Vec<Id>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CircumstanceEnd {
    pub to_date: NaiveDate,
    #[serde(default)]
    pub note: String,
}

/// Written down by mistake.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cancellation {
    pub reason: String,
}

/// A child that may be written in full by this reader.
pub(super) fn open(cx: &mut Cx<'_, Children, Update>, child: &Id) -> Result<ChildRow> {
    let row = store::find_to_write(cx, child)?;
    rules::check_turn(&row, Turn::Edit)?;
    if View::of(cx.actor()).writes("circumstances") { Ok(row) } else { Err(Error::forbidden(rules::NOT_YOUR_FIELD)) }
}

/// Puts a child into a group.
///
/// # Errors
/// 403, 404, 409, 422.
pub fn add(cx: &mut Cx<'_, Children, Update>, child: &Id, input: &NewCircumstance) -> Result<()> {
    open(cx, child)?;
    let view = View::of(cx.actor());
    let mut checks = Checks::new();
    // A group that this reader may not know is answered like one that does not exist.
    let group = catalogue::group(&input.code).filter(|group| view.knows_code(&group.code));
    let Some(group) = group else { return Err(Error::field("code", GROUP_UNKNOWN)) };
    let sub_code = checks.optional_line("sub_code", input.sub_code.as_deref(), 10);
    if sub_code.as_ref().is_some_and(|sub| group.sub.iter().all(|known| known.code != *sub)) {
        checks.fail("sub_code", SUB_UNKNOWN);
    }
    checks.day("from_date", input.from_date);
    if let Some(to) = input.to_date {
        checks.day("to_date", to);
        checks.period("to_date", input.from_date, to);
    }
    let evidence = checks.optional_line("evidence", Some(&input.evidence), 500).unwrap_or_default();
    let note = checks.lines("note", &input.note, 2000);
    if input.to_date.is_none() && stands(cx, child, group)? {
        checks.fail("code", STANDS_ALREADY);
    }
    checks.finish()?;
    let entry = Entry { sub_code, from: input.from_date, to: input.to_date, evidence, note };
    let id = insert(cx, child, group, &entry, Source::Form)?;
    attachments::give(cx, &input.attachment_ids, OwnerKind::ChildCircumstance, &id, "attachment_ids")?;
    audit::record(cx, "add_circumstance", child, Changes::none())
}

/// What is said of a child in a group.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    pub sub_code: Option<String>,
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
    pub evidence: String,
    pub note: String,
}

/// Writes an entry with its history, under the group's code: who may not know the group does not find it there.
///
/// # Errors
/// When the database refuses.
pub fn insert(
    cx: &mut Cx<'_, Children, Update>,
    child: &Id,
    group: &ChildGroup,
    entry: &Entry,
    source: Source,
) -> Result<Id> {
    let (id, at, by) = (cx.new_id(), cx.now(), cx.actor().person());
    diesel::insert_into(child_circumstances::table)
        .values((
            child_circumstances::id.eq(&id),
            child_circumstances::child_id.eq(child),
            child_circumstances::kind.eq(group.kind),
            child_circumstances::code.eq(&group.code),
            child_circumstances::sub_code.eq(&entry.sub_code),
            child_circumstances::from_date.eq(entry.from),
            child_circumstances::to_date.eq(entry.to),
            child_circumstances::evidence.eq(&entry.evidence),
            child_circumstances::note.eq(&entry.note),
            child_circumstances::recorded_by_id.eq(by),
            child_circumstances::created_at.eq(at),
            child_circumstances::cancel_reason.eq(""),
        ))
        .execute(cx.conn())?;
    let said = json!([null, {"from_date": entry.from, "to_date": entry.to, "sub_code": entry.sub_code}]);
    history::record(cx, child, source, Map::from_iter([(group.code.clone(), said)]))?;
    Ok(id)
}

/// Whether a child is in a group without an end.
fn stands(cx: &mut Cx<'_, Children, Update>, child: &Id, group: &ChildGroup) -> Result<bool> {
    let standing: i64 = child_circumstances::table
        .filter(child_circumstances::child_id.eq(child))
        .filter(child_circumstances::code.eq(&group.code))
        .filter(child_circumstances::cancelled_at.is_null())
        .filter(child_circumstances::to_date.is_null())
        .count()
        .get_result(cx.conn())?;
    Ok(standing > 0)
}

/// An entry of this very child, in a group that the reader may know.
pub(super) fn find<A: Deed>(
    cx: &mut Cx<'_, Children, A>,
    child: &Id,
    id: &Id,
) -> Result<(&'static ChildGroup, NaiveDate)> {
    let found = child_circumstances::table
        .find(id)
        .filter(child_circumstances::child_id.eq(child))
        .filter(child_circumstances::cancelled_at.is_null())
        .select((child_circumstances::code, child_circumstances::from_date));
    let (code, from): (String, NaiveDate) = found.first(cx.conn())?;
    let view = View::of(cx.actor());
    let group = catalogue::group(&code).filter(|group| view.knows_code(&group.code));
    Ok((group.ok_or_else(Error::not_found)?, from))
}

/// Ends a circumstance.
///
/// # Errors
/// 403, 404, 409, 422.
pub fn end(cx: &mut Cx<'_, Children, Update>, child: &Id, id: &Id, input: &CircumstanceEnd) -> Result<()> {
    open(cx, child)?;
    let (group, from) = find(cx, child, id)?;
    let mut checks = Checks::new();
    checks.day("to_date", input.to_date);
    checks.period("to_date", from, input.to_date);
    let note = checks.lines("note", &input.note, 2000);
    checks.finish()?;
    let row = child_circumstances::table.find(id);
    diesel::update(row).set(child_circumstances::to_date.eq(input.to_date)).execute(cx.conn())?;
    if !note.is_empty() {
        diesel::update(row).set(child_circumstances::note.eq(note)).execute(cx.conn())?;
    }
    let said = json!([null, {"to_date": input.to_date}]);
    history::record(cx, child, Source::Form, Map::from_iter([(group.code.clone(), said)]))?;
    audit::record(cx, "end_circumstance", child, Changes::none())
}

/// Takes back what was written down by mistake; the reason is kept.
///
/// # Errors
/// 403, 404, 409, 422.
pub fn cancel(cx: &mut Cx<'_, Children, Update>, child: &Id, id: &Id, input: &Cancellation) -> Result<()> {
    open(cx, child)?;
    let (group, _) = find(cx, child, id)?;
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", &input.reason, 1000);
    checks.finish()?;
    let now = cx.now();
    diesel::update(child_circumstances::table.find(id))
        .set((child_circumstances::cancelled_at.eq(now), child_circumstances::cancel_reason.eq(&reason)))
        .execute(cx.conn())?;
    // Nobody reaches its files any more, and they may be another child's.
    attachments::let_go(cx, OwnerKind::ChildCircumstance, std::slice::from_ref(id))?;
    let said = json!([{"cancelled": false}, {"cancelled": true, "reason": reason}]);
    history::record(cx, child, Source::Form, Map::from_iter([(group.code.clone(), said)]))?;
    audit::record(cx, "cancel_circumstance", child, Changes::none())
}
