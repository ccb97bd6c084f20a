//! Events as calendar programs read them (RFC 5545): the public programme, and for each person an address of their own
//! that can be taken back.

mod ics;
mod routes;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(routes::read_feed)
        .service(routes::make_feed)
        .service(routes::end_feed)
        .service(routes::private_feed)
        .service(routes::public_feed);
}
