//! The home screen in one request: what is late, what waits for me, what is mine today. It owns no table; every
//! number comes from the feature that keeps it, under the reader's own right to that feature.

mod model;
mod routes;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(routes::read_dashboard);
}
