//! Tries to sign in, as `auth::failures` counts them: here they are read, under the right to the audit log.

pub mod model;
mod routes;
mod store;

use crate::http::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(routes::export_sign_ins).service(routes::list_sign_ins);
}
