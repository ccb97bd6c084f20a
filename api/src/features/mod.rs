//! One folder a feature, all of one shape: `mod` (what it is, its routes, what others may call), `routes` (HTTP),
//! `model` (bodies and rows), `rules` (decisions, pure), `store` (diesel). Adding a feature is two lines here.

pub mod account;
pub mod audit_log;
pub mod breaches;
pub mod cases;
pub mod changes;
pub mod children;
pub mod commendations;
pub mod communications;
pub mod concerns;
pub mod dashboard;
pub mod delegations;
pub mod events;
pub mod injuries;
pub mod inspections;
pub mod notifications;
pub mod obstacles;
pub mod plans;
pub mod portal;
pub mod reports;
pub mod service_accounts;
pub mod setup;
pub mod sign_ins;
pub mod summer;
pub mod system;
pub mod tasks;
pub mod units;
pub mod users;
pub mod wards;
pub mod webhooks;

use crate::http::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    account::configure(config);
    audit_log::configure(config);
    breaches::configure(config);
    sign_ins::configure(config);
    cases::configure(config);
    changes::configure(config);
    children::configure(config);
    commendations::configure(config);
    communications::configure(config);
    concerns::configure(config);
    dashboard::configure(config);
    delegations::configure(config);
    events::configure(config);
    injuries::configure(config);
    inspections::configure(config);
    notifications::configure(config);
    obstacles::configure(config);
    plans::configure(config);
    portal::configure(config);
    reports::configure(config);
    service_accounts::configure(config);
    setup::configure(config);
    summer::configure(config);
    system::configure(config);
    tasks::configure(config);
    units::configure(config);
    users::configure(config);
    wards::configure(config);
    webhooks::configure(config);
}
