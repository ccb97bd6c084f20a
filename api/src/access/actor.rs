use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::{OptionalExtension, QueryDsl};

use super::matrix::{Action, Resource, Role, ScopeKind, grant, who_may};
use super::scope::Scope;
use super::{Deed, Subject};
use crate::config::Config;
use crate::db::Conn;
use crate::db::schema::{delegations, sessions, units, users, wards};
use crate::db::types::{Id, Instant};
use crate::error::{Error, FORBIDDEN, Message, Result};
use crate::text_enum;

text_enum! {
    /// What a unit is in the ward.
    pub enum UnitKind {
        Leadership = "leadership",
        SocialPolicy = "social_policy",
        Culture = "culture",
        YouthUnion = "youth_union",
        Police = "police",
        FatherlandFront = "fatherland_front",
        Neighborhood = "neighborhood",
        School = "school",
        HealthStation = "health_station",
        Superior = "superior",
    }
}

pub const PASSWORD_CHANGE_REQUIRED: Message = Message::new(
    "password_change_required",
    "Anh/chị cần đổi mật khẩu trước khi làm việc khác.",
    "Change your password before anything else.",
);

pub const OTP_SETUP_REQUIRED: Message = Message::new(
    "otp_setup_required",
    "Vai trò của anh/chị phải dùng xác thực hai bước. Hãy bật xác thực hai bước cho tài khoản của anh/chị (cần một điện thoại có \
     ứng dụng xác thực) trước khi làm việc khác.",
    "Your role works with one-time codes. Set them up for your account first; it takes a telephone with an \
     authenticator app.",
);

/// The signed-in person, as the database knows them at this moment; machines are [`super::Machine`]s.
#[derive(Clone, Debug)]
pub struct Actor {
    pub user_id: Id,
    pub session_id: Id,
    pub full_name: String,
    pub role: Role,
    pub unit_id: Id,
    pub ward_id: Option<Id>,
    /// For a deputy who signs for the head today (KT. CHỦ TỊCH).
    pub acting_for: Option<Id>,
    must_change_password: bool,
    must_set_up_otp: bool,
    below: Vec<Id>,
    /// A job of the system rather than a person.
    is_system: bool,
}

/// User, full name, role, status, whether the password must change, whether there are one-time codes, unit, ward.
type Signed = (Id, String, Role, String, bool, bool, Id, Option<Id>);

impl Actor {
    /// Loads the person of a session that is still alive.
    ///
    /// # Errors
    /// 401 when the session ended, the account was closed or its role changed since the token was made.
    pub fn load(
        conn: &mut Conn,
        session_id: &Id,
        role: Role,
        config: &Config,
        now: Instant,
        today: NaiveDate,
    ) -> Result<Self> {
        let found: Option<Signed> = sessions::table
            .inner_join(users::table.on(users::id.eq(sessions::user_id)))
            .filter(sessions::id.eq(session_id))
            .filter(sessions::revoked_at.is_null())
            .filter(sessions::expires_at.gt(now))
            .select((
                users::id,
                users::full_name,
                users::role,
                users::status,
                users::must_change_password,
                users::totp_enabled,
                users::unit_id,
                users::ward_id,
            ))
            .first(conn)
            .optional()?;
        let (user_id, full_name, actual_role, status, must_change_password, has_otp, unit_id, ward_id) =
            found.ok_or_else(Error::not_signed_in)?;
        if status != "active" || actual_role != role {
            return Err(Error::not_signed_in());
        }
        let acting_for = if role == Role::Leader { delegated_to(conn, &user_id, today)? } else { None };
        let below = if role == Role::Superior { wards_below(conn, &unit_id)? } else { Vec::new() };
        let session_id = session_id.clone();
        Ok(Self {
            user_id,
            session_id,
            full_name,
            role,
            unit_id,
            ward_id,
            acting_for,
            must_change_password,
            must_set_up_otp: config.wants_totp(role) && !has_otp,
            below,
            is_system: false,
        })
    }

    /// One of the invented people of the demo.
    pub(super) fn of_demo(conn: &mut Conn, username: &str, now: Instant) -> Result<Self> {
        let (user_id, full_name, role, unit_id, ward_id) = users::table
            .filter(users::username.eq(username))
            .select((users::id, users::full_name, users::role, users::unit_id, users::ward_id))
            .first(conn)?;
        Ok(Self {
            user_id,
            session_id: Id::new(now),
            full_name,
            role,
            unit_id,
            ward_id,
            acting_for: None,
            must_change_password: false,
            must_set_up_otp: false,
            below: Vec::new(),
            is_system: false,
        })
    }

    /// A job that works for a whole ward.
    pub fn system(ward: &Id, now: Instant) -> Self {
        Self {
            user_id: Id::new(now),
            session_id: Id::new(now),
            full_name: String::new(),
            role: Role::SocialOfficer,
            unit_id: Id::new(now),
            ward_id: Some(ward.clone()),
            acting_for: None,
            must_change_password: false,
            must_set_up_otp: false,
            below: Vec::new(),
            is_system: true,
        }
    }

    /// The user to write down as the doer; nobody for a job.
    pub fn person(&self) -> Option<&Id> {
        (!self.is_system).then_some(&self.user_id)
    }

    /// The unit to write down beside the doer.
    pub fn unit(&self) -> Option<&Id> {
        (!self.is_system).then_some(&self.unit_id)
    }

    /// The rows that this person may touch so.
    ///
    /// # Errors
    /// 403 when the matrix has no grant, while a first password waits to be changed, or while the one-time codes that
    /// the role needs are not there.
    pub fn scope<R: Subject, A: Deed>(&self) -> Result<Scope> {
        let resource = R::RESOURCE;
        if self.must_change_password && resource != Resource::Own {
            return Err(Error::forbidden(PASSWORD_CHANGE_REQUIRED));
        }
        // Every door to the database is a `Cx`, and every `Cx` asks here: no handler can forget it.
        if self.must_set_up_otp && !R::SETS_UP {
            return Err(Error::forbidden(OTP_SETUP_REQUIRED));
        }
        let kind = if self.is_system { Some(ScopeKind::Ward) } else { granted::<R, A>(self.role) };
        let kind = kind.ok_or_else(|| forbidden(resource, A::ACTION))?;
        let own = Scope::User { ward: self.ward_id.clone(), user: self.user_id.clone() };
        match kind {
            ScopeKind::Below => Ok(Scope::Below(self.below.clone())),
            ScopeKind::Own | ScopeKind::Assigned => Ok(own),
            ScopeKind::Ward => Ok(Scope::Ward(self.ward()?)),
            ScopeKind::Unit | ScopeKind::Neighborhood | ScopeKind::School => {
                Ok(Scope::Unit { ward: self.ward()?, unit: self.unit_id.clone() })
            }
        }
    }

    fn ward(&self) -> Result<Id> {
        self.ward_id.clone().ok_or_else(Error::not_found)
    }

    /// The wards whose rows this person may see at all.
    pub fn wards(&self) -> Vec<Id> {
        self.ward_id.iter().chain(&self.below).cloned().collect()
    }
}

/// The scope that a role has for a deed, by its action or the other one that opens the same door.
pub fn granted<R: Subject, A: Deed>(role: Role) -> Option<ScopeKind> {
    grant(role, R::RESOURCE, A::ACTION).or_else(|| grant(role, R::RESOURCE, A::OR?))
}

/// 403 that names the right and who has it.
pub fn forbidden(resource: Resource, action: Action) -> Error {
    Error::forbidden(FORBIDDEN)
        .with("who", who_may(resource, action))
        .extra("permission", format!("{resource}:{action}"))
}

fn delegated_to(conn: &mut Conn, user: &Id, today: NaiveDate) -> Result<Option<Id>> {
    let from = delegations::table
        .filter(delegations::to_user_id.eq(user))
        .filter(delegations::starts_on.le(today))
        .filter(delegations::ends_on.ge(today))
        .filter(delegations::revoked_at.is_null())
        .order(delegations::id.desc())
        .select(delegations::from_user_id)
        .first(conn)
        .optional()?;
    Ok(from)
}

/// The wards under a superior unit, through the units between (a province, formerly a district).
pub(super) fn wards_below(conn: &mut Conn, unit: &Id) -> Result<Vec<Id>> {
    let mut known = vec![unit.clone()];
    let mut level = known.clone();
    while !level.is_empty() {
        let children: Vec<Id> = units::table
            .filter(units::parent_id.eq_any(level))
            .filter(units::kind.eq(UnitKind::Superior))
            .select(units::id)
            .load(conn)?;
        level = children.into_iter().filter(|id| !known.contains(id)).collect();
        known.extend(level.iter().cloned());
    }
    Ok(wards::table.filter(wards::superior_unit_id.eq_any(known)).order(wards::id).select(wards::id).load(conn)?)
}
