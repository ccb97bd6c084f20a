//! A PostgreSQL server that dies (`pg_ctl stop -m immediate`) and is started again under requests.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bup::config::Config;
use bup_tests::{connect, rows};

use crate::support::{Bup, Options, empty, until};

/// A cluster of this test's own: others work on the one of the run.
struct Cluster {
    keeper: Child,
    url: String,
    folder: String,
    /// How the server was started.
    options: String,
}

impl Cluster {
    fn start() -> Self {
        let script = scripts().join("with-postgres");
        let mut keeper = Command::new(script)
            .args(["sh", "-c", "echo \"$TEST_DATABASE_URL\"; exec cat"])
            .env_remove("TEST_DATABASE_URL")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("with-postgres");
        let mut url = String::new();
        BufReader::new(keeper.stdout.take().expect("its output")).read_line(&mut url).expect("the address");
        let url = url.trim().to_owned();
        let config = Config { database_url: Some(url.clone()), ..Config::default() };
        let folder = rows::lines(&mut connect(&config), "SELECT current_setting('data_directory') AS line").remove(0);
        let options = std::fs::read_to_string(format!("{folder}/postmaster.opts")).expect("its options");
        let options = options.trim().split_once(' ').expect("options").1.to_owned();
        Self { keeper, url, folder, options }
    }

    fn control(&self, arguments: &[&str]) {
        let found = Command::new(scripts().join("find-postgres")).output().expect("find-postgres");
        let bin = String::from_utf8_lossy(&found.stdout).trim().to_owned();
        let owner = Command::new("stat").args(["-c", "%U", &self.folder]).output().expect("stat");
        let owner = String::from_utf8_lossy(&owner.stdout).trim().to_owned();
        let is_root = rustix::process::getuid().is_root();
        let mut command = if is_root { Command::new("runuser") } else { Command::new(format!("{bin}/pg_ctl")) };
        if is_root {
            command.args(["-u", &owner, "--"]).arg(format!("{bin}/pg_ctl"));
        }
        let done = command
            .args(["--silent", "--wait", "--pgdata", &self.folder])
            .args(arguments)
            .current_dir("/")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(done.expect("pg_ctl").success(), "pg_ctl {arguments:?}");
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Its input ends, it takes the cluster away.
        if let Some(mut input) = self.keeper.stdin.take() {
            let _ = input.flush();
        }
        let _ = self.keeper.wait();
    }
}

fn scripts() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../scripts")
}

#[test]
fn a_postgres_that_dies_is_missed_until_it_is_started_again() {
    if std::env::var("TEST_DATABASE_URL").is_err() {
        return;
    }
    let cluster = Cluster::start();
    let data = empty().into_iter().find(|data| data.url().is_some()).expect("PostgreSQL");
    let options = Options { url: Some(cluster.url.clone()), ..Options::default() };
    let mut server = Bup::start(&data, &options);
    let login = server.set_up().expect("a ward");
    let anybody = server.anybody();
    anybody.post("/auth/login", login.clone()).expect("an answer").ok();
    let stop = AtomicBool::new(false);
    let (back, (served, refused)) = std::thread::scope(|scope| {
        let knocking = scope.spawn(|| {
            let (mut served, mut refused) = (0, 0);
            while !stop.load(Ordering::Acquire) {
                let answer = anybody.post("/auth/login", login.clone()).expect("an answer");
                match answer.status {
                    200 => served += 1,
                    _ => {
                        answer.refused("unavailable");
                        refused += 1;
                    }
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            (served, refused)
        });
        std::thread::sleep(Duration::from_millis(500));
        cluster.control(&["--mode=immediate", "stop"]);
        until("it is noticed", Duration::from_secs(10), || {
            anybody.get("/readyz").is_ok_and(|answer| answer.status == 503)
        });
        std::thread::sleep(Duration::from_secs(3));
        cluster.control(&["start", "--options", &cluster.options]);
        let ready = || anybody.get("/readyz").is_ok_and(|answer| answer.is_ok());
        let back = until("it is ready again", Duration::from_secs(12), ready);
        std::thread::sleep(Duration::from_millis(500));
        stop.store(true, Ordering::Release);
        (back, knocking.join().expect("answers"))
    });
    assert!(served > 0 && refused > 0 && server.is_running(), "{served} {refused}");
    println!(
        "PostgreSQL died and was started: {served} served, {refused} refused, ready {} ms after",
        back.as_millis()
    );
    drop(server);
}
