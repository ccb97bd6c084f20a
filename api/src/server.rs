//! The application: middleware once, the routes of every feature, the built web files.

use std::net::TcpListener;
use std::path::Path;
use std::sync::OnceLock;
use std::time::Instant as Stopwatch;

use actix_web::body::MessageBody;
use actix_web::dev::{Server, ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::{Compress, DefaultHeaders, Next, from_fn};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, get, web};
use anyhow::{Context, Result};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use secrecy::ExposeSecret;
use utoipa::OpenApi;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa_actix_web::AppExt;

use crate::access::{Gate, Services};
use crate::audit;
use crate::auth::limits::Limits;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::{DatabaseUrl, Pool};
use crate::error::{Error, METHOD, NO_ROUTE};
use crate::features::portal;
use crate::http::rates::Rates;
use crate::http::{client, context};
use crate::keys::{self, Keys};

/// A server that is bound and can be run: made the same way by `bup serve` and by the tests.
pub struct Application {
    pub gate: Gate,
    pub address: std::net::SocketAddr,
    listener: TcpListener,
    metrics: PrometheusHandle,
}

impl Application {
    /// Opens the keys and the database, brings the tables up to date and binds the port.
    ///
    /// # Errors
    /// With a sentence that says what is in the way.
    pub fn build(config: Config, clock: Clock) -> Result<Self> {
        let gate = open(config, clock)?;
        let config = &gate.services().config;
        let listener = TcpListener::bind((config.host, config.port)).with_context(|| {
            format!("cannot listen on {}:{}; is another program using the port?", config.host, config.port)
        })?;
        let address = listener.local_addr()?;
        Ok(Self { gate, address, listener, metrics: numbers() })
    }

    /// Starts serving; the returned server runs until it is stopped.
    ///
    /// # Errors
    /// When the socket cannot be taken over.
    pub fn run(self) -> Result<Server> {
        let Self { gate, listener, metrics, .. } = self;
        let web_dir = gate.services().config.web_dir.clone();
        let document = web::Data::new(crate::docs::Written::new(openapi)?);
        let pages = web::Data::new(portal::Pages::default());
        let headers = Headers::new(&gate.services().config);
        let workers = std::thread::available_parallelism().map_or(2, |n| n.get());
        let server = HttpServer::new(move || {
            let (app, _) = App::new()
                .into_utoipa_app()
                .map(|app| {
                    app.app_data(web::Data::new(gate.clone()))
                        .app_data(web::Data::new(metrics.clone()))
                        .app_data(document.clone())
                        .app_data(pages.clone())
                        .app_data(web::PayloadConfig::new(2 * 1024 * 1024))
                        .wrap(from_fn(observe))
                        .wrap(from_fn(context::provide))
                        .wrap(headers.all())
                        .wrap(from_fn(store_nothing))
                        .wrap(Compress::default())
                        .wrap(from_fn(head_as_get))
                })
                .service(utoipa_actix_web::scope("/api/v1").configure(routes).map(|scope| {
                    scope
                        .route("/openapi.json", web::get().to(crate::docs::document))
                        .default_service(web::to(no_route))
                }))
                .split_for_parts();
            app.service(alive)
                .service(ready)
                .service(show_metrics)
                .service(web::redirect("/api/docs", "/api/docs/"))
                .service(crate::docs::page("/api/docs"))
                .service(web::scope("/api").default_service(web::to(no_route)))
                .configure(portal::page_routes::serve)
                .configure(|config| crate::web_files::serve(config, web_dir.as_deref()))
        })
        .workers(workers)
        .keep_alive(std::time::Duration::from_secs(75))
        .client_request_timeout(std::time::Duration::from_secs(10))
        .shutdown_timeout(20)
        .disable_signals()
        .listen(listener)?;
        actix_web::rt::spawn(keep_tidy(numbers()));
        Ok(server.run())
    }
}

/// The numbers of this process; several servers in one (tests) share them.
fn numbers() -> PrometheusHandle {
    static NUMBERS: OnceLock<PrometheusHandle> = OnceLock::new();
    let start = || {
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        // Another recorder cannot be there: nobody else makes one.
        let _ = metrics::set_global_recorder(recorder);
        handle
    };
    NUMBERS.get_or_init(start).clone()
}

/// Where nobody reads `/metrics`, the times of requests would be kept forever.
async fn keep_tidy(numbers: PrometheusHandle) {
    loop {
        actix_web::rt::time::sleep(std::time::Duration::from_secs(10)).await;
        numbers.run_upkeep();
    }
}

/// Opens keys and database for a command.
///
/// # Errors
/// With a sentence that says what is in the way.
pub fn open(config: Config, clock: Clock) -> Result<Gate> {
    make_private_folder(&config.data_dir).with_context(|| format!("cannot make {}", config.data_dir.display()))?;
    let url = DatabaseUrl::parse(config.database_url.as_deref(), &config.data_dir).map_err(anyhow::Error::msg)?;
    let pool = Pool::new(url).map_err(|_| anyhow::anyhow!("the database pool cannot be made"))?;
    pool.migrate().context("the database cannot be opened or brought up to date")?;
    let Keys { tokens, vault } = keys::open(&pool, &config.data_dir.join("keys"))?;
    pool.write(|conn| audit::chain::begin(conn, &vault, clock.now()))
        .map_err(|error| anyhow::anyhow!("{}", error.cause().unwrap_or(error.code())))?;
    let services = Services { tokens, vault, limits: Limits::new(&config), rates: Rates::new(&config), clock, config };
    Ok(Gate::new(pool, services))
}

/// The data folder is its owner's alone: children's data lies in it.
pub(crate) fn make_private_folder(dir: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(dir)
}

fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    crate::auth::routes::configure(config);
    crate::attachments::configure(config);
    crate::features::configure(config);
}

#[derive(OpenApi)]
#[openapi(info(
    title = "Búp Trên Cành",
    description = "The API of a ward's Action Month for Children: tasks, events, cases and reports.",
    license(name = "EUPL-1.2", identifier = "EUPL-1.2")
))]
struct Document;

/// The OpenAPI document, collected from the routes themselves.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let (_, mut document) = App::new()
        .into_utoipa_app()
        .openapi(Document::openapi())
        .service(utoipa_actix_web::scope("/api/v1").configure(routes))
        .split_for_parts();
    let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    document.components.get_or_insert_default().add_security_scheme("bearer", bearer);
    crate::docs::add_problems(&mut document);
    document
}

/// `HEAD` is `GET` without the body (RFC 9110, 9.3.2), which monitors ask for; actix leaves the body out by itself.
async fn head_as_get(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    next.call(request).await
}

/// What the API answers is left on no disk, unless the answer itself says otherwise (RFC 9111, 5.2.2.5).
async fn store_nothing(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let is_api = request.path().starts_with("/api/v1/");
    let mut response = next.call(request).await?;
    if is_api && !response.headers().contains_key(header::CACHE_CONTROL) {
        response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    }
    Ok(response)
}

/// Counts and times every request by its route, never by its address, and logs one line for it.
async fn observe(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let started = Stopwatch::now();
    let method = request.method().clone();
    let response = next.call(request).await?;
    let route = response.request().match_pattern().unwrap_or_else(|| "other".to_owned());
    let status = response.status().as_u16();
    let seconds = started.elapsed().as_secs_f64();
    // Words of the client's own choosing would make numbers without end.
    let counted = if method_is_known(&method) { method.as_str() } else { "other" };
    let labels = [("method", counted.to_owned()), ("route", route.clone()), ("status", status.to_string())];
    metrics::counter!("bup_requests_total", &labels).increment(1);
    metrics::histogram!("bup_request_seconds", &labels[..2]).record(seconds);
    let millis = seconds * 1000.0;
    let statements = context::statements().count();
    tracing::info!(request_id = %context::request_id(), %method, route, status, millis, statements, "request");
    Ok(response)
}

fn method_is_known(method: &Method) -> bool {
    [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS]
        .contains(method)
}

/// What every answer carries.
#[derive(Clone, Copy)]
struct Headers {
    /// Browsers that came by TLS once stay with it (RFC 6797): where people open an https address. It is the API's own,
    /// so that no proxy in front can forget it.
    is_https: bool,
}

impl Headers {
    fn new(config: &Config) -> Self {
        Self { is_https: config.public_url.as_deref().is_some_and(|url| url.starts_with("https://")) }
    }

    fn all(self) -> DefaultHeaders {
        let headers = security_headers();
        if !self.is_https {
            return headers;
        }
        headers.add((header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"))
    }
}

fn security_headers() -> DefaultHeaders {
    // Inline styles: the component library writes them; scripts only from our own files.
    let policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
                  object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    DefaultHeaders::new()
        .add((header::CONTENT_SECURITY_POLICY, policy))
        .add((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .add((header::X_FRAME_OPTIONS, "DENY"))
        .add((header::REFERRER_POLICY, "same-origin"))
        .add(("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()"))
        .add(("Cross-Origin-Opener-Policy", "same-origin"))
}

/// Alive: the process answers.
#[get("/healthz")]
async fn alive() -> &'static str {
    "ok"
}

/// Ready: the database answers and its tables are up to date.
#[get("/readyz")]
async fn ready(gate: web::Data<Gate>) -> Result<HttpResponse, Error> {
    let is_ready = web::block(move || gate.is_ready()).await.unwrap_or(false);
    if is_ready { Ok(HttpResponse::Ok().body("ready")) } else { Err(Error::unavailable()) }
}

/// Prometheus numbers: for this machine, or with the token of the settings.
#[get("/metrics")]
async fn show_metrics(
    request: HttpRequest,
    gate: web::Data<Gate>,
    metrics: web::Data<PrometheusHandle>,
) -> Result<HttpResponse, Error> {
    let given = request.headers().get(header::AUTHORIZATION).and_then(|v| v.to_str().ok());
    let allowed = match &gate.services().config.metrics_token {
        Some(token) => given == Some(&format!("Bearer {}", token.expose_secret())),
        None => client::address(&request).is_loopback(),
    };
    if !allowed {
        return Err(Error::not_signed_in());
    }
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(metrics.render()))
}

async fn no_route(request: HttpRequest) -> Result<HttpResponse, Error> {
    // actix answers 404 for a known path under another method too: say so.
    if request.resource_map().has_resource(request.path()) {
        return Err(Error::new(StatusCode::METHOD_NOT_ALLOWED, METHOD));
    }
    Err(Error::new(StatusCode::NOT_FOUND, NO_ROUTE))
}

/// Whether a built frontend is there.
pub fn has_web(dir: Option<&Path>) -> bool {
    dir.is_some_and(|dir| dir.join("index.html").is_file())
}
