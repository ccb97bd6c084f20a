//! Black-box tests over HTTP: one module a feature.

mod admin;
mod attachments;
mod auth;
mod hostile;
mod jobs;
mod matrix;
mod obstacles;
mod plan_import;
mod plans;
mod secrets;
mod tasks;
mod tokens;
