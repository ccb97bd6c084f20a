//! Plans: the signed plan of the month with its sections, and the tasks that come of it.
//!
//! A document is read into a preview (`import`), corrected by the officer, made a draft and published; a corrected
//! document gives a difference (`difference`) to accept.

mod copy;
mod current;
mod difference;
mod export;
mod import;
mod import_routes;
pub mod model;
mod reimport;
mod routes;
mod rules;
mod sections;
mod store;
mod summary;
mod write;

use crate::http::ServiceConfig;

pub use current::{Frame, PlanPaper, PlanRef, check_visible, current, frame, has_section, paper, reference};
pub use import_routes::find_units;
pub use store::changed_since;
pub use write::{create, publish};

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(import_routes::import_plan)
        .service(import_routes::compare_document)
        .service(import_routes::accept_differences)
        .service(export::export_plans)
        .service(routes::list_plans)
        .service(routes::create_plan)
        .service(routes::read_plan)
        .service(routes::update_plan)
        .service(routes::publish_plan)
        .service(routes::close_plan)
        .service(routes::copy_plan)
        .service(routes::read_summary)
        .service(routes::add_section)
        .service(routes::change_section)
        .service(routes::delete_section);
}
