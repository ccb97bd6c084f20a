//! Communications (truyền thông; plan II.2, III.1, V.1, V.4, V.6): scripts for the loudspeakers, banners and posters,
//! posts, talks in schools and leaflets; who does them, and what each unit has done.
//!
//! Units see an item once it is approved. What is counted is what each unit reported: "khu phố nào đã phát".

mod campaign_model;
mod campaigns;
mod choices;
pub mod counted;
mod counts;
mod document_routes;
mod documents;
mod export;
pub mod model;
mod move_routes;
mod moves;
pub mod overview;
mod report_model;
mod reports;
mod routes;
pub mod rules;
mod store;
mod write;

use crate::http::ServiceConfig;

pub use campaign_model::NewCampaign;
pub use campaigns::create as create_campaign;
pub use moves::{approve, cancel, finish, give_back};
pub use report_model::NewCommunicationReport;
pub use reports::{is_visible as is_report_visible, report};
pub use store::{changed_since, is_visible};
pub use write::create;

pub fn configure(config: &mut ServiceConfig) {
    config
        // Before `/communications/{id}`, which would read them as ids.
        .service(export::export_communications)
        .service(routes::list_campaigns)
        .service(routes::create_campaign)
        .service(routes::update_campaign)
        .service(routes::read_choices)
        .service(export::count_communications)
        .service(export::export_counts)
        .service(document_routes::print_banners)
        .service(document_routes::print_script)
        .service(routes::list_communications)
        .service(routes::create_communication)
        .service(routes::read_communication)
        .service(routes::update_communication)
        .service(move_routes::approve_communication)
        .service(move_routes::return_communication)
        .service(move_routes::finish_communication)
        .service(move_routes::cancel_communication)
        .service(move_routes::list_reports)
        .service(move_routes::report_communication)
        .service(move_routes::withdraw_report);
}
