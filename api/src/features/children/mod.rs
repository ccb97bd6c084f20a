//! The ward's children: who they are, where they live and learn, what they need, who looked after them.
//!
//! Everybody sees a child through a [`views::View`]: which members, which groups, which filters and orders are theirs
//! is one table, used by reading, filtering, sorting, exporting and the history alike. Search comes before create on
//! every path: `duplicates` is the one service that knows whether somebody is there already.

pub mod catalogue;
mod circumstance_file_routes;
mod circumstance_files;
mod circumstance_routes;
mod circumstances;
mod consents;
pub mod content;
pub mod counted;
pub mod coverage;
mod data_requests;
mod duplicate_routes;
mod duplicates;
mod erasure;
mod export;
pub mod history;
pub mod imports;
mod lookers;
pub mod many;
mod merges;
pub mod model;
mod moves;
mod query;
mod rights_routes;
pub mod roster;
mod routes;
pub mod rules;
mod store;
pub mod supports;
mod unit_changes;
mod views;
mod write;

use crate::http::ServiceConfig;

pub use erasure::{erase, forget_imports};
pub use moves::grow_up;
pub use query::{changed_since, is_visible};
pub use unit_changes::{count_of_unit, hand_over_to_unit};

pub fn configure(config: &mut ServiceConfig) {
    config
        // Before `/children/{id}`, which would read them as ids.
        .service(routes::read_child_catalogue)
        .service(routes::read_child_places)
        .service(routes::search_children)
        .service(routes::read_coverage)
        .service(export::export_children)
        .service(export::export_found)
        .service(duplicate_routes::list_duplicates)
        .service(duplicate_routes::keep_apart)
        .service(duplicate_routes::list_merges)
        .service(duplicate_routes::undo_merge)
        .service(imports::import_children)
        .service(imports::list_imports)
        .service(imports::read_template)
        .service(imports::read_import)
        .service(imports::list_import_rows)
        .service(imports::correct_import_row)
        .service(imports::read_rejected)
        .service(imports::commit_import)
        .service(imports::undo_import)
        .service(rights_routes::list_data_requests)
        .service(routes::list_children)
        .service(routes::create_child)
        .service(routes::read_child)
        .service(routes::update_child)
        .service(routes::read_child_history)
        .service(routes::read_child_views)
        .service(routes::move_child)
        .service(routes::move_child_out)
        .service(routes::child_returns)
        .service(routes::child_died)
        .service(duplicate_routes::merge_child)
        .service(circumstance_routes::list_circumstances)
        .service(circumstance_routes::add_circumstance)
        .service(circumstance_routes::end_circumstance)
        .service(circumstance_routes::cancel_circumstance)
        .service(circumstance_file_routes::add_circumstance_files)
        .service(circumstance_file_routes::read_circumstance_file)
        .service(circumstance_file_routes::remove_circumstance_file)
        .service(circumstance_routes::list_supports)
        .service(circumstance_routes::add_support)
        .service(circumstance_routes::cancel_support)
        .service(rights_routes::list_consents)
        .service(rights_routes::add_consent)
        .service(rights_routes::withdraw_consent)
        .service(rights_routes::list_child_data_requests)
        .service(rights_routes::add_data_request)
        .service(rights_routes::answer_data_request);
}
