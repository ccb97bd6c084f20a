//! The register of violations of personal data (Law 91/2025/QH15, art. 23; Decree 356/2025/NĐ-CP, art. 28): a lost phone,
//! a list sent to the wrong group, a colleague who looked without need. Whoever in the ward learns of one reports it, which
//! starts the clock of 72 hours; the ward assesses it, tells the authority (A05) where it may do harm, and closes it.
//!
//! The words are sealed. Who reported one sees their own words again and how far it is, never what the ward found out.

mod actions;
mod content;
mod document_routes;
mod documents;
pub mod model;
mod reminders;
mod routes;
pub mod rules;
mod store;
mod write;

use crate::http::ServiceConfig;

pub use actions::{add_measure, assess, close, notify, tell_people};
pub use reminders::run as remind;
pub use write::create;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(routes::list_data_breaches)
        .service(routes::create_data_breach)
        .service(document_routes::print_breach_notice)
        .service(document_routes::print_breach_record)
        .service(routes::read_data_breach)
        .service(routes::update_data_breach)
        .service(routes::assess_data_breach)
        .service(routes::notify_data_breach)
        .service(routes::add_breach_measure)
        .service(routes::tell_people_of_breach)
        .service(routes::close_data_breach)
        .service(routes::reopen_data_breach);
}
