//! Obstacles (khó khăn, vướng mắc; plan V.6): a unit raises one from a task or alone, the social officer answers or
//! passes it up to the leader or the upper level, and the answer reaches the unit.

pub mod counted;
mod export;
pub mod model;
pub mod overview;
mod routes;
pub mod rules;
mod store;

use crate::http::ServiceConfig;

pub use store::{answer, changed_since, escalate, is_visible, raise, waiting};

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(export::export_obstacles)
        .service(routes::list_obstacles)
        .service(routes::raise_obstacle)
        .service(routes::read_obstacle)
        .service(routes::update_obstacle)
        .service(routes::answer_obstacle)
        .service(routes::escalate_obstacle)
        .service(routes::close_obstacle);
}
