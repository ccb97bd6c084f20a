//! Wards.
mod settings;
pub use settings::{calendar, settings};
