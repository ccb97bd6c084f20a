//! Access tokens: JWTs of fifteen minutes, one algorithm, with `iss`, `aud` and `kid` (RFC 7519, RFC 8725).

use std::collections::HashSet;

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::keys::KeyFile;

const ISSUER: &str = "bup";
const AUDIENCE: &str = "bup-api";

/// How long an access token lives, in seconds.
pub const LIFETIME: i64 = 15 * 60;

/// What an access token says. The role is checked again against the database with every request.
#[derive(Serialize, Deserialize)]
pub struct Claims {
    iss: String,
    aud: String,
    sub: Id,
    #[serde(rename = "sid")]
    pub session_id: Id,
    pub role: Role,
    iat: i64,
    exp: i64,
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
        let (kid, key) = self.0.current();
        let iat = now.utc().timestamp();
        let claims = Claims {
            iss: ISSUER.into(),
            aud: AUDIENCE.into(),
            sub: user.clone(),
            session_id: session.clone(),
            role,
            iat,
            exp: iat + LIFETIME,
        };
        let header = Header { kid: Some(kid), ..Header::new(Algorithm::HS256) };
        encode(&header, &claims, &EncodingKey::from_secret(&key)).map_err(Error::internal)
    }

    /// # Errors
    /// 401 for anything but a token of ours that is still in time.
    pub fn verify(&self, token: &str, now: Instant) -> Result<Claims> {
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
        if now.utc().timestamp() < claims.exp { Ok(claims) } else { Err(Error::not_signed_in()) }
    }
}
