//! The audit log: who did what, when, from what to what. Written by `audit`; here it is read, and only read.

mod export;
pub mod model;
mod routes;
mod rules;
mod store;

use crate::http::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(export::export_audit).service(routes::list_entries);
}
