//! Signing in: passwords, one-time codes, short access tokens, rotating refresh tokens, sessions.

pub mod failures;
pub mod limits;
mod machines;
pub mod model;
pub mod passwords;
pub mod proof;
pub mod recovery;
pub mod routes;
pub mod sessions;
pub mod store;
pub mod tokens;
pub mod totp;
