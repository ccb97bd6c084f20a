//! What the command line and the demo make without anybody being signed in: wards, units, first accounts.

use anyhow::{Context, Result, bail};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::access::{Gate, PublicCx, Role, UnitKind};
use crate::auth::passwords;
use crate::auth::store::end_sessions_of;
use crate::db::schema::{units, users, wards};
use crate::db::types::{Id, Json};
use crate::{audit, text};

/// What a ward may set for itself.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WardSettings {
    /// Where the People's Committee is found.
    #[schema(example = "Số 1, đường Trần Phú")]
    pub address: String,
    /// Days before a task's due date at which its units are reminded.
    pub reminder_days_before: Vec<i64>,
    /// Days after the due date at which they are reminded again.
    pub reminder_days_after: Vec<i64>,
    /// Working days within which an obstacle should be answered.
    pub answer_working_days: u32,
    /// Days before the due date from which a task counts as "due soon".
    pub due_soon_days: i64,
    /// The hour (0–23, Vietnamese time) after which the daily digest is sent.
    pub digest_hour: u32,
    pub cases: CaseTerms,
    pub events: EventTerms,
    pub reports: ReportTerms,
    pub breaches: BreachTerms,
    /// The ward's own numbers to call, in the order in which they are shown; public.
    pub hotlines: Vec<Hotline>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq, Eq, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Hotline {
    #[schema(example = "Đường dây nóng của phường")]
    pub label: String,
    #[schema(example = "0237000111")]
    pub phone: String,
    /// When somebody answers; empty for always.
    #[serde(default)]
    #[schema(example = "7 giờ – 21 giờ hằng ngày")]
    pub hours: String,
}

/// The clocks of child protection. The figures are the law's, which may change (docs/decisions.md).
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CaseTerms {
    /// Hours of clock time until an emergency measure must be there (Decree 56/2017, arts 26.3, 31.1).
    pub emergency_hours: i64,
    /// Working days from receipt to the plan (Decree 56/2017, art. 28.1).
    pub plan_working_days: u32,
    /// Working days from receipt to the chairperson's decision (published procedures).
    pub decision_working_days: u32,
    /// Days that a child may be separated at most, extensions included (Decree 56/2017, art. 32).
    pub separation_days: i64,
    /// Working days within which a service should answer a referral.
    pub referral_working_days: u32,
}

impl Default for CaseTerms {
    fn default() -> Self {
        Self {
            emergency_hours: 12,
            plan_working_days: 5,
            decision_working_days: 7,
            separation_days: 15,
            referral_working_days: 2,
        }
    }
}

/// The clock of a violation of personal data, and who is told of it. The figure is the law's, which may change.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BreachTerms {
    /// Hours of clock time from discovery until the authority is told (Law 91/2025/QH15, art. 23).
    pub notify_hours: i64,
    /// To whom the notice goes (Decree 356/2025/NĐ-CP, art. 28).
    pub authority: String,
}

impl Default for BreachTerms {
    fn default() -> Self {
        Self {
            notify_hours: 72,
            authority: "Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao (A05), Bộ Công an".to_owned(),
        }
    }
}

/// When an event needs a safety plan, and how it is looked after. No law gives figures: they are the ward's.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EventTerms {
    /// From this many people on.
    pub safety_threshold: i32,
    pub safety_by_water: bool,
    pub safety_at_night: bool,
    pub safety_on_road: bool,
    pub safety_with_fire: bool,
    /// The hour (0–23, Vietnamese time) from which it is night; it ends at five.
    pub night_from_hour: u32,
    /// Events at one hour that the ward's officers can look after.
    pub at_once: u32,
    /// Days before an event at which its safety plan should be with the police.
    pub police_days_before: u32,
    /// Children whom one adult can look after: under six, under eleven, older, and in or beside water.
    pub children_per_adult: ChildrenPerAdult,
}

/// How many children one adult can look after.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ChildrenPerAdult {
    pub under_6: i32,
    pub from_6_to_10: i32,
    pub from_11: i32,
    pub by_water: i32,
}

impl Default for EventTerms {
    fn default() -> Self {
        Self {
            safety_threshold: 100,
            safety_by_water: true,
            safety_at_night: true,
            safety_on_road: true,
            safety_with_fire: true,
            night_from_hour: 18,
            at_once: 3,
            police_days_before: 7,
            children_per_adult: ChildrenPerAdult::default(),
        }
    }
}

impl Default for ChildrenPerAdult {
    fn default() -> Self {
        Self { under_6: 5, from_6_to_10: 10, from_11: 15, by_water: 4 }
    }
}

/// To whom the ward reports, and by when. Levels and days have changed and will change again (docs/decisions.md).
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReportTerms {
    /// "Kính gửi"; empty for the unit above the ward.
    #[schema(example = "Ủy ban nhân dân tỉnh Thanh Hóa (qua Sở Y tế)")]
    pub addressee: String,
    /// "Nơi nhận", one line each, without the last one for the archive.
    pub recipients: Vec<String>,
    /// The last day of the yearly report (Circular 28/2019, art. 5.1, Circular 16/2025: before 20 July).
    pub due_month: u32,
    pub due_day: u32,
    /// Days after the plan's end within which units hand in their own.
    pub unit_days: u32,
    /// Numbers from 1 up to this one, not included, are held back where they leave the ward.
    pub suppress_below: i64,
}

impl Default for ReportTerms {
    fn default() -> Self {
        Self {
            addressee: String::new(),
            recipients: Vec::new(),
            due_month: 7,
            due_day: 19,
            unit_days: 5,
            suppress_below: 5,
        }
    }
}

impl Default for WardSettings {
    fn default() -> Self {
        Self {
            address: String::new(),
            reminder_days_before: vec![3, 1],
            reminder_days_after: vec![1, 3, 7],
            answer_working_days: 3,
            due_soon_days: 3,
            digest_hour: 7,
            cases: CaseTerms::default(),
            events: EventTerms::default(),
            reports: ReportTerms::default(),
            breaches: BreachTerms::default(),
            hotlines: Vec::new(),
        }
    }
}

/// Makes a ward.
///
/// # Errors
/// When its code is taken.
pub fn ward(
    cx: &mut PublicCx<'_>,
    code: &str,
    name: &str,
    place: &str,
    superior: Option<&Id>,
) -> crate::error::Result<Id> {
    let id = Id::new(cx.now);
    diesel::insert_into(wards::table)
        .values((
            wards::id.eq(&id),
            wards::code.eq(code),
            wards::name.eq(name),
            wards::place.eq(place),
            wards::superior_unit_id.eq(superior),
            wards::settings.eq(Json::new(WardSettings::default())),
            wards::created_at.eq(cx.now),
            wards::updated_at.eq(cx.now),
            wards::version.eq(1),
        ))
        .execute(cx.conn)?;
    Ok(id)
}

/// Makes a unit of a ward, or above wards when there is none.
///
/// # Errors
/// When its code is taken in the ward.
pub fn unit(
    cx: &mut PublicCx<'_>,
    ward: Option<&Id>,
    kind: UnitKind,
    code: &str,
    name: &str,
) -> crate::error::Result<Id> {
    let id = Id::new(cx.now);
    diesel::insert_into(units::table)
        .values((
            units::id.eq(&id),
            units::ward_id.eq(ward),
            units::kind.eq(kind),
            units::code.eq(code),
            units::name.eq(name),
            units::search_key.eq(text::search_key(name)),
            units::status.eq("active"),
            units::created_at.eq(cx.now),
            units::updated_at.eq(cx.now),
            units::version.eq(1),
        ))
        .execute(cx.conn)?;
    Ok(id)
}

/// A new account.
pub struct NewUser<'a> {
    pub ward: Option<&'a Id>,
    pub unit: &'a Id,
    pub username: &'a str,
    pub full_name: &'a str,
    pub position: &'a str,
    pub role: Role,
    pub password_hash: &'a str,
    pub must_change_password: bool,
}

/// Makes an account.
///
/// # Errors
/// When the username is taken.
pub fn user(cx: &mut PublicCx<'_>, new: &NewUser<'_>) -> crate::error::Result<Id> {
    let id = Id::new(cx.now);
    diesel::insert_into(users::table)
        .values((
            users::id.eq(&id),
            users::ward_id.eq(new.ward),
            users::unit_id.eq(new.unit),
            users::username.eq(new.username),
            users::full_name.eq(new.full_name),
            users::search_key.eq(text::search_key(new.full_name)),
            users::sort_key.eq(text::name_sort_key(new.full_name)),
            users::position.eq(new.position),
            users::role.eq(new.role),
            users::status.eq("active"),
            users::password_hash.eq(new.password_hash),
            users::must_change_password.eq(new.must_change_password),
            users::first_password_at.eq(new.must_change_password.then_some(cx.now)),
            users::totp_enabled.eq(false),
            users::totp_last_step.eq(0),
            users::created_at.eq(cx.now),
            users::updated_at.eq(cx.now),
            users::version.eq(1),
        ))
        .execute(cx.conn)?;
    Ok(id)
}

/// `bup user add`: makes an account and returns its first password.
///
/// # Errors
/// With a sentence, when the role or the unit is unknown or the name is taken.
pub fn add_user(gate: &Gate, username: &str, full_name: &str, role: &str, unit_code: &str) -> Result<String> {
    let role = Role::parse(role).with_context(|| format!("unknown role: {role}"))?;
    let password = passwords::generate();
    let hash = passwords::hash(&password, &gate.services().config).map_err(told)?;
    let units: Vec<(Id, Option<Id>)> = gate
        .public_read(|cx| {
            let found = units::table.filter(units::code.eq(unit_code)).filter(units::status.eq("active"));
            Ok(found.select((units::id, units::ward_id)).load(cx.conn)?)
        })
        .map_err(told)?;
    let [(unit, ward)] = units.as_slice() else {
        bail!("{} active units have the code {unit_code}; exactly one is needed", units.len());
    };
    let username = username.trim().to_lowercase();
    let new = NewUser {
        ward: ward.as_ref(),
        unit,
        username: &username,
        full_name,
        position: "",
        role,
        password_hash: &hash,
        must_change_password: true,
    };
    let made = gate.public("setup", |cx| {
        let id = user(cx, &new)?;
        audit::record_public(cx, "accounts.create", ward.as_ref(), Some(&id), "done")
    });
    made.map_err(told).with_context(|| format!("the account {username} cannot be made; is the name taken?"))?;
    Ok(password)
}

/// `bup user reset-password`: a new first password; every session of the account ends, one-time codes are switched off.
///
/// # Errors
/// When there is no such account.
pub fn reset_password(gate: &Gate, username: &str) -> Result<String> {
    let password = passwords::generate();
    let hash = passwords::hash(&password, &gate.services().config).map_err(told)?;
    let name = username.trim().to_lowercase();
    let reset = gate.public("setup", |cx| {
        let (id, ward): (Id, Option<Id>) =
            users::table.filter(users::username.eq(&name)).select((users::id, users::ward_id)).first(cx.conn)?;
        diesel::update(users::table.find(&id))
            .set((
                users::password_hash.eq(&hash),
                users::must_change_password.eq(true),
                users::first_password_at.eq(cx.now),
                users::totp_enabled.eq(false),
                users::version.eq(users::version + 1),
            ))
            .execute(cx.conn)?;
        end_sessions_of(cx.conn, &id, None, "password_reset", cx.now)?;
        audit::record_public(cx, "accounts.reset_password", ward.as_ref(), Some(&id), "done")
    });
    reset.map_err(told).with_context(|| format!("no password was reset: is there an account {name}?"))?;
    Ok(password)
}

/// `bup user list`: one line for each account.
///
/// # Errors
/// When the database refuses.
pub fn list_users(gate: &Gate) -> Result<Vec<String>> {
    let rows: Vec<(String, Role, String, String)> = gate
        .public_read(|cx| {
            let all = users::table.order(users::username);
            Ok(all.select((users::username, users::role, users::status, users::full_name)).load(cx.conn)?)
        })
        .map_err(told)?;
    Ok(rows.into_iter().map(|(name, role, status, full)| format!("{name}\t{role}\t{status}\t{full}")).collect())
}

fn told(error: crate::error::Error) -> anyhow::Error {
    anyhow::anyhow!("{error}")
}
