//! Reads the documents that a ward already has, writes those that it owes. Bytes go in, plain structs come out, and the
//! other way round; nothing here knows a database or HTTP.
//!
//! A signed plan: `format` (what is it, by content) → `docx` or `txt` (bytes → blocks of text) → [`plan`] (blocks →
//! meaning). The first two know nothing of plans, the last nothing of files. A list of children goes the same way:
//! [`sheets`] (bytes → numbered rows of cells) → [`children`] (cells → drafts of children with the problems of each).
//!
//! Written are the papers of the [`summer`] and of [`communications`], the table of [`injuries`], the documents of child
//! protection [`cases`], of [`inspections`] and commendations, the plan that keeps an event safe ([`safety`]) and the
//! report on the month: [`reports`]; the notice and the record of a violation of personal data: [`breaches`].
//! [`decree30`] is the layout that all official documents share.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)
)]

// The samples of the tests name this crate from outside and from inside.
#[cfg(test)]
extern crate self as bup_documents;

mod block;
pub mod breaches;
pub mod cases;
pub mod children;
pub mod communications;
pub mod decree30;
mod docx;
mod drawing;
mod error;
mod font;
mod format;
#[doc(hidden)]
pub mod fuzzed;
pub mod injuries;
pub mod inspections;
mod pdf;
pub mod plan;
pub mod reports;
pub mod safety;
#[cfg(test)]
#[path = "../tests/samples/mod.rs"]
mod samples;
pub mod sheets;
mod signature;
pub mod summer;
mod txt;
mod words;

pub use error::ReadError;
