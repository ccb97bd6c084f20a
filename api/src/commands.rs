//! `bup serve | init | setup-code | migrate | user | machine | openapi | erase | audit | keys | demo | backup | restore | migrate-to | doctor`.

#[path = "commands/first.rs"]
mod first;
#[path = "commands/keeping.rs"]
mod keeping;
#[path = "commands/log.rs"]
mod log;

use std::io::IsTerminal;
use std::net::IpAddr;
use std::path::PathBuf;

use anyhow::{Context, Result};
use bup::access::Gate;
use bup::clock::Clock;
use bup::config::Config;
use bup::db::types::Id;
use bup::features::{service_accounts, setup};
use bup::keys::{self, Rotated};
use bup::server::{self, Application};
use clap::{Args, Parser, Subcommand};
use serde::Serialize;
use tracing_subscriber::EnvFilter;

/// Búp Trên Cành: a ward's Action Month for Children.
#[derive(Parser)]
#[command(name = "bup", version)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    place: Place,
}

/// Where the data is.
#[derive(Args, Serialize)]
struct Place {
    /// Holds the database, attachments and keys [default: data]
    #[arg(long, env = "BUP_DATA_DIR", global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    data_dir: Option<PathBuf>,
    /// postgres://…; without it the embedded database in the data folder
    #[arg(long, env = "DATABASE_URL", global = true, hide_env_values = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    database_url: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API and, with --web-dir, the frontend
    Serve(Serve),
    /// Set a ward up from a file instead of a browser, with the body of `POST /setup`; prints first passwords once
    Init {
        /// The file, e.g. ward.json (docs/operations.md)
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
    },
    /// Print a new setup code, while there is no ward yet; the one before counts no more
    SetupCode,
    /// Bring the tables up to date
    Migrate,
    /// Manage accounts
    #[command(subcommand)]
    User(User),
    /// Manage the service accounts of superior units; a ward's are its administrator's
    #[command(subcommand)]
    Machine(Machine),
    /// Print the OpenAPI document
    Openapi,
    /// Erase what is known of a child, for good (Law 91/2025/QH15, art. 14); only a number is left
    Erase {
        /// The id or the code of the child, e.g. TE-000123
        child: String,
        /// Says that nothing can bring it back
        #[arg(long)]
        yes: bool,
    },
    /// Write everything (database, attachments, keys) to one sealed file, beside a server that goes on serving
    Backup(keeping::Backup),
    /// Fill an empty data folder and database from a backup
    Restore(keeping::Restore),
    /// Copy every row into an empty database of the other kind: postgres://… or sqlite:path
    MigrateTo {
        /// The empty database
        database: String,
    },
    /// Look whether everything is well; changes nothing. Exit code 1 when something is not
    Doctor(keeping::Doctor),
    /// Look after the audit log
    #[command(subcommand)]
    Audit(log::Audit),
    /// Look after the keys in the data folder
    #[command(subcommand)]
    Keys(Keys),
    /// Fill an empty database with demo data
    Demo {
        /// How many children to invent
        #[arg(long, hide = true, default_value_t = bup::demo::COUNT)]
        children: usize,
    },
}

#[derive(Subcommand)]
enum Keys {
    /// Make new keys that seal and sign from now on; old ones stay to open what they sealed. Back up the data folder's
    /// keys afterwards. A running server takes them up by itself
    Rotate {
        /// Seal everything anew with the newest key and drop those that nothing needs any more; what was interrupted
        /// goes on where it stopped
        #[arg(long)]
        reseal: bool,
    },
}

#[derive(Args, Serialize)]
struct Serve {
    /// The address to listen on [default: 127.0.0.1]
    #[arg(long, env = "BUP_HOST")]
    #[serde(skip_serializing_if = "Option::is_none")]
    host: Option<IpAddr>,
    /// The port to listen on [default: 8080]
    #[arg(long, env = "BUP_PORT")]
    #[serde(skip_serializing_if = "Option::is_none")]
    port: Option<u16>,
    /// The folder of the built frontend [default: web/dist]
    #[arg(long, env = "BUP_WEB_DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    web_dir: Option<PathBuf>,
    /// Fill an empty database with demo data; accounts and password are shown on the sign-in page
    #[arg(long, env = "BUP_DEMO")]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    demo: bool,
    /// Let the demo listen to other machines
    #[arg(long, env = "BUP_DEMO_ANYWHERE")]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    demo_anywhere: bool,
}

#[derive(Subcommand)]
enum User {
    /// Add an account; its first password is printed once
    Add {
        username: String,
        #[arg(long)]
        full_name: String,
        /// leader, social_officer, culture_officer, youth_union, police, front, neighborhood, school, health, superior, admin
        #[arg(long)]
        role: String,
        /// The code of the unit, e.g. khu-pho-3
        #[arg(long)]
        unit: String,
    },
    /// Give an account a new first password, printed once
    ResetPassword { username: String },
    /// List the accounts
    List,
}

#[derive(Subcommand)]
enum Machine {
    /// Add an account; its id and secret are printed once
    Add {
        name: String,
        /// The code of the superior unit
        #[arg(long)]
        unit: String,
        /// Words with commas between: plans:read, events:read, obstacles:read, reports:read, reports:approve,
        /// wards:read, webhooks:manage
        #[arg(long)]
        scopes: String,
        /// The last day, at most two years from today, e.g. 2026-05-31
        #[arg(long)]
        expires_on: chrono::NaiveDate,
        /// An address or range that it may be used from; may be given again [default: any]
        #[arg(long)]
        address: Vec<String>,
    },
    /// Give an account another secret, printed once
    Rotate {
        id: String,
        /// Hours (0-72) for which the old one still counts
        #[arg(long, default_value_t = 24)]
        grace_hours: i64,
    },
    /// End an account, at once and for good
    Revoke {
        id: String,
        #[arg(long)]
        reason: String,
    },
    /// List the accounts
    List,
}

#[derive(Serialize)]
struct Flags<'a> {
    #[serde(flatten)]
    place: &'a Place,
    #[serde(flatten)]
    serve: Option<&'a Serve>,
}

pub fn run(arguments: Arguments) -> Result<()> {
    let place = &arguments.place;
    let load = |serve| Config::load(Flags { place, serve });
    match &arguments.command {
        Command::Openapi => {
            println!("{}", server::openapi().to_pretty_json()?);
            Ok(())
        }
        Command::Init { from } => first::init(&server::open(load(None)?, Clock::system())?, from),
        Command::SetupCode => first::code(&server::open(load(None)?, Clock::system())?),
        Command::Migrate => {
            server::open(load(None)?, Clock::system())?;
            println!("The database is up to date.");
            Ok(())
        }
        Command::Erase { child, yes } => {
            if !yes {
                anyhow::bail!("an erasure cannot be taken back; say so with --yes");
            }
            let gate = server::open(load(None)?, Clock::system())?;
            let code = bup::features::children::erase(&gate, child)
                .map_err(|error| anyhow::anyhow!("{child}: {}", error.sentence(bup::http::context::Lang::En)))?;
            println!("{code} was erased.");
            Ok(())
        }
        Command::Backup(options) => keeping::backup(&load(None)?, options),
        Command::Restore(options) => keeping::restore(&load(None)?, options),
        Command::MigrateTo { database } => keeping::migrate_to(&load(None)?, database),
        Command::Doctor(options) => keeping::doctor(&load(None)?, options),
        Command::Audit(command) => command.run(&server::open(load(None)?, Clock::system())?),
        Command::Keys(Keys::Rotate { reseal }) => rotate(&server::open(load(None)?, Clock::system())?, *reseal),
        Command::Demo { children } => {
            let gate = server::open(load(None)?, Clock::system())?;
            bup::demo::fill(&gate, *children)?;
            println!("The demo data is there.");
            Ok(())
        }
        Command::User(command) => {
            let gate = server::open(load(None)?, Clock::system())?;
            match command {
                User::Add { username, full_name, role, unit } => {
                    let password = bup::setup::add_user(&gate, username, full_name, role, unit)?;
                    println!("{username}: {password}");
                }
                User::ResetPassword { username } => {
                    println!("{username}: {}", bup::setup::reset_password(&gate, username)?);
                }
                User::List => {
                    for line in bup::setup::list_users(&gate)? {
                        println!("{line}");
                    }
                }
            }
            Ok(())
        }
        Command::Machine(command) => machine(&server::open(load(None)?, Clock::system())?, command),
        Command::Serve(serve) => run_server(load(Some(serve))?),
    }
}

fn machine(gate: &Gate, command: &Machine) -> Result<()> {
    let told = |error: bup::error::Error| anyhow::anyhow!("{}", error.sentences(bup::http::context::Lang::En));
    let known = |id: &str| Id::parse(id).with_context(|| format!("{id} is no id"));
    match command {
        Machine::Add { name, unit, scopes, expires_on, address } => {
            let new = service_accounts::NewMachine { name, unit, scopes, addresses: address, expires_on: *expires_on };
            let (id, secret) = service_accounts::add(gate, &new).map_err(told)?;
            println!("client_id: {id}\nclient_secret: {secret}");
        }
        Machine::Rotate { id, grace_hours } => {
            println!("client_secret: {}", service_accounts::rotate(gate, &known(id)?, *grace_hours).map_err(told)?);
        }
        Machine::Revoke { id, reason } => {
            service_accounts::revoke(gate, &known(id)?, reason).map_err(told)?;
            println!("{id} was revoked.");
        }
        Machine::List => {
            for line in service_accounts::list(gate).map_err(told)? {
                println!("{line}");
            }
        }
    }
    Ok(())
}

fn rotate(gate: &Gate, reseal: bool) -> Result<()> {
    let Rotated { current, resealed, dropped, kept } = if reseal { keys::reseal(gate)? } else { keys::rotate(gate)? };
    println!("The key {current} seals now.");
    if reseal {
        println!("{resealed} values were sealed anew; dropped: {}.", names(&dropped));
    }
    println!("Old keys that are still needed: {}.", names(&kept));
    println!("Back up the folder keys now: without it nothing that is sealed can be read.");
    Ok(())
}

fn names(keys: &[String]) -> String {
    if keys.is_empty() { "none".to_owned() } else { keys.join(", ") }
}

fn run_server(config: Config) -> Result<()> {
    start_log(config.log_json);
    let demo = config.demo;
    server::raise_file_limit();
    let application = Application::build(config, Clock::system())?;
    let code = if demo {
        bup::demo::fill_if_empty(&application.gate).map(|()| None)?
    } else {
        setup::fresh_code(&application.gate)?
    };
    greet(&application, code.as_deref());
    actix_web::rt::System::new().block_on(async {
        let jobs = bup::jobs::start(application.gate.clone());
        let server = application.run()?;
        let handle = server.handle();
        actix_web::rt::spawn(async move {
            wait_for_stop().await;
            tracing::info!("stopping: open requests are finished first");
            handle.stop(true).await;
        });
        let served = server.await;
        jobs.stop(JOB_ENDS_WITHIN).await;
        served?;
        // Not by returning: that would wait for every thread, even one that waits for a database which went silent.
        std::process::exit(0)
    })
}

/// What a job gets to end by itself, after the requests have ended.
const JOB_ENDS_WITHIN: std::time::Duration = std::time::Duration::from_secs(3);

fn greet(application: &Application, setup_code: Option<&str>) {
    let config = &application.gate.services().config;
    println!("Búp Trên Cành: http://{}", application.address);
    if !server::has_web(config.web_dir.as_deref()) {
        println!("(API only: give --web-dir to serve the frontend too)  http://{}/api/docs", application.address);
    }
    if config.demo {
        println!("Demo. Accounts: {}", bup::demo::ACCOUNTS);
        println!("Password of all: {}", bup::demo::PASSWORD);
    }
    if let Some(code) = setup_code {
        first::greet(application, code);
    }
}

fn start_log(json: bool) {
    let filter = EnvFilter::try_from_env("BUP_LOG").unwrap_or_else(|_| EnvFilter::new("info,actix_server=warn"));
    let is_seen = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(is_seen);
    if json { log.json().init() } else { log.init() }
}

async fn wait_for_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => return,
                _ = tokio::signal::ctrl_c() => return,
            }
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
