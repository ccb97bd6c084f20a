//! The public page of a ward, without a sign-in: whom to call, the programme, safety advice, results, and how to tell of
//! a child. The notes in the ward's own words are kept under the right to communications; what is shown was approved.
//!
//! One source ([`content`]) for the page, the JSON, the calendar and the poster. A copy is made once and given to many
//! ([`cache`]): a reader opens no transaction. The page works without a script, so that it opens on any phone.

mod cache;
mod content;
mod gather;
mod hotlines;
pub mod model;
mod page;
pub mod page_routes;
mod pages;
mod poster;
mod public_routes;
mod qr;
mod ready;
mod routes;
mod rules;
mod starters;
mod store;
#[cfg(test)]
mod tests;

use crate::http::ServiceConfig;

pub use pages::Pages;
pub use store::{add_starters, create, turn};

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(public_routes::read_public_page)
        .service(public_routes::read_public_programme)
        // Before `/portal/notes/{id}`, which would read it as an id.
        .service(routes::add_starter_notes)
        .service(routes::list_public_notes)
        .service(routes::create_public_note)
        .service(routes::read_public_note)
        .service(routes::update_public_note)
        .service(routes::show_public_note)
        .service(routes::hide_public_note);
}
