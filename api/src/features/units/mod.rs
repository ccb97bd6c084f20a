//! Units of a ward: officers' desks, the Youth Union, the police, neighborhoods, schools. Names change and units
//! merge, so each keeps its history.
//!
//! The administrator changes them, leader and officer read the list; everybody else meets a unit by name in the rows
//! they may see (`UnitRef`). Units and users name each other (`UnitRef`, `UserRef`) and share nothing else.

mod export;
mod handover;
pub mod model;
mod routes;
mod rules;
mod store;

use crate::http::ServiceConfig;

pub use rules::{natural_key, roles_of};
pub use store::{ActiveUnit, active, in_use, names, names_in, references, successors};

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(export::export_units)
        .service(routes::list_units)
        .service(routes::create_unit)
        .service(routes::read_unit)
        .service(routes::update_unit)
        .service(routes::merge_unit)
        .service(routes::close_unit)
        .service(routes::read_history);
}
