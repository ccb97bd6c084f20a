//! The application: middleware once, the routes of every feature, the built web files.

use std::net::TcpListener;
use std::path::Path;

use actix_web::body::MessageBody;
use actix_web::dev::{Server, ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::{Compress, DefaultHeaders, Next, from_fn};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, get, web};
use anyhow::{Context, Result};
use metrics_exporter_prometheus::PrometheusHandle;
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
use crate::error::{Error, NO_ROUTE};
use crate::features::portal;
use crate::http::rates::Rates;
use crate::http::{ServiceConfig, client, context, patience};
use crate::jobs::Book;
use crate::keys::{self, Keys};
use crate::observe;

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
        let metrics = observe::recorder();
        observe::begin_at_nought(&gate);
        Ok(Self { gate, address, listener, metrics })
    }

    /// Starts serving; the returned server runs until it is stopped.
    ///
    /// # Errors
    /// When the socket cannot be taken over.
    pub fn run(self) -> Result<Server> {
        let Self { gate, listener, metrics, .. } = self;
        let web_dir = gate.services().config.web_dir.clone();
        let document = web::Data::new(crate::docs::Written::by(openapi));
        let pages = web::Data::new(portal::Pages::default());
        let headers = Headers::new(&gate.services().config);
        let workers = std::thread::available_parallelism().map_or(2, |n| n.get());
        let connections = connections_for_each(workers);
        let server = HttpServer::new(move || {
            let api = web::scope("/api/v1")
                .configure(|config| routes(&mut ServiceConfig::Serve(config)))
                .route("/openapi.json", web::get().to(crate::docs::document))
                .default_service(web::to(no_route));
            App::new()
                .app_data(web::Data::new(gate.clone()))
                .app_data(web::Data::new(metrics.clone()))
                .app_data(document.clone())
                .app_data(pages.clone())
                .app_data(web::PayloadConfig::new(2 * 1024 * 1024))
                .wrap(from_fn(observe::requests))
                .wrap(from_fn(context::provide))
                .wrap(headers.all())
                .wrap(from_fn(store_nothing))
                .wrap(Compress::default())
                .wrap(from_fn(head_as_get))
                .wrap(from_fn(patience::with_senders))
                .service(api)
                .service(alive)
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
        // A packed answer goes out in pieces; the kernel would hold the last one back until the browser acknowledges the
        // others, which waits 40 ms with that.
        .tcp_nodelay(true)
        .client_request_timeout(std::time::Duration::from_secs(10))
        .client_disconnect_timeout(std::time::Duration::from_secs(3))
        .max_connections(connections)
        // Those who wait for the database are bounded far below this (`access::off_thread`): threads are left over for
        // the files of the frontend.
        .worker_max_blocking_threads(256)
        .on_connect(|stream, _| end_with_the_client(stream))
        .shutdown_timeout(20)
        .disable_signals()
        .listen(listener)?;
        actix_web::rt::spawn(observe::keep_tidy(observe::recorder()));
        Ok(server.run())
    }
}

/// As many open files as the machine allows: every connection is one, and systems begin with 1,024.
pub fn raise_file_limit() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let limit = getrlimit(Resource::Nofile);
        if limit.current != limit.maximum
            && let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, maximum: limit.maximum })
        {
            tracing::warn!(%error, "the limit on open files could not be raised");
        }
    }
}

/// Files that are not connections of clients: databases, attachments, the frontend, mails.
const OTHER_FILES: u64 = 256;

/// How many connections a worker holds before it leaves the others waiting at the door: never so many that no file
/// could be opened any more.
fn connections_for_each(workers: usize) -> usize {
    const AT_MOST: u64 = 25_000;
    #[cfg(unix)]
    let files = rustix::process::getrlimit(rustix::process::Resource::Nofile).current.unwrap_or(u64::MAX);
    #[cfg(not(unix))]
    let files = u64::MAX;
    let each = files.saturating_sub(OTHER_FILES) / u64::try_from(workers).unwrap_or(1).max(1);
    usize::try_from(each.clamp(64, AT_MOST)).unwrap_or(64)
}

/// A client that takes nothing of its answer for a minute, or is gone without a word, is let go.
fn end_with_the_client(stream: &dyn std::any::Any) {
    #[cfg(target_os = "linux")]
    if let Some(stream) = stream.downcast_ref::<actix_web::rt::net::TcpStream>() {
        // Refused only for what is no TCP connection.
        let _ = rustix::net::sockopt::set_tcp_user_timeout(stream, 60_000);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = stream;
}

/// Opens keys and database for a command.
///
/// # Errors
/// With a sentence that says what is in the way.
pub fn open(config: Config, clock: Clock) -> Result<Gate> {
    make_private_folder(&config.data_dir).with_context(|| format!("cannot make {}", config.data_dir.display()))?;
    let url = DatabaseUrl::parse(config.database_url.as_deref(), &config.data_dir).map_err(anyhow::Error::msg)?;
    let pool = Pool::reaching(url, config.reach()).map_err(|_| anyhow::anyhow!("the database pool cannot be made"))?;
    pool.migrate().context("the database cannot be opened or brought up to date")?;
    pool.listen();
    let Keys { tokens, vault } = keys::open(&pool, &config.data_dir.join("keys"))?;
    pool.write(|conn| audit::chain::begin(conn, &vault, clock.now()))
        .map_err(|error| anyhow::anyhow!("{}", error.cause().unwrap_or(error.code())))?;
    let (started_at, jobs) = (clock.now(), Book::default());
    let (limits, rates) = (Limits::new(&config), Rates::new(&config));
    let services = Services { tokens, vault, limits, rates, clock, config, started_at, jobs };
    Ok(Gate::new(pool, services))
}

/// The data folder is its owner's alone: children's data lies in it.
pub(crate) fn make_private_folder(dir: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(dir)
}

fn routes(config: &mut ServiceConfig) {
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
        .service(utoipa_actix_web::scope("/api/v1").configure(|config| routes(&mut ServiceConfig::Describe(config))))
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

/// Ready: the database answers, its tables are up to date, and the data folder can be written.
#[get("/readyz")]
async fn ready(gate: web::Data<Gate>) -> Result<HttpResponse, Error> {
    let inner = gate.get_ref().clone();
    gate.off_thread(move || inner.check_ready()).await?;
    Ok(HttpResponse::Ok().body("ready"))
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
    context::route(&request);
    let inner = gate.get_ref().clone();
    let read = move || Ok(observe::render(&inner, &observe::Found::look(&inner)));
    let page = metrics.render() + &gate.off_thread(read).await?;
    Ok(HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(page))
}

async fn no_route(request: HttpRequest, document: web::Data<crate::docs::Written>) -> Result<HttpResponse, Error> {
    // actix answers 404 for a known path under another method too: say so.
    if request.resource_map().has_resource(request.path()) {
        let path = request.path().to_owned();
        let methods = web::block(move || document.methods(&path)).await.map_err(Error::internal)??;
        return Err(Error::method_not_allowed(&methods));
    }
    Err(Error::new(StatusCode::NOT_FOUND, NO_ROUTE))
}

/// Whether a built frontend is there.
pub fn has_web(dir: Option<&Path>) -> bool {
    dir.is_some_and(|dir| dir.join("index.html").is_file())
}
