//! Reads the documents that a ward already has: the signed plan of the Action Month for Children, and its lists of
//! children.
//!
//! Bytes go in, a structured [`plan::PlanPreview`] comes out for an officer to correct; nothing here knows a database
//! or HTTP. The way of a file: `format` (what is it, by content) → `docx` or `txt` (bytes → blocks of text) →
//! `plan` (blocks → meaning). The first two know nothing of plans, the last nothing of files.
//!
//! A list goes the same way: [`sheets`] (bytes → numbered rows of cells) → [`children`] (cells → drafts of children
//! with the problems of each).
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)
)]

mod block;
pub mod children;
mod docx;
mod error;
mod format;
pub mod plan;
pub mod sheets;
mod txt;
mod words;

pub use error::ReadError;
