//! Service accounts: machines with scopes instead of a role. The ward's administrator keeps the ward's; those of a
//! superior unit are kept on the command line (`bup machine`), as its people are: nobody of a ward may decide who reads
//! its neighbours.

mod command;
mod export;
pub mod model;
mod routes;
mod rules;
mod secret;
mod store;

use crate::http::ServiceConfig;

pub use command::{NewMachine, add, list, revoke, rotate};
pub use secret::{hash, is_right};
pub use store::{names, references};

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(export::export_service_accounts)
        .service(routes::list_service_accounts)
        .service(routes::create_service_account)
        .service(routes::read_service_account)
        .service(routes::update_service_account)
        .service(routes::rotate_service_account)
        .service(routes::revoke_service_account);
}
