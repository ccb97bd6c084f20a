//! How the installation is: what the administrator of a ward, who has no Grafana, sees in the browser.
//!
//! Counts, sizes, moments and the doctor's findings; nothing about a person, and nothing that a ward could not know of
//! the machine that it runs on.

pub mod model;
mod routes;
mod rules;
mod store;

use crate::http::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(routes::read_system);
}
