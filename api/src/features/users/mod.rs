//! Users: the people of the units, each with one role.

pub mod model;
mod store;

pub use store::references;
