//! Reading the table of tries to sign in.

use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::model::{SignInQuery, SignInResult, SignInRow, SignInTry};
use crate::access::subject::Audit;
use crate::access::{Cx, Read, Scope};
use crate::calendar;
use crate::db::MultiBackend;
use crate::db::page::{List, PageRequest};
use crate::db::schema::sign_ins;
use crate::db::types::Instant;
use crate::error::Result;
use crate::features::users;
use crate::keyset;

type Condition = Box<dyn BoxableExpression<sign_ins::table, MultiBackend, SqlType = Nullable<Bool>>>;

/// The rows within a scope: the one place where scopes become SQL for this table.
fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(sign_ins::ward_id.eq(ward.clone())),
        Scope::User { user, .. } => Box::new(sign_ins::user_id.eq(user.clone())),
        other => Box::new(sign_ins::ward_id.eq_any(other.wards())),
    }
}

fn filtered(scope: &Scope, query: &SignInQuery) -> sign_ins::BoxedQuery<'static, MultiBackend> {
    let mut rows = sign_ins::table.filter(visible(scope)).into_boxed();
    if let Some(person) = &query.person_id {
        rows = rows.filter(sign_ins::user_id.eq(person.clone()));
    }
    if let Some(result) = query.result {
        rows = rows.filter(sign_ins::result.eq(result));
    }
    match query.failed {
        Some(true) => rows = rows.filter(sign_ins::result.ne(SignInResult::SignedIn)),
        Some(false) => rows = rows.filter(sign_ins::result.eq(SignInResult::SignedIn)),
        None => {}
    }
    if let Some(day) = query.from {
        rows = rows.filter(sign_ins::at.ge(Instant::new(calendar::start_of_ward_day(day))));
    }
    if let Some(day) = query.to {
        rows = rows.filter(sign_ins::at.le(Instant::new(calendar::end_of_ward_day(day))));
    }
    rows
}

/// A page of the tries, newest first.
pub fn list(cx: &mut Cx<'_, Audit, Read>, query: &SignInQuery, page: &PageRequest) -> Result<List<SignInTry>> {
    let rows = keyset!(filtered(cx.scope(), query), page, desc sign_ins::at, sign_ins::id, Instant::parse);
    let rows: Vec<SignInRow> = rows.select(SignInRow::as_select()).load(cx.conn())?;
    let total = filtered(cx.scope(), query).select(count_star()).first(cx.conn())?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.user_id.as_ref()))?;
    let shape = |row: SignInRow| SignInTry {
        id: row.id,
        at: row.at,
        first_at: row.first_at,
        last_at: row.last_at,
        person: row.user_id.and_then(|id| people.get(&id).cloned()),
        result: row.result,
        address: row.address,
        times: row.times,
    };
    let items = rows.into_iter().map(shape).collect();
    Ok(List::from_rows(items, page, total, |item| (item.at.rfc3339(), item.id.clone())))
}
