//! PostgreSQL goes away and comes back, or is slow: nobody waits without end, nothing needs a restart.

use std::time::{Duration, Instant};

use crate::support::proxy::{Network, Proxy};
use crate::support::{Answer, Bup, Data, Options, Person, alone, fresh, json, until};

/// What a busy machine may add to what the contract promises (503 in 2 s, ready 5 s after).
const TOLD_WITHIN: Duration = Duration::from_secs(6);
const BACK_WITHIN: Duration = Duration::from_secs(12);

/// SQLite is a file: what happens to that is in `disk.rs`.
fn postgres() -> Option<Data> {
    fresh().into_iter().find(|data| data.url().is_some())
}

/// A server whose way to PostgreSQL can be broken.
fn behind_a_proxy(data: &Data) -> (Proxy, Bup) {
    let (proxy, url) = Proxy::to(&data.url().expect("PostgreSQL"));
    let web = data.dir().join("web");
    std::fs::create_dir_all(web.join("assets")).expect("a folder");
    std::fs::write(web.join("index.html"), "<!doctype html>").expect("a page");
    std::fs::write(web.join("assets/a.js"), "1").expect("a script");
    let options = Options { url: Some(url), web_dir: Some(web), ..Options::default() };
    let server = Bup::start(data, &options);
    (proxy, server)
}

/// Many at once; what each was told and how long that took.
fn at_once(count: usize, person: &Person, path: &str) -> Vec<(Answer, Duration)> {
    std::thread::scope(|scope| {
        let ask = || {
            let began = Instant::now();
            (person.get(path).expect("an answer"), began.elapsed())
        };
        let all: Vec<_> = (0..count).map(|_| scope.spawn(ask)).collect();
        all.into_iter().map(|one| one.join().expect("an answer")).collect()
    })
}

fn slowest(answers: &[(Answer, Duration)]) -> Duration {
    answers.iter().map(|(_, took)| *took).max().unwrap_or_default()
}

#[test]
fn it_is_told_at_once_that_postgres_is_away_and_it_is_missed_no_longer() {
    let Some(data) = postgres() else { return };
    let _turn = alone();
    let (proxy, mut server) = behind_a_proxy(&data);
    let doan = server.sign_in("doan");
    let away: u64 = if std::env::var("BUP_FAULT_ROUNDS").is_ok_and(|text| text.len() > 1) { 45 } else { 6 };
    for network in [Network::Refused, Network::Swallows, Network::Swallows, Network::Refused] {
        // Connections that are open and good until now.
        assert!(at_once(4, &doan, "/me").iter().all(|(answer, _)| answer.status == 200));
        proxy.is(network);
        let first = at_once(20, &doan, "/me");
        let began = Instant::now();
        for (answer, took) in &first {
            answer.refused("unavailable");
            assert!(*took < TOLD_WITHIN, "{network:?}: {took:?}");
        }
        let mut later = Duration::ZERO;
        while began.elapsed() < Duration::from_secs(away) {
            let began = Instant::now();
            doan.get("/tasks").expect("an answer").refused("unavailable");
            doan.get("/readyz").expect("an answer").refused("unavailable");
            doan.post("/notifications/read-all", json!({})).expect("an answer").refused("unavailable");
            later = later.max(began.elapsed() / 3);
            assert_eq!(doan.get("/healthz").expect("an answer").status, 200);
            assert_eq!(doan.get("/assets/a.js").expect("an answer").status, 200);
            std::thread::sleep(Duration::from_millis(200));
        }
        proxy.is(Network::Fine);
        let back = until("it is ready again", BACK_WITHIN, || doan.get("/readyz").is_ok_and(|answer| answer.is_ok()));
        doan.get("/tasks").expect("an answer").ok();
        doan.post("/notifications/read-all", json!({})).expect("an answer").ok();
        println!(
            "PostgreSQL {network:?} for {away} s: 20 requests told after {} ms at most, later ones after {} ms; ready \
             {} ms after it was back",
            slowest(&first).as_millis(),
            later.as_millis(),
            back.as_millis()
        );
    }
    assert!(server.is_running());
}

#[test]
fn connections_that_are_cut_are_made_again() {
    let Some(data) = postgres() else { return };
    let (proxy, server) = behind_a_proxy(&data);
    let doan = server.sign_in("doan");
    let mut refused = 0;
    for _ in 0..8 {
        proxy.cut();
        for (answer, _) in at_once(6, &doan, "/me") {
            if answer.status != 200 {
                refused += 1;
                answer.refused("unavailable");
            }
        }
    }
    until("it is ready again", BACK_WITHIN, || doan.get("/readyz").is_ok_and(|answer| answer.is_ok()));
    doan.get("/tasks").expect("an answer").ok();
    println!("PostgreSQL cut 8 times under 48 requests: {refused} of them were told to come again");
}

#[test]
fn a_slow_database_makes_nobody_else_slow() {
    let Some(data) = postgres() else { return };
    let _turn = alone();
    let (proxy, server) = behind_a_proxy(&data);
    let doan = server.sign_in("doan");
    proxy.is(Network::Slow);
    // One alone is served, slowly: several times a fifth of a second there and back.
    assert_eq!(doan.get("/me").expect("an answer").status, 200);
    let (answers, beside) = std::thread::scope(|scope| {
        let crowd = scope.spawn(|| at_once(300, &doan, "/tasks"));
        std::thread::sleep(Duration::from_millis(500));
        let began = Instant::now();
        for path in ["/healthz", "/assets/a.js", "/index.html"] {
            assert_eq!(doan.get(path).expect("an answer").status, 200, "{path}");
        }
        let beside = began.elapsed() / 3;
        (crowd.join().expect("all are answered"), beside)
    });
    let served = answers.iter().filter(|(answer, _)| answer.status == 200).count();
    for (answer, _) in answers.iter().filter(|(answer, _)| answer.status != 200) {
        let code = answer.json()["code"].as_str().unwrap_or("").to_owned();
        assert!(matches!(code.as_str(), "busy" | "unavailable"), "{}", answer.text());
        answer.refused(&code);
    }
    assert!(beside < TOLD_WITHIN && slowest(&answers) < Duration::from_secs(30), "{beside:?} {:?}", slowest(&answers));
    assert!(served > 0 && served < 300, "{served}");
    proxy.is(Network::Fine);
    until("it is quick again", BACK_WITHIN, || doan.get("/me").is_ok_and(|answer| answer.is_ok()));
    println!(
        "PostgreSQL 200 ms a packet, 300 requests at once: {served} served, {} refused, the last after {} ms; liveness \
         and files beside them in {} ms",
        300 - served,
        slowest(&answers).as_millis(),
        beside.as_millis()
    );
}
