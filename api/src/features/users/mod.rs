//! Users: the people of the units, each with one role. The administrator keeps their accounts; nobody ever sees a
//! password but the one who just made it, once.

mod export;
mod first_password;
pub mod model;
mod routes;
mod rules;
mod store;

use crate::http::ServiceConfig;

pub use rules::{USERNAME_TAKEN, check_role_and_unit, check_username};
pub use store::references;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(export::export_users)
        .service(routes::list_users)
        .service(routes::create_user)
        .service(routes::read_user)
        .service(routes::update_user)
        .service(routes::disable_user)
        .service(routes::enable_user)
        .service(routes::reset_password)
        .service(routes::end_user_sessions)
        .service(routes::reset_totp);
}
