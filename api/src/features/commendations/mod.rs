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

use utoipa_actix_web::service_config::ServiceConfig;

use crate::access::subject::Commendations;
use crate::access::{Cx, Read};
use crate::db::page::PageRequest;
use crate::error::Result;

pub use decisions::decide;
pub use store::changed_since;
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

/// Proposals that wait for the decision of this person (the home screen).
///
/// # Errors
/// When the database refuses.
pub fn waiting_for(cx: &mut Cx<'_, Commendations, Read>) -> Result<Vec<model::Commendation>> {
    use crate::access::{Action, Resource, matrix};
    if matrix::grant(cx.actor().role, Resource::Commendations, Action::Approve).is_none() {
        return Ok(Vec::new());
    }
    let query = model::CommendationQuery { status: Some("proposed".to_owned()), ..model::CommendationQuery::default() };
    Ok(store::list(cx, &query, &PageRequest::new(Some(20), None, "proposed_on")?)?.items)
}
