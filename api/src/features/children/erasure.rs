//! Erasing what is known of a child down to a tombstone (Law 91/2025/QH15, art. 14): the row stays as a number that
//! others may name, and says nothing about anybody any more.

use diesel::prelude::*;

use super::model::{Addresses, ChildRow, ChildStatus, Poverty, Sex};
use super::write::save_row;
use crate::access::subject::Children;
use crate::access::{Cx, Writes};
use crate::db::schema::{
    child_circumstances, child_distinctions, child_guardians, child_history, child_merges, child_supports,
};
use crate::db::types::{Id, Json};
use crate::error::Result;

/// Erases a row and everything that hangs on it. The audit log keeps that it happened, which names nobody.
///
/// # Errors
/// When the database refuses.
pub fn erase_row<A: Writes>(cx: &mut Cx<'_, Children, A>, row: &ChildRow) -> Result<()> {
    let id: &Id = &row.id;
    diesel::delete(child_guardians::table.filter(child_guardians::child_id.eq(id))).execute(cx.conn())?;
    diesel::delete(child_circumstances::table.filter(child_circumstances::child_id.eq(id))).execute(cx.conn())?;
    diesel::delete(child_supports::table.filter(child_supports::child_id.eq(id))).execute(cx.conn())?;
    diesel::delete(child_history::table.filter(child_history::child_id.eq(id))).execute(cx.conn())?;
    let distinctions = child_distinctions::first_id.eq(id).or(child_distinctions::second_id.eq(id));
    diesel::delete(child_distinctions::table.filter(distinctions)).execute(cx.conn())?;
    let merges = child_merges::kept_id.eq(id).or(child_merges::gone_id.eq(id));
    diesel::delete(child_merges::table.filter(merges)).execute(cx.conn())?;
    let today = cx.today();
    let tombstone = ChildRow {
        full_name: String::new(),
        search_key: String::new(),
        sort_key: String::new(),
        match_key: String::new(),
        // A year is needed by the table; it is nobody's.
        date_of_birth: chrono::NaiveDate::default(),
        birth_year_only: true,
        sex: Sex::Unknown,
        ethnicity: None,
        personal_id: None,
        personal_id_index: None,
        neighborhood_id: None,
        school_id: None,
        grade: String::new(),
        addresses: Json::new(Addresses::default()),
        health_insurance_no: None,
        health_insurance_valid_to: None,
        disability: String::new(),
        disability_degree: None,
        illness: String::new(),
        poverty: Poverty::None,
        can_swim: None,
        medical_warning: String::new(),
        notes: String::new(),
        status: ChildStatus::Erased,
        status_on: Some(today),
        ..row.clone()
    };
    save_row(cx, row, tombstone)
}
