//! The closed note: what only named people may know, such as a child's HIV status (Law on HIV, art. 30). Whoever is not
//! named does not learn that it is there; nobody's role opens it, and neither does a broken glass.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::content;
use super::store;
use crate::access::subject::Cases;
use crate::access::{Cx, Deed, Read, Update};
use crate::audit::{self, Changes};
use crate::db::schema::{case_secret_readers as readers, case_secrets as table};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::users::{self, model::UserRef};
use crate::input::{Checks, TOO_MANY, UNKNOWN_ID};
use crate::keys::sealed::CASE_SECRETS;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Said {
    text: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ClosedNote {
    pub text: String,
    pub readers: Vec<UserRef>,
    pub reader_ids: Vec<Id>,
    pub updated_at: Instant,
    pub version: i32,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClosedNoteText {
    pub text: String,
    /// Everybody who may know, beside the writer.
    #[serde(default)]
    pub reader_ids: Vec<Id>,
}

fn named<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id) -> Result<Vec<Id>> {
    let named = readers::table.filter(readers::case_id.eq(case)).order((readers::added_at, readers::user_id));
    Ok(named.select(readers::user_id).load(cx.conn())?)
}

/// The note, for those it names.
///
/// # Errors
/// 404 for everybody else, as if there were none.
pub fn find(cx: &mut Cx<'_, Cases, Read>, case: &Id) -> Result<ClosedNote> {
    store::find_row(cx, case)?;
    let ids = named(cx, case)?;
    if !ids.contains(&cx.actor().user_id) {
        return Err(Error::not_found());
    }
    let (sealed, updated_at, version): (String, Instant, i32) =
        table::table.find(case).select((table::content, table::updated_at, table::version)).first(cx.conn())?;
    let said: Said = content::open(&cx.services().vault, &CASE_SECRETS, case, &sealed)?;
    let people = users::references(cx, &ids)?;
    // Under a verb that says nothing of the note: whoever reads the log must not learn that there is one.
    audit::record(cx, "read", case, Changes::none())?;
    Ok(ClosedNote {
        text: said.text,
        readers: ids.iter().filter_map(|id| people.get(id)).cloned().collect(),
        reader_ids: ids,
        updated_at,
        version,
    })
}

/// Writes the note and the closed list of those who may know. Where there is one already, only they may.
///
/// # Errors
/// 403, 404, 422.
pub fn write(cx: &mut Cx<'_, Cases, Update>, case: &Id, input: &ClosedNoteText) -> Result<()> {
    let row = store::find_to_write(cx, case)?;
    let me = cx.actor().user_id.clone();
    let known = named(cx, case)?;
    if !known.is_empty() && !known.contains(&me) {
        return Err(Error::not_found());
    }
    let mut checks = Checks::new();
    let text = checks.required_lines("text", &input.text, 4_000);
    if input.reader_ids.len() > 20 {
        checks.fail_with("reader_ids", TOO_MANY, vec![("max", "20".to_owned())]);
    }
    let mut ids = vec![me.clone()];
    for (at, id) in input.reader_ids.iter().take(20).enumerate() {
        if users::references(cx, [id])?.is_empty() {
            checks.fail(format!("reader_ids[{at}]"), UNKNOWN_ID);
        }
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    checks.finish()?;
    let sealed = content::seal(&cx.services().vault, &CASE_SECRETS, &row.id, &Said { text })?;
    let now = cx.now();
    diesel::delete(readers::table.filter(readers::case_id.eq(case))).execute(cx.conn())?;
    for id in &ids {
        let reader = (
            readers::case_id.eq(case),
            readers::user_id.eq(id),
            readers::added_by_id.eq(&me),
            readers::added_at.eq(now),
        );
        diesel::insert_into(readers::table).values(reader).execute(cx.conn())?;
    }
    let changed = (
        table::content.eq(&sealed),
        table::updated_by_id.eq(&me),
        table::updated_at.eq(now),
        table::version.eq(table::version + 1),
    );
    if diesel::update(table::table.find(case)).set(changed).execute(cx.conn())? == 0 {
        let new = (
            table::case_id.eq(case),
            table::content.eq(&sealed),
            table::updated_by_id.eq(&me),
            table::updated_at.eq(now),
            table::version.eq(1),
        );
        diesel::insert_into(table::table).values(new).execute(cx.conn())?;
    }
    audit::record(cx, "note", case, Changes::none())
}
