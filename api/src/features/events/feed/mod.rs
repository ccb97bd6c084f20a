//! Events as calendar programs read them (RFC 5545): the public programme, which `portal` gives out, and for each person
//! an address of their own that can be taken back.

mod ics;
mod routes;
mod store;

use crate::access::PublicCx;
use crate::db::types::Id;
use crate::error::Result;
use crate::http::ServiceConfig;

pub use store::public_rows;

/// The public programme of a ward as a calendar.
///
/// # Errors
/// When the database refuses.
pub fn public_calendar(cx: &mut PublicCx<'_>, ward: &Id) -> Result<String> {
    let rows = public_rows(cx, ward)?;
    ics::written(cx, ward, &rows)
}

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(routes::read_feed)
        .service(routes::make_feed)
        .service(routes::end_feed)
        .service(routes::private_feed);
}
