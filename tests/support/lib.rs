//! A server of its own for every test, on a random port and a fresh database, with a clock that stands still.
//!
//! [`each`] runs a test on SQLite and, when `TEST_DATABASE_URL` names a PostgreSQL server, on that too.

mod client;
pub mod cluster;
mod databases;
pub mod fleet;
pub mod log;
pub mod mail;
pub mod operations;
pub mod receiver;
pub mod rows;

use std::sync::mpsc;
use std::time::{Duration, Instant};

use bup::access::Gate;
use bup::clock::Clock;
use bup::config::Config;
use bup::db::Conn;
use bup::server::Application;
use chrono::{DateTime, Utc};
use diesel::{Connection, PgConnection, SqliteConnection};

pub use client::{Answer, Client};
pub use databases::{Data, cheap_config, connect, fresh};
pub use serde_json::{Value, json};

/// A running server and what a test needs to play with it.
pub struct App {
    pub base: String,
    pub clock: Clock,
    pub gate: Gate,
    handle: actix_web::dev::ServerHandle,
    thread: Option<std::thread::JoinHandle<()>>,
    /// Removes the database when the test ends; a second process leaves that to the first.
    data: Option<databases::Data>,
}

/// Monday 3 June 2024, eight in the morning in the ward.
pub fn start_of_day() -> DateTime<Utc> {
    "2024-06-03T01:00:00Z".parse().expect("a time")
}

/// An empty data folder and an empty database of every kind that this run tests, with the settings for it.
pub fn empty() -> Vec<(Config, Data)> {
    let config = |data: &Data| Config {
        data_dir: data.dir().to_owned(),
        database_url: data.url(),
        port: 0,
        ..databases::cheap_config()
    };
    databases::empty().into_iter().map(|data| (config(&data), data)).collect()
}

/// Runs a test on every database, on the demo ward (units and accounts, no plan).
pub fn each(test: impl Fn(&App)) {
    for data in databases::fresh() {
        let app = App::start(data, |_| {});
        test(&app);
    }
}

/// Like [`each`] with other settings.
pub fn each_with(settings: impl Fn(&mut Config), test: impl Fn(&App)) {
    for data in databases::fresh() {
        let app = App::start(data, &settings);
        test(&app);
    }
}

impl App {
    fn start(data: databases::Data, settings: impl Fn(&mut Config)) -> Self {
        let mut config = databases::cheap_config();
        config.port = 0;
        config.data_dir = data.dir().to_owned();
        config.database_url = data.url();
        settings(&mut config);
        Self::serve(config, Some(data))
    }

    /// Another process, as it were, on the database and the data folder of a first.
    pub fn second(first: &App) -> Self {
        Self::serve(Config { port: 0, ..first.gate.services().config.clone() }, None)
    }

    /// A server on a database and a data folder that are there already.
    pub fn at(config: Config) -> Self {
        Self::serve(Config { port: 0, ..config }, None)
    }

    fn serve(config: Config, data: Option<databases::Data>) -> Self {
        let clock = Clock::fixed(start_of_day());
        let application = Application::build(config, clock.clone()).expect("the server is built");
        let (gate, base) = (application.gate.clone(), format!("http://{}", application.address));
        let (send, receive) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async {
                let server = application.run().expect("the server runs");
                send.send(server.handle()).expect("the test waits");
                server.await.expect("the server ends well");
            });
        });
        let handle = receive.recv().expect("the server starts");
        Self { base, clock, gate, handle, thread: Some(thread), data }
    }

    /// Another connection to its database, for what cannot be seen over HTTP.
    pub fn database(&self) -> Conn {
        let config = &self.gate.services().config;
        match &config.database_url {
            Some(url) => Conn::Pg(PgConnection::establish(url).expect("the database answers")),
            None => {
                let path = config.data_dir.join("bup.db");
                Conn::Sqlite(SqliteConnection::establish(&path.to_string_lossy()).expect("the file opens"))
            }
        }
    }

    /// Takes PostgreSQL away from the server, or gives it back; false for SQLite, which is a file.
    pub fn cut_off(&self, away: bool) -> bool {
        self.data.as_ref().is_some_and(|data| data.cut_off(away))
    }

    /// Everything that its database holds, as it lies there: the bytes of SQLite's files, PostgreSQL's rows as text.
    pub fn stored(&self) -> Vec<u8> {
        match self.database() {
            Conn::Pg(mut conn) => databases::dump(&mut conn).into_bytes(),
            Conn::Sqlite(_) => {
                let read =
                    |name: &str| std::fs::read(self.gate.services().config.data_dir.join(name)).unwrap_or_default();
                ["bup.db", "bup.db-wal"].into_iter().flat_map(read).collect()
            }
        }
    }

    /// Somebody who has not signed in.
    pub fn anybody(&self) -> Client {
        Client::new(&self.base)
    }

    /// One of the demo accounts, signed in.
    pub fn sign_in(&self, username: &str) -> Client {
        self.anybody().sign_in(username)
    }

    /// The id of the unit that a demo account belongs to.
    pub fn unit_of(&self, username: &str) -> Value {
        self.sign_in(username).get("/me").ok()["unit"]["id"].clone()
    }

    /// Moves the clock on.
    pub fn wait(&self, by: chrono::TimeDelta) {
        self.clock.set(self.clock.now().utc() + by);
    }
}

/// Far longer than any server takes to stop.
const STOP_WITHIN: Duration = Duration::from_secs(20);

impl Drop for App {
    /// Stops the server, and never waits for it without end: one that does not stop must not hold up the other tests.
    fn drop(&mut self) {
        let stop = self.handle.stop(false);
        let stop = async move { actix_web::rt::time::timeout(STOP_WITHIN, stop).await };
        let _ = actix_web::rt::System::new().block_on(stop);
        let Some(thread) = self.thread.take() else { return };
        let began = Instant::now();
        while !thread.is_finished() {
            if began.elapsed() > STOP_WITHIN {
                eprintln!("{} did not stop within {STOP_WITHIN:?}", self.base);
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let _ = thread.join();
    }
}

/// All the words of a document, from the packed part of its .docx.
///
/// # Panics
/// When it is no Word file.
pub fn docx_text(bytes: &[u8]) -> String {
    let name = b"word/document.xml";
    let at = bytes.windows(name.len()).position(|some| some == name).expect("the document");
    let extra = usize::from(u16::from_le_bytes([bytes[at - 2], bytes[at - 1]]));
    let mut xml = String::new();
    let mut part = flate2::read::DeflateDecoder::new(&bytes[at + name.len() + extra..]);
    std::io::Read::read_to_string(&mut part, &mut xml).expect("text");
    xml.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect()
}
