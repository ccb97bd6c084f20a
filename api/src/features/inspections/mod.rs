//! Inspections and supervisions (kiểm tra, giám sát; plan III.4 and V.5): which units are looked at, what was found in
//! each, what they are asked to put right, and whether they have.
//!
//! An inspected unit sees its own visit and what was asked of itself. Recommendations have a row of their own in the
//! matrix, because a unit that only reads inspections must answer them. No child is named in any of it.

mod choices;
pub mod counted;
mod document_routes;
mod documents;
mod export;
mod follow_up;
pub mod model;
pub mod recommendation_model;
mod recommendation_routes;
mod recommendations;
mod routes;
pub mod rules;
mod store;
mod visits;
mod write;

use crate::http::ServiceConfig;

pub use follow_up::{create as recommend, fix, give_back, run_reminders, verify};
pub use recommendations::{
    changed_since as recommendations_changed_since, check_visible as check_recommendation_visible, waiting,
};
pub use store::{changed_since, check_visit_visible, find, is_visible};
pub use visits::update as write_visit;
pub use write::{create, finish};

pub fn configure(config: &mut ServiceConfig) {
    config
        // Before `/inspections/{id}`, which would read them as ids.
        .service(export::export_inspections)
        .service(routes::read_inspection_choices)
        .service(routes::list_inspections)
        .service(routes::create_inspection)
        .service(routes::read_inspection)
        .service(routes::update_inspection)
        .service(routes::finish_inspection)
        .service(routes::cancel_inspection)
        .service(routes::update_visit)
        .service(document_routes::print_inspection_schedule)
        .service(document_routes::print_inspection_minutes)
        .service(export::export_recommendations)
        .service(recommendation_routes::list_recommendations)
        .service(recommendation_routes::create_recommendation)
        .service(recommendation_routes::read_recommendation)
        .service(recommendation_routes::update_recommendation)
        .service(recommendation_routes::fix_recommendation)
        .service(recommendation_routes::verify_recommendation)
        .service(recommendation_routes::return_recommendation)
        .service(recommendation_routes::withdraw_recommendation)
        .service(recommendation_routes::remind_recommendation);
}
