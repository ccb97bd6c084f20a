//! Reports (plan V.1, V.6): each unit's of the week and of the month, the ward's of the month and in between, from numbers
//! that nobody types. They are written from what the system knows, handed in (frozen with the rows behind each number),
//! approved by the leader, sent to the upper level, acknowledged or returned. A correction is a new revision.
//!
//! `catalogue.json` says what is counted; `sources` reads the rows, `figures` adds them up, `suppress` holds back what may
//! name somebody where it leaves the ward, `prefill` puts it into words.

mod action_routes;
mod actions;
pub mod bodies;
pub mod catalogue;
mod checks;
mod content;
mod document_routes;
mod documents;
mod due;
mod feed;
pub mod figures;
mod freeze;
pub mod model;
mod overview;
mod prefill;
mod revisions;
mod routes;
mod rows;
mod rules;
mod sources;
mod store;
mod suppress;
mod words;
mod write;

use crate::http::ServiceConfig;

pub use actions::{approve, send, submit};
pub use store::changed_since;
pub use write::{create, update};

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(routes::read_indicators)
        .service(routes::list_period_reports)
        .service(routes::create_report)
        // Before `/reports/{id}`, which would read them as ids.
        .service(routes::list_indicator_values)
        .service(routes::list_due)
        .service(routes::compare_wards)
        .service(routes::follow_reports)
        .service(routes::remind_units)
        .service(routes::read_report)
        .service(routes::update_report)
        .service(routes::list_indicator_rows)
        .service(document_routes::print_report)
        .service(document_routes::print_report_pdf)
        .service(document_routes::print_appendix)
        .service(routes::list_revisions)
        .service(routes::read_difference)
        .service(routes::read_revision)
        .service(action_routes::submit_report)
        .service(action_routes::approve_report)
        .service(action_routes::return_report)
        .service(action_routes::send_report)
        .service(action_routes::acknowledge_report)
        .service(action_routes::revise_report);
}
