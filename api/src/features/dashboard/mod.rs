//! The home screen in one request: what is late, what waits for me, what is mine today; and the overview, in another:
//! how far the ward has come (for the upper level: each of its wards). Neither owns a table; every number comes from
//! the feature that keeps it, under the reader's own right to that feature.

mod model;
mod overview;
mod overview_model;
mod routes;

use crate::http::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(routes::read_dashboard).service(overview::read_overview);
}
