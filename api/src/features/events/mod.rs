//! Events: what the month is made of, from the launch to the report of each; their conflicts, their safety plans.
//!
//! The whole ward reads what is planned. A unit changes what it leads, joins or made; the leader approves, and cannot
//! while a safety plan that is required is not approved (`safety`).

mod actions;
pub mod bodies;
mod conflicts;
pub mod counted;
mod export;
mod feed;
mod fields;
pub mod model;
pub mod overview;
pub mod participation;
mod routes;
pub mod rules;
pub mod safety;
mod store;
mod write;

use crate::http::ServiceConfig;

pub use actions::{approve, hold, propose, report};
pub use export::kind_word;
pub use feed::{public_calendar, public_rows};
pub use participation::forget as forget_child;
pub use store::{changed_since, find_row, is_visible};
pub use write::create;

pub fn configure(config: &mut ServiceConfig) {
    feed::configure(config);
    safety::configure(config);
    participation::configure(config);
    config
        // Before `/events/{id}`, which would read them as ids.
        .service(export::export_events)
        .service(routes::list_event_units)
        .service(routes::check_event)
        .service(routes::list_events)
        .service(routes::create_event)
        .service(routes::read_event)
        .service(routes::update_event)
        .service(routes::propose_event)
        .service(routes::approve_event)
        .service(routes::return_event)
        .service(routes::hold_event)
        .service(routes::report_event)
        .service(routes::cancel_event);
}
