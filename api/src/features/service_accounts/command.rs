//! `bup machine`: the accounts of superior units, which stand above every ward's administrator.

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;

use super::{rules, secret};
use crate::access::{Gate, MachineScope, PublicCx, UnitKind};
use crate::audit;
use crate::db::schema::{service_accounts as accounts, units};
use crate::db::types::{Id, Instant, Json};
use crate::error::{Error, Message, Result};
use crate::input::Checks;
use crate::text;

const NO_SUCH_UNIT: Message =
    Message::new("no_superior_unit", "Không có đơn vị cấp trên nào có mã này.", "No superior unit has this code.");

/// What `bup machine add` is told.
pub struct NewMachine<'a> {
    pub name: &'a str,
    /// The code of a superior unit.
    pub unit: &'a str,
    /// Words between spaces or commas.
    pub scopes: &'a str,
    pub addresses: &'a [String],
    pub expires_on: NaiveDate,
}

/// Makes an account; its id and secret come back to be printed once.
///
/// # Errors
/// 422 with what is wrong.
pub fn add(gate: &Gate, new: &NewMachine<'_>) -> Result<(Id, String)> {
    let secret = secret::generate();
    let id = gate.public("command", |cx| {
        let mut checks = Checks::new();
        let name = checks.line("name", new.name, rules::NAME_MAX);
        let scopes = MachineScope::parse_list(&new.scopes.replace(',', " "));
        let scopes = scopes.ok_or_else(|| Error::bad_parameter("scopes"))?;
        let scopes = rules::check_scopes(&mut checks, &scopes, true);
        let addresses = rules::check_addresses(&mut checks, new.addresses);
        rules::check_expiry(&mut checks, new.expires_on, cx.today());
        checks.finish()?;
        let unit: Option<Id> = units::table
            .filter(units::code.eq(new.unit))
            .filter(units::kind.eq(UnitKind::Superior))
            .select(units::id)
            .first(cx.conn)
            .optional()?;
        let unit = unit.ok_or_else(|| Error::field("unit", NO_SUCH_UNIT))?;
        let id = Id::new(cx.now);
        diesel::insert_into(accounts::table)
            .values((
                accounts::id.eq(&id),
                accounts::unit_id.eq(unit),
                accounts::name.eq(&name),
                accounts::sort_key.eq(text::search_key(&name)),
                accounts::scopes.eq(Json::new(scopes)),
                accounts::addresses.eq(Json::new(addresses)),
                accounts::secret_hash.eq(secret::hash(&secret)),
                accounts::expires_on.eq(new.expires_on),
                accounts::revoked_reason.eq(""),
                accounts::created_at.eq(cx.now),
                accounts::updated_at.eq(cx.now),
                accounts::version.eq(1),
            ))
            .execute(cx.conn)?;
        audit::record_public(cx, "accounts.create_machine", None, Some(&id), "done")?;
        Ok(id)
    })?;
    Ok((id, secret))
}

/// Gives an account another secret; the one before counts on for some hours.
///
/// # Errors
/// 404, 422.
pub fn rotate(gate: &Gate, id: &Id, grace_hours: i64) -> Result<String> {
    let secret = secret::generate();
    gate.public("command", |cx| {
        let mut checks = Checks::new();
        rules::check_grace(&mut checks, grace_hours);
        checks.finish()?;
        let old = living(cx, id)?;
        let until = cx.now.plus(TimeDelta::hours(grace_hours));
        diesel::update(accounts::table.find(id))
            .set((
                accounts::secret_hash.eq(secret::hash(&secret)),
                accounts::old_secret_hash.eq(Some(old)),
                accounts::old_secret_until.eq(Some(until)),
                accounts::updated_at.eq(cx.now),
                accounts::version.eq(accounts::version + 1),
            ))
            .execute(cx.conn)?;
        audit::record_public(cx, "accounts.rotate_machine", None, Some(id), "done")
    })?;
    Ok(secret)
}

/// Ends an account for good.
///
/// # Errors
/// 404, 422.
pub fn revoke(gate: &Gate, id: &Id, reason: &str) -> Result<()> {
    gate.public("command", |cx| {
        let mut checks = Checks::new();
        let reason = checks.required_lines("reason", reason, rules::REASON_MAX);
        checks.finish()?;
        living(cx, id)?;
        diesel::update(accounts::table.find(id))
            .set((
                accounts::revoked_at.eq(cx.now),
                accounts::revoked_reason.eq(reason),
                accounts::updated_at.eq(cx.now),
                accounts::version.eq(accounts::version + 1),
            ))
            .execute(cx.conn)?;
        crate::features::webhooks::end_of_account(cx.conn, id, cx.now)?;
        audit::record_public(cx, "accounts.revoke_machine", None, Some(id), "done")
    })
}

/// The hash of the secret of an account that is a superior unit's and was not revoked.
fn living(cx: &mut PublicCx<'_>, id: &Id) -> Result<String> {
    let living = accounts::table.find(id).filter(accounts::ward_id.is_null()).filter(accounts::revoked_at.is_null());
    Ok(living.select(accounts::secret_hash).first(cx.conn)?)
}

/// One line for each account of superior units.
///
/// # Errors
/// When the database refuses.
pub fn list(gate: &Gate) -> Result<Vec<String>> {
    type Row = (Id, String, String, Json<Vec<MachineScope>>, NaiveDate, Option<Instant>, Option<Instant>);
    let rows: Vec<Row> = gate.public_read(|cx: &mut PublicCx<'_>| {
        Ok(accounts::table
            .inner_join(units::table.on(units::id.eq(accounts::unit_id)))
            .filter(accounts::ward_id.is_null())
            .order((units::code, accounts::sort_key, accounts::id))
            .select((
                accounts::id,
                units::code,
                accounts::name,
                accounts::scopes,
                accounts::expires_on,
                accounts::last_used_at,
                accounts::revoked_at,
            ))
            .load(cx.conn)?)
    })?;
    let line = |(id, unit, name, scopes, expires_on, used, revoked): Row| {
        let used = used.map_or_else(|| "never used".to_owned(), |at| format!("last used {}", at.rfc3339()));
        let state = if revoked.is_some() { "revoked".to_owned() } else { format!("until {expires_on}") };
        format!("{id}  {unit}  {name}  [{}]  {state}, {used}", MachineScope::write_list(&scopes))
    };
    Ok(rows.into_iter().map(line).collect())
}
