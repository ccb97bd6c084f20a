//! Query parameters: typed, and an unknown one is refused rather than ignored.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use chrono::{Datelike, NaiveDate};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};

use crate::db::types::Id;
use crate::error::Error;

/// The query of a request read into `T` (which carries `#[serde(deny_unknown_fields)]`).
pub struct Parameters<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Parameters<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request.query_string()).map(Parameters))
    }
}

/// For addresses that take no query at all.
pub struct Nothing;

impl FromRequest for Nothing {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(refuse_all(request).map(|()| Self))
    }
}

/// # Errors
/// 400 that names the first parameter, if there is any.
pub fn refuse_all(request: &HttpRequest) -> Result<(), Error> {
    match form_pairs(request.query_string()).next() {
        Some((name, _)) => Err(Error::bad_parameter(&name)),
        None => Ok(()),
    }
}

/// The `{id}` of an address; something that is no id at all is simply not there.
pub struct PathId(pub Id);

impl FromRequest for PathId {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(path_id(request, "id").map(Self))
    }
}

/// The id under another name in the address, for rows inside rows.
///
/// # Errors
/// 404 when it is no id.
pub fn path_id(request: &HttpRequest, name: &str) -> Result<Id, Error> {
    request.match_info().get(name).and_then(Id::parse).ok_or_else(Error::not_found)
}

/// Reads a day. Use with `#[serde(default, deserialize_with)]`.
///
/// # Errors
/// For a year that PostgreSQL does not know (chrono counts to 262142).
pub fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let day = Option::<NaiveDate>::deserialize(deserializer)?;
    match day {
        Some(day) if !(0..=9999).contains(&day.year()) => Err(D::Error::custom("year")),
        day => Ok(day),
    }
}

/// # Errors
/// 400 with the name of what is wrong.
pub(crate) fn read<T: DeserializeOwned>(query: &str) -> Result<T, Error> {
    // PostgreSQL takes no NUL in a text, not even to compare with.
    if let Some((name, _)) = form_pairs(query).find(|(_, value)| value.contains('\0')) {
        return Err(Error::bad_parameter(&name));
    }
    let pairs = serde_urlencoded::Deserializer::new(form_pairs(query));
    serde_path_to_error::deserialize(pairs).map_err(|error| {
        let place = error.path().to_string();
        let text = error.inner().to_string();
        let unknown = text.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
        Error::bad_parameter(unknown.unwrap_or(if place == "." { "query" } else { &place }))
    })
}

fn form_pairs(query: &str) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(query.as_bytes())
}
