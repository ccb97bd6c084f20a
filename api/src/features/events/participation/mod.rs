//! Taking part: who comes to an event, who agreed, who is there, who helps (Circular 27/2022/TT-BLĐTBXH).
//!
//! Whoever may read children sees those of their own scope, and whoever organises the event all of its children:
//! somebody must know every child at the gate. Everybody else sees numbers. No door lets more children in than the
//! event was approved for: see [`rules::places`].

mod attendance;
mod attendance_model;
mod book;
mod cards;
mod grants;
mod headcounts;
mod helper_model;
mod helper_routes;
mod helpers;
pub mod model;
mod opinions;
mod people;
mod public_routes;
mod registrations;
mod routes;
mod rules;

use crate::http::ServiceConfig;

pub use opinions::record as record_opinions;
pub(super) use registrations::{count_registered, move_up};
pub use registrations::{forget, register};
pub(super) use rules::BELOW_REGISTERED;

/// Before `/events/{id}`, which would read them as ids.
pub(super) fn configure(config: &mut ServiceConfig) {
    config
        .service(helper_routes::list_event_helpers)
        .service(helper_routes::create_event_helper)
        .service(helper_routes::read_event_helper)
        .service(helper_routes::update_event_helper)
        .service(helper_routes::list_helpers_of_event)
        .service(helper_routes::assign_event_helper)
        .service(helper_routes::remove_event_helper)
        .service(helper_routes::create_event_grant)
        .service(helper_routes::revoke_event_grant)
        .service(routes::list_event_registrations)
        .service(routes::register_for_event)
        .service(routes::record_event_opinions)
        .service(routes::cancel_event_registration)
        .service(routes::read_event_attendance)
        .service(routes::take_event_attendance)
        .service(routes::list_event_headcounts)
        .service(routes::count_event_heads)
        .service(routes::list_event_cards)
        .service(public_routes::open_event_grant)
        .service(public_routes::take_attendance_by_grant)
        .service(public_routes::count_heads_by_grant);
}
