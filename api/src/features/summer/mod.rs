//! The summer: schools hand their pupils over to the neighborhoods in May and take them back in August; between lie
//! groups, sessions and attendance (`law.md` 7; Circular 27/2022/TT-BLĐTBXH).
//!
//! A handover names children, the registry says who they are: nothing of a child is copied, and what does not fit
//! (moved, left the school, in two lists, in none) is told as a difference.

pub mod actions;
pub mod attendance;
pub mod attendance_model;
mod attendance_routes;
pub mod bodies;
pub mod counted;
mod differences;
mod document_routes;
mod documents;
mod forgetting;
pub mod groups;
pub mod leaves;
mod list_model;
mod list_routes;
mod lists;
pub mod members;
pub mod model;
pub mod opinions;
pub mod overview;
mod routes;
pub mod rules;
mod school_lists;
pub mod session_model;
mod session_routes;
pub mod sessions;
pub mod store;
mod tallies;
pub mod write;

use crate::http::ServiceConfig;

pub use forgetting::forget as forget_child;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(routes::list_handovers)
        .service(routes::prepare_handovers)
        .service(list_routes::preview_handover_list)
        .service(list_routes::take_handover_list)
        .service(routes::read_handover)
        .service(routes::update_handover)
        .service(routes::add_handover_children)
        .service(routes::update_handover_child)
        .service(routes::remove_handover_child)
        .service(routes::hand_over_children)
        .service(routes::receive_children)
        .service(routes::reopen_handover)
        .service(routes::return_children)
        .service(document_routes::print_minutes)
        .service(document_routes::print_cards)
        .service(document_routes::export_handover)
        .service(session_routes::list_summer_groups)
        .service(session_routes::create_summer_group)
        .service(session_routes::read_summer_group)
        .service(session_routes::update_summer_group)
        .service(session_routes::cancel_summer_group)
        .service(session_routes::add_summer_members)
        .service(session_routes::remove_summer_member)
        .service(session_routes::list_summer_sessions)
        .service(session_routes::read_summer_reach)
        .service(session_routes::create_summer_session)
        .service(session_routes::read_summer_session)
        .service(session_routes::update_summer_session)
        .service(session_routes::cancel_summer_session)
        .service(attendance_routes::read_attendance)
        .service(attendance_routes::take_attendance)
        .service(attendance_routes::list_summer_opinions)
        .service(attendance_routes::record_summer_opinions)
        .service(attendance_routes::count_summer)
        .service(attendance_routes::list_summer_leaves)
        .service(attendance_routes::create_summer_leave)
        .service(attendance_routes::read_summer_leave)
        .service(attendance_routes::cancel_summer_leave);
}
