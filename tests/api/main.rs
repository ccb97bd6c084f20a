//! Black-box tests over HTTP: one module a feature.

mod admin;
mod arrows;
mod attachments;
mod auth;
mod cases;
mod changes;
mod child_files;
mod child_import;
mod child_rights;
mod children;
mod concerns;
mod hostile;
mod house;
mod injuries;
mod jobs;
mod lists;
mod matrix;
mod obstacles;
mod plan_import;
mod plans;
mod query_plans;
mod schema;
mod secrets;
mod summer;
mod tasks;
mod tokens;
