//! Commendations (biểu dương, khen thưởng; plan III.4): proposed by a unit or an officer, decided by the leader, several
//! in one decision, handed over.
//!
//! Candidates are facts — accepted tasks, in time, with evidence — in the order of the units' names. Nobody is ranked,
//! and children are not commended here at all. Units propose, so this has a row of its own in the matrix.

mod candidates;
pub mod counted;
mod decisions;
mod document_routes;
mod documents;
mod export;
pub mod model;
mod routes;
pub mod rules;
mod store;
mod write;

use crate::http::ServiceConfig;

pub use decisions::decide;
pub use store::{changed_since, waiting};
pub use write::{award, create, decline};

pub fn configure(config: &mut ServiceConfig) {
    config
        // Before `/commendations/{id}`, which would read them as ids.
        .service(export::export_commendations)
        .service(routes::read_commendation_choices)
        .service(routes::list_commendation_candidates)
        .service(document_routes::print_commendation_proposal)
        .service(routes::list_commendation_decisions)
        .service(routes::decide_commendations)
        .service(document_routes::print_commendation_decision)
        .service(routes::read_commendation_decision)
        .service(routes::list_commendations)
        .service(routes::create_commendation)
        .service(routes::read_commendation)
        .service(routes::update_commendation)
        .service(routes::decline_commendation)
        .service(routes::withdraw_commendation)
        .service(routes::award_commendation);
}
