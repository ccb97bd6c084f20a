//! Files: photos as evidence, documents. Stored in the data folder under their id, described in the database.
//!
//! A file is uploaded first and then given to a row; from then on it is reached only through the right to read that
//! row. What nobody claimed within a day is swept out. Photos lose their location and device data on the way in.

mod disk;
mod photo;
mod routes;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

pub use disk::sweep;
pub use routes::FileForm;
pub use store::{Attachment, OwnerKind, give, of};

pub fn configure(config: &mut ServiceConfig) {
    config.service(routes::upload).service(routes::download);
}
