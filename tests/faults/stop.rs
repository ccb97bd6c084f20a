//! SIGTERM under load: what was begun is answered whole, the process ends within its limit.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use bup::config::Config;
use bup::db::Conn;
use bup_tests::connect;
use diesel::connection::SimpleConnection;

use crate::support::{Bup, Data, Options, fresh, json, kind, raw};

/// `shutdown_timeout` (20 s), what a job gets (3 s), and a busy machine.
const ENDS_WITHIN: Duration = Duration::from_secs(40);

/// Somebody who holds up every writer, until it is dropped.
fn hold_up(data: &Data) -> Conn {
    let config = Config { data_dir: data.dir().to_owned(), database_url: data.url(), ..Config::default() };
    let mut conn = connect(&config);
    match &mut conn {
        Conn::Sqlite(plain) => plain.batch_execute("BEGIN IMMEDIATE"),
        Conn::Pg(plain) => plain.batch_execute("BEGIN; LOCK TABLE tasks IN EXCLUSIVE MODE"),
    }
    .expect("a lock");
    conn
}

#[test]
fn what_was_begun_is_answered_and_then_it_ends() {
    for data in fresh() {
        let mut server = Bup::start(&data, &Options::default());
        let (officer, doan) = (server.sign_in("chinhsach"), server.sign_in("doan"));
        let unit = doan.get("/me").expect("an answer").ok()["unit"]["id"].clone();
        let task = json!({"title": "Treo băng-rôn", "due_on": "2024-06-15", "lead_unit_id": unit});
        let lock = hold_up(&data);
        let (stopping, sent, whole) = (AtomicBool::new(false), AtomicUsize::new(0), AtomicUsize::new(0));
        // Somebody who is connected and says nothing does not hold up the end.
        let mut idle = raw::connect(server.port()).expect("a connection");
        assert_eq!(raw::ask(&mut idle, "/healthz").expect("an answer"), 200);
        let began = std::thread::scope(|scope| {
            let waiting = scope.spawn(|| officer.post_once("/tasks", "held", &task));
            let readers: Vec<_> = (0..6)
                .map(|_| {
                    scope.spawn(|| {
                        let person = doan.at(&doan.base);
                        loop {
                            let was_stopping = stopping.load(Ordering::SeqCst);
                            sent.fetch_add(1, Ordering::SeqCst);
                            match person.get("/tasks") {
                                Ok(answer) => {
                                    assert!(matches!(answer.status, 200 | 503), "{}", answer.text());
                                    whole.fetch_add(1, Ordering::SeqCst);
                                }
                                Err(error) => {
                                    // Only what was sent after the signal may find the door closed.
                                    assert!(was_stopping, "{error:?}");
                                    return;
                                }
                            }
                        }
                    })
                })
                .collect();
            std::thread::sleep(Duration::from_millis(800));
            // Everything that is on its way now was sent before the signal.
            stopping.store(true, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(100));
            let began = Instant::now();
            server.signal("TERM");
            std::thread::sleep(Duration::from_millis(1500));
            drop(lock);
            waiting.join().expect("a thread").expect("a whole answer").ok();
            readers.into_iter().for_each(|one| one.join().expect("whole answers"));
            began
        });
        let code = server.ended(ENDS_WITHIN);
        assert_eq!(code, Some(0), "{}", server.log());
        assert!(raw::connect(server.port()).is_err(), "somebody still listens");
        println!(
            "SIGTERM, {}: a write that waited and {} of {} reads answered whole, the others found the door closed; \
             ended after {} ms",
            kind(&data),
            whole.load(Ordering::SeqCst),
            sent.load(Ordering::SeqCst),
            began.elapsed().as_millis()
        );
    }
}
