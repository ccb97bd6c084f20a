//! Where a feature registers its routes.

use actix_web::dev::HttpServiceFactory;
use actix_web::web;
use utoipa_actix_web::OpenApiFactory;
use utoipa_actix_web::service_config::ServiceConfig as Described;

/// Takes the routes, to serve them or to describe them.
///
/// utoipa's own type always does both, for every worker: a description of the whole API, thrown away at once, cost half
/// of the time of a start and most of its memory.
pub enum ServiceConfig<'s, 'd> {
    Serve(&'s mut web::ServiceConfig),
    Describe(&'s mut Described<'d>),
}

impl ServiceConfig<'_, '_> {
    pub fn service<F: HttpServiceFactory + OpenApiFactory + 'static>(&mut self, route: F) -> &mut Self {
        match self {
            Self::Serve(config) => {
                config.service(route);
            }
            Self::Describe(config) => {
                config.service(route);
            }
        }
        self
    }
}
