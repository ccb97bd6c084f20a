//! Webhooks: other systems are told that something happened, and fetch what they may see of it with their own rights.
//!
//! No feature tells anybody: what is put out comes from the audit rows that every change leaves ([`outbox`]), in the
//! same transaction, so that nothing is told that did not happen and nothing that happened is forgotten.

pub(crate) mod address;
mod delivery;
mod export;
mod log;
pub mod model;
mod outbox;
mod routes;
mod rules;
mod sending;
mod signing;
mod store;

use crate::http::ServiceConfig;

pub use delivery::{deliver, forget_old};
pub(crate) use outbox::put_out;
pub use store::end_of_account;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(export::export_webhooks)
        .service(routes::list_webhooks)
        .service(routes::create_webhook)
        .service(routes::read_webhook)
        .service(routes::update_webhook)
        .service(routes::rotate_webhook)
        .service(routes::ping_webhook)
        .service(routes::list_webhook_deliveries)
        .service(routes::replay_webhook_delivery);
}
