//! My account: who I am and what I may do, my password, one-time codes, saved filters.

pub mod model;
mod routes;
mod store;

use crate::http::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(routes::read_me)
        .service(routes::update_me)
        .service(routes::change_password)
        .service(routes::prepare_totp)
        .service(routes::confirm_totp)
        .service(routes::disable_totp)
        .service(routes::list_saved_filters)
        .service(routes::save_filter)
        .service(routes::delete_filter)
        .service(routes::list_permissions)
        .service(routes::public_info);
}
