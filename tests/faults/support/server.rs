use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bup::clock::Clock;
use bup::config::Config;
use bup::doctor::State;
use bup_tests::{Data, Value, connect, json, rows};
use tempfile::TempDir;

use super::person::Person;
use super::until;

/// `target/debug/bup`, beside the folder of this test.
fn binary() -> PathBuf {
    if let Some(path) = std::env::var_os("BUP_FAULTS_BIN") {
        return path.into();
    }
    let test = std::env::current_exe().expect("this test's own file");
    let path = test.parent().and_then(Path::parent).expect("target/debug").join("bup");
    assert!(path.is_file(), "{} is missing: cargo build --bin bup", path.display());
    path
}

/// How a process is started, beyond its database.
#[derive(Clone, Default)]
pub struct Options {
    pub env: Vec<(String, String)>,
    /// Instead of the database's own address: a proxy's.
    pub url: Option<String>,
    pub web_dir: Option<PathBuf>,
}

impl Options {
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.env.push((name.to_owned(), value.to_string()));
        self
    }
}

/// The program with its settings: of this test, and of nobody else.
fn command(data: &Data, options: &Options) -> Command {
    let mut command = Command::new(binary());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BUP_") || name == "DATABASE_URL") {
        command.env_remove(name);
    }
    // No bup.toml and no web/dist of the repository.
    command.current_dir(data.dir()).arg("--data-dir").arg(data.dir());
    if let Some(url) = options.url.clone().or_else(|| data.url()) {
        command.env("DATABASE_URL", url);
    }
    command.env("BUP_PASSWORD_MEMORY_KIB", "64").env("BUP_PASSWORD_ROUNDS", "1");
    command.env("BUP_LOGIN_ATTEMPTS_PER_MINUTE", "100000").env("BUP_WEBHOOKS_ALLOW_PRIVATE", "true");
    // People without telephones, and more of them in a second than elsewhere in an hour.
    command.env("BUP_TOTP_ROLES", "[]").env("BUP_READS_PER_MINUTE", "0").env("BUP_WRITES_PER_MINUTE", "0");
    command.env("BUP_UPLOADS_PER_MINUTE", "0").env("BUP_UPLOADS_PER_DAY", "0").env("BUP_UPLOAD_MB_PER_DAY", "0");
    command.envs(options.env.clone());
    command
}

/// A running server.
pub struct Bup {
    pub base: String,
    child: Child,
    log: TempDir,
    said: Arc<Mutex<String>>,
}

impl Bup {
    pub fn start(data: &Data, options: &Options) -> Self {
        let log = tempfile::tempdir().expect("a folder");
        let errors = File::create(log.path().join("log")).expect("a file");
        let mut command = command(data, options);
        command.arg("serve").args(["--port", "0"]);
        if let Some(web) = &options.web_dir {
            command.arg("--web-dir").arg(web);
        }
        let mut child = command.stdout(Stdio::piped()).stderr(errors).spawn().expect("the program starts");
        let mut said = BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        said.read_line(&mut line).expect("a line");
        let base = line.trim().rsplit(' ').next().unwrap_or("").to_owned();
        // What else it says is read, so that it never waits for a reader.
        let kept = Arc::new(Mutex::new(String::new()));
        let keep = Arc::clone(&kept);
        std::thread::spawn(move || {
            for line in said.lines().map_while(Result::ok) {
                keep.lock().expect("nobody died").push_str(&format!("{line}\n"));
            }
        });
        let server = Self { base, child, log, said: kept };
        assert!(server.base.starts_with("http://"), "it did not start: {}", server.log());
        until("it listens", Duration::from_secs(30), || server.anybody().get("/healthz").is_ok());
        server
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    pub fn port(&self) -> u16 {
        self.base.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port")
    }

    /// Sets a ward up by the setup code that it printed, where that is the one that counts; how its administrator signs in.
    pub fn set_up(&self) -> Option<Value> {
        let said = self.said.lock().expect("nobody died").clone();
        let is_code = |line: &&str| line.len() == 14 && line.split('-').all(|part| part.len() == 4);
        let code = said.lines().map(str::trim).find(is_code)?;
        let password = "ba con vịt đi bộ về nhà";
        let setup = json!({"ward": {"name": "Phường Ba Đình", "place": "Thanh Hóa"},
            "units": [{"kind": "leadership", "name": "Lãnh đạo UBND phường"}],
            "admin": {"username": "quantri", "full_name": "Lương Gia Bảo", "password": password}});
        let answer = self.anybody().post("/setup", json!({"code": code, "setup": setup})).expect("an answer");
        answer.is_ok().then(|| json!({"username": "quantri", "password": password, "client": "mobile"}))
    }

    /// What it wrote to its log.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log.path().join("log")).unwrap_or_default()
    }

    pub fn anybody(&self) -> Person {
        Person::new(&self.base)
    }

    #[track_caller]
    pub fn sign_in(&self, username: &str) -> Person {
        self.anybody().sign_in(username)
    }

    /// As `kill -9` does.
    pub fn kill(&mut self) {
        self.child.kill().expect("a process");
        self.child.wait().expect("its end");
    }

    pub fn signal(&self, name: &str) {
        let pid = self.pid().to_string();
        assert!(Command::new("kill").args(["-s", name, &pid]).status().expect("kill").success());
    }

    /// Waits for its end; the exit code.
    #[track_caller]
    pub fn ended(&mut self, within: Duration) -> Option<i32> {
        let mut code = None;
        until("the process ends", within, || {
            code = self.child.try_wait().expect("a process");
            code.is_some()
        });
        code.and_then(|status| status.code())
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().expect("a process").is_none()
    }

    /// KiB of memory in use, from /proc.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0");
        line.trim().split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
    }

    /// Open files.
    pub fn files(&self) -> usize {
        std::fs::read_dir(format!("/proc/{}/fd", self.pid())).map_or(0, Iterator::count)
    }
}

impl Drop for Bup {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let log = self.log();
            let from = log.lines().count().saturating_sub(40);
            eprintln!("--- the end of the log of {}", self.base);
            log.lines().skip(from).for_each(|line| eprintln!("{line}"));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One column of text of a query, asked past the program.
pub fn query(data: &Data, query: &str) -> Vec<String> {
    let config = Config { data_dir: data.dir().to_owned(), database_url: data.url(), ..Config::default() };
    rows::lines(&mut connect(&config), query)
}

/// A number, asked past the program: `what` is all that follows `SELECT count(*) FROM`.
pub fn count(data: &Data, what: &str) -> usize {
    let found = query(data, &format!("SELECT CAST(count(*) AS TEXT) AS line FROM {what}"));
    found.first().and_then(|text| text.parse().ok()).expect("a number")
}

/// What the doctor says of one matter: the state and the sentence.
pub fn doctor(data: &Data, check: &str) -> (State, String) {
    let config = Config { data_dir: data.dir().to_owned(), database_url: data.url(), ..Config::default() };
    let report = bup::doctor::examine(&config, &Clock::system());
    let of = report.findings.into_iter().filter(|one| one.check == check);
    let worst = of.max_by_key(|one| one.state).unwrap_or_else(|| panic!("no look at {check}"));
    (worst.state, worst.message)
}

/// The chain of the log fits, pages and foreign keys are whole, every row's file is there and what was uploaded.
#[track_caller]
pub fn check_whole(data: &Data) {
    for check in ["audit", "integrity", "attachments"] {
        let (state, told) = doctor(data, check);
        assert!(state != State::Fail, "{check}: {told}");
    }
}
