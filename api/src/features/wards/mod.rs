//! Wards: the tenants of an installation, with their name, settings and days off.
//!
//! Everybody reads their own ward, a superior unit the wards below; the administrator changes name and settings.

pub mod model;
mod routes;
mod rules;
mod settings;
mod store;

use crate::http::ServiceConfig;

pub use rules::check_hotlines;
pub use settings::{Letterhead, above, all, calendar, letterhead, name_of, names, others, settings};
pub use store::take_turns;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(routes::list_wards)
        .service(routes::read_ward)
        .service(routes::update_ward)
        .service(routes::list_holidays)
        .service(routes::add_holiday)
        .service(routes::remove_holiday);
}
