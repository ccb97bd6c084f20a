//! Accidents and injuries of children (`law.md` 8.4): one record for each, and the quarter's table that is computed
//! from the very rows that the list shows.
//!
//! The permission row is ours, the design's matrix has none: whoever meets an accident first records it, the leader
//! reads. A child is shown to those who may see it in the registry; the record stays for the others, without a name.

pub mod counted;
pub mod model;
mod routes;
pub mod rules;
mod store;
mod table;
mod write;

use crate::http::ServiceConfig;

pub use write::{create, forget as forget_child};

pub fn configure(config: &mut ServiceConfig) {
    config
        // Before `/injuries/{id}`, which would read them as ids.
        .service(routes::read_quarter)
        .service(routes::export_quarter)
        .service(routes::list_injuries)
        .service(routes::create_injury)
        .service(routes::read_injury)
        .service(routes::update_injury)
        .service(routes::cancel_injury);
}
