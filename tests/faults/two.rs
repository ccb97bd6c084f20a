//! Two processes on one PostgreSQL: what jobs do is done once, and what a dead one held is taken over.

use std::collections::BTreeMap;
use std::time::Duration;

use bup_tests::mail::MailServer;
use bup_tests::receiver::Receiver;

use crate::clock::to_hour;
use crate::support::shim::WrongClock;
use crate::support::{Bup, Data, Options, Person, count, empty, fresh, json, query, until};

fn postgres(some: Vec<Data>) -> Option<Data> {
    some.into_iter().find(|data| data.url().is_some())
}

#[test]
fn two_that_start_at_once_on_an_empty_database_both_come_up() {
    let Some(data) = postgres(empty()) else { return };
    let start = || Bup::start(&data, &Options::default());
    let (one, other) = std::thread::scope(|scope| {
        let (one, other) = (scope.spawn(start), scope.spawn(start));
        (one.join().expect("the one comes up"), other.join().expect("the other comes up"))
    });
    for server in [&one, &other] {
        until("it is ready", Duration::from_secs(20), || server.anybody().get("/readyz").is_ok_and(|one| one.is_ok()));
    }
    // They share the folder in which the newest code lies; the ward that it makes is there for both.
    let login = [&one, &other].into_iter().find_map(|server| server.set_up()).expect("a ward");
    assert_eq!(count(&data, "users"), 1);
    for server in [&one, &other] {
        server.anybody().post("/auth/login", login.clone()).expect("an answer").ok();
    }
}

fn subscribe(admin: &Person, receiver: &Receiver) {
    let hook = json!({"url": receiver.url, "events": ["obstacle.escalated"]});
    admin.post("/webhooks", hook).expect("an answer").ok();
}

/// A neighborhood asks, and the officer passes it up.
fn escalate(server: &Bup) {
    let asked = json!({"title": "Loa hỏng", "description": "x"});
    let raised = server.sign_in("khupho1").post("/obstacles", asked).expect("an answer").ok();
    let path = format!("/obstacles/{}/escalate", raised["id"].as_str().expect("an id"));
    let up = json!({"to": "leader", "note": "Xin hỗ trợ"});
    server.sign_in("chinhsach").post(&path, up).expect("an answer").ok();
}

#[test]
fn two_processes_do_each_job_once() {
    let Some(data) = postgres(fresh()) else { return };
    // Five in the morning: nobody is told anything yet.
    let (clock, mails, receiver) = (WrongClock::new(to_hour(5)), MailServer::start(), Receiver::start());
    let options = clock
        .options()
        .with("BUP_SMTP__HOST", "127.0.0.1")
        .with("BUP_SMTP__PORT", mails.settings().port)
        .with("BUP_SMTP__FROM", "bup@badinh.example")
        .with("BUP_SMTP__SECURITY", "none");
    let (one, other) = (Bup::start(&data, &options), Bup::start(&data, &options));
    subscribe(&one.sign_in("quantri"), &receiver);
    let officer = one.sign_in("chinhsach");
    let today = query(&data, "SELECT to_char(now() AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') AS line").remove(0);
    let accounts = ["doan", "khupho1", "khupho2"];
    for account in accounts {
        let person = one.sign_in(account);
        let me = person.get("/me").expect("an answer").ok();
        let address = json!({"email": format!("{account}@badinh.example"), "current_password": bup::demo::PASSWORD});
        person.patch("/me", &me["version"], address).expect("an answer").ok();
        let task = json!({"title": "Việc đến hạn", "due_on": today, "lead_unit_id": me["unit"]["id"]});
        officer.post("/tasks", task).expect("an answer").ok();
    }
    for _ in 0..5 {
        escalate(&other);
    }
    // The morning comes, and goes on: every few minutes something may be due for either.
    for minute in (0..=60).step_by(6) {
        clock.is_wrong_by(to_hour(8) + minute * 60);
        std::thread::sleep(Duration::from_millis(900));
    }
    until("the mails are sent", Duration::from_secs(20), || count(&data, "mails WHERE sent_at IS NULL") == 0);
    until("the messages are sent", Duration::from_secs(20), || {
        count(&data, "webhook_deliveries WHERE delivered_at IS NULL") == 0
    });
    assert_eq!(count(&data, "reminders"), accounts.len());
    let mut to: BTreeMap<String, usize> = BTreeMap::new();
    let sent = mails.take();
    sent.iter()
        .filter(|mail| mail.text.contains("Tình hình công việc"))
        .for_each(|mail| *to.entry(mail.to.clone()).or_default() += 1);
    assert!(to.len() == accounts.len() && to.values().all(|mails| *mails == 1), "{to:?}");
    let heard = receiver.take();
    assert_eq!(heard.len(), 5, "messages");
    assert_eq!(count(&data, "webhook_deliveries"), 5);
    let failed = [&one, &other].map(|server| server.log().matches("a job failed").count());
    assert_eq!(failed, [0, 0], "{}{}", one.log(), other.log());
    println!("two processes: {} reminders, {} digests, {} messages, each once", accounts.len(), to.len(), heard.len());
}

#[test]
fn what_a_dead_process_held_is_taken_over() {
    let Some(data) = postgres(fresh()) else { return };
    let (clock, receiver) = (WrongClock::new(to_hour(10)), Receiver::start());
    // The first message is never answered as long as its sender lives.
    receiver.answer(|heard| {
        if heard == 1 {
            std::thread::sleep(Duration::from_secs(4));
        }
        204
    });
    let mut first = Bup::start(&data, &clock.options());
    subscribe(&first.sign_in("quantri"), &receiver);
    escalate(&first);
    until("it sends", Duration::from_secs(60), || {
        count(&data, "webhook_deliveries WHERE tries > 0 AND delivered_at IS NULL") == 1
    });
    first.kill();
    let held = "job_leases WHERE name = 'webhooks' AND until > coalesce(last_run_at, until - interval '1 hour') + interval '20 minutes'";
    assert_eq!(count(&data, held), 1, "the lease is held");
    let second = Bup::start(&data, &clock.options());
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(count(&data, "webhook_deliveries WHERE delivered_at IS NULL"), 1, "another's lease is respected");
    clock.is_wrong_by(to_hour(10) + 31 * 60);
    let taken = until("it is taken over", Duration::from_secs(30), || {
        count(&data, "webhook_deliveries WHERE delivered_at IS NULL") == 0
    });
    println!("the lease of a killed process: taken over {} ms after its end", taken.as_millis());
    drop(second);
}
