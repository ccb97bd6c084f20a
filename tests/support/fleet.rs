//! Several real processes on one database, and a proxy that spreads requests over them.

use std::io::{BufRead, BufReader, Read};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bup::config::Config;

use crate::App;
use crate::databases::{Data, cheap_config, fresh};

const PLACE: &str = "BUP_TEST_PROCESS_FOLDER";
const DATABASE: &str = "BUP_TEST_PROCESS_DATABASE";

/// The databases of this run that several processes may share.
pub fn shared() -> Vec<Data> {
    fresh().into_iter().filter(|data| data.url().is_some()).collect()
}

/// A server in a process of its own: this very test program, started again.
pub struct Process {
    pub base: String,
    child: Child,
}

impl Process {
    /// `test` is the full name of a test that does nothing but [`serve`].
    pub fn start(test: &str, data: &Data, folder: &Path) -> Self {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", test, "--nocapture"])
            .env(PLACE, folder)
            .env(DATABASE, data.url().expect("PostgreSQL"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a process");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok);
        let base = lines.find_map(|line| line.split_once("serving ").map(|(_, base)| base.trim().to_owned()));
        Self { base: base.expect("the process says where it serves"), child }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // The end of its input ends it; it answers what it was asked before.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// The other side of [`Process::start`].
pub fn serve() {
    let (Ok(folder), Ok(database)) = (std::env::var(PLACE), std::env::var(DATABASE)) else { return };
    let app = App::at(Config { data_dir: folder.into(), database_url: Some(database), ..cheap_config() });
    println!("serving {}", app.base);
    let mut rest = Vec::new();
    let _ = std::io::stdin().read_to_end(&mut rest);
}

/// Takes connections in turn to each of the servers; one that is gone is passed over.
pub fn proxy(servers: &[&str]) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let address = listener.local_addr().expect("an address");
    let servers: Vec<String> = servers.iter().map(|base| base.trim_start_matches("http://").to_owned()).collect();
    let turn = Arc::new(AtomicUsize::new(0));
    std::thread::spawn(move || {
        for client in listener.incoming().map_while(Result::ok) {
            let first = turn.fetch_add(1, Ordering::SeqCst);
            let open = |step: usize| TcpStream::connect(&servers[(first + step) % servers.len()]).ok();
            let Some(server) = (0..servers.len()).find_map(open) else { continue };
            pipe(&client, &server);
            pipe(&server, &client);
        }
    });
    format!("http://{address}")
}

fn pipe(from: &TcpStream, to: &TcpStream) {
    let (mut from, mut to) = (from.try_clone().expect("a handle"), to.try_clone().expect("a handle"));
    std::thread::spawn(move || {
        let _ = std::io::copy(&mut from, &mut to);
        let _ = to.shutdown(Shutdown::Write);
    });
}
