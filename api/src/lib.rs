//! Búp Trên Cành: the API in which a ward runs its Action Month for Children.
//!
//! The way of a request is the same everywhere: `routes` → [`access::Access`] → [`access::Cx`] with its scope →
//! `store` and `rules` → `audit` in the same transaction → answer. See `CONTRIBUTING.md`.

pub mod access;
pub mod attachments;
pub mod audit;
pub mod auth;
pub mod backup;
pub mod calendar;
pub mod clock;
pub mod config;
pub mod counted;
pub mod crypto;
pub mod db;
pub mod demo;
pub mod docs;
pub mod doctor;
pub mod error;
pub mod export;
pub mod features;
#[doc(hidden)]
pub mod fuzzed;
pub mod http;
pub mod input;
pub mod jobs;
pub mod keys;
pub mod observe;
pub mod server;
pub mod setup;
pub mod text;
pub mod web_files;
