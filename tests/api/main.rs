//! Black-box tests over HTTP: one module a feature.

mod admin;
mod auth;
