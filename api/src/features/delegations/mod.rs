//! Delegations: between two days, one leader signs for another (KT. CHỦ TỊCH; the Law on Organization of Local
//! Government lets the chair charge a deputy). `access` loads the one in force into `Actor::acting_for`, and every
//! audit row names both.
//!
//! The leader delegates his own signature, the administrator anybody's on their order; a delegation is never
//! changed, only revoked and made anew, so that the papers and the audit agree.

mod export;
pub mod model;
mod routes;
mod rules;
mod store;

use crate::http::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(export::export_delegations)
        .service(routes::list_delegations)
        .service(routes::read_delegation)
        .service(routes::create_delegation)
        .service(routes::revoke_delegation);
}
