//! Safety plans: without an approved one that fits, an event that needs one cannot be approved or held.

pub mod model;
pub(super) mod store;
