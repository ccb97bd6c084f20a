//! Reads the documents that a ward already has. So far one: the signed plan of the Action Month for Children.
//!
//! Bytes go in, a structured [`plan::PlanPreview`] comes out for an officer to correct; nothing here knows a database
//! or HTTP. The way of a file: `format` (what is it, by content) → `docx` or `txt` (bytes → blocks of text) →
//! `plan` (blocks → meaning). The first two know nothing of plans, the last nothing of files.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)
)]

mod block;
mod docx;
mod error;
mod format;
pub mod plan;
mod txt;
mod words;

pub use error::ReadError;
