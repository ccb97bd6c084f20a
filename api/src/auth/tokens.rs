//! Access tokens: JWTs of fifteen minutes, one algorithm, with `iss`, `aud` and `kid` (RFC 7519, RFC 8725).

use std::collections::HashSet;

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use serde::{Deserialize, Serialize};

use crate::access::{Deed, MachineScope, Role, Subject, granted, scopes};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::keys::KeyFile;

const ISSUER: &str = "bup";
const AUDIENCE: &str = "bup-api";

/// How long an access token lives, in seconds.
pub const LIFETIME: i64 = 15 * 60;

/// What an access token says. All of it is checked again against the database with every request.
#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: Id,
    iat: i64,
    exp: i64,
    #[serde(flatten)]
    holder: Holder,
}

/// A token says whose it is: a person's never passes for a machine's, nor the other way round.
#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Holder {
    Person { sid: Id, role: Role },
    Machine { scope: String },
}

/// Whoever shows a token that is in order.
#[derive(Clone, Debug)]
pub enum Bearer {
    Person { user_id: Id, session_id: Id, role: Role },
    Machine { account_id: Id, scopes: Vec<MachineScope> },
}

impl Bearer {
    /// Whose requests are counted together: a person's of all their sessions.
    pub fn holder(&self) -> &Id {
        match self {
            Self::Person { user_id, .. } => user_id,
            Self::Machine { account_id, .. } => account_id,
        }
    }

    /// Whether the token itself allows a deed: asked before anything else of a request is looked at.
    pub fn may<R: Subject, A: Deed>(&self) -> bool {
        match self {
            Self::Person { role, .. } => granted::<R, A>(*role).is_some(),
            Self::Machine { scopes, .. } => {
                let allows = |action| scopes::allow(scopes, R::RESOURCE, action);
                allows(A::ACTION) || A::OR.is_some_and(allows)
            }
        }
    }
}

/// Makes and checks access tokens.
pub struct Tokens(KeyFile);

impl Tokens {
    pub fn new(ring: KeyFile) -> Self {
        Self(ring)
    }

    /// # Errors
    /// When signing fails.
    pub fn issue(&self, user: &Id, session: &Id, role: Role, now: Instant) -> Result<String> {
        self.sign(user, Holder::Person { sid: session.clone(), role }, now)
    }

    /// The token of a service account.
    ///
    /// # Errors
    /// When signing fails.
    pub fn issue_to_machine(&self, account: &Id, scopes: &[MachineScope], now: Instant) -> Result<String> {
        self.sign(account, Holder::Machine { scope: MachineScope::write_list(scopes) }, now)
    }

    fn sign(&self, subject: &Id, holder: Holder, now: Instant) -> Result<String> {
        let (kid, key) = self.0.current();
        let iat = now.utc().timestamp();
        let claims =
            Claims { iss: ISSUER.into(), aud: AUDIENCE.into(), sub: subject.clone(), iat, exp: iat + LIFETIME, holder };
        let header = Header { kid: Some(kid), ..Header::new(Algorithm::HS256) };
        encode(&header, &claims, &EncodingKey::from_secret(&key)).map_err(Error::internal)
    }

    /// # Errors
    /// 401 for anything but a token of ours that is still in time.
    pub fn verify(&self, token: &str, now: Instant) -> Result<Bearer> {
        let refused = |_| Error::not_signed_in();
        let kid = decode_header(token).map_err(refused)?.kid.unwrap_or_default();
        let key = self.0.key(&kid).ok_or_else(Error::not_signed_in)?;
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[AUDIENCE]);
        validation.required_spec_claims = HashSet::from(["exp", "iss", "aud", "sub"].map(String::from));
        // Checked below by our own clock.
        validation.validate_exp = false;
        let claims: Claims = decode(token, &DecodingKey::from_secret(&key), &validation).map_err(refused)?.claims;
        if now.utc().timestamp() >= claims.exp {
            return Err(Error::not_signed_in());
        }
        match claims.holder {
            Holder::Person { sid, role } => Ok(Bearer::Person { user_id: claims.sub, session_id: sid, role }),
            Holder::Machine { scope } => {
                let scopes = MachineScope::parse_list(&scope).ok_or_else(Error::not_signed_in)?;
                Ok(Bearer::Machine { account_id: claims.sub, scopes })
            }
        }
    }
}
