//! Black-box tests over HTTP: one module a feature.

mod admin;
mod attachments;
mod auth;
mod matrix;
mod obstacles;
mod plans;
mod tasks;
