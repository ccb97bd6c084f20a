//! Tasks: what the plan asks of each unit, how far it has come, and who must be reminded.
//!
//! The model for every other feature: copy its shape. A task has a lead unit and joining units; each takes its own
//! *part*. Where `each_unit` is set, every joining unit does the whole task on its own ("8/11 khu phố đã xong") and
//! the lead only follows up.

pub(crate) mod actions;
mod bulk;
pub mod counted;
pub mod desk;
mod due;
mod export;
pub mod merits;
pub mod model;
pub mod of_plan;
pub mod overview;
mod reminder_routes;
pub mod reminders;
mod routes;
pub mod rules;
mod store;
mod update_routes;
pub(crate) mod updates;
mod write;

use crate::http::ServiceConfig;

pub use due::{Due, due_by_unit};
pub use store::{changed_since, find, is_visible, list, references};
pub use updates::is_visible as is_update_visible;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(export::export_tasks)
        .service(bulk::change_many)
        .service(routes::list_tasks)
        .service(routes::list_plan_tasks)
        .service(routes::create_task)
        .service(routes::read_task)
        .service(routes::update_task)
        .service(routes::start_task)
        .service(routes::submit_task)
        .service(routes::accept_task)
        .service(routes::return_task)
        .service(routes::cancel_task)
        .service(update_routes::list_updates)
        .service(update_routes::read_update)
        .service(update_routes::add_update)
        .service(reminder_routes::remind)
        .service(reminder_routes::list_task_reminders)
        .service(reminder_routes::export_reminders)
        .service(reminder_routes::list_reminders);
}
