//! Files: photos as evidence, documents. Sealed in the data folder under their id, described in the database.
//!
//! A file is uploaded first and then given to a row; from then on it is reached only through the right to read that
//! row. What nobody claimed within a day is swept out. Photos lose their location and device data on the way in.
//! What belongs to a child is not reached here at all, but through the child: a look at it is written down.

mod disk;
pub(crate) mod photo;
mod quota;
mod routes;
mod store;

use crate::http::ServiceConfig;

pub use disk::{check as check_disk, reseal, sweep};
pub(crate) use disk::{is_whole, path};
pub use routes::{FileForm, serve};
pub use store::{Attachment, OwnerKind, Stored, give, let_go, let_one_go, of, one_of};

pub fn configure(config: &mut ServiceConfig) {
    config.service(routes::upload).service(routes::download);
}
