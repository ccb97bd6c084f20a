//! Units of a ward: officers' desks, the Youth Union, the police, neighborhoods, schools. Names change and units
//! merge, so each keeps its history.
//!
//! Everybody of the ward reads the names (`wards:read`: every screen shows who leads a task); the administrator
//! changes them. Units and users name each other (`UnitRef`, `UserRef`) and share nothing else.

mod handover;
pub mod model;
mod routes;
mod rules;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

pub use rules::{natural_key, roles_of};
pub use store::{in_use, references};

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(routes::list_units)
        .service(routes::create_unit)
        .service(routes::read_unit)
        .service(routes::update_unit)
        .service(routes::merge_unit)
        .service(routes::close_unit)
        .service(routes::read_history);
}
