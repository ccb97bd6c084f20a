//! The link of a referral: a service without an account reads what it is asked, and answers once.

use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::content;
use super::model::CaseAction;
use super::referrals::{
    ReferralAction, ReferralRow, ReferralService, ReferralStatus, Said, SharedField, find_of_case, next, save,
    write_answer,
};
use super::store;
use crate::access::subject::Cases;
use crate::access::{Cx, Update};
use crate::audit::{self, Changes};
use crate::crypto::{Vault, random};
use crate::db::schema::case_referrals as table;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::features::wards;
use crate::input::Checks;
use crate::keys::sealed::CASE_REFERRALS;

const LINK: &str = "case_referrals.link";
/// How long a link waits to be used.
const LINK_HOURS: i64 = 72;

/// What the officer gives to a receiver without an account, by telephone or by hand. Shown once.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReferralLink {
    pub token: String,
    pub expires_at: Instant,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkToken {
    pub token: String,
}

/// The answer of a receiver without an account; the link is used up by it.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkAnswer {
    pub token: String,
    pub accept: bool,
    pub name: String,
    #[serde(default)]
    pub note: String,
}

/// What a link shows.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LinkedReferral {
    pub ward_name: String,
    pub service: ReferralService,
    pub purpose: String,
    pub shared: Vec<SharedField>,
    pub contact: String,
    pub answer_due_at: Instant,
}

/// A link for a receiver without an account; an earlier one stops working.
///
/// # Errors
/// 403, 404, 409 for a referral that was answered.
pub fn make_link(cx: &mut Cx<'_, Cases, Update>, case: &Id, id: &Id) -> Result<ReferralLink> {
    store::open_for(cx, case, CaseAction::Refer)?;
    let (_, before) = find_of_case(cx, case, id)?;
    next(before.status, ReferralAction::Accept)?;
    let token = hex::encode(random::<24>());
    let expires_at = cx.now().plus(TimeDelta::hours(LINK_HOURS));
    let link_index = Some(index(&cx.services().vault, &token));
    save(cx, &before, ReferralRow { link_index, link_expires_at: Some(expires_at), ..before.clone() })?;
    audit::record(cx, "make_link", case, Changes::none())?;
    Ok(ReferralLink { token, expires_at })
}

fn index(vault: &Vault, token: &str) -> String {
    vault.index(LINK, token)
}

pub const LINK_ENDED: Message = Message::new(
    "link_ended",
    "Liên kết này đã dùng hoặc đã hết hạn. Hãy gọi người gửi để nhận liên kết mới.",
    "This link was used or has ended. Call whoever sent it for another one.",
);

/// The ward and row behind a link, while it works.
///
/// # Errors
/// 404 `link_ended`.
pub fn behind(conn: &mut crate::db::Conn, vault: &Vault, token: &str, now: Instant) -> Result<(Id, ReferralRow)> {
    let found = table::table
        .filter(table::link_index.eq(index(vault, token)))
        .filter(table::link_expires_at.gt(now))
        .filter(table::status.eq(ReferralStatus::Sent))
        .select(ReferralRow::as_select());
    let row: Option<ReferralRow> = found.first(conn).optional()?;
    let row = row.ok_or_else(|| Error::new(actix_web::http::StatusCode::NOT_FOUND, LINK_ENDED))?;
    Ok((row.ward_id.clone(), row))
}

/// What a link shows; the look is written down in the case.
///
/// # Errors
/// 404 `link_ended`.
pub fn show_linked(cx: &mut Cx<'_, Cases, Update>, token: &str) -> Result<LinkedReferral> {
    let (vault, now) = (&cx.services().vault, cx.now());
    let (ward, row) = behind(cx.conn(), vault, token, now)?;
    let said: Said = content::open(vault, &CASE_REFERRALS, &row.id, &row.content)?;
    audit::record(cx, "open_link", &row.case_id, Changes::none())?;
    Ok(LinkedReferral {
        ward_name: wards::letterhead(cx, &ward)?.name,
        service: row.service,
        purpose: said.purpose,
        shared: said.shared,
        contact: said.contact,
        answer_due_at: row.answer_due_at,
    })
}

/// The answer through a link, which is used up by it.
///
/// # Errors
/// 404 `link_ended`, 422.
pub fn answer_linked(cx: &mut Cx<'_, Cases, Update>, input: &LinkAnswer) -> Result<()> {
    let (vault, now) = (&cx.services().vault, cx.now());
    let (_, row) = behind(cx.conn(), vault, &input.token, now)?;
    let action = if input.accept { ReferralAction::Accept } else { ReferralAction::Refuse };
    let status = next(row.status, action)?;
    let mut checks = Checks::new();
    let name = checks.line("name", &input.name, 120);
    let note = match input.accept {
        true => checks.lines("note", &input.note, 4_000),
        false => checks.required_lines("note", &input.note, 4_000),
    };
    checks.finish()?;
    write_answer(cx, &row, status, &note, Some(&name), None)?;
    audit::record(cx, "answer_link", &row.case_id, Changes::none())
}
