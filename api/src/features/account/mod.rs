//! My account: who I am and what I may do, my password, one-time codes, saved filters.

pub mod model;
mod routes;
mod security;
mod store;

use crate::http::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(routes::read_me)
        .service(routes::update_me)
        .service(security::change_password)
        .service(security::prepare_totp)
        .service(security::confirm_totp)
        .service(security::renew_recovery_codes)
        .service(security::disable_totp)
        .service(routes::list_saved_filters)
        .service(routes::save_filter)
        .service(routes::delete_filter)
        .service(routes::list_permissions)
        .service(routes::public_info);
}
