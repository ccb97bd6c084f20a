//! Notifications: the bell, mails, the daily digest. What happened is kept as a kind and a row; the sentence is made
//! when it is read and says nothing that a lock screen should not show.

mod mailing;
mod model;
mod routes;
mod store;

use crate::http::ServiceConfig;

pub use mailing::{Unmailed, mark_mailed, unmailed};
pub use model::Kind;
pub use store::{send_to_roles, send_to_unit_and_users, send_to_units, send_to_users, tell};

pub fn configure(config: &mut ServiceConfig) {
    config.service(routes::list_notifications).service(routes::read_all).service(routes::read_notification);
}
