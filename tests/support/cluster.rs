//! Servers of PostgreSQL of a test's own: a primary and a standby that follows it, and PgBouncer before one.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use tempfile::TempDir;

const PASSWORD: &str = "cluster";

/// A server on loopback; it is gone with the test.
pub struct Server {
    dir: TempDir,
    bin: PathBuf,
    owner: Option<&'static str>,
    pub port: u16,
}

impl Server {
    /// A new primary; `None` where this run tests SQLite alone.
    pub fn primary() -> Option<Self> {
        std::env::var("TEST_DATABASE_URL").ok()?;
        let server = Self::prepare();
        let password = server.dir.path().join("password");
        std::fs::write(&password, PASSWORD).expect("a file");
        let mut init = server.program("initdb");
        init.args(["--username=bup", "--auth=password", "--encoding=UTF8", "--locale=C", "--no-sync", "--pwfile"]);
        run(init.arg(&password).arg("--pgdata").arg(server.data()));
        server.start();
        Some(server)
    }

    /// A server that follows this one.
    pub fn standby(&self) -> Self {
        let other = Self::prepare();
        let mut copy = other.program("pg_basebackup");
        copy.env("PGPASSWORD", PASSWORD)
            .args(["-h", "127.0.0.1", "-U", "bup", "-R", "-X", "stream", "--checkpoint=fast", "--no-sync", "-p"])
            .arg(self.port.to_string());
        run(copy.arg("-D").arg(other.data()));
        other.start();
        other
    }

    fn prepare() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scripts/find-postgres");
        let found = Command::new(script).output().expect("scripts/find-postgres");
        let bin = PathBuf::from(String::from_utf8_lossy(&found.stdout).trim());
        let dir = tempfile::tempdir().expect("a folder");
        let owner = owner();
        if let Some(owner) = owner {
            run(Command::new("chown").arg(owner).arg(dir.path()));
        }
        Self { dir, bin, owner, port: free_port() }
    }

    fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    fn program(&self, name: &str) -> Command {
        let mut command = as_owner(self.owner, &self.bin.join(name));
        command.current_dir(self.dir.path());
        command
    }

    pub fn start(&self) {
        let options = format!(
            "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=60 -c shared_buffers=32MB \
             -c fsync=off -c full_page_writes=off -c hot_standby_feedback=on -c timezone=UTC -p {}",
            self.port
        );
        let mut start = self.program("pg_ctl");
        start.args(["start", "--wait", "--silent", "-o", &options, "--pgdata"]).arg(self.data());
        run(start.arg("--log").arg(self.dir.path().join("log")));
    }

    pub fn stop(&self) {
        let mut stop = self.program("pg_ctl");
        run(stop.args(["stop", "--wait", "--silent", "--mode=immediate", "--pgdata"]).arg(self.data()));
    }

    pub fn promote(&self) {
        run(self.program("pg_ctl").args(["promote", "--wait", "--silent", "--pgdata"]).arg(self.data()));
    }

    pub fn url(&self, database: &str) -> String {
        format!("postgres://bup:{PASSWORD}@127.0.0.1:{}/{database}", self.port)
    }

    /// One address for both: libpq takes the one that may be written to.
    pub fn url_with(&self, other: &Self, database: &str) -> String {
        format!(
            "postgres://bup:{PASSWORD}@127.0.0.1:{},127.0.0.1:{}/{database}?target_session_attrs=read-write",
            self.port, other.port
        )
    }

    pub fn run(&self, database: &str, sql: &str) {
        let mut conn = PgConnection::establish(&self.url(database)).expect("the server answers");
        conn.batch_execute(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.data().join("postmaster.pid").exists() {
            let mut stop = self.program("pg_ctl");
            stop.args(["stop", "--wait", "--silent", "--mode=immediate", "--pgdata"]).arg(self.data());
            let _ = stop.stdout(Stdio::null()).stderr(Stdio::null()).status();
        }
    }
}

/// PgBouncer, which gives a server process for one transaction.
pub struct Pooler {
    pub port: u16,
    child: Child,
    _dir: TempDir,
}

impl Pooler {
    /// Before the server of an address; `None` where the program is not installed.
    pub fn before(url: &str) -> Option<Self> {
        let program =
            ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer"].into_iter().find(|path| Path::new(path).exists())?;
        let rest = url.split_once("://")?.1;
        let (account, place) = rest.split_once('@')?;
        let (user, password) = account.split_once(':')?;
        let (host, port) = place.split(['/', '?']).next()?.split_once(':')?;
        let (dir, own_port) = (tempfile::tempdir().expect("a folder"), free_port());
        let file = |name: &str| dir.path().join(name);
        std::fs::write(file("users"), format!("\"{user}\" \"{password}\"\n")).expect("a file");
        let settings = format!(
            "[databases]\n* = host={host} port={port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {own_port}\n\
             unix_socket_dir =\nauth_type = plain\nauth_file = {}\npool_mode = transaction\ndefault_pool_size = 3\n\
             max_client_conn = 100\n",
            file("users").display()
        );
        std::fs::write(file("ini"), settings).expect("a file");
        let owner = owner();
        if let Some(owner) = owner {
            run(Command::new("chown").arg("-R").arg(owner).arg(dir.path()));
        }
        let mut start = as_owner(owner, Path::new(program));
        let child = start.arg(file("ini")).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("pgbouncer");
        let began = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", own_port)).is_err() {
            assert!(began.elapsed() < Duration::from_secs(10), "pgbouncer does not listen");
            std::thread::sleep(Duration::from_millis(50));
        }
        Some(Self { port: own_port, child, _dir: dir })
    }

    /// The same database through it.
    pub fn through(&self, url: &str) -> String {
        let (head, place) = url.split_once('@').expect("an account");
        let (_, database) = place.split_once('/').expect("a database");
        format!("{head}@127.0.0.1:{}/{database}", self.port)
    }
}

impl Drop for Pooler {
    fn drop(&mut self) {
        // `runuser` hands the signal on.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

/// PostgreSQL and PgBouncer refuse to run as root.
fn owner() -> Option<&'static str> {
    let id = |arguments: &[&str]| Command::new("id").args(arguments).output().expect("id");
    if String::from_utf8_lossy(&id(&["-u"]).stdout).trim() != "0" {
        return None;
    }
    Some(if id(&["postgres"]).status.success() { "postgres" } else { "nobody" })
}

fn as_owner(owner: Option<&str>, program: &Path) -> Command {
    match owner {
        None => Command::new(program),
        Some(owner) => {
            let mut command = Command::new("runuser");
            command.args(["-u", owner, "--"]).arg(program);
            command
        }
    }
}

/// A server that goes on in the background must not hold the pipes of the one who started it.
fn run(command: &mut Command) {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status().expect("the program runs");
    assert!(status.success(), "{command:?}: {status}");
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).expect("a port").port()
}
