//! Ten thousand connections that say nothing: others are served, memory stays bounded, and everything comes back.

use std::net::TcpStream;
use std::time::{Duration, Instant};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::support::{Bup, Options, alone, fresh, raw, until};

/// As many as asked for, or as this machine's hard limit lets one process open.
fn connections() -> usize {
    let limit = getrlimit(Resource::Nofile);
    let _ = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, maximum: limit.maximum });
    let files = usize::try_from(getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    // The server keeps 256 for its own, this test some for the others that run beside it.
    let allowed = files.saturating_sub(1_500);
    let wanted = std::env::var("BUP_FAULT_IDLE").ok().and_then(|text| text.parse().ok()).unwrap_or(10_000);
    if allowed < wanted {
        println!("idle: this machine's hard limit of {files} open files allows {allowed} connections, not {wanted}");
    }
    wanted.min(allowed)
}

#[test]
fn ten_thousand_idle_connections_are_borne() {
    let _turn = alone();
    let data = fresh().remove(0);
    let server = Bup::start(&data, &Options::default());
    let doan = server.sign_in("doan");
    let wanted = connections();
    let (memory, files) = (server.memory(), server.files());
    let began = Instant::now();
    let idle: Vec<TcpStream> = (0..wanted)
        .map(|at| {
            let mut stream = raw::connect(server.port()).unwrap_or_else(|error| panic!("connection {at}: {error}"));
            // One request each: from then on they are kept alive, and silent.
            let status = raw::ask(&mut stream, "/healthz").unwrap_or_else(|error| panic!("connection {at}: {error}"));
            assert_eq!(status, 200);
            stream
        })
        .collect();
    let opened = began.elapsed();
    let (full, open) = (server.memory(), server.files());
    // The first may have been sent home by then: 75 s of silence are the limit.
    assert!(open > files + wanted / 2, "{open} of {wanted}");
    let asked = Instant::now();
    for _ in 0..20 {
        assert_eq!(doan.get("/tasks").expect("an answer").status, 200);
    }
    let each = asked.elapsed() / 20;
    assert!(each < Duration::from_secs(3), "{each:?}");
    let each_kib = full.saturating_sub(memory) / u64::try_from(wanted.max(1)).unwrap_or(1);
    assert!(each_kib < 64, "{each_kib} KiB a connection");
    drop(idle);
    let back = until("the files come back", Duration::from_secs(60), || server.files() < files + 20);
    std::thread::sleep(Duration::from_secs(2));
    let after = server.memory();
    assert_eq!(doan.get("/tasks").expect("an answer").status, 200);
    println!(
        "{wanted} idle connections opened in {} ms: memory {} MiB before, {} with them, {} after; {files} open files \
         before, {open} with them, all back after {} ms; a list beside them took {} ms",
        opened.as_millis(),
        memory / 1024,
        full / 1024,
        after / 1024,
        back.as_millis(),
        each.as_millis()
    );
}
