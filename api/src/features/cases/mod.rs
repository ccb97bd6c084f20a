//! Cases of child protection (Decree 56/2017/NĐ-CP, arts 24–33): the law's steps, forms and clocks.
//!
//! Four things hold everywhere here. *Who*: the two ward roles see the ward's cases, everybody else those that name
//! them ([`store::visible`]), and of those the parts that are theirs ([`views`]). *Words*: who the child is and every
//! sentence are sealed; the database shows states, clocks and who works on it. *Looks*: whoever opens a case leaves a
//! row in the log, in the transaction that shows it. *Steps*: only [`steps`] moves a case, by [`rules`].

pub mod catalogue;
mod clocks;
mod content;
pub mod counted;
mod deadlines;
mod document_routes;
mod documents;
pub mod entries;
mod files;
mod folder;
mod form_routes;
mod forms;
pub mod forms_model;
mod forms_rules;
mod glass;
mod inbox_routes;
mod links;
mod lookers;
pub mod measures;
pub mod model;
mod numbers;
pub mod overview;
mod part_routes;
pub mod referrals;
mod reminders;
mod routes;
mod rules;
mod screening;
mod secrets;
mod signers;
mod step_routes;
pub mod steps;
mod store;
mod views;
pub mod write;

use crate::http::ServiceConfig;

pub use reminders::run as remind;
pub use signers::{Signed, signer};
pub use store::{changed_since, is_visible};

pub fn configure(config: &mut ServiceConfig) {
    config
        // Before `/cases/{id}`, which would read them as ids.
        .service(routes::search_cases)
        .service(routes::export_cases)
        .service(routes::read_numbers)
        .service(routes::read_assessment_catalogue)
        .service(routes::list_destinations)
        .service(part_routes::list_glass)
        .service(part_routes::review_glass)
        .service(screening::screen_concern)
        .service(routes::list_cases)
        .service(routes::create_case)
        .service(routes::read_case)
        .service(routes::read_folder)
        .service(routes::update_case)
        .service(routes::assign_case)
        .service(routes::add_case_entry)
        .service(routes::read_case_looks)
        .service(form_routes::read_form)
        .service(form_routes::save_form)
        .service(document_routes::print_case)
        .service(document_routes::print_referral)
        .service(step_routes::assess_case)
        .service(step_routes::hold_meeting)
        .service(step_routes::submit_plan)
        .service(step_routes::decide_case)
        .service(step_routes::implement_case)
        .service(step_routes::review_case)
        .service(step_routes::continue_case)
        .service(step_routes::propose_closing)
        .service(step_routes::reject_closing)
        .service(step_routes::close_case)
        .service(step_routes::reopen_case)
        .service(step_routes::transfer_case)
        .service(step_routes::pass_case_to_police)
        .service(part_routes::break_glass)
        .service(part_routes::add_measure)
        .service(part_routes::end_measure)
        .service(part_routes::separate_child)
        .service(part_routes::extend_separation)
        .service(part_routes::refer_case)
        .service(part_routes::revoke_referral)
        .service(part_routes::make_referral_link)
        .service(part_routes::add_case_file)
        .service(part_routes::read_case_file)
        .service(part_routes::remove_case_file)
        .service(part_routes::read_closed_note)
        .service(part_routes::write_closed_note)
        .service(inbox_routes::list_referrals)
        .service(inbox_routes::read_referral)
        .service(inbox_routes::accept_referral)
        .service(inbox_routes::refuse_referral)
        .service(inbox_routes::complete_referral)
        .service(inbox_routes::open_link)
        .service(inbox_routes::answer_link);
}
