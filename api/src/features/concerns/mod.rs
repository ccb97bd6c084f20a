//! Concerns (thông tin, thông báo, tố giác; Mẫu 01 of Decree 56/2017): from the public form, from anybody who is signed
//! in, or typed by the officer after a call. Its receipt starts the twelve hours; screening ends in a case, a referral,
//! a duplicate, or, with a second person, in no action.
//!
//! The words are sealed. Whoever told them is kept apart and is shown to the officer alone; a leader may ask for it with
//! a reason. An author sees again what they wrote, and how far it is, never what became of the child.

mod content;
pub mod counted;
pub mod documents;
mod export;
pub mod model;
pub mod overview;
mod public;
mod public_routes;
mod reminders;
mod reporter;
mod routes;
pub mod rules;
pub mod screening;
mod store;
pub mod write;

use crate::http::ServiceConfig;

pub use content::{Content, Reporter};
pub use public::ward_of;
pub use reminders::run as remind;
pub use screening::{check_waits, end_without_case};
pub use store::{Opened, changed_since, find, open_for_case};
pub use write::{join_case, receive_transferred};

pub fn configure(config: &mut ServiceConfig) {
    config
        // Before `/concerns/{id}`, which would read it as an id.
        .service(routes::search_concerns)
        .service(export::export_concerns)
        .service(routes::list_concerns)
        .service(routes::create_concern)
        .service(routes::read_concern)
        .service(routes::update_concern)
        .service(routes::confirm_concern)
        .service(routes::reject_concern)
        .service(routes::reveal_reporter)
        .service(routes::print_concern)
        .service(public_routes::ask_challenge)
        .service(public_routes::report_concern)
        .service(public_routes::follow_concern);
}
