//! What changed in my scope since I last asked: a phone stays in step with one cheap call.
//!
//! An entry names a row and its version, nothing else; the phone fetches what it keeps under its own rights. A row that
//! left the scope of a unit or a person is an entry to forget, written down by whoever moved it (`departures`): only who could see it
//! is told.

mod departures;
pub mod model;
mod routes;
mod store;

use crate::http::ServiceConfig;

pub use departures::{Whose, depart};
pub use model::{Changed, Since};
pub use store::OVERLAP;

pub fn configure(config: &mut ServiceConfig) {
    config.service(routes::list_changes);
}
