//! Safety plans: without an approved one that fits, an event that needs one cannot be approved or held.
//!
//! A plan is reached through its event and seen by whoever has the right to safety plans there; of a series it is one,
//! that of the first session. The police, or the Youth Union for its own events, draft it; the police alone approve.

mod actions;
pub mod bodies;
mod documents;
pub mod model;
mod reading;
mod routes;
mod rules;
pub(super) mod store;
mod template;
mod write;

use crate::http::ServiceConfig;

pub use actions::approve;
pub use reading::template as template_for;
pub use write::draft;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(routes::list_safety_plans)
        .service(routes::read_safety_template)
        .service(routes::print_safety_plan)
        .service(routes::approve_safety_plan)
        .service(routes::return_safety_plan)
        .service(routes::read_safety_plan)
        .service(routes::draft_safety_plan)
        .service(routes::update_safety_plan);
}
